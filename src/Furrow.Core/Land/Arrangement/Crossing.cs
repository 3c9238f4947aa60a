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
        if ((a == c && b == d) || (a == d && b == c))
        {
            return true;
        }

        return IsInTheWay(a, b, c, side) || IsInTheWay(a, b, d, side) || IsInTheWay(c, d, a, side) || IsInTheWay(c, d, b, side)
            || Of(a, b, c, d, side) is not null;
    }

    private static bool IsInTheWay(ulong a, ulong b, ulong node, int side)
    {
        if (node == a || node == b || Node.IsOnFrame(node, side))
        {
            return false;
        }

        int x = Node.X(node), y = Node.Y(node);
        return x >= Math.Min(Node.X(a), Node.X(b)) && x <= Math.Max(Node.X(a), Node.X(b))
            && y >= Math.Min(Node.Y(a), Node.Y(b)) && y <= Math.Max(Node.Y(a), Node.Y(b))
            && (a < b ? Pixel.IsPassed(a, b, node, side) : Pixel.IsPassed(b, a, node, side));
    }
}
