namespace Furrow.Exchange.Projections;

/// <summary>The prime meridian of a definition. OGC writes it in the unit of the angles beside it, ESRI always in degrees: for a meridian with a name the
/// registry knows, the one of the two that is the meridian's own.</summary>
internal static class PrimeMeridians
{
    private const double Degree = Math.PI / 180;

    /// <summary>Programs write them with eight digits; no two are nearer than two degrees, but for those of Paris.</summary>
    private const double Near = 1e-5;

    /// <summary>Degrees from Greenwich, as the EPSG data set has them.</summary>
    private static readonly (string Name, double Degrees)[] Known =
    [
        ("greenwich", 0), ("lisbon", -(9 + 7 / 60.0 + 54.862 / 3600)), ("paris", 2.5969213 * 0.9), ("bogota", -(74 + 4 / 60.0 + 51.3 / 3600)),
        ("madrid", -(3 + 41 / 60.0 + 14.55 / 3600)), ("rome", 12 + 27 / 60.0 + 8.4 / 3600), ("bern", 7 + 26 / 60.0 + 22.5 / 3600),
        ("jakarta", 106 + 48 / 60.0 + 27.79 / 3600), ("ferro", -(17 + 40 / 60.0)), ("brussels", 4 + 22 / 60.0 + 4.71 / 3600),
        ("stockholm", 18 + 3 / 60.0 + 29.8 / 3600), ("athens", 23 + 42 / 60.0 + 58.815 / 3600), ("oslo", 10 + 43 / 60.0 + 22.5 / 3600),
    ];

    /// <summary>Radians from Greenwich; null where the number is not the meridian of that name, or no meridian.</summary>
    /// <param name="unit">Radians in one unit of the angles beside it.</param>
    public static double? Radians(WktNode? node, double unit)
    {
        var value = node?.Number(0) ?? 0;
        var own = node?.Find("ANGLEUNIT", "UNIT")?.Number(0);
        var name = node?.Name.Trim().ToLowerInvariant() ?? "";
        foreach (var (known, degrees) in Known)
        {
            if (name == known)
            {
                double[] readings = own is { } stated ? [stated] : [unit, Degree];
                return readings.Select(u => value * u).Where(r => Math.Abs(r / Degree - degrees) < Near).Select(r => (double?)r).FirstOrDefault();
            }
        }

        var read = value * (own ?? unit);
        return Math.Abs(read) <= Math.PI ? read : null;
    }
}
