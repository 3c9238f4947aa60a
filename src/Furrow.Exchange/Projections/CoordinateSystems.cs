using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>The coordinate systems Furrow knows. What is not known is refused by name, never guessed.</summary>
public static partial class CoordinateSystems
{
    /// <summary>From "EPSG:32633", an OGC URN or address, "CRS84", "UTM 33N" or WKT. Where a datum has several ways to WGS 84, one can be named behind it:
    /// "EPSG:3908 via EPSG:8823", or given as "EPSG:3908 via TOWGS84[dx,dy,dz,rx,ry,rz,ppm]" (position vector) or "via COORDINATE_FRAME[...]".</summary>
    public static Outcome<CoordinateSystem> Resolve(string text, string? file = null) => Resolve(text, file, null);

    /// <param name="way">The way to WGS 84 where the text names none and needs one; it may also stand behind the text.</param>
    internal static Outcome<CoordinateSystem> Resolve(string text, string? file, StatedShift? way)
    {
        var parts = ViaWord().Split(text.Trim(), 2);
        var name = parts[0].Trim();
        Datum? via = null;
        var shift = way;
        if (parts.Length == 2)
        {
            shift = StatedShift.Of(WktNode.Parse(parts[1].Trim()));
            via = EpsgCode(parts[1].Trim()) is { } number ? Datums.Way(number) : null;
            if (shift is null && via is null)
            {
                return Problems.CrsUnknown(file, $"{text.Trim()}");
            }
        }

        return EpsgCode(name) is { } code ? ByCode(code, via, shift, text.Trim(), file)
            : Utm(name) is { } utm ? utm
            : name.Contains('[') || name.Contains('(') ? WktCoordinateSystem.Read(name, shift ?? via?.Way, file)
            : Problems.CrsUnknown(file, $"{text.Trim()}");
    }

    /// <summary>The EPSG codes of all systems known by code, and those some programs use in their place.</summary>
    public static IEnumerable<int> Codes => Enumerable.Range(1000, 101_500).Append(900913).Where(c => c == 4326 || EpsgCodes.Find(c, null) is not null);

    /// <summary>The EPSG codes of the ways to WGS 84 that can be named for a system; none where there is no choice.</summary>
    public static IEnumerable<int> WaysOf(int code) => Datums.Ways.Where(w => Datums.Way(w)!.Name == EpsgCodes.DatumOf(code).Name);

    /// <summary>UTM on WGS 84.</summary>
    /// <param name="zone">1 to 60.</param>
    public static CoordinateSystem Utm(int zone, bool south) =>
        zone is >= 1 and <= 60
            ? Coded((south ? 32700 : 32600) + zone, null)
            : throw new ArgumentOutOfRangeException(nameof(zone));

    private static Outcome<CoordinateSystem> ByCode(int code, Datum? via, StatedShift? shift, string text, string? file)
    {
        if (code == 4326)
        {
            return CoordinateSystem.Wgs84;
        }

        if (EpsgCodes.Find(code, null) is null)
        {
            return Problems.CrsUnknown(file, $"{text}");
        }

        var own = EpsgCodes.DatumOf(code);
        if (via is not null && via.Name != own.Name)
        {
            return Problems.CrsUnknown(file, $"{text}, since EPSG:{code} is on {own.Name}, not on {via.Name}");
        }

        if (via is null && shift is null && EpsgCodes.NeedsWay(code))
        {
            return Problems.CrsUnknown(file, $"{text} without a way to WGS 84, which differs by country (for example 'EPSG:{code} via EPSG:1784')");
        }

        var datum = shift is not null ? own.By(shift) : via;
        return Coded(code, datum);
    }

    /// <summary>Another system by code, with the same way to WGS 84.</summary>
    internal static CoordinateSystem? InDatumOf(CoordinateSystem system, int code) =>
        EpsgCodes.DatumOf(code).Name != system.Datum.Name ? null : Coded(code, system.Via is null ? null : system.Datum);

    private static CoordinateSystem Coded(int code, Datum? datum) =>
        new($"EPSG:{code}", EpsgCodes.Find(code, datum)!, (datum ?? EpsgCodes.DatumOf(code)).Via)
        {
            Code = code,
            RegistryName = EpsgNames.Of(code),
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

    [GeneratedRegex(@"\s+via\s+|;\s*(?=TOWGS84|COORDINATE_?FRAME|POSITION_?VECTOR|GEOCENTRIC_?TRANSLATION)", RegexOptions.IgnoreCase)]
    private static partial Regex ViaWord();

    [GeneratedRegex(@"^(?:WGS ?84 ?/? ?)?UTM(?: zone)? ?([0-9]{1,2}) ?([NS])$", RegexOptions.IgnoreCase)]
    private static partial Regex UtmName();
}
