namespace Furrow.Core.Privacy;

/// <summary>Whether a text names somebody: a word of it begins with a word of the name, folded as codes are (endings differ by language). It finds too much
/// rather than too little; a person looks at what was found.</summary>
public sealed class NameWords(string name)
{
    private const int ShortestWord = 3;

    private readonly string[] _words = [.. WordsOf(name).Where(w => w.Length >= ShortestWord) is var words && words.Any() ? words : WordsOf(name)];

    public bool AreIn(string text) => WordsOf(text).Any(word => _words.Any(w => word.StartsWith(w, StringComparison.Ordinal)));

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])
                || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark);
            if (isLetter && start < 0)
            {
                start = i;
            }
            else if (!isLetter && start >= 0)
            {
                yield return Codes.Key(text[start..i]);
                start = -1;
            }
        }
    }
}
