namespace Furrow.Exchange.Projections;

/// <summary>The parameters of a projected system by their many names. Remembers which were read: one that nobody understood means that the system
/// is not understood.</summary>
internal sealed class WktParameters
{
    private readonly Dictionary<string, double> _values = [];
    private readonly HashSet<string> _read = [];

    public WktParameters(WktNode conversion, double radiansPerUnit, double metresPerUnit)
    {
        foreach (var parameter in conversion.All("PARAMETER"))
        {
            var name = parameter.Name.Replace('_', ' ').ToLowerInvariant();
            var isAngle = name.Contains("latitude", StringComparison.Ordinal) || name.Contains("longitude", StringComparison.Ordinal)
                || name.Contains("meridian", StringComparison.Ordinal) || name.Contains("parallel", StringComparison.Ordinal);
            var isLength = name.Contains("easting", StringComparison.Ordinal) || name.Contains("northing", StringComparison.Ordinal);
            var own = parameter.Find("ANGLEUNIT", "LENGTHUNIT", "UNIT")?.Number(0);
            _values[name] = (parameter.Number(0) ?? 0) * (isAngle ? own ?? radiansPerUnit : isLength ? own ?? metresPerUnit : 1);
        }

        CentralMeridian = Get("central meridian", "longitude of natural origin", "longitude of origin", "longitude of false origin",
            "longitude of center") ?? 0;
        FalseEasting = Get("false easting", "easting at false origin") ?? 0;
        FalseNorthing = Get("false northing", "northing at false origin") ?? 0;
    }

    /// <summary>Radians.</summary>
    public double CentralMeridian { get; }

    public double FalseEasting { get; }

    public double FalseNorthing { get; }

    /// <summary>Radians.</summary>
    public double OriginLatitude =>
        Get("latitude of origin", "latitude of natural origin", "latitude of false origin", "latitude of center", "central parallel") ?? 0;

    public double Scale => Get("scale factor", "scale factor at natural origin") ?? 1;

    public double? FirstParallel => Get("standard parallel 1", "latitude of 1st standard parallel");

    public double? SecondParallel => Get("standard parallel 2", "latitude of 2nd standard parallel");

    public IReadOnlyList<string> Unread() => [.. _values.Keys.Where(k => !_read.Contains(k))];

    private double? Get(params ReadOnlySpan<string> names)
    {
        double? found = null;
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var value))
            {
                _read.Add(name);
                found ??= value;
            }
        }

        return found;
    }
}

/// <summary>Projection methods by their names in the kinds of WKT.</summary>
internal static class WktMethods
{
    /// <summary>Null when the method is not known here or its parameters do not make sense.</summary>
    public static IProjection? Find(string method, Ellipsoid ellipsoid, WktParameters p)
    {
        switch (method)
        {
            case "transverse mercator" or "gauss kruger" or "transverse mercator complex":
                return p.Scale > 0 && Math.Abs(p.OriginLatitude) < Math.PI / 2 ? new TransverseMercator(ellipsoid, p.Scale, p.OriginLatitude) : null;
            case "mercator" or "mercator 1sp" or "mercator 2sp" or "mercator (variant a)" or "mercator (variant b)":
                return MercatorOf(ellipsoid, p);
            case "lambert conformal conic" or "lambert conformal conic 1sp" or "lambert conformal conic 2sp"
                or "lambert conic conformal (1sp)" or "lambert conic conformal (2sp)":
                return Lambert(ellipsoid, p);
            default:
                return null;
        }
    }

    private static Mercator? MercatorOf(Ellipsoid ellipsoid, WktParameters p)
    {
        var scale = p.FirstParallel is { } parallel ? Mercator.ScaleFor(ellipsoid, parallel) : p.Scale;
        return p.OriginLatitude == 0 && scale > 0 ? new Mercator(ellipsoid, scale) : null;
    }

    private static LambertConformalConic? Lambert(Ellipsoid ellipsoid, WktParameters p)
    {
        var first = p.FirstParallel ?? p.OriginLatitude;
        var cone = new LambertConformalConic(ellipsoid, p.OriginLatitude, first, p.SecondParallel ?? first, p.Scale);
        return cone.IsUsable && p.Scale > 0 ? cone : null;
    }
}
