using System.Globalization;
using System.Text;

namespace Furrow.Exchange.Mappings;

/// <summary>A value as it is looked up in the lists of known words: letter case, accents, hyphens and blanks do not count, everything else does. "Cleared?",
/// "cleared 50 %", "(cleared)" and a word struck through letter by letter say something else than "cleared": they have no key, and no list has them.</summary>
internal static class KnownText
{
    private const int Longest = 120;

    /// <summary>The folded words (see <see cref="Words"/>); null for a text that cannot be a plain word or phrase.</summary>
    public static string? Key(string value)
    {
        var text = Trimmed(value);
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var previous = ' ';
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (!IsPlain(c, previous))
            {
                return null;
            }

            previous = c;
        }

        return IsHyphen(previous) ? null : Words.Fold(text);
    }

    /// <summary>Without blanks, marks of writing direction and the full stop of a sentence around it.</summary>
    private static string Trimmed(string value)
    {
        var text = string.Concat(value.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format || c is '\u200C' or '\u200D')).Trim();
        return text.Length > 1 && text[^1] is '.' or '\u06D4' && char.IsLetter(text[^2]) ? text[..^1] : text;
    }

    /// <summary>Hyphens stand inside: at the edge or doubled they are a minus, a dash, a line left open.</summary>
    private static bool IsPlain(char c, char previous) =>
        IsHyphen(c) ? char.IsLetter(previous) || IsMark(previous)
        : char.IsWhiteSpace(c) && !char.IsControl(c) || c is '\u200C' or '\u200D' || char.IsLetter(c) || IsMark(c);

    private static bool IsHyphen(char c) => c is '-' or '_' or (>= '\u2010' and <= '\u2013');

    /// <summary>Accents. A stroke through the letter (U+0334 to U+0338) strikes the word out.</summary>
    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && c is not ((>= '\u0334' and <= '\u0338')
            or (>= '\u20D0' and <= '\u20FF') or (>= '\u0331' and <= '\u0333') or '\u0305' or '\u033F' or '\u035F' or '\u0360');
}
