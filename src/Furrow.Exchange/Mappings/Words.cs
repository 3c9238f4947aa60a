using System.Globalization;
using System.Text;

namespace Furrow.Exchange.Mappings;

/// <summary>Makes names comparable: lower case, accents and Turkic letters folded to plain Latin, Cyrillic kept, words with one blank between them.
/// "typeArea", "TYPE_AREA" and "Type area" are one name.</summary>
internal static class Words
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 4);
        var previous = ' ';
        foreach (var c in Parted(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && char.ToLowerInvariant(previous) != 'и')
            {
                continue;
            }

            var isNewWord = char.IsUpper(c) && char.IsLower(previous) || char.IsAsciiDigit(c) && char.IsLetter(previous);
            if ((isNewWord || !char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(Plain(char.ToLowerInvariant(c)));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                folded[^1] = 'й';
            }

            previous = c;
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Letters and their marks apart. What is no character cannot be normalised: such texts stand in broken files.</summary>
    private static string Parted(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char Plain(char c) => c switch
    {
        'ə' => 'e',
        'ı' => 'i',
        'đ' => 'd',
        'ø' => 'o',
        'ł' => 'l',
        'ё' => 'е',
        'ي' or 'ى' => 'ی',
        'ك' => 'ک',
        'ه' or 'ة' or 'ۃ' => 'ہ',
        _ => c,
    };
}
