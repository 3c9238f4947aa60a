using System.Text;
using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>Text encodings by the names people, programs and files give them.</summary>
internal static class TextEncodings
{
    /// <summary>What programs write where they mean "whatever this machine uses": nothing is said by it.</summary>
    private static readonly string[] Empty = ["", "SYSTEM", "ANSI", "OEM", "DEFAULT", "NONE", "UNKNOWN", "LDID0", "LDID87"];

    private static readonly string[] Prefixes = ["WINDOWS", "MSWIN", "ANSI", "OEM", "IBM", "DOS", "WIN", "CP", "MS", "X", "ISOIR", "ISO"];

    private static readonly int[] Latin = [0, 1, 2, 3, 4, 9, 10, 13, 14, 15, 16];

    private static readonly Dictionary<string, int> Pages = new()
    {
        ["UTF8"] = 65001, ["UTF16"] = 1200, ["UTF16LE"] = 1200, ["UNICODE"] = 1200, ["UTF16BE"] = 1201, ["ASCII"] = 20127, ["USASCII"] = 20127,
        ["BIG5"] = 950, ["GBK"] = 936, ["GB2312"] = 936, ["EUCCN"] = 936, ["GB18030"] = 54936, ["SJIS"] = 932, ["SHIFTJIS"] = 932, ["EUCJP"] = 20932,
        ["EUCKR"] = 949, ["KSC5601"] = 949, ["TIS620"] = 874, ["KOI8R"] = 20866, ["KOI8U"] = 21866, ["MACINTOSH"] = 10000, ["MACROMAN"] = 10000,
        ["MACCYRILLIC"] = 10007, ["MACCE"] = 10029, ["MACTURKISH"] = 10081,
    };

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the code pages known to libraries that ask for them by number.</summary>
    public static void Register()
    {
    }

    /// <summary>A name that names no encoding, though it stands where one should: "System", "ANSI", nothing.</summary>
    public static bool SaysNothing(string? name) => Empty.Contains(Bare(name ?? ""));

    /// <summary>"UTF-8", "1251", "cp1251", "windows-1251", "ANSI 1252", "ISO 8859-1", "88592", "8859-5", "OEM 866", "Latin-2", "Big5", "LDID/201" ...;
    /// null when it is none. Bytes that fit no letter become U+FFFD.</summary>
    public static Encoding? Find(string name)
    {
        var bare = Bare(name);
        if (bare.StartsWith("LDID", StringComparison.Ordinal))
        {
            return Number(bare[4..]) is { } driver and <= 255 ? LanguageDriver.EncodingOf((byte)driver) : null;
        }

        var page = Page(bare) ?? (Prefixes.FirstOrDefault(p => bare.StartsWith(p, StringComparison.Ordinal) && bare.Length > p.Length) is { } prefix
            ? Page(bare[prefix.Length..]) : null);
        try
        {
            return page switch
            {
                65001 => new UTF8Encoding(false),
                > 0 => Encoding.GetEncoding(page.Value),
                _ => bare.Length == 0 ? null : Encoding.GetEncoding(name.Trim()),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The same encoding, which throws where bytes fit no letter.</summary>
    public static Encoding Strict(Encoding encoding) => encoding is UTF8Encoding ? new UTF8Encoding(false, true)
        : Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Upper case, without the marks and blanks that every program sets elsewhere.</summary>
    private static string Bare(string name) => string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c > 127 && !char.IsControl(c) && c != '\uFEFF'))
        .ToUpperInvariant();

    private static int? Page(string bare)
    {
        if (Pages.TryGetValue(bare, out var known))
        {
            return known;
        }

        // 88592 and 885915 are parts of ISO 8859, as ArcGIS writes them; their pages are numbered 28591 and on.
        var part = bare.StartsWith("8859", StringComparison.Ordinal) ? Number(bare[4..])
            : bare.StartsWith("LATIN", StringComparison.Ordinal) && Number(bare[5..]) is { } latin && latin < Latin.Length ? Latin[latin] : null;
        return part is > 0 and <= 16 ? 28590 + part : bare.Length is >= 3 and <= 5 ? Number(bare) : null;
    }

    private static int? Number(string digits) => PlainNumber.Whole(digits);
}
