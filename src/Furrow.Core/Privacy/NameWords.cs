namespace Furrow.Core.Privacy;

/// <summary>Whether a text names somebody: a word of it begins with a word of the name, folded as codes are (endings differ by language). It finds too much
/// rather than too little; a person looks at what was found.</summary>
public sealed class NameWords(string name)
{
    private const int ShortestWord = 3;

    private readonly string[] _words = WordsOf(name);

    public bool AreIn(string text)
    {
        foreach (var (start, end) in Words(text))
        {
            if (BeginsLikeTheName(text.AsSpan(start, end - start)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of plain letters only the case differs from their key: a million texts are not folded one by one.</summary>
    private bool BeginsLikeTheName(ReadOnlySpan<char> word)
    {
        var key = System.Text.Ascii.IsValid(word) ? null : Codes.Key(word.ToString());
        foreach (var own in _words)
        {
            if (key is null ? word.StartsWith(own, StringComparison.OrdinalIgnoreCase) : key.StartsWith(own, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Short ones name nobody, unless there are no others.</summary>
    private static string[] WordsOf(string name)
    {
        string[] all = [.. Words(name).Select(w => Codes.Key(name[w.Start..w.End]))];
        return all.Any(w => w.Length >= ShortestWord) ? [.. all.Where(w => w.Length >= ShortestWord)] : all;
    }

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])
                || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark);
            if (isLetter && start < 0)
            {
                start = i;
            }
            else if (!isLetter && start >= 0)
            {
                yield return (start, i);
                start = -1;
            }
        }
    }
}
