using System.Text;

namespace Furrow.Exchange;

/// <summary>Text encodings by the names people and files give them.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the code pages known to libraries that ask for them by number.</summary>
    public static void Register()
    {
    }

    /// <summary>"UTF-8", "1251", "cp1251", "windows-1251", "ANSI 1252", "ISO 8859-1" ...; null when it is none.</summary>
    public static Encoding? Find(string name)
    {
        var text = name.Trim().ToUpperInvariant();
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text is "UTF8" or "UTF-8" or "65001")
        {
            return new UTF8Encoding(false);
        }

        if (text.StartsWith("ISO", StringComparison.Ordinal) && digits.StartsWith("8859", StringComparison.Ordinal) && digits.Length > 4)
        {
            text = "ISO-8859-" + digits[4..];
        }

        try
        {
            var isPage = digits.Length is >= 3 and <= 5 && !text.StartsWith("ISO", StringComparison.Ordinal)
                && !text.StartsWith("UTF", StringComparison.Ordinal);
            return isPage ? Encoding.GetEncoding(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)) : Encoding.GetEncoding(text);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
