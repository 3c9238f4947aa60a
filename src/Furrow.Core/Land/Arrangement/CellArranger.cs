using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>One claim (or border) in a cell: its pieces there, and the winding at the cell's corner. Without pieces it covers the whole cell.</summary>
internal readonly record struct CellClaim(int Claim, int CornerWinding, byte[] Pieces)
{
    public bool HasEdges => Pieces.Length > 0;
}

/// <summary>Arranges all boundaries of a cell: noded edges with what lies on their sides, and the exact area of each cover. Scratch memory is kept between
/// cells: one arranger per thread (<see cref="Mine"/>), and what it returns is valid until its next call.</summary>
internal sealed class CellArranger
{
    private const int Side = (int)CellId.Size;

    [ThreadStatic]
    private static CellArranger? _mine;

    private readonly CellSweep _sweep = new();
    private readonly List<Piece> _pieces = [];
    private readonly List<(int, int)> _touches = [];
    private readonly List<FrameWalk.Stretch> _stretches = [];
    private long[] _areas = [];

    public static CellArranger Mine => _mine ??= new CellArranger();

    public CellNoder Noder { get; } = new();

    public SetCover Covers { get; } = new();

    /// <summary>Local number 0 is the cell itself; claim i of the list is i + 1. Only claims with edges belong here.</summary>
    public Span<Edge> Arrange(ReadOnlySpan<CellClaim> claims)
    {
        Covers.Reset(claims.Length + 1);
        var edges = Node(claims);
        _sweep.Run(edges, Noder.Labels, Covers);
        return edges;
    }

    /// <summary>The same with winding numbers of everything together: for repair.</summary>
    public Span<Edge> ArrangeWindings(ReadOnlySpan<CellClaim> claims, WindingCover covers)
    {
        var edges = Node(claims, withFrame: false);
        _sweep.Run(edges, Noder.Labels, covers);
        return edges;
    }

    /// <summary>Area of each cover, in 1e-6 m²; index is the cover's number. Cover 0 is the outside of the cell.</summary>
    public ReadOnlySpan<long> AreasOf(ReadOnlySpan<Edge> edges, int row)
    {
        if (_areas.Length < Covers.Count)
        {
            _areas = new long[Math.Max(Covers.Count, _areas.Length * 2)];
        }

        Array.Clear(_areas, 0, Covers.Count);
        var measure = EllipsoidArea.OfRow(row);
        foreach (ref readonly var edge in edges)
        {
            var area = measure.LeftOf(Furrow.Core.Land.Node.X(edge.A), Furrow.Core.Land.Node.Y(edge.A),
                Furrow.Core.Land.Node.X(edge.B), Furrow.Core.Land.Node.Y(edge.B));
            _areas[edge.Left] += area;
            _areas[edge.Right] -= area;
        }

        return _areas.AsSpan(0, Covers.Count);
    }

    private Span<Edge> Node(ReadOnlySpan<CellClaim> claims, bool withFrame = true)
    {
        Noder.Clear();
        if (withFrame)
        {
            Noder.Add(0, 0, 0, Side, 0, 1);
            Noder.Add(0, Side, 0, Side, Side, 1);
            Noder.Add(0, Side, Side, 0, Side, 1);
            Noder.Add(0, 0, Side, 0, 0, 1);
        }

        for (var i = 0; i < claims.Length; i++)
        {
            _pieces.Clear();
            PieceCodec.Decode(claims[i].Pieces, _pieces);
            var pieces = CollectionsMarshal.AsSpan(_pieces);
            foreach (var piece in pieces)
            {
                Noder.Add(i + 1, piece.X1, piece.Y1, piece.X2, piece.Y2, 1);
            }

            FrameWalk.Walk(pieces, claims[i].CornerWinding, _touches, _stretches);
            foreach (var s in _stretches)
            {
                Noder.Add(i + 1, s.X1, s.Y1, s.X2, s.Y2, s.Winding);
            }
        }

        return Noder.Build();
    }
}
