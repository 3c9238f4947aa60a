using System.Globalization;
using System.Text;

namespace Furrow.Core;

/// <summary>Folds a code to what a person reads: letters without case, composed and decomposed ones alike, I and ı and İ and i as one, any dash as "-", any
/// decimal digit as 0 to 9, without blanks and what nobody sees. Nothing depends on a culture. What only looks alike by chance stays apart: other scripts
/// (Cyrillic КР is not Latin KP), dashes left out, leading zeros, letters with and without their marks.</summary>
internal static class CodeFolding
{
    public static string Fold(string code)
    {
        foreach (var c in code)
        {
            if (c is <= ' ' or >= '\x7F' or (>= 'a' and <= 'z') or '`')
            {
                return Ascii.IsValid(code) ? Plain(code) : Folded(code);
            }
        }

        return code;
    }

    /// <summary>The same for plain letters, which is nearly all there is: nothing composes, and what is not seen lies at both ends. Nothing is left on the
    /// stack: it may be a name that is erased later.</summary>
    private static string Plain(string code)
    {
        var seen = 0;
        foreach (var c in code)
        {
            seen += IsSeen(c) ? 1 : 0;
        }

        return string.Create(seen, code, static (folded, code) =>
        {
            var at = 0;
            foreach (var c in code)
            {
                if (IsSeen(c))
                {
                    folded[at++] = char.IsAsciiLetterLower(c) ? (char)(c - ' ') : Letter(c);
                }
            }
        });

        static bool IsSeen(char c) => c is > ' ' and < '\x7F';
    }

    private static string Folded(string code)
    {
        // Until nothing changes: an upper case letter may compose with a mark its lower case does not compose with.
        for (var round = 0; round < 4; round++)
        {
            var next = Once(code);
            if (next == code)
            {
                break;
            }

            code = next;
        }

        return code;
    }

    private static string Once(string code)
    {
        // Half a surrogate pair comes as the replacement character, which is how people see it.
        var seen = new StringBuilder(code.Length);
        foreach (var rune in code.EnumerateRunes())
        {
            if (!IsUnseen(rune))
            {
                seen.Append(Wide(rune));
            }
        }

        var folded = new StringBuilder(seen.Length);
        foreach (var c in seen.ToString().Normalize(NormalizationForm.FormC).ToUpperInvariant())
        {
            // What is left of "i̇", the lower case of İ.
            if (c != '\u0307' || folded.Length == 0 || folded[^1] != 'I')
            {
                folded.Append(Letter(c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Blanks, control and format characters, and letters and marks made to be invisible.</summary>
    private static bool IsUnseen(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x034F or 0x0640 or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F)
            or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Full-width forms, the forms Arabic letters take in a word, and the letters of two (dž, lj, nj) as the plain letters they are.</summary>
    private static string Wide(Rune rune) => rune.Value is (>= 0xFF01 and <= 0xFFEE) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x01C4 and <= 0x01CC)
        ? rune.ToString().Normalize(NormalizationForm.FormKC) : Digit(rune);

    private static string Digit(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
        ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : rune.ToString();

    private static char Letter(char c) => c switch
    {
        '\u0130' or '\u0131' => 'I',
        '\u1E9E' => 'ß',
        '\u064A' or '\u0649' => '\u06CC',
        '\u0643' => '\u06A9',
        '\u2212' => '-',
        '\u2044' or '\u2215' => '/',
        '\u2018' or '\u2019' or '\u02BC' or '\u2032' or '\u00B4' or '`' => '\'',
        _ => c >= 0x80 && char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c,
    };
}
