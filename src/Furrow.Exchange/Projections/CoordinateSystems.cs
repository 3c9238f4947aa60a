using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>The coordinate systems Furrow knows. What is not known is refused by name, never guessed.</summary>
public static partial class CoordinateSystems
{
    /// <summary>From "EPSG:32633", an OGC URN or address, "CRS84", "UTM 33N" or WKT. Where a datum has several ways to WGS 84, one can be named behind it:
    /// "EPSG:3908 via EPSG:8823", or given as "EPSG:3908 via TOWGS84[dx,dy,dz,rx,ry,rz,ppm]".</summary>
    public static Outcome<CoordinateSystem> Resolve(string text, string? file = null) => Resolve(text, file, null);

    /// <param name="way">The way to WGS 84 where the text names none and needs one; it may also stand behind the text.</param>
    internal static Outcome<CoordinateSystem> Resolve(string text, string? file, double[]? way)
    {
        var parts = ViaWord().Split(text.Trim(), 2);
        var name = parts[0].Trim();
        Datum? via = null;
        var seven = way;
        if (parts.Length == 2)
        {
            seven = WktNode.Parse(parts[1].Trim()) is { Keyword: "TOWGS84", Numbers.Count: 3 or 7 } node ? [.. node.Numbers] : null;
            via = EpsgCode(parts[1].Trim()) is { } number ? Datums.Way(number) : null;
            if (seven is null && via is null)
            {
                return Problems.CrsUnknown(file, text.Trim());
            }
        }

        return EpsgCode(name) is { } code ? ByCode(code, via, seven, text.Trim(), file)
            : Utm(name) is { } utm ? utm
            : name.Contains('[') || name.Contains('(') ? WktCoordinateSystem.Read(name, seven ?? via?.Seven, file)
            : Problems.CrsUnknown(file, text.Trim());
    }

    /// <summary>UTM on WGS 84.</summary>
    /// <param name="zone">1 to 60.</param>
    public static CoordinateSystem Utm(int zone, bool south) =>
        zone is >= 1 and <= 60
            ? Coded((south ? 32700 : 32600) + zone, null)
            : throw new ArgumentOutOfRangeException(nameof(zone));

    private static Outcome<CoordinateSystem> ByCode(int code, Datum? via, double[]? seven, string text, string? file)
    {
        if (code == 4326)
        {
            return CoordinateSystem.Wgs84;
        }

        if (EpsgCodes.Find(code, null) is null)
        {
            return Problems.CrsUnknown(file, text);
        }

        var own = EpsgCodes.DatumOf(code);
        if (via is not null && via.Name != own.Name)
        {
            return Problems.CrsUnknown(file, $"{text}, since EPSG:{code} is on {own.Name}, not on {via.Name}");
        }

        if (via is null && seven is null && EpsgCodes.NeedsWay(code))
        {
            return Problems.CrsUnknown(file, $"{text} without a way to WGS 84, which differs by country (for example 'EPSG:{code} via EPSG:1784')");
        }

        var datum = seven is not null ? own.Via7(seven, "TOWGS84") : via;
        return Coded(code, datum);
    }

    private static CoordinateSystem Coded(int code, Datum? datum) =>
        new($"EPSG:{code}", EpsgCodes.Find(code, datum)!, (datum ?? EpsgCodes.DatumOf(code)).Via)
        {
            XIsNorth = AreasOfUse.XIsNorth(code),
            Area = AreasOfUse.Of(code),
        };

    private static CoordinateSystem? Utm(string name)
    {
        var match = UtmName().Match(name);
        return match.Success && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 60 and var zone
            ? Utm(zone, match.Groups[2].ValueSpan is "S" or "s")
            : null;
    }

    /// <summary>The EPSG number in any of the ways people write it; CRS84 counts as 4326 since x is longitude everywhere here.</summary>
    internal static int? EpsgCode(string text)
    {
        if (text.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase) || text.Equals("WGS84", StringComparison.OrdinalIgnoreCase)
            || text.Equals("WGS 84", StringComparison.OrdinalIgnoreCase))
        {
            return 4326;
        }

        var at = text.LastIndexOfAny([':', '/', '#']);
        var isEpsg = at < 0 || text.Contains("EPSG", StringComparison.OrdinalIgnoreCase);
        return isEpsg && PlainNumber.Whole(text.AsSpan(at + 1)) is { } code and > 1000 and < 1_000_000
            ? code : null;
    }

    [GeneratedRegex(@"\s+via\s+|;\s*(?=TOWGS84)", RegexOptions.IgnoreCase)]
    private static partial Regex ViaWord();

    [GeneratedRegex(@"^(?:WGS ?84 ?/? ?)?UTM(?: zone)? ?(\d{1,2}) ?([NS])$", RegexOptions.IgnoreCase)]
    private static partial Regex UtmName();
}
