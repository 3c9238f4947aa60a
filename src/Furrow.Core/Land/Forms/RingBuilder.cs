namespace Furrow.Core.Land;

/// <summary>Chains directed edges (land on the left) into rings and rings into polygons. Edges must be noded: they meet at their ends only.</summary>
internal sealed class RingBuilder
{
    /// <summary>At a node with more edges than this they are put in order around it.</summary>
    private const int ManyEdges = 16;

    private readonly List<(GridPoint From, GridPoint To)> _edges = [];
    private readonly Dictionary<GridPoint, int[]> _fans = [];

    /// <summary>Where rings touch, both keep the point, also one that lies straight between its neighbours: drawn so, they meet at points they have in
    /// common, and need no repair again.</summary>
    public bool KeepsTouches { get; init; }

    /// <summary>Every node stays, also one straight between its neighbours: each stretch between two nodes is measured and rounded by itself, so the ring
    /// read again measures the same to the last unit.</summary>
    public bool KeepsNodes { get; init; }

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

    private void Keep(List<GridPoint> path, List<GridPoint[]> shells, List<GridPoint[]> holes)
    {
        var ring = Rings.WithoutStraightPoints(path, KeepsNodes ? static _ => true : KeepsTouches ? IsTouched : null);
        if (ring.Length >= 3)
        {
            (Rings.TwiceArea(ring) > 0 ? shells : holes).Add(ring);
        }
    }

    private bool IsTouched(GridPoint point)
    {
        var first = FirstFrom(point);
        return first + 1 < _edges.Count && _edges[first + 1].From == point;
    }

    /// <summary>The next edge of the same land: of those that leave the end, the first clockwise from where we came.</summary>
    private int Next(int edge, bool[] used)
    {
        var (from, to) = _edges[edge];
        if (_fans.TryGetValue(to, out var fan))
        {
            return Next(fan, from, to, used);
        }

        var (best, first, i) = (-1, FirstFrom(to), 0);
        for (i = first; i < _edges.Count && _edges[i].From == to; i++)
        {
            if (!used[i] && (best < 0 || Rings.IsClockwiseBefore(from, to, _edges[i].To, _edges[best].To)))
            {
                best = i;
            }
        }

        if (i - first > ManyEdges)
        {
            var order = Enumerable.Range(first, i - first).ToArray();
            Array.Sort(order, (p, q) => Rings.CompareAround(to, _edges[p].To, _edges[q].To));
            _fans.Add(to, order);
        }

        return best;
    }

    /// <summary>The same at a node with many edges, which stand in order around it.</summary>
    private int Next(int[] fan, GridPoint from, GridPoint node, bool[] used)
    {
        int low = 0, high = fan.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Rings.CompareAround(node, _edges[fan[middle]].To, from) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (var i = 0; i < fan.Length; i++)
        {
            var edge = fan[(low - 1 - i + 2 * fan.Length) % fan.Length];
            if (!used[edge])
            {
                return edge;
            }
        }

        return -1;
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
}
