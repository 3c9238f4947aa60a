namespace Furrow.Core.Land;

/// <summary>Closes a claim's pieces in a cell along the cell's frame: walks the frame anticlockwise, just inside, and gives the winding between the
/// nodes where pieces touch it. With these the outside of the cell is covered by nothing, whatever noding does inside.</summary>
internal static class FrameWalk
{
    /// <summary>A stretch of the frame with a winding that is not zero, in walking direction (anticlockwise).</summary>
    public readonly record struct Stretch(int X1, int Y1, int X2, int Y2, int Winding);

    public static void Walk(ReadOnlySpan<Piece> pieces, int cornerWinding, int side, List<(int At, int Change)> touches, List<Stretch> stretches)
    {
        touches.Clear();
        foreach (var piece in pieces)
        {
            if (PositionOf(piece.X1, piece.Y1, side) is var start and >= 0)
            {
                touches.Add((start, -1));
            }

            if (PositionOf(piece.X2, piece.Y2, side) is var end and >= 0)
            {
                touches.Add((end, 1));
            }
        }

        if (touches.Count == 0 && cornerWinding == 0)
        {
            return;
        }

        touches.Sort();
        var winding = cornerWinding;
        var at = 0;
        // What touches the corner itself is already counted in the corner's winding.
        var i = 0;
        while (i < touches.Count && touches[i].At == 0)
        {
            i++;
        }

        for (; i < touches.Count; i++)
        {
            Advance(ref at, touches[i].At, winding, side, stretches);
            winding += touches[i].Change;
        }

        Advance(ref at, 4 * side, winding, side, stretches);
    }

    /// <summary>Distance along the frame from the lower left corner, or −1 inside the cell.</summary>
    public static int PositionOf(int x, int y, int side)
    {
        if (y == 0)
        {
            return x;
        }

        if (x == side)
        {
            return side + y;
        }

        if (y == side)
        {
            return 3 * side - x;
        }

        return x == 0 ? 4 * side - y : -1;
    }

    private static void Advance(ref int at, int to, int winding, int side, List<Stretch> stretches)
    {
        while (at < to)
        {
            var corner = (at / side + 1) * side;
            var stop = Math.Min(to, corner);
            if (winding != 0)
            {
                var (x1, y1) = PointAt(at, side);
                var (x2, y2) = PointAt(stop, side);
                stretches.Add(new Stretch(x1, y1, x2, y2, winding));
            }

            at = stop;
        }
    }

    private static (int X, int Y) PointAt(int position, int side) => (position / side) switch
    {
        0 => (position, 0),
        1 => (side, position - side),
        2 => (3 * side - position, side),
        3 => (0, 4 * side - position),
        _ => (0, 0),
    };
}
