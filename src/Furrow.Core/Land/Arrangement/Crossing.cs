namespace Furrow.Core.Land;

/// <summary>How two segments of a cell meet. Exact, in grid steps.</summary>
internal static class Crossing
{
    /// <summary>The node nearest to where two segments cross properly, moved off the frame where it would lie on it; null when they meet at ends only
    /// or not at all.</summary>
    public static ulong? Of(ulong a, ulong b, ulong c, ulong d, int side)
    {
        if (a == c || a == d || b == c || b == d)
        {
            return null;
        }

        long c1 = Node.Turn(a, b, c), c2 = Node.Turn(a, b, d);
        if ((c1 >= 0 && c2 >= 0) || (c1 <= 0 && c2 <= 0))
        {
            return null; // ends that touch are nodes already
        }

        long d1 = Node.Turn(c, d, a), d2 = Node.Turn(c, d, b);
        if ((d1 >= 0 && d2 >= 0) || (d1 <= 0 && d2 <= 0))
        {
            return null;
        }

        var part = (Int128)d1;
        var whole = (Int128)d1 - d2;
        var x = Node.X(a) + CellLines.RoundDiv(part * (Node.X(b) - Node.X(a)), whole);
        var y = Node.Y(a) + CellLines.RoundDiv(part * (Node.Y(b) - Node.Y(a)), whole);
        return Node.Of((int)Math.Clamp(x, 1, side - 1), (int)Math.Clamp(y, 1, side - 1));
    }

    /// <summary>Whether noding would bend one of two pieces whose boxes meet, because they cross or an end of one lies in the way of the other. Pieces that
    /// only share an end do not meet.</summary>
    public static bool Meet(in Piece p, in Piece q, int side)
    {
        ulong a = Node.Of(p.X1, p.Y1), b = Node.Of(p.X2, p.Y2), c = Node.Of(q.X1, q.Y1), d = Node.Of(q.X2, q.Y2);
        (a, b) = a < b ? (a, b) : (b, a);
        (c, d) = c < d ? (c, d) : (d, c);
        if ((b == c || a == d) && Node.X(a) < Node.X(b) && Node.X(c) < Node.X(d))
        {
            return false; // one ends in the column where the other begins
        }

        return (a == c && b == d) || IsInTheWay(a, b, c, side) || IsInTheWay(a, b, d, side) || IsInTheWay(c, d, a, side) || IsInTheWay(c, d, b, side)
            || Of(a, b, c, d, side) is not null;
    }

    /// <summary>Whether noding would bend the segment a→b (a &lt; b) through the end of another piece: a node inside its box, off the frame, whose pixel it
    /// passes.</summary>
    public static bool IsInTheWay(ulong a, ulong b, ulong node, int side)
    {
        int x = Node.X(node), y = Node.Y(node), y1 = Node.Y(a), y2 = Node.Y(b);
        return x >= Node.X(a) && x <= Node.X(b) && y >= Math.Min(y1, y2) && y <= Math.Max(y1, y2) && node != a && node != b
            && !Node.IsOnFrame(node, side) && Pixel.IsPassed(a, b, node, side);
    }
}
