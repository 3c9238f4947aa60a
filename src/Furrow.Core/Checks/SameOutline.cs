using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Whether two shapes are one outline, written with another rounding or in another coordinate system: no point of either lies farther from the line
/// of the other than positions of one point do (<see cref="PointIndex.SameWithin"/>).</summary>
internal static class SameOutline
{
    /// <summary>Most pairs of points and sides one comparison looks at; beyond, only outlines of the same points in the same order are known again.</summary>
    private const long MostPairs = 20_000_000;

    public static bool Are(Shape first, Shape second)
    {
        if (first.Equals(second))
        {
            return true;
        }

        if (first.IsEmpty || second.IsEmpty || !AreNear(first.Bounds, second.Bounds))
        {
            return false;
        }

        List<GridPoint[]> a = [.. first.Polygons.SelectMany(p => p)], b = [.. second.Polygons.SelectMany(p => p)];
        return a.Count == b.Count && (AreInOrder(a, b)
            || (long)a.Sum(r => r.Length) * b.Sum(r => r.Length) <= MostPairs && LiesOn(a, b) && LiesOn(b, a));
    }

    internal static bool AreNear(GridBox a, GridBox b) => IsNear(a.MinLon, b.MinLon) && IsNear(a.MinLat, b.MinLat) && IsNear(a.MaxLon, b.MaxLon)
        && IsNear(a.MaxLat, b.MaxLat);

    private static bool IsNear(long a, long b) => Math.Abs(a - b) <= PointIndex.SameWithin;

    /// <summary>Ring by ring the same points, wherever each begins.</summary>
    private static bool AreInOrder(List<GridPoint[]> a, List<GridPoint[]> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i].Length != b[i].Length || !IsTurned(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTurned(GridPoint[] a, GridPoint[] b)
    {
        // More than a few points near the first would be looked at from each of them.
        var tries = 0;
        for (var from = 0; from < b.Length && tries < 8; from++)
        {
            if (!PointIndex.IsSame(a[0], b[from]))
            {
                continue;
            }

            tries++;
            var same = 1;
            while (same < a.Length && PointIndex.IsSame(a[same], b[(from + same) % b.Length]))
            {
                same++;
            }

            if (same == a.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LiesOn(List<GridPoint[]> points, List<GridPoint[]> lines) =>
        points.TrueForAll(ring => Array.TrueForAll(ring, p => lines.Exists(l => IsOn(p, l))));

    private static bool IsOn(GridPoint p, GridPoint[] ring)
    {
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            if (IsOn(p, ring[j], ring[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOn(GridPoint p, GridPoint a, GridPoint b)
    {
        const double within = PointIndex.SameWithin;
        double dx = b.Lon - a.Lon, dy = b.Lat - a.Lat, px = p.Lon - a.Lon, py = p.Lat - a.Lat;
        var along = dx == 0 && dy == 0 ? 0 : Math.Clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0, 1);
        double x = px - along * dx, y = py - along * dy;
        return x * x + y * y <= 2 * within * within;
    }
}
