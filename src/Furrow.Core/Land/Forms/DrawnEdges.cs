using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>What one ring does at an edge: by how much its winding is higher on the left (0: it runs there and back), and whether what it encloses at all
/// begins (1) or ends (−1) there.</summary>
internal struct RingChange
{
    public int Ring;
    public int Change;
    public int Enclosure;
}

/// <summary>An edge between two nodes, in canonical direction (A &lt; B), with the rings that run along it and what lies on its sides.</summary>
internal struct DrawnEdge
{
    public GridPoint A;
    public GridPoint B;
    public int First;
    public int Count;
    public int Left;
    public int Right;
}

/// <summary>All edges of drawn rings noded together, cell by cell as the ledger nodes them, and put together again over the whole drawing.</summary>
internal sealed class DrawnEdges
{
    private readonly NodingBudget _budget;
    private readonly List<DrawnEdge> _edges = [];
    private readonly List<RingChange> _changes = [];

    public DrawnEdges(IReadOnlyList<GridPoint[]> rings, NodingBudget budget)
    {
        _budget = budget;
        var pieces = new RingPieces(rings);
        if (budget.Take(pieces.Inside.Count + pieces.Along.Count))
        {
            NodeCells(pieces.Inside);
            NodeLines(pieces.Along);
            _edges.Sort(static (p, q) => p.A != q.A ? p.A.CompareTo(q.A) : p.B.CompareTo(q.B));
        }
    }

    public Span<DrawnEdge> Edges => CollectionsMarshal.AsSpan(_edges);

    /// <summary>No lines cross, touch between their ends, or lie on each other.</summary>
    public bool MeetAtEndsOnly { get; private set; } = true;

    /// <summary>The rings at an edge, ascending.</summary>
    public Span<RingChange> ChangesOf(in DrawnEdge edge) => CollectionsMarshal.AsSpan(_changes).Slice(edge.First, edge.Count);

    private void NodeCells(List<RingPieces.InCell> pieces)
    {
        var noder = new CellNoder { Budget = _budget, KeepsCancelled = true };
        for (int first = 0, last; first < pieces.Count; first = last)
        {
            var cell = pieces[first].Cell;
            var corner = cell.Corner;
            noder.Clear((int)CellId.Size);
            for (last = first; last < pieces.Count && pieces[last].Cell == cell; last++)
            {
                var (a, b) = (pieces[last].From, pieces[last].To);
                noder.Add(pieces[last].Ring, (int)(a.Lon - corner.Lon), (int)(a.Lat - corner.Lat), (int)(b.Lon - corner.Lon), (int)(b.Lat - corner.Lat), 1);
            }

            var edges = noder.Build();
            if (_budget.IsSpent)
            {
                return;
            }

            MeetAtEndsOnly &= noder.Crossings == 0 && noder.Touches == 0;
            foreach (ref readonly var edge in edges)
            {
                Add(Dissolve.PointOf(corner, edge.A), Dissolve.PointOf(corner, edge.B), noder.Labels.Of(edge.Label));
            }
        }
    }

    /// <summary>Pieces along one cell line, cut where another line comes to it.</summary>
    private void NodeLines(List<RingPieces.OnLine> along)
    {
        var nodes = NodesOn(along);
        var parts = new List<(GridPoint A, GridPoint B, int Ring, int Change)>();
        foreach (var piece in along)
        {
            var (a, b, change) = piece.From < piece.To ? (piece.From, piece.To, 1) : (piece.To, piece.From, -1);
            var line = nodes[(piece.Vertical, piece.At)];
            var at = line.BinarySearch(a) + 1;
            for (var from = a; from != b; at++)
            {
                MeetAtEndsOnly &= line[at] == b;
                parts.Add((from, line[at], piece.Ring, change));
                from = line[at];
                if (!_budget.Take(NodingBudget.StepsOfPart))
                {
                    return;
                }
            }
        }

        parts.Sort();
        var label = new List<(int Ring, int Change)>();
        for (int first = 0, last; first < parts.Count; first = last)
        {
            label.Clear();
            for (last = first; last < parts.Count && (parts[last].A, parts[last].B) == (parts[first].A, parts[first].B); last++)
            {
                var (ring, change) = (parts[last].Ring, parts[last].Change);
                if (label.Count > 0 && label[^1].Ring == ring)
                {
                    change += label[^1].Change;
                    label.RemoveAt(label.Count - 1);
                }

                label.Add((ring, change));
            }

            MeetAtEndsOnly &= last == first + 1;
            Add(parts[first].A, parts[first].B, CollectionsMarshal.AsSpan(label));
        }
    }

    private Dictionary<(bool Vertical, long At), List<GridPoint>> NodesOn(List<RingPieces.OnLine> along)
    {
        var nodes = new Dictionary<(bool Vertical, long At), List<GridPoint>>();
        foreach (var piece in along)
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(nodes, (piece.Vertical, piece.At), out _);
            line ??= [];
            line.Add(piece.From);
            line.Add(piece.To);
        }

        if (along.Count > 0)
        {
            foreach (ref readonly var edge in Edges)
            {
                AddNode(edge.A);
                AddNode(edge.B);
            }
        }

        foreach (var key in nodes.Keys.ToList())
        {
            nodes[key] = [.. nodes[key].Distinct().Order()];
        }

        return nodes;

        void AddNode(GridPoint p)
        {
            if (p.Lon % CellId.Size == 0 && nodes.TryGetValue((true, p.Lon), out var vertical))
            {
                vertical.Add(p);
            }

            if (p.Lat % CellId.Size == 0 && nodes.TryGetValue((false, p.Lat), out var horizontal))
            {
                horizontal.Add(p);
            }
        }
    }

    private void Add(GridPoint a, GridPoint b, ReadOnlySpan<(int Ring, int Change)> label)
    {
        _edges.Add(new DrawnEdge { A = a, B = b, First = _changes.Count, Count = label.Length });
        foreach (var (ring, change) in label)
        {
            _changes.Add(new RingChange { Ring = ring, Change = change });
        }
    }
}
