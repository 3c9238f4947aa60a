namespace Furrow.Core.Land;

/// <summary>One claim (or border) in a cell: its pieces there, and the winding at the cell's corner. Without pieces it covers the whole cell.</summary>
internal readonly record struct CellClaim(int Claim, int CornerWinding, byte[] Pieces)
{
    public bool HasEdges => Pieces.Length > 0;
}

/// <summary>Arranges boundaries of a cell: noded edges with what lies on their sides, and the exact area of each cover. Scratch memory is kept between
/// cells: one arranger per thread (<see cref="OfThisThread"/>), and what it returns is valid until its next call.</summary>
internal sealed class CellArranger
{
    [ThreadStatic]
    private static CellArranger? _ofThisThread;

    private readonly CellSweep _sweep = new();
    private readonly CellOutlines _outlines = new();
    private long[] _areas = [];

    public static CellArranger OfThisThread => _ofThisThread ??= new CellArranger();

    public CellNoder Noder { get; } = new();

    public SetCover Covers { get; } = new();

    /// <summary>A part of a cell with its frame. Local number 0 is the part itself; claim i of its edged claims is i + 1.</summary>
    public Span<Edge> Arrange(CellPart part)
    {
        _outlines.Load(part.Edged, part.Side);
        Noder.Clear(part.Side);
        AddFrame(part.Side);
        AddAll(part.Edged.Length);
        Covers.Reset(part.Edged.Length + 1);
        return Sweep(Covers);
    }

    /// <summary>Some outlines of a part without its frame: member i gets the number i + 1, and cover 0 is the land outside them.</summary>
    public Span<Edge> Arrange(CellOutlines outlines, ReadOnlySpan<int> members)
    {
        Noder.Clear(outlines.Side);
        for (var i = 0; i < members.Length; i++)
        {
            outlines.AddTo(Noder, members[i], i + 1);
        }

        Covers.Reset(members.Length + 1);
        return Sweep(Covers);
    }

    /// <summary>Area of each cover, in 1e-6 m²; index is the cover's number.</summary>
    /// <param name="x">Where the edges' square begins in the cell, in grid steps.</param>
    /// <param name="y">The same, northwards.</param>
    public ReadOnlySpan<long> AreasOf(ReadOnlySpan<Edge> edges, int row, int x, int y)
    {
        if (_areas.Length < Covers.Count)
        {
            _areas = new long[Math.Max(Covers.Count, _areas.Length * 2)];
        }

        Array.Clear(_areas, 0, Covers.Count);
        var measure = EllipsoidArea.OfRow(row);
        foreach (ref readonly var edge in edges)
        {
            var area = measure.LeftOf(x + Node.X(edge.A), y + Node.Y(edge.A), x + Node.X(edge.B), y + Node.Y(edge.B));
            _areas[edge.Left] += area;
            _areas[edge.Right] -= area;
        }

        return _areas.AsSpan(0, Covers.Count);
    }

    private Span<Edge> Sweep(ICover covers)
    {
        var edges = Noder.Build();
        _sweep.Run(edges, Noder.Nodes, Noder.Labels, covers);
        return edges;
    }

    private void AddAll(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _outlines.AddTo(Noder, i, i + 1);
        }
    }

    private void AddFrame(int side)
    {
        Noder.Add(0, 0, 0, side, 0, 1);
        Noder.Add(0, side, 0, side, side, 1);
        Noder.Add(0, side, side, 0, side, 1);
        Noder.Add(0, 0, side, 0, 0, 1);
    }
}
