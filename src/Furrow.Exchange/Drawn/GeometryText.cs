using System.Text.RegularExpressions;

namespace Furrow.Exchange.Drawn;

/// <summary>What a text with a geometry says of its system.</summary>
/// <param name="System">A code, an address or a definition; null where it says nothing.</param>
/// <param name="OrderedBySystem">The order of the two numbers is that of the definition of the system (GeoSPARQL), not easting first.</param>
internal readonly record struct GeometrySystem(string? System, bool OrderedBySystem = false);

/// <summary>A whole geometry as the text of one column, in whichever notation: well-known text (also of PostGIS and GeoSPARQL), well-known binary, geometry of
/// a GeoPackage and binary shapes as hexadecimal digits, GeoJSON, Esri JSON, and the positions of ODK and Kobo.</summary>
internal static partial class GeometryText
{
    private const int ShortestHex = 40;

    public static bool LooksLike(string text) => WktReader.LooksLike(text) || JsonDrawing.LooksLike(text) || IsSparql(text)
        || Hex(text, Math.Min(text.Length, 4096)) is { } bytes && IsBinary(bytes, text.Length / 2 > bytes.Length) || OdkText.LooksLike(text);

    public static GeometrySystem Read(string text, DrawnBuilder into)
    {
        if (IsSparql(text))
        {
            var parts = Sparql().Match(text);
            var (named, wkt) = (parts.Groups["crs"], parts.Groups["wkt"]);
            new WktReader(wkt.Value, into).Read();
            return named.Success ? new(named.Value, OrderedBySystem: !named.ValueSpan.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase)) : new("CRS84");
        }

        if (JsonDrawing.LooksLike(text))
        {
            return new(JsonDrawing.Read(text, into));
        }

        if (!WktReader.LooksLike(text) && Hex(text, text.Length) is { } bytes)
        {
            return Binary(bytes, into);
        }

        if (OdkText.LooksLike(text) || !WktReader.LooksLike(text) && text.Contains(';'))
        {
            OdkText.Read(text, into);
            return new("EPSG:4326");
        }

        var reader = new WktReader(text, into);
        reader.Read();
        return Numbered(reader.Srid);
    }

    private static GeometrySystem Binary(byte[] bytes, DrawnBuilder into)
    {
        if (bytes is [(byte)'G', (byte)'P', ..])
        {
            GeoPackageGeometry.Read(bytes, into, out var srs);
            return Numbered(srs);
        }

        if (WkbReader.LooksLike(bytes))
        {
            var reader = new WkbReader(bytes, into);
            reader.Read();
            return Numbered(reader.Srid);
        }

        ShapeBinary.Read(bytes.Length < 4 ? new byte[4] : bytes, into);
        return default;
    }

    /// <summary>0 and -1 are how these formats say that the system is not known.</summary>
    private static GeometrySystem Numbered(int? srid) => new(srid is > 0 ? $"EPSG:{srid}" : null);

    private static bool IsBinary(byte[] bytes, bool isCut) => bytes is [(byte)'G', (byte)'P', 0, ..] || WkbReader.LooksLike(bytes)
        || (isCut ? bytes is [3 or 5 or 8 or 13 or 15 or 18 or 23 or 25 or 28, 0, 0, 0, ..] : ShapeBinary.LooksLike(bytes));

    /// <summary>The first so many digits as bytes; null where the text is not made of such, in pairs.</summary>
    private static byte[]? Hex(string text, int length)
    {
        var digits = text.AsSpan().Trim();
        digits = digits.StartsWith("\\x", StringComparison.Ordinal) || digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        if (digits.Length < ShortestHex || digits.Length % 2 != 0)
        {
            return null;
        }

        var bytes = new byte[Math.Min(digits.Length, length) / 2];
        return Convert.FromHexString(digits[..(2 * bytes.Length)], bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }

    private static bool IsSparql(string text) => text.AsSpan().TrimStart() is ['<' or '"', ..] && Sparql().Match(text) is { Success: true } parts
        && WktReader.LooksLike(parts.Groups["wkt"].Value);

    [GeneratedRegex(@"^\s*""?\s*(?:<(?<crs>[^<>]{1,200})>\s*)?(?<wkt>[A-Za-z][^""]*)(?:""\s*(?:\^\^\S{1,200})?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Sparql();
}
