using System.Globalization;

namespace Furrow.Exchange.Places;

/// <summary>How far two stated places are apart, and whether that is one place. Metres on a sphere of the earth's mean radius: good to half a percent, which
/// is all a comparison needs.</summary>
internal static class PlaceDistance
{
    /// <summary>Two points of one place, beyond what their own texts are good to: other receivers, datums and corners of squares.</summary>
    public const double PointMetres = 100;

    /// <summary>A centroid, reference or access point stands no farther from its polygon.</summary>
    public const double BesideMetres = 1_000;

    /// <summary>Two drawings of one polygon.</summary>
    public const double OutlineMetres = 10;

    /// <summary>Corners of an outline that are looked at; of a longer one every n-th.</summary>
    private const int MostCorners = 400;
    private const double Radius = 6_371_008.8;
    private const double Degree = Math.PI / 180;

    /// <summary>Metres apart, and whether they agree: two points within <see cref="PointMetres"/>, a point inside a polygon, in the rectangle around it or
    /// within <see cref="BesideMetres"/>, two polygons each of whose corners lies within <see cref="OutlineMetres"/> of the other's line; each with what the
    /// texts are good to.</summary>
    public static (double Metres, bool Agrees) Between(StatedPlace one, StatedPlace other)
    {
        var within = one.WithinMetres + other.WithinMetres;
        if (one.IsPoint && other.IsPoint)
        {
            var apart = Metres(one.Rings[0][0], one.Rings[0][1], other.Rings[0][0], other.Rings[0][1]);
            return (apart, apart <= PointMetres + within);
        }

        if (one.IsPoint || other.IsPoint)
        {
            var (point, polygon) = one.IsPoint ? (one.Rings[0], other) : (other.Rings[0], one);
            var apart = IsInside(point[0], point[1], polygon) ? 0 : ToLine(point[0], point[1], polygon);
            return (apart, apart <= BesideMetres + within || IsInRectangle(point[0], point[1], polygon));
        }

        var most = Math.Max(Farthest(one, other), Farthest(other, one));
        return (most, most <= OutlineMetres + within);
    }

    /// <summary>"350 m", "12.4 km", "2013 km".</summary>
    public static string Text(double metres) => metres < 9_999.5 ? metres.ToString("0", CultureInfo.InvariantCulture) + " m"
        : (metres / 1000).ToString(metres < 99_950 ? "0.0" : "0", CultureInfo.InvariantCulture) + " km";

    private static double Farthest(StatedPlace from, StatedPlace to)
    {
        var corners = from.Rings.Sum(r => r.Length / 2);
        var step = 1 + corners / MostCorners;
        var most = 0.0;
        var count = 0;
        foreach (var ring in from.Rings)
        {
            for (var i = 0; i + 1 < ring.Length; i += 2)
            {
                if (count++ % step == 0)
                {
                    most = Math.Max(most, ToLine(ring[i], ring[i + 1], to));
                }
            }
        }

        return most;
    }

    /// <summary>To the nearest point of the line of a drawing.</summary>
    private static double ToLine(double lon, double lat, StatedPlace drawing)
    {
        var nearest = double.MaxValue;
        double perLon = Radius * Degree * Math.Cos(lat * Degree), perLat = Radius * Degree;
        foreach (var ring in drawing.Rings)
        {
            for (int i = 0, before = ring.Length - 2; i + 1 < ring.Length; before = i, i += 2)
            {
                double ax = (ring[before] - lon) * perLon, ay = (ring[before + 1] - lat) * perLat;
                double dx = (ring[i] - lon) * perLon - ax, dy = (ring[i + 1] - lat) * perLat - ay;
                var square = dx * dx + dy * dy;
                var along = square == 0 ? 0 : Math.Clamp(-(ax * dx + ay * dy) / square, 0, 1);
                nearest = Math.Min(nearest, Math.Sqrt(Math.Pow(ax + along * dx, 2) + Math.Pow(ay + along * dy, 2)));
            }
        }

        // A plane is no measure over hundreds of kilometres.
        return nearest < 100_000 ? nearest
            : drawing.Rings.SelectMany(r => Enumerable.Range(0, r.Length / 2).Select(i => Metres(lon, lat, r[2 * i], r[2 * i + 1]))).Min();
    }

    private static bool IsInside(double lon, double lat, StatedPlace polygon)
    {
        var inside = false;
        foreach (var ring in polygon.Rings)
        {
            for (int i = 0, before = ring.Length - 2; i + 1 < ring.Length; before = i, i += 2)
            {
                inside ^= ring[i + 1] > lat != ring[before + 1] > lat
                    && lon < (ring[before] - ring[i]) * (lat - ring[i + 1]) / (ring[before + 1] - ring[i + 1]) + ring[i];
            }
        }

        return inside;
    }

    private static bool IsInRectangle(double lon, double lat, StatedPlace polygon)
    {
        var lons = polygon.Rings.SelectMany(r => r.Where((_, i) => i % 2 == 0)).ToList();
        var lats = polygon.Rings.SelectMany(r => r.Where((_, i) => i % 2 == 1)).ToList();
        return lon >= lons.Min() && lon <= lons.Max() && lat >= lats.Min() && lat <= lats.Max();
    }

    private static double Metres(double lon1, double lat1, double lon2, double lat2)
    {
        double sinLat = Math.Sin((lat2 - lat1) * Degree / 2), sinLon = Math.Sin((lon2 - lon1) * Degree / 2);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(sinLat * sinLat + Math.Cos(lat1 * Degree) * Math.Cos(lat2 * Degree) * sinLon * sinLon)));
    }
}
