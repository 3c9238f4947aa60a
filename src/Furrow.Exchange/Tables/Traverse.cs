namespace Furrow.Exchange.Tables;

/// <summary>A leg: from the point before, so many metres in this direction.</summary>
internal readonly record struct Leg(double BearingDegrees, double Metres);

/// <summary>Points reached by walking legs from a start, in WGS 84 degrees, and by how much the walk missed the start.</summary>
/// <param name="Points">lon, lat, lon, lat ... beginning with the start.</param>
internal sealed record TraversePoints(double[] Points, double? MisclosureMetres, double LengthMetres);

/// <summary>Computes bearing and distance legs on the ellipsoid.</summary>
internal static class Traverse
{
    /// <summary>A leg of field notes is measured with a tape or a range finder.</summary>
    public const double LongestLegMetres = 20_000;
    private const double Degree = Math.PI / 180;
    private const double A = 6378137;
    private const double E2 = 0.0066943799901413165;

    /// <param name="toTrue">Degrees to add to a bearing at a place to count it from true north.</param>
    /// <param name="closes">The last leg leads back to the start: what it misses is the misclosure, and its end is no point of its own.</param>
    public static TraversePoints Walk((double Lon, double Lat) start, IReadOnlyList<Leg> legs, Func<double, double, double> toTrue, bool closes,
        TraverseAdjustment adjustment)
    {
        var points = new List<(double Lon, double Lat)> { start };
        var lengths = new List<double> { 0 };
        foreach (var leg in legs)
        {
            var (lon, lat) = points[^1];
            points.Add(Step(lon, lat, leg.BearingDegrees + toTrue(lon, lat), leg.Metres));
            lengths.Add(lengths[^1] + leg.Metres);
        }

        double? misclosure = null;
        if (closes)
        {
            var (lon, lat) = points[^1];
            misclosure = Distance(lon, lat, start.Lon, start.Lat);
            if (adjustment == TraverseAdjustment.CompassRule && lengths[^1] > 0)
            {
                for (var i = 0; i < points.Count; i++)
                {
                    var share = lengths[i] / lengths[^1];
                    points[i] = (points[i].Lon - share * (lon - start.Lon), points[i].Lat - share * (lat - start.Lat));
                }
            }

            points.RemoveAt(points.Count - 1);
        }

        return new TraversePoints([.. points.SelectMany(p => new[] { p.Lon, p.Lat })], misclosure, lengths[^1]);
    }

    /// <summary>By the radii of curvature at the middle latitude; to a millimetre over 10 km. Needs no more for legs of field notes.</summary>
    internal static (double Lon, double Lat) Step(double lon, double lat, double azimuthDegrees, double metres)
    {
        double phi = lat * Degree, dPhi = 0, dLambda = 0, azimuth = azimuthDegrees * Degree;
        for (var i = 0; i < 6; i++)
        {
            var middle = phi + dPhi / 2;
            var (meridian, parallel) = Radii(middle);
            var turned = azimuth + dLambda * Math.Sin(middle) / 2;
            dPhi = metres * Math.Cos(turned) / meridian;
            dLambda = metres * Math.Sin(turned) / parallel;
        }

        return (lon + dLambda / Degree, lat + dPhi / Degree);
    }

    internal static double Distance(double lon1, double lat1, double lon2, double lat2)
    {
        var (meridian, parallel) = Radii((lat1 + lat2) / 2 * Degree);
        double dx = (lon2 - lon1) * Degree * parallel, dy = (lat2 - lat1) * Degree * meridian;
        return Math.Sqrt(dx * dx + dy * dy);
    }

    /// <summary>Metres for one radian along the meridian and along the parallel.</summary>
    private static (double Meridian, double Parallel) Radii(double phi)
    {
        var sin = Math.Sin(phi);
        var w = Math.Sqrt(1 - E2 * sin * sin);
        return (A * (1 - E2) / (w * w * w), A / w * Math.Cos(phi));
    }
}
