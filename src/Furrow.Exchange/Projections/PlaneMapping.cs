namespace Furrow.Exchange.Projections;

/// <summary>Longitude and latitude on some datum, in some unit, from some prime meridian.</summary>
internal sealed class GeographicMapping(Datum datum, double primeMeridian, double radiansPerUnit) : IPlaneMapping
{
    private const double Degree = Math.PI / 180;

    public Datum Datum => datum;

    public IPlaneMapping OnOwnDatum() => new GeographicMapping(datum.Unshifted, primeMeridian, radiansPerUnit);

    public (double Lon, double Lat) ToWgs84(double x, double y)
    {
        if (!(Math.Abs(y * radiansPerUnit) <= Math.PI / 2 + 1e-12 && Math.Abs(x * radiansPerUnit) <= 2 * Math.PI))
        {
            return (double.NaN, double.NaN);
        }

        var (lon, lat) = datum.ToWgs84(x * radiansPerUnit + primeMeridian, y * radiansPerUnit);
        return (lon / Degree, lat / Degree);
    }

    public (double X, double Y) FromWgs84(double lon, double lat)
    {
        var (l, p) = datum.FromWgs84(lon * Degree, lat * Degree);
        return ((l - primeMeridian) / radiansPerUnit, p / radiansPerUnit);
    }
}

/// <summary>Eastings and northings.</summary>
/// <param name="Meridian">Central meridian in radians from Greenwich.</param>
/// <param name="FalseX">In metres.</param>
/// <param name="FalseY">In metres.</param>
internal sealed record PlaneMapping(Datum Datum, IProjection Projection, double Meridian, double FalseX, double FalseY, double MetresPerUnit) : IPlaneMapping
{
    private const double Degree = Math.PI / 180;

    /// <summary>Once around the earth, in metres: nothing on a map is farther from its origin.</summary>
    private const double Farthest = 4.01e7;

    public IPlaneMapping OnOwnDatum() => this with { Datum = Datum.Unshifted };

    public (double Lon, double Lat) ToWgs84(double x, double y)
    {
        double px = x * MetresPerUnit - FalseX, py = y * MetresPerUnit - FalseY;
        if (!(Math.Abs(px) <= Farthest && Math.Abs(py) <= Farthest))
        {
            return (double.NaN, double.NaN);
        }

        var (lon, lat) = Projection.Inverse(px, py);
        if (double.IsNaN(lon) || double.IsNaN(lat))
        {
            return (double.NaN, double.NaN);
        }

        (lon, lat) = Datum.ToWgs84(Wrap(lon + Meridian), lat);
        return (lon / Degree, lat / Degree);
    }

    public (double X, double Y) FromWgs84(double lon, double lat)
    {
        var (l, p) = Datum.FromWgs84(lon * Degree, lat * Degree);
        var (x, y) = Projection.Forward(Wrap(l - Meridian), p);
        return ((x + FalseX) / MetresPerUnit, (y + FalseY) / MetresPerUnit);
    }

    private static double Wrap(double lon) => lon > Math.PI ? lon - 2 * Math.PI : lon < -Math.PI ? lon + 2 * Math.PI : lon;
}
