namespace Furrow.Core.Land;

/// <summary>Recognises, quickly, rings that need no repair: every two edges that do not follow each other are clearly apart, and no corner is so sharp that
/// rounding at a cell line could close it. Nearly every drawn polygon is like that. "Clearly" is more than snap rounding could ever move an edge, so what
/// is plain here is simple by <see cref="RingFaces.AreSimple"/> too; what is not plain is merely not decided here.</summary>
internal static class PlainRings
{
    /// <summary>Cutting at a cell line moves an edge by up to half a step and a node's pixel reaches up to one and a half: nothing closer than three steps
    /// matters to the noding. One more for the rounding of the doubles used here.</summary>
    private const double Clear = 4;

    /// <summary>Sine of the sharpest corner decided here; its sides are further apart than <see cref="Clear"/> from 400 steps on.</summary>
    private const double Sharpest = 0.01;

    /// <summary>A corner below 90 degrees this close to a cell line (10 cm) is left to the noding.</summary>
    private const long NearCellLine = 1_000;

    /// <summary>Pairs of edges compared for each edge, at most: beyond it the noding is no slower.</summary>
    private const int MostPairsOfEdge = 200;

    /// <summary>Pairs of edges looked at for each edge, at most, near each other or not; and for a whole drawing.</summary>
    private const int MostLooksOfEdge = 4_000;

    private const long MostLooks = 100_000_000;

    private const int FewEdges = 48;

    /// <summary>Points looked at to see whether holes lie in each other, at most.</summary>
    private const long MostPointsForNesting = 4_000_000;

    /// <summary>Whether the rings of one polygon, shell anticlockwise and holes clockwise, are plain.</summary>
    /// <param name="budget">Pairs of edges looked at are taken from it.</param>
    public static bool Are(List<GridPoint[]> rings, NodingBudget? budget = null)
    {
        var count = 0;
        foreach (var ring in rings)
        {
            if (!HasPlainCorners(ring))
            {
                return false;
            }

            count += ring.Length;
        }

        return EdgesAreApart(rings, count, budget) && (rings.Count == 1 || ((long)count * rings.Count <= MostPointsForNesting && AreNested(rings)));
    }

    /// <summary>A box around everything that noding could bring together with what is in a box.</summary>
    public static GridBox Widened(GridBox box) => new(box.MinLon - (int)Clear, box.MinLat - (int)Clear, box.MaxLon + (int)Clear, box.MaxLat + (int)Clear);

    private static bool HasPlainCorners(GridPoint[] ring)
    {
        var before = ring[^1];
        for (var i = 0; i < ring.Length; i++)
        {
            GridPoint at = ring[i], after = ring[i + 1 == ring.Length ? 0 : i + 1];
            double ax = before.Lon - at.Lon, ay = before.Lat - at.Lat, bx = after.Lon - at.Lon, by = after.Lat - at.Lat;
            double a = Math.Sqrt(ax * ax + ay * ay), b = Math.Sqrt(bx * bx + by * by);
            if (a < Clear || b < Clear || (ax * bx + ay * by > 0 && !IsPlainSharp(at, Math.Abs(ax * by - ay * bx), a, b)))
            {
                return false;
            }

            before = at;
        }

        return true;
    }

    /// <param name="cross">Twice the triangle at the corner.</param>
    private static bool IsPlainSharp(GridPoint at, double cross, double a, double b) =>
        cross >= Sharpest * a * b && cross >= Clear * a && cross >= Clear * b && !IsNearCellLine(at.Lon) && !IsNearCellLine(at.Lat);

    private static bool IsNearCellLine(long coordinate)
    {
        var rest = Math.Abs(coordinate) % CellId.Size;
        return rest is < NearCellLine or > CellId.Size - NearCellLine;
    }

    private readonly record struct Side(long MinLon, long MaxLon, long MinLat, long MaxLat, int Ring, int Index);

    [ThreadStatic]
    private static Side[]? _sides;

    /// <summary>Sweeps over the edges from west to east and compares those whose boxes come close.</summary>
    private static bool EdgesAreApart(List<GridPoint[]> rings, int count, NodingBudget? budget)
    {
        if (_sides is null || _sides.Length < count)
        {
            _sides = new Side[Math.Max(64, count)];
        }

        var sides = _sides.AsSpan(0, count);
        var n = 0;
        for (var r = 0; r < rings.Count; r++)
        {
            var ring = rings[r];
            for (var i = 0; i < ring.Length; i++)
            {
                GridPoint a = ring[i], b = ring[i + 1 == ring.Length ? 0 : i + 1];
                sides[n++] = new Side(Math.Min(a.Lon, b.Lon), Math.Max(a.Lon, b.Lon) + (long)Clear,
                    Math.Min(a.Lat, b.Lat), Math.Max(a.Lat, b.Lat) + (long)Clear, r, i);
            }
        }

        // Few edges are compared sooner than sorted.
        var sorted = count > FewEdges;
        if (sorted)
        {
            sides.Sort(static (p, q) => p.MinLon.CompareTo(q.MinLon));
        }

        var (left, looks) = ((long)count * MostPairsOfEdge, Math.Min(MostLooks, (long)count * MostLooksOfEdge));
        for (var i = 0; i < count; i++)
        {
            ref readonly var first = ref sides[i];
            int j;
            for (j = i + 1; j < count && (!sorted || sides[j].MinLon <= first.MaxLon); j++)
            {
                ref readonly var second = ref sides[j];
                if (second.MinLon <= first.MaxLon && first.MinLon <= second.MaxLon && first.MinLat <= second.MaxLat && second.MinLat <= first.MaxLat
                    && !Follow(rings, first, second) && (--left < 0 || !AreApart(rings, first, second)))
                {
                    return false;
                }
            }

            if ((looks -= j - i) < 0 || budget?.Take(j - i) == false)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two edges share a corner; the corner itself was judged before.</summary>
    private static bool Follow(List<GridPoint[]> rings, in Side first, in Side second)
    {
        var apart = Math.Abs(first.Index - second.Index);
        return first.Ring == second.Ring && (apart == 1 || apart == rings[first.Ring].Length - 1);
    }

    /// <summary>Of two segments apart from each other, one lies wholly on one side of the other's line.</summary>
    private static bool AreApart(List<GridPoint[]> rings, in Side first, in Side second)
    {
        var (a, b) = Ends(rings[first.Ring], first.Index);
        var (c, d) = Ends(rings[second.Ring], second.Index);
        return LiesBeside(a, b, c, d) || LiesBeside(c, d, a, b);
    }

    private static (GridPoint, GridPoint) Ends(GridPoint[] ring, int index) => (ring[index], ring[index + 1 == ring.Length ? 0 : index + 1]);

    private static bool LiesBeside(GridPoint a, GridPoint b, GridPoint c, GridPoint d)
    {
        double x = b.Lon - a.Lon, y = b.Lat - a.Lat;
        var away = Clear * Math.Sqrt(x * x + y * y);
        double toC = x * (c.Lat - a.Lat) - y * (c.Lon - a.Lon), toD = x * (d.Lat - a.Lat) - y * (d.Lon - a.Lon);
        return (toC >= away && toD >= away) || (toC <= -away && toD <= -away);
    }

    /// <summary>Rings that are apart lie inside or outside of each other as a whole: every hole must lie in the shell and in no other hole.</summary>
    private static bool AreNested(List<GridPoint[]> rings)
    {
        for (var i = 1; i < rings.Count; i++)
        {
            for (var j = 0; j < rings.Count; j++)
            {
                if (i != j && Encloses(rings[j], rings[i][0]) != (j == 0))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a ring encloses a point that is not on it.</summary>
    private static bool Encloses(GridPoint[] ring, GridPoint p)
    {
        var inside = false;
        var a = ring[^1];
        foreach (var b in ring)
        {
            if (a.Lat > p.Lat != b.Lat > p.Lat && Rings.Turn(a, b, p) > 0 == b.Lat > a.Lat)
            {
                inside = !inside;
            }

            a = b;
        }

        return inside;
    }
}
