using System.Globalization;
using System.Text;
using Furrow.Core.Keeping;

namespace Furrow.Core;

/// <summary>How words are looked for in short texts (codes, names, files): what was typed must stand at the beginning of a word in it, blanks and case apart.
/// A word begins at the beginning, behind a blank or a sign, where digits follow letters or letters digits, and behind the leading zeros of a number: 12 finds
/// MF-12, MF12, MF-0012 and "Field 12", and not MF-312. Only so can a list of any length be looked through without passing over it.</summary>
public static class SearchedWords
{
    /// <summary>Whether a text has a word that begins with what was typed. Words nobody can read are in nothing.</summary>
    public static bool Has(string? text, string words) => text is not null && Codes.Key(words) is { Length: > 0 } key
        && Codes.Key(text) is var folded && Starts(text, folded).Exists(start => folded.AsSpan(start).StartsWith(key, StringComparison.Ordinal));

    /// <summary>The texts of a row, as an index of words takes them.</summary>
    internal static byte[] Pack(IEnumerable<string?> texts) => PackedWords.Of(texts.OfType<string>().Select(text => (Text: text, Folded: Codes.Key(text)))
        .Where(t => t.Folded.Length > 0).Select(t => (t.Folded, (IReadOnlyList<int>)Starts(t.Text, t.Folded))));

    /// <summary>What to look for in an index of words; null for words nobody can read.</summary>
    internal static byte[]? Wanted(string words) => Codes.Key(words) is { Length: > 0 } folded ? Encoding.UTF8.GetBytes(folded) : null;

    /// <summary>Where words begin in the folded text.</summary>
    private static List<int> Starts(string text, string folded)
    {
        var starts = new List<int>();
        var isPadded = false;
        for (var i = 0; i < folded.Length; i++)
        {
            var (before, here) = (i == 0 ? Type.Sign : TypeOf(folded[i - 1]), TypeOf(folded[i]));
            if (i == 0 || here != Type.Sign && (before != here || isPadded && folded[i] != '0'))
            {
                starts.Add(i);
            }

            isPadded = folded[i] == '0' && (before != here || isPadded);
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]) && Codes.Key(text[..i]).Length is var start && start < folded.Length
                && !starts.Contains(start))
            {
                starts.Add(start);
            }
        }

        return starts;
    }

    private enum Type : byte
    {
        Sign,
        Letter,
        Digit,
    }

    private static Type TypeOf(char c) => char.IsAsciiDigit(c) ? Type.Digit
        : char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark ? Type.Letter : Type.Sign;
}
