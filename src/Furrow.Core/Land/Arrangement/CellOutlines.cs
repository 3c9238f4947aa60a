using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>What the claims of a square draw in it, decoded: for each claim its pieces, the stretches that close them along the frame, and the box around
/// them. Scratch memory, valid until the next load.</summary>
internal sealed class CellOutlines
{
    /// <summary>Pieces and stretches of one claim, as ranges, and the box around the pieces.</summary>
    public struct Outline
    {
        public int FirstPiece, EndPiece, FirstStretch, EndStretch;
        public int Left, Low, Right, High;

        /// <summary>Whether the boxes come within a grid step of each other: what lies farther apart cannot bend the other in noding.</summary>
        public readonly bool IsNear(in Outline other) =>
            Left <= other.Right + 1 && other.Left <= Right + 1 && Low <= other.High + 1 && other.Low <= High + 1;
    }

    private readonly List<Piece> _pieces = [];
    private readonly List<FrameWalk.Stretch> _stretches = [];
    private readonly List<(int, int)> _touches = [];
    private readonly List<Outline> _outlines = [];

    public ReadOnlySpan<Outline> All => CollectionsMarshal.AsSpan(_outlines);

    public int Side { get; private set; }

    public void Load(ReadOnlySpan<CellClaim> claims, int side)
    {
        Side = side;
        _pieces.Clear();
        _stretches.Clear();
        _outlines.Clear();
        foreach (var claim in claims)
        {
            var outline = new Outline { FirstPiece = _pieces.Count, FirstStretch = _stretches.Count };
            PieceCodec.Decode(claim.Pieces, _pieces);
            var pieces = CollectionsMarshal.AsSpan(_pieces)[outline.FirstPiece..];
            FrameWalk.Walk(pieces, claim.CornerWinding, side, _touches, _stretches);
            (outline.EndPiece, outline.EndStretch) = (_pieces.Count, _stretches.Count);
            Surround(ref outline, pieces);
            _outlines.Add(outline);
        }
    }

    public ReadOnlySpan<Piece> PiecesOf(in Outline outline) => CollectionsMarshal.AsSpan(_pieces)[outline.FirstPiece..outline.EndPiece];

    public ReadOnlySpan<FrameWalk.Stretch> StretchesOf(in Outline outline) =>
        CollectionsMarshal.AsSpan(_stretches)[outline.FirstStretch..outline.EndStretch];

    /// <param name="number">The number the outline's labels get.</param>
    public void AddTo(CellNoder noder, int outline, int number)
    {
        ref readonly var o = ref All[outline];
        foreach (ref readonly var p in PiecesOf(o))
        {
            noder.Add(number, p.X1, p.Y1, p.X2, p.Y2, 1);
        }

        foreach (ref readonly var s in StretchesOf(o))
        {
            noder.Add(number, s.X1, s.Y1, s.X2, s.Y2, s.Winding);
        }
    }

    /// <summary>Area inside an outline as drawn, in 1e-6 m²: land enclosed twice counts twice.</summary>
    /// <param name="x">Where the outlines' square begins in the cell, in grid steps.</param>
    /// <param name="y">The same, northwards.</param>
    public long AreaMicro(int outline, EllipsoidArea measure, int x, int y)
    {
        ref readonly var o = ref All[outline];
        long area = 0;
        foreach (ref readonly var p in PiecesOf(o))
        {
            area += Share(p.X1, p.Y1, p.X2, p.Y2);
        }

        foreach (ref readonly var s in StretchesOf(o))
        {
            area += s.Winding * Share(s.X1, s.Y1, s.X2, s.Y2);
        }

        return area;

        // Land is on the left; a share is rounded in canonical direction, as everywhere.
        long Share(int x1, int y1, int x2, int y2) => x1 < x2 || (x1 == x2 && y1 < y2)
            ? measure.LeftOf(x + x1, y + y1, x + x2, y + y2)
            : -measure.LeftOf(x + x2, y + y2, x + x1, y + y1);
    }

    /// <summary>Stretches lie on the frame, where only other stretches do: they count for the box of what meets there.</summary>
    private void Surround(ref Outline outline, ReadOnlySpan<Piece> pieces)
    {
        int left = int.MaxValue, low = int.MaxValue, right = int.MinValue, high = int.MinValue;
        foreach (ref readonly var p in pieces)
        {
            left = Math.Min(left, Math.Min(p.X1, p.X2));
            right = Math.Max(right, Math.Max(p.X1, p.X2));
            low = Math.Min(low, Math.Min(p.Y1, p.Y2));
            high = Math.Max(high, Math.Max(p.Y1, p.Y2));
        }

        foreach (ref readonly var s in StretchesOf(outline))
        {
            left = Math.Min(left, Math.Min(s.X1, s.X2));
            right = Math.Max(right, Math.Max(s.X1, s.X2));
            low = Math.Min(low, Math.Min(s.Y1, s.Y2));
            high = Math.Max(high, Math.Max(s.Y1, s.Y2));
        }

        (outline.Left, outline.Low, outline.Right, outline.High) = (left, low, right, high);
    }
}
