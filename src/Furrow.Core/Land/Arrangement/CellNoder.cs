using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Nodes all boundaries of a square together by snap rounding: every end of a piece and every crossing, rounded to the grid, is a node, and a piece
/// that passes through a node's pixel is bent through the node. Nodes never leave the closed square. A crossing inside is never rounded onto the
/// frame (pixels of the outermost inner columns and rows reach to the frame, pixels of frame nodes have no width): so the nodes on the frame are just
/// the ends of pieces there, which the square on the other side has too.</summary>
internal sealed class CellNoder
{
    private readonly record struct SubEdge(ulong A, ulong B, int First, int Last, int Sign);

    private readonly CellSegments _segments;
    private readonly CrossingSearch _crossings;
    private readonly List<ulong> _others = [];
    private readonly List<ulong> _nodes = [];
    private readonly List<SubEdge> _straight = [];
    private readonly List<SubEdge> _bent = [];
    private readonly List<ulong> _through = [];
    private readonly List<Edge> _edges = [];
    private readonly List<(int, int)> _label = [];

    public CellNoder()
    {
        _segments = new CellSegments();
        _crossings = new CrossingSearch(_segments);
    }

    /// <summary>What the noding may cost; null without limit. When it is spent the edges are of no use.</summary>
    public NodingBudget? Budget
    {
        get => _crossings.Budget;
        set => _crossings.Budget = value;
    }

    /// <summary>Keep edges along which a line runs there and back, with a change of 0: a hazard's line encloses land there too.</summary>
    public bool KeepsCancelled { get; init; }

    public LabelTable Labels { get; } = new();

    /// <summary>How many crossings became nodes: zero means nothing was bent by a crossing.</summary>
    public int Crossings => _crossings.Found.Count;

    /// <summary>How often a segment off the frame was bent through a node, or lay on another: zero means that boundaries meet at ends only.</summary>
    public int Touches { get; private set; }

    /// <summary>The nodes of the last call, ascending: every end of an edge is among them.</summary>
    public ReadOnlySpan<ulong> Nodes => CollectionsMarshal.AsSpan(_nodes);

    /// <param name="side">Side of the square whose frame is kept, in grid steps.</param>
    public void Clear(int side)
    {
        _segments.Clear(side);
        Labels.Clear();
    }

    /// <summary>Adds a directed piece: the claim's winding is higher by <paramref name="change"/> on its left.</summary>
    public void Add(int claim, int x1, int y1, int x2, int y2, int change) => _segments.Add(claim, x1, y1, x2, y2, change);

    /// <summary>The noded edges, sorted by their ends. Valid until the next call.</summary>
    public Span<Edge> Build()
    {
        _segments.Sort();
        // Second ends and crossings; first ends are in order already.
        _others.Clear();
        _segments.AddTops(_others);
        _crossings.Run();
        _others.AddRange(_crossings.Found);
        SortNodes();
        Split();
        Merge();
        return CollectionsMarshal.AsSpan(_edges);
    }

    /// <summary>All nodes in order, each once.</summary>
    private void SortNodes()
    {
        _others.Sort();
        _nodes.Clear();
        var segments = _segments.Sorted;
        var groups = _segments.Groups;
        var others = CollectionsMarshal.AsSpan(_others);
        int g = 0, o = 0;
        while (g < groups.Length || o < others.Length)
        {
            var node = o == others.Length || (g < groups.Length && segments[groups[g].First].A <= others[o]) ? segments[groups[g++].First].A : others[o++];
            if (_nodes.Count == 0 || _nodes[^1] != node)
            {
                _nodes.Add(node);
            }
        }
    }

    /// <summary>Bends every segment through the nodes whose pixel it passes.</summary>
    private void Split()
    {
        _straight.Clear();
        _bent.Clear();
        _through.Clear();
        Touches = 0;
        var segments = _segments.Sorted;
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var start = 0;
        foreach (ref readonly var g in _segments.Groups)
        {
            ulong a = segments[g.First].A, b = segments[g.First].B;
            var bends = 0;
            if (Budget is { IsSpent: true })
            {
                return;
            }

            if (g.IsBusy || g.IsOnFrame)
            {
                // Groups come by their first end, so where to look for nodes only moves on.
                while (Node.X(nodes[start]) < Node.X(a))
                {
                    start++;
                }

                bends = Bend(a, b, new SubEdge(a, b, g.First, g.Last, 1), nodes[start..]);
            }

            Touches += g.IsOnFrame ? 0 : bends + g.Last - g.First - 1;
            if (bends == 0)
            {
                _straight.Add(new SubEdge(a, b, g.First, g.Last, 1));
            }
        }
    }

    /// <summary>Bends an edge through the nodes whose pixel it passes, and says how many there are; without any it is not added. Pixels next to the frame
    /// are larger than others, so an edge drawn to a node may come to pass a pixel it did not pass before: its parts are looked at again.</summary>
    /// <param name="a">The lower end.</param>
    /// <param name="b">The higher end.</param>
    /// <param name="whole">Whose part it is, and whether it runs with it.</param>
    /// <param name="nodes">From the column of <paramref name="a"/> on.</param>
    private int Bend(ulong a, ulong b, SubEdge whole, ReadOnlySpan<ulong> nodes)
    {
        var first = _through.Count;
        NodesThrough(a, b, nodes);
        var bends = _through.Count - first;
        if (bends == 0)
        {
            return 0;
        }

        // Where lines lie on each other by the thousand, their parts would fill the memory.
        if (Budget is { } budget && !budget.Take(NodingBudget.StepsOfPart * bends))
        {
            _through.RemoveRange(first, bends);
            return 0;
        }

        var from = a;
        for (var i = first; i <= first + bends; i++)
        {
            var to = i < first + bends ? _through[i] : b;
            var (low, high, part) = from < to ? (from, to, whole) : (to, from, whole with { Sign = -whole.Sign });
            if (Bend(low, high, part, nodes) == 0)
            {
                _bent.Add(part with { A = low, B = high });
            }

            from = to;
        }

        _through.RemoveRange(first, bends);
        return bends;
    }

    /// <summary>Adds the nodes strictly between the ends whose pixel the segment passes, in order along it.</summary>
    /// <param name="nodes">From the column of <paramref name="a"/> on.</param>
    private void NodesThrough(ulong a, ulong b, ReadOnlySpan<ulong> nodes)
    {
        var side = _segments.Side;
        var onFrame = Node.IsOnFrame(a, b, side);
        int low = Math.Min(Node.Y(a), Node.Y(b)), high = Math.Max(Node.Y(a), Node.Y(b));
        var falls = Node.Y(b) < Node.Y(a);
        var end = Node.Of(Node.X(b), side);
        var first = _through.Count;
        nodes = nodes[FirstFrom(nodes, Node.Of(Node.X(a), 0))..];
        var looked = 0;
        foreach (var node in nodes)
        {
            if (node > end)
            {
                break;
            }

            looked++;
            var y = Node.Y(node);
            if (y < low || y > high || node == a || node == b)
            {
                continue;
            }

            var passes = Node.IsOnFrame(node, side) ? onFrame && Node.Turn(a, b, node) == 0 : !onFrame && Pixel.IsPassed(a, b, node, side);
            if (passes)
            {
                _through.Add(node);
            }
        }

        if (Budget is { } budget && !budget.Take(looked))
        {
            _through.RemoveRange(first, _through.Count - first);
            return;
        }

        if (falls && _through.Count > first + 1)
        {
            // Nodes come by x, then y upwards; along a falling segment those of one column come downwards.
            CollectionsMarshal.AsSpan(_through)[first..].Sort(static (p, q) =>
                Node.X(p) != Node.X(q) ? Node.X(p).CompareTo(Node.X(q)) : Node.Y(q).CompareTo(Node.Y(p)));
        }
    }

    /// <summary>Most edges begin at the first node already; parts of a long one are far behind it.</summary>
    private static int FirstFrom(ReadOnlySpan<ulong> nodes, ulong node)
    {
        if (nodes.IsEmpty || nodes[0] >= node)
        {
            return 0;
        }

        var found = nodes.BinarySearch(node);
        return found < 0 ? ~found : found;
    }

    /// <summary>Edges that fell together become one; their labels are summed, and what cancels is gone. Straight edges (most of them) are in order
    /// already.</summary>
    private void Merge()
    {
        var bent = CollectionsMarshal.AsSpan(_bent);
        bent.Sort(static (p, q) => p.A != q.A ? p.A.CompareTo(q.A) : p.B != q.B ? p.B.CompareTo(q.B) : p.First.CompareTo(q.First));
        var straight = CollectionsMarshal.AsSpan(_straight);
        _edges.Clear();
        int s = 0, t = 0;
        while (s < straight.Length || t < bent.Length)
        {
            var isStraight = t == bent.Length || (s < straight.Length && IsUpTo(straight[s], bent[t]));
            ref readonly var next = ref isStraight ? ref straight[s] : ref bent[t];
            ulong a = next.A, b = next.B;
            if (isStraight && next.Last == next.First + 1 && (t == bent.Length || bent[t].A != a || bent[t].B != b))
            {
                // The common case, an edge of one claim: straight edges differ from each other.
                ref readonly var only = ref _segments.Sorted[next.First];
                _edges.Add(new Edge { A = a, B = b, Label = Labels.Single(only.Claim, only.Change) });
                s++;
                continue;
            }

            _label.Clear();
            while (s < straight.Length && straight[s].A == a && straight[s].B == b)
            {
                AddLabel(straight[s++]);
            }

            while (t < bent.Length && bent[t].A == a && bent[t].B == b)
            {
                AddLabel(bent[t++]);
            }

            var label = Labels.Add(CollectionsMarshal.AsSpan(_label), KeepsCancelled);
            if (label >= 0)
            {
                _edges.Add(new Edge { A = a, B = b, Label = label });
            }
        }
    }

    private static bool IsUpTo(in SubEdge p, in SubEdge q) => p.A != q.A ? p.A < q.A : p.B <= q.B;

    private void AddLabel(in SubEdge edge)
    {
        foreach (ref readonly var segment in _segments.Sorted[edge.First..edge.Last])
        {
            _label.Add((segment.Claim, segment.Change * edge.Sign));
        }
    }
}
