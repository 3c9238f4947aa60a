using System.Globalization;
using System.Text;

namespace Furrow.Exchange;

/// <summary>What bytes of which nobody knows the encoding would read as: shown to a person, who knows the names of the land. Nothing is decided here.</summary>
internal static class EncodingCandidates
{
    private const int Most = 6;
    private const int SampleBytes = 48;

    /// <summary>As they are written in the countries this is used in; the first of equal ones goes before.</summary>
    private static readonly string[] Pages = ["utf-8", "windows-1250", "windows-1251", "windows-1252", "windows-1254", "windows-1256", "ibm852", "cp866",
        "iso-8859-2", "iso-8859-9", "iso-8859-5", "windows-1253", "windows-1257", "windows-874", "gb18030", "big5"];

    /// <summary>"windows-1250: Šćepan; windows-1252: Šæepan": each encoding in which all of the bytes are letters and signs, likeliest first.</summary>
    public static string Of(ReadOnlySpan<byte> sample)
    {
        return string.Join("; ", Choices(sample).Select(c => $"{c.Word}: {c.Shown}"));
    }

    /// <summary>The same as answers.</summary>
    public static IReadOnlyList<ReadingChoice> Choices(ReadOnlySpan<byte> sample) =>
        [.. Read(Cut(sample).ToArray()).Take(Most).Select(c => new ReadingChoice(c.Page, c.Text))];

    /// <summary>The text in that encoding; null where a byte of it is no letter there, or a sign that only controls.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = TextEncodings.Strict(encoding).GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') || text.Contains('\uFFFD') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Page, string Text)> Read(byte[] bytes) => Pages
        .Select(page => (Page: page, Text: Decode(bytes, TextEncodings.Find(page)!)))
        .Where(c => c.Text is not null && Oddity(c.Text) < 1)
        .Select(c => (c.Page, Text: c.Text!))
        .OrderBy(c => c.Page == "utf-8" ? -1 : Oddity(c.Text))
        .DistinctBy(c => c.Text);

    /// <summary>The share of high signs that stand where such do not: no letters, small letters before capitals, two scripts in one word.</summary>
    private static double Oddity(string text)
    {
        double odd = 0, high = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 128)
            {
                continue;
            }

            high++;
            var before = i > 0 && char.IsLetter(text[i - 1]) ? text[i - 1] : '\0';
            var mixes = before != '\0' && char.IsLetter(text[i]) && Script(before) != Script(text[i]);
            odd += !char.IsLetter(text[i]) ? CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol ? 1 : 0.6
                : mixes || char.IsUpper(text[i]) && char.IsLower(before) ? 0.8
                : char.IsLetter(before) && before > 127 && Script(text[i]) == 0 ? 0.3 : 0;
        }

        return high == 0 ? 0 : odd / high;
    }

    /// <summary>Latin, Greek, Cyrillic, Arabic, or another.</summary>
    private static int Script(char letter) => letter < 0x370 ? 0 : letter < 0x400 ? 1 : letter < 0x530 ? 2 : letter is >= '\u0600' and < '\u0780' ? 3 : 4;

    /// <summary>From a little before the first high byte on.</summary>
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> sample)
    {
        if (sample.Length <= SampleBytes)
        {
            return sample;
        }

        var from = Math.Max(0, sample.IndexOfAnyInRange((byte)128, (byte)255) - 12);
        return sample.Slice(from, Math.Min(SampleBytes, sample.Length - from));
    }
}
