using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
            outline.EndPiece = _pieces.Count;
            Surround(ref outline);
            var isInside = outline.Left > 0 && outline.Low > 0 && outline.Right < side && outline.High < side;
            if (!isInside || claim.CornerWinding != 0)
            {
                FrameWalk.Walk(PiecesOf(outline), claim.CornerWinding, side, _touches, _stretches);
                outline.EndStretch = _stretches.Count;
                SurroundStretches(ref outline);
            }
            else
            {
                outline.EndStretch = outline.FirstStretch;
            }

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

        // Land is on the left.
        long Share(int x1, int y1, int x2, int y2) => measure.LeftOfDirected(x + x1, y + y1, x + x2, y + y2);
    }

    /// <summary>A piece is just four numbers, x y x y: their least and greatest over all pieces at once.</summary>
    private void Surround(ref Outline outline)
    {
        Vector128<int> least = Vector128.Create(int.MaxValue), greatest = Vector128.Create(int.MinValue);
        foreach (var piece in MemoryMarshal.Cast<Piece, Vector128<int>>(PiecesOf(outline)))
        {
            least = Vector128.Min(least, piece);
            greatest = Vector128.Max(greatest, piece);
        }

        (outline.Left, outline.Low) = (Math.Min(least[0], least[2]), Math.Min(least[1], least[3]));
        (outline.Right, outline.High) = (Math.Max(greatest[0], greatest[2]), Math.Max(greatest[1], greatest[3]));
    }

    /// <summary>Where stretches run along the frame there is land of the claim: they count for its box.</summary>
    private void SurroundStretches(ref Outline outline)
    {
        foreach (ref readonly var s in StretchesOf(outline))
        {
            outline.Left = Math.Min(outline.Left, Math.Min(s.X1, s.X2));
            outline.Right = Math.Max(outline.Right, Math.Max(s.X1, s.X2));
            outline.Low = Math.Min(outline.Low, Math.Min(s.Y1, s.Y2));
            outline.High = Math.Max(outline.High, Math.Max(s.Y1, s.Y2));
        }
    }
}
