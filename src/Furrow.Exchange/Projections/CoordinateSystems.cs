using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>The coordinate systems Furrow knows. What is not known is refused by name, never guessed.</summary>
public static class CoordinateSystems
{
    /// <summary>From "EPSG:32633", an OGC URN or address, "CRS84", or WKT.</summary>
    public static Outcome<CoordinateSystem> Resolve(string text, string? file = null)
    {
        var code = EpsgCode(text.Trim());
        return code is 4326 ? CoordinateSystem.Wgs84 : Problems.CrsUnknown(file, text);
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
        return isEpsg && int.TryParse(text.AsSpan(at + 1), out var code) && code is > 1000 and < 1_000_000 ? code : null;
    }
}
