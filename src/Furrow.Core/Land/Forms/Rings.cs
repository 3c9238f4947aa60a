namespace Furrow.Core.Land;

/// <summary>Exact facts about rings on the grid.</summary>
public static class Rings
{
    /// <summary>The most rings may enclose together, counting land as often as they run round it: a whole number of 1e-6 m² holds 9.2 million km², which at
    /// the equator are 744 square degrees.</summary>
    private const int MostSquareDegrees = 700;

    /// <summary>Whether the rings enclose more than the ledger can count, as only mixed up coordinates do.</summary>
    public static bool AreTooLarge(IEnumerable<GridPoint[]> rings)
    {
        const double SquareDegree = (double)GridPoint.PerDegree * GridPoint.PerDegree;
        var sum = 0.0;
        foreach (var ring in rings.Where(r => r.Length > 2))
        {
            var box = BoxOf(ring);
            var around = (double)(box.MaxLon - box.MinLon) * (box.MaxLat - box.MinLat);
            // Three points go round once at most: only where every turn had its own three could it be as much as this.
            sum += around * (ring.Length / 3) < SquareDegree ? around : Math.Max(around, Math.Abs((double)TwiceArea(ring)) / 2);
        }

        return sum > MostSquareDegrees * SquareDegree;
    }

    /// <summary>Twice the signed area in grid steps: positive when the ring runs anticlockwise. For direction only; m² come from <see
    /// cref="ShapeArea"/>.</summary>
    public static Int128 TwiceArea(ReadOnlySpan<GridPoint> ring)
    {
        Int128 sum = 0;
        var origin = ring[0];
        for (var i = 1; i + 1 < ring.Length; i++)
        {
            sum += (Int128)(ring[i].Lon - origin.Lon) * (ring[i + 1].Lat - origin.Lat)
                - (Int128)(ring[i].Lat - origin.Lat) * (ring[i + 1].Lon - origin.Lon);
        }

        return sum;
    }

    /// <summary>Drops points that lie exactly on the line between their neighbours.</summary>
    internal static GridPoint[] WithoutStraightPoints(List<GridPoint> ring, Func<GridPoint, bool>? isKept = null)
    {
        var kept = new List<GridPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var before = kept.Count > 0 ? kept[^1] : ring[^1];
            var after = ring[(i + 1) % ring.Count];
            if (Turn(before, ring[i], after) != 0 || isKept?.Invoke(ring[i]) == true)
            {
                kept.Add(ring[i]);
            }
        }

        return [.. kept];
    }

    /// <summary>Whether all points lie on one straight line: such a ring encloses nothing.</summary>
    internal static bool LieOnOneLine(ReadOnlySpan<GridPoint> ring)
    {
        foreach (var point in ring[2..])
        {
            if (Turn(ring[0], ring[1], point) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a ring touches itself at a point: spikes, loops that meet, land joined at a corner only.</summary>
    internal static bool PassesTwice(GridPoint[] ring)
    {
        var points = new HashSet<GridPoint>(ring.Length);
        return !ring.All(points.Add);
    }

    internal static Int128 Turn(GridPoint a, GridPoint b, GridPoint c) =>
        (Int128)(b.Lon - a.Lon) * (c.Lat - a.Lat) - (Int128)(b.Lat - a.Lat) * (c.Lon - a.Lon);

    /// <summary>Whether, turning clockwise around <paramref name="node"/> from the direction of <paramref name="from"/>, p comes before q.</summary>
    internal static bool IsClockwiseBefore(GridPoint from, GridPoint node, GridPoint p, GridPoint q)
    {
        int hp = HalfOf(p), hq = HalfOf(q);
        return hp != hq ? hp < hq : Cross(p, q) < 0;

        int HalfOf(GridPoint to)
        {
            var cross = Cross(from, to);
            return cross < 0 ? 0 : cross > 0 ? 2 : 1;
        }

        Int128 Cross(GridPoint a, GridPoint b) =>
            (Int128)(a.Lon - node.Lon) * (b.Lat - node.Lat) - (Int128)(a.Lat - node.Lat) * (b.Lon - node.Lon);
    }

    /// <summary>Orders points anticlockwise around a node, from the east; 0 for those in one direction.</summary>
    internal static int CompareAround(GridPoint node, GridPoint p, GridPoint q)
    {
        int hp = HalfOf(p), hq = HalfOf(q);
        return hp != hq ? hp.CompareTo(hq) : -Turn(node, p, q).CompareTo(0);

        int HalfOf(GridPoint to) => to.Lat > node.Lat || (to.Lat == node.Lat && to.Lon > node.Lon) ? 0 : 1;
    }

    /// <summary>Gives each hole to the smallest shell around it.</summary>
    internal static List<GridPoint[][]> Nest(List<GridPoint[]> shells, List<GridPoint[]> holes)
    {
        var boxes = new BoxTree(shells.ConvertAll(BoxOf));
        var areas = shells.ConvertAll(s => TwiceArea(s));
        var rank = new int[shells.Count];
        foreach (var (place, shell) in Enumerable.Range(0, shells.Count).OrderBy(i => areas[i]).Index())
        {
            rank[shell] = place;
        }

        var rings = shells.ConvertAll(s => new List<GridPoint[]> { s });
        var around = new List<int>();
        foreach (var hole in holes)
        {
            // Edges meet at nodes only, so the middle of a hole's edge never lies on a shell.
            var middle = new GridPoint(hole[0].Lon + hole[1].Lon, hole[0].Lat + hole[1].Lat);
            around.Clear();
            boxes.Around(BoxOf(hole), around);
            // The smallest first: where thousands of rings lie in each other, few are looked at.
            around.Sort((i, j) => rank[i].CompareTo(rank[j]));
            var smallest = around.FindIndex(i => EnclosesHalf(shells[i], middle));
            if (smallest >= 0)
            {
                rings[around[smallest]].Add(hole);
            }
        }

        return rings.ConvertAll(r => r.ToArray());
    }

    public static GridBox BoxOf(GridPoint[] ring)
    {
        var box = GridBox.Empty;
        foreach (var p in ring)
        {
            box = box.With(p);
        }

        return box;
    }

    /// <summary>Whether a point given in half grid steps lies on a ring.</summary>
    internal static bool PassesHalf(GridPoint[] ring, GridPoint half)
    {
        var a = ring[^1];
        foreach (var b in ring)
        {
            if (half.Lon >= 2 * Math.Min(a.Lon, b.Lon) && half.Lon <= 2 * Math.Max(a.Lon, b.Lon)
                && half.Lat >= 2 * Math.Min(a.Lat, b.Lat) && half.Lat <= 2 * Math.Max(a.Lat, b.Lat)
                && (Int128)(b.Lon - a.Lon) * (half.Lat - 2 * a.Lat) == (Int128)(b.Lat - a.Lat) * (half.Lon - 2 * a.Lon))
            {
                return true;
            }

            a = b;
        }

        return false;
    }

    /// <summary>Whether a ring encloses a point given in half grid steps that does not lie on it.</summary>
    internal static bool EnclosesHalf(GridPoint[] ring, GridPoint half)
    {
        var inside = false;
        var a = ring[^1];
        foreach (var b in ring)
        {
            if (2 * a.Lat > half.Lat != 2 * b.Lat > half.Lat)
            {
                var turn = (Int128)(b.Lon - a.Lon) * (half.Lat - 2 * a.Lat) - (Int128)(b.Lat - a.Lat) * (half.Lon - 2 * a.Lon);
                if (turn > 0 == b.Lat > a.Lat)
                {
                    inside = !inside;
                }
            }

            a = b;
        }

        return inside;
    }
}
