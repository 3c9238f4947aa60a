namespace Furrow.Exchange.Projections;

/// <summary>Mercator on the ellipsoid (EPSG methods 9804 and 9805); on a sphere it is Web Mercator (1024). Snyder, Map Projections (1987), pages
/// 41–45.</summary>
internal sealed class Mercator(Ellipsoid ellipsoid, double scale) : IProjection
{
    private readonly double _radius = ellipsoid.A * scale;

    public (double X, double Y) Forward(double lon, double lat) => (_radius * lon, _radius * IsometricLatitude.Of(lat, ellipsoid.E));

    public (double Lon, double Lat) Inverse(double x, double y)
    {
        var lon = x / _radius;
        return Math.Abs(lon) <= 2 * Math.PI ? (lon, IsometricLatitude.ToLatitude(y / _radius, ellipsoid.E)) : (double.NaN, double.NaN);
    }

    /// <summary>The scale at the equator that makes the scale true at a parallel (variant B).</summary>
    public static double ScaleFor(Ellipsoid ellipsoid, double standardParallel)
    {
        var sin = Math.Sin(standardParallel);
        return Math.Cos(standardParallel) / Math.Sqrt(1 - ellipsoid.E2 * sin * sin);
    }
}

/// <summary>The latitude stretched so that it measures the same as longitude: ψ = atanh(sin φ) − e atanh(e sin φ).</summary>
internal static class IsometricLatitude
{
    public static double Of(double lat, double e)
    {
        var sin = Math.Sin(lat);
        return Math.Atanh(sin) - e * Math.Atanh(e * sin);
    }

    public static double ToLatitude(double psi, double e)
    {
        var sin = Math.Tanh(psi);
        for (var i = 0; i < 20; i++)
        {
            var next = Math.Tanh(psi + e * Math.Atanh(e * sin));
            if (Math.Abs(next - sin) < 1e-17)
            {
                break;
            }

            sin = next;
        }

        return Math.Asin(sin);
    }
}
