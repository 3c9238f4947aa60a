using System.Text;

namespace Furrow.Core.Keeping;

/// <summary>Many short texts behind each other as bytes, a line for each row: looking through all of them is looking through one long text. In a line stand
/// the folded texts in which words are looked for, then those that are only found whole.</summary>
internal static class SearchedText
{
    /// <summary>Ends each text in which words are looked for; no folded text holds it.</summary>
    public const char Between = '\t';

    /// <summary>Before and behind each text that is found whole.</summary>
    public const char Whole = '\v';

    public const char LineEnd = '\n';

    /// <summary>What to look for, to find lines that hold these words, folded as the lines are; null for words nobody can read.</summary>
    public static byte[]? OfWords(string folded) => folded.Length > 0 ? Encoding.UTF8.GetBytes(folded) : null;

    /// <summary>Numbers of the lines that hold what is looked for.</summary>
    public static IEnumerable<int> LinesWith(byte[] page, byte[] wanted)
    {
        var isWhole = wanted[0] == Whole;
        for (int at = 0, line = 0; at < page.Length;)
        {
            var found = page.AsSpan(at).IndexOf(wanted);
            if (found < 0)
            {
                yield break;
            }

            var start = page.AsSpan(0, at + found).LastIndexOf((byte)LineEnd) + 1;
            line += page.AsSpan(at, Math.Max(start, at) - at).Count((byte)LineEnd);
            if (isWhole || !page.AsSpan(start, at + found - start).Contains((byte)Whole))
            {
                yield return line;
            }

            at += found;
            at += page.AsSpan(at).IndexOf((byte)LineEnd) + 1;
            line++;
        }
    }
}
