namespace Furrow.Exchange.Projections;

/// <summary>An ellipsoid of revolution by its semi-major axis in metres and its flattening.</summary>
internal sealed record Ellipsoid(double A, double F)
{
    public static readonly Ellipsoid Wgs84 = Inverse(6378137, 298.257223563);
    public static readonly Ellipsoid Grs80 = Inverse(6378137, 298.257222101);
    public static readonly Ellipsoid Krassovsky = Inverse(6378245, 298.3);
    public static readonly Ellipsoid Bessel = Inverse(6377397.155, 299.1528128);
    public static readonly Ellipsoid International = Inverse(6378388, 297);

    public double E2 { get; } = F * (2 - F);

    public double E { get; } = Math.Sqrt(F * (2 - F));

    public double B { get; } = A * (1 - F);

    /// <param name="inverse">1/f; 0 stands for a sphere, as in WKT.</param>
    public static Ellipsoid Inverse(double a, double inverse) => new(a, inverse == 0 ? 0 : 1 / inverse);

    /// <summary>Near enough to be the same body: 1 m at the equator and at the poles.</summary>
    public bool IsLike(Ellipsoid other) => Math.Abs(A - other.A) < 1 && Math.Abs(B - other.B) < 1;

    /// <summary>Earth-centred x, y, z in metres of a point on the ellipsoid; angles in radians.</summary>
    public (double X, double Y, double Z) ToGeocentric(double lon, double lat)
    {
        var sin = Math.Sin(lat);
        var n = A / Math.Sqrt(1 - E2 * sin * sin);
        return (n * Math.Cos(lat) * Math.Cos(lon), n * Math.Cos(lat) * Math.Sin(lon), n * (1 - E2) * sin);
    }

    /// <summary>Longitude and latitude in radians; the height is not used. Bowring 1976, iterated to the last digit.</summary>
    public (double Lon, double Lat) FromGeocentric(double x, double y, double z)
    {
        var p = Math.Sqrt(x * x + y * y);
        var ep2 = E2 / (1 - E2);
        var beta = Math.Atan2(z * A, p * B);
        var lat = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var (s, c) = Math.SinCos(beta);
            lat = Math.Atan2(z + ep2 * B * s * s * s, p - E2 * A * c * c * c);
            beta = Math.Atan2((1 - F) * Math.Sin(lat), Math.Cos(lat));
        }

        return (Math.Atan2(y, x), lat);
    }
}
