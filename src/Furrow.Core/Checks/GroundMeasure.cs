using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Lengths in metres near a point, good to a few millionths over some kilometres: enough to judge a drawing by, never to keep books with
/// (areas of the ledger come from the ellipsoid formula). Only + − × ÷ √, so the same on every processor.</summary>
public static class GroundMeasure
{
    private const double SemiMajorMetres = 6_378_137.0;
    private const double EccentricitySquared = 0.0066943799901413165;
    private const double RadiansPerStep = Math.PI / 180 / GridPoint.PerDegree;

    /// <summary>Metres per grid step eastwards and northwards at a latitude, on the WGS 84 ellipsoid.</summary>
    public static (double East, double North) MetresPerStep(long lat)
    {
        var (sine, cosine) = SineCosine(lat * RadiansPerStep);
        var w = 1 - EccentricitySquared * sine * sine;
        var normal = SemiMajorMetres / Math.Sqrt(w);
        return (normal * cosine * RadiansPerStep, normal * (1 - EccentricitySquared) / w * RadiansPerStep);
    }

    public static double DistanceMetres(GridPoint a, GridPoint b)
    {
        var (east, north) = MetresPerStep(a.Lat / 2 + b.Lat / 2);
        double dx = ((double)b.Lon - a.Lon) * east, dy = ((double)b.Lat - a.Lat) * north;
        return Math.Sqrt(dx * dx + dy * dy);
    }

    /// <summary>Length of all rings, each closed.</summary>
    public static double PerimeterMetres(IReadOnlyList<GridPoint[][]> polygons)
    {
        var sum = 0.0;
        foreach (var polygon in polygons)
        {
            foreach (var ring in polygon)
            {
                for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
                {
                    sum += DistanceMetres(ring[j], ring[i]);
                }
            }
        }

        return sum;
    }

    /// <summary>Sine and cosine by Taylor series on a quarter of the angle and two doublings: good to 1e-15 for latitudes.</summary>
    private static (double Sine, double Cosine) SineCosine(double angle)
    {
        var q = angle / 4;
        var q2 = q * q;
        var sine = q * (1 - q2 / 6 * (1 - q2 / 20 * (1 - q2 / 42 * (1 - q2 / 72 * (1 - q2 / 110)))));
        var cosine = 1 - q2 / 2 * (1 - q2 / 12 * (1 - q2 / 30 * (1 - q2 / 56 * (1 - q2 / 90))));
        (sine, cosine) = (2 * sine * cosine, 1 - 2 * sine * sine);
        return (2 * sine * cosine, 1 - 2 * sine * sine);
    }
}
