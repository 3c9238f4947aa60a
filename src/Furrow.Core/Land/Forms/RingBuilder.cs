namespace Furrow.Core.Land;

/// <summary>Chains directed edges (land on the left) into rings and rings into polygons. Edges must be noded: they meet at their ends only.</summary>
internal sealed class RingBuilder
{
    private readonly List<(GridPoint From, GridPoint To)> _edges = [];

    public void Add(GridPoint from, GridPoint to) => _edges.Add((from, to));

    public Shape Build()
    {
        _edges.Sort(static (p, q) => p.From != q.From ? p.From.CompareTo(q.From) : p.To.CompareTo(q.To));
        var used = new bool[_edges.Count];
        var shells = new List<GridPoint[]>();
        var holes = new List<GridPoint[]>();
        for (var i = 0; i < used.Length; i++)
        {
            if (!used[i])
            {
                Trace(i, used, shells, holes);
            }
        }

        return new Shape(Rings.Nest(shells, holes));
    }

    /// <summary>Follows the border of one piece of land. Where it comes back to a point it passed, what lies between is a ring of its own, so that no ring
    /// touches itself: other programs call such a polygon invalid.</summary>
    private void Trace(int start, bool[] used, List<GridPoint[]> shells, List<GridPoint[]> holes)
    {
        var path = new List<GridPoint>();
        var passed = new Dictionary<GridPoint, int>();
        for (var edge = start; edge >= 0; edge = Next(edge, used))
        {
            used[edge] = true;
            var point = _edges[edge].From;
            if (passed.TryGetValue(point, out var index))
            {
                Keep(path[index..], shells, holes);
                path[index..].ForEach(p => passed.Remove(p));
                path.RemoveRange(index, path.Count - index);
            }

            passed.Add(point, path.Count);
            path.Add(point);
        }

        Keep(path, shells, holes);
    }

    private static void Keep(List<GridPoint> path, List<GridPoint[]> shells, List<GridPoint[]> holes)
    {
        var ring = Rings.WithoutStraightPoints(path);
        if (ring.Length >= 3)
        {
            (Rings.TwiceArea(ring) > 0 ? shells : holes).Add(ring);
        }
    }

    /// <summary>The next edge of the same land: of those that leave the end, the first clockwise from where we came.</summary>
    private int Next(int edge, bool[] used)
    {
        var (from, to) = _edges[edge];
        var best = -1;
        for (var i = FirstFrom(to); i < _edges.Count && _edges[i].From == to; i++)
        {
            if (!used[i] && (best < 0 || IsClockwiseBefore(from, to, _edges[i].To, _edges[best].To)))
            {
                best = i;
            }
        }

        return best;
    }

    private int FirstFrom(GridPoint node)
    {
        int low = 0, high = _edges.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_edges[middle].From < node)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Whether, turning clockwise around <paramref name="node"/> from the direction of <paramref name="from"/>, p comes before q.</summary>
    private static bool IsClockwiseBefore(GridPoint from, GridPoint node, GridPoint p, GridPoint q)
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
}
