using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Nodes all boundaries of a cell together by snap rounding: every end of a piece and every crossing, rounded to the grid, is a node, and a piece
/// that passes through a node's pixel is bent through the node. Nodes never leave the closed cell. A crossing inside the cell is never rounded onto the
/// frame (pixels of the outermost inner columns and rows reach to the frame, pixels of frame nodes have no width): so the nodes on a cell line are just
/// the ends of pieces there, which the cell on the other side has too.</summary>
internal sealed class CellNoder
{
    private struct Segment
    {
        public ulong A, B;
        public int Claim, Change;
    }

    /// <summary>The box of a group of equal segments; one on the frame crosses nothing, so its box is empty.</summary>
    private readonly record struct Box(int Left, int Right, int Low, int High);

    private readonly record struct SubEdge(ulong A, ulong B, int First, int Last, int Sign);

    private readonly List<Segment> _segments = [];
    private Segment[] _sorted = [];
    private ulong[] _keys = [];
    private int[] _order = [];
    private readonly List<int> _groups = [];
    private readonly List<Box> _boxes = [];
    private readonly List<ulong> _nodes = [];
    private readonly List<SubEdge> _straight = [];
    private readonly List<SubEdge> _bent = [];
    private readonly List<ulong> _through = [];
    private readonly List<Edge> _edges = [];
    private readonly List<(int, int)> _label = [];
    private int _side = (int)CellId.Size;

    public LabelTable Labels { get; } = new();

    /// <summary>How many crossings became nodes: zero means nothing was bent by a crossing.</summary>
    public int Crossings { get; private set; }

    /// <summary>How often a segment off the frame was bent through a node, or lay on another: zero means that boundaries meet at ends only.</summary>
    public int Touches { get; private set; }

    /// <summary>The nodes of the last call, ascending: every end of an edge is among them.</summary>
    public ReadOnlySpan<ulong> Nodes => CollectionsMarshal.AsSpan(_nodes);

    /// <param name="side">Side of the square whose frame is kept, in grid steps.</param>
    public void Clear(int side)
    {
        _side = side;
        _segments.Clear();
        Labels.Clear();
    }

    /// <summary>Adds a directed piece: the claim's winding is higher by <paramref name="change"/> on its left.</summary>
    public void Add(int claim, int x1, int y1, int x2, int y2, int change)
    {
        ulong a = Node.Of(x1, y1), b = Node.Of(x2, y2);
        if (a != b)
        {
            _segments.Add(a < b
                ? new Segment { A = a, B = b, Claim = claim, Change = change }
                : new Segment { A = b, B = a, Claim = claim, Change = -change });
        }
    }

    /// <summary>The noded edges, sorted by their ends. Valid until the next call.</summary>
    public Span<Edge> Build()
    {
        Group();
        FindNodes();
        Split();
        Merge();
        return CollectionsMarshal.AsSpan(_edges);
    }

    /// <summary>Sorts the segments by their ends and finds where runs of equal ones begin. The first end is sorted as a plain number, which is much faster
    /// than comparing segments; the few that share it are put in order after that.</summary>
    private void Group()
    {
        var count = _segments.Count;
        if (_keys.Length < count)
        {
            (_keys, _order, _sorted) = (new ulong[count * 2], new int[count * 2], new Segment[count * 2]);
        }

        var source = CollectionsMarshal.AsSpan(_segments);
        for (var i = 0; i < count; i++)
        {
            (_keys[i], _order[i]) = (source[i].A, i);
        }

        Array.Sort(_keys, _order, 0, count);
        for (var i = 0; i < count; i++)
        {
            _sorted[i] = source[_order[i]];
            // Segments with the same first end: by second end, then claim. Insertion, since they are few.
            for (var j = i; j > 0 && _sorted[j - 1].A == _sorted[j].A && IsAfter(_sorted[j - 1], _sorted[j]); j--)
            {
                (_sorted[j - 1], _sorted[j]) = (_sorted[j], _sorted[j - 1]);
            }
        }

        _groups.Clear();
        _boxes.Clear();
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || _sorted[i].A != _sorted[i - 1].A || _sorted[i].B != _sorted[i - 1].B)
            {
                _groups.Add(i);
                _boxes.Add(BoxOf(_sorted[i].A, _sorted[i].B));
            }
        }

        _groups.Add(count);
    }

    private Box BoxOf(ulong a, ulong b)
    {
        int y1 = Node.Y(a), y2 = Node.Y(b);
        return IsOnFrame(a, b) ? new Box(Node.X(a), int.MinValue, int.MaxValue, int.MinValue) : new Box(Node.X(a), Node.X(b), Math.Min(y1, y2), Math.Max(y1, y2));
    }

    private static bool IsAfter(in Segment p, in Segment q) => p.B != q.B ? p.B > q.B : p.Claim > q.Claim;

    private void FindNodes()
    {
        _nodes.Clear();
        Crossings = 0;
        var segments = _sorted.AsSpan();
        var groups = CollectionsMarshal.AsSpan(_groups);
        var boxes = CollectionsMarshal.AsSpan(_boxes);
        for (var i = 0; i < boxes.Length; i++)
        {
            ref var s = ref segments[groups[i]];
            _nodes.Add(s.A);
            _nodes.Add(s.B);
            var box = boxes[i];
            for (var j = i + 1; j < boxes.Length; j++)
            {
                ref var other = ref boxes[j];
                if (other.Left > box.Right)
                {
                    break;
                }

                if (other.High >= box.Low && other.Low <= box.High)
                {
                    ref var t = ref segments[groups[j]];
                    if (Crossing.Of(s.A, s.B, t.A, t.B, _side) is { } node)
                    {
                        _nodes.Add(node);
                        Crossings++;
                    }
                }
            }
        }

        _nodes.Sort();
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var count = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i == 0 || nodes[i] != nodes[i - 1])
            {
                nodes[count++] = nodes[i];
            }
        }

        CollectionsMarshal.SetCount(_nodes, count);
    }

    /// <summary>Bends every segment through the nodes whose pixel it passes.</summary>
    private void Split()
    {
        _straight.Clear();
        _bent.Clear();
        Touches = 0;
        var segments = _sorted.AsSpan();
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var start = 0;
        for (var g = 0; g + 1 < _groups.Count; g++)
        {
            int first = _groups[g], last = _groups[g + 1];
            ulong a = segments[first].A, b = segments[first].B;
            // Groups come by their first end, so where to look for nodes only moves on.
            while (Node.X(nodes[start]) < Node.X(a))
            {
                start++;
            }

            _through.Clear();
            NodesThrough(a, b, nodes[start..]);
            Touches += IsOnFrame(a, b) ? 0 : _through.Count + last - first - 1;
            if (_through.Count == 0)
            {
                _straight.Add(new SubEdge(a, b, first, last, 1));
                continue;
            }

            var from = a;
            foreach (var node in _through)
            {
                AddSubEdge(from, node, first, last);
                from = node;
            }

            AddSubEdge(from, b, first, last);
        }
    }

    private void AddSubEdge(ulong from, ulong to, int first, int last) =>
        _bent.Add(from < to ? new SubEdge(from, to, first, last, 1) : new SubEdge(to, from, first, last, -1));

    /// <summary>The nodes strictly between the ends whose pixel the segment passes, in order along it.</summary>
    /// <param name="nodes">From the column of <paramref name="a"/> on.</param>
    private void NodesThrough(ulong a, ulong b, ReadOnlySpan<ulong> nodes)
    {
        var onFrame = IsOnFrame(a, b);
        int low = Math.Min(Node.Y(a), Node.Y(b)), high = Math.Max(Node.Y(a), Node.Y(b));
        var falls = Node.Y(b) < Node.Y(a);
        var end = Node.Of(Node.X(b), _side);
        foreach (var node in nodes)
        {
            if (node > end)
            {
                break;
            }

            var y = Node.Y(node);
            if (y < low || y > high || node == a || node == b)
            {
                continue;
            }

            var passes = IsOnFrame(node) ? onFrame && Node.Turn(a, b, node) == 0 : !onFrame && Pixel.IsPassed(a, b, node, _side);
            if (passes)
            {
                _through.Add(node);
            }
        }

        if (falls && _through.Count > 1)
        {
            // Nodes come by x, then y upwards; along a falling segment those of one column come downwards.
            CollectionsMarshal.AsSpan(_through).Sort(static (p, q) =>
                Node.X(p) != Node.X(q) ? Node.X(p).CompareTo(Node.X(q)) : Node.Y(q).CompareTo(Node.Y(p)));
        }
    }

    private bool IsOnFrame(ulong node) => Node.IsOnFrame(node, _side);

    private bool IsOnFrame(ulong a, ulong b) => Node.IsOnFrame(a, b, _side);

    /// <summary>Edges that fell together become one; their labels are summed, and what cancels is gone. Straight edges (most of
    /// them) are in order already.</summary>
    private void Merge()
    {
        var bent = CollectionsMarshal.AsSpan(_bent);
        bent.Sort(static (p, q) => p.A != q.A ? p.A.CompareTo(q.A) : p.B != q.B ? p.B.CompareTo(q.B) : p.First.CompareTo(q.First));
        var straight = CollectionsMarshal.AsSpan(_straight);
        _edges.Clear();
        int s = 0, t = 0;
        while (s < straight.Length || t < bent.Length)
        {
            ref var next = ref t == bent.Length || (s < straight.Length && IsUpTo(straight[s], bent[t])) ? ref straight[s] : ref bent[t];
            ulong a = next.A, b = next.B;
            _label.Clear();
            while (s < straight.Length && straight[s].A == a && straight[s].B == b)
            {
                AddLabel(straight[s++]);
            }

            while (t < bent.Length && bent[t].A == a && bent[t].B == b)
            {
                AddLabel(bent[t++]);
            }

            var label = Labels.Add(CollectionsMarshal.AsSpan(_label));
            if (label >= 0)
            {
                _edges.Add(new Edge { A = a, B = b, Label = label });
            }
        }
    }

    private static bool IsUpTo(in SubEdge p, in SubEdge q) => p.A != q.A ? p.A < q.A : p.B <= q.B;

    private void AddLabel(in SubEdge edge)
    {
        for (var i = edge.First; i < edge.Last; i++)
        {
            _label.Add((_sorted[i].Claim, _sorted[i].Change * edge.Sign));
        }
    }
}
