namespace Furrow.Exchange.Projections;

/// <summary>Lambert conformal conic with one or two standard parallels (EPSG methods 9801 and 9802). Snyder, Map Projections (1987), pages 104–110,
/// written with the isometric latitude.</summary>
internal sealed class LambertConformalConic : IProjection
{
    private readonly double _e;
    private readonly double _n;
    private readonly double _af;
    private readonly double _originRadius;

    /// <param name="first">Standard parallel; with one parallel both are the same and <paramref name="scale"/> is the scale on it.</param>
    public LambertConformalConic(Ellipsoid ellipsoid, double originLat, double first, double second, double scale)
    {
        _e = ellipsoid.E;
        double m1 = Mercator.ScaleFor(ellipsoid, first), m2 = Mercator.ScaleFor(ellipsoid, second);
        double psi1 = IsometricLatitude.Of(first, _e), psi2 = IsometricLatitude.Of(second, _e);
        _n = Math.Abs(first - second) < 1e-10 ? Math.Sin(first) : Math.Log(m1 / m2) / (psi2 - psi1);
        _af = scale * ellipsoid.A * m1 / _n * Math.Exp(_n * psi1);
        _originRadius = Radius(originLat);
    }

    /// <summary>Without a cone there is no answer: parallels on both sides of the equator at the same distance.</summary>
    public bool IsUsable => double.IsFinite(_n) && Math.Abs(_n) > 1e-9 && double.IsFinite(_originRadius);

    public (double X, double Y) Forward(double lon, double lat)
    {
        var radius = Radius(lat);
        var (sin, cos) = Math.SinCos(_n * lon);
        return (radius * sin, _originRadius - radius * cos);
    }

    public (double Lon, double Lat) Inverse(double x, double y)
    {
        var sign = Math.Sign(_n);
        double dy = sign * (_originRadius - y), dx = sign * x;
        var radius = sign * Math.Sqrt(dx * dx + dy * dy);
        var lon = Math.Atan2(dx, dy) / _n;
        var lat = IsometricLatitude.ToLatitude(Math.Log(_af / radius) / _n, _e);
        return Math.Abs(lon) <= Math.PI ? (lon, lat) : (double.NaN, double.NaN);
    }

    private double Radius(double lat) => _af * Math.Exp(-_n * IsometricLatitude.Of(lat, _e));
}
