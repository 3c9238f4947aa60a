namespace Furrow.Core.Land;

/// <summary>A node inside a cell packed into one number that sorts by x, then y. Coordinates are steps from the cell's corner (0 …
/// 10,000,000, 24 bits).</summary>
internal static class Node
{
    private const int Bits = 24;
    private const ulong Mask = (1UL << Bits) - 1;

    public static ulong Of(int x, int y) => unchecked(((ulong)(uint)x << Bits) | (uint)y);

    public static int X(ulong node) => unchecked((int)(node >> Bits));

    public static int Y(ulong node) => unchecked((int)(node & Mask));

    /// <summary>Twice the signed area of a, b, c: positive when c lies left of a→b. Exact: coordinates are below 2^24.</summary>
    public static long Turn(ulong a, ulong b, ulong c)
    {
        long ax = X(a), ay = Y(a);
        return unchecked((X(b) - ax) * (Y(c) - ay) - (Y(b) - ay) * (X(c) - ax));
    }

    /// <summary>Whether the node lies on the frame of a square with this side.</summary>
    public static bool IsOnFrame(ulong node, int side) => X(node) == 0 || X(node) == side || Y(node) == 0 || Y(node) == side;

    /// <summary>Whether the segment runs along one side of the frame.</summary>
    public static bool IsOnFrame(ulong a, ulong b, int side) =>
        (X(a) == X(b) && (X(a) == 0 || X(a) == side)) || (Y(a) == Y(b) && (Y(a) == 0 || Y(a) == side));
}

/// <summary>A noded edge in canonical direction (A &lt; B) and what lies on its sides: numbers of covers, see <see cref="ICover"/>.</summary>
internal struct Edge
{
    public ulong A;
    public ulong B;

    /// <summary>Number of a label in the <see cref="LabelTable"/>: what changes from the right side to the left.</summary>
    public int Label;
    public int Left;
    public int Right;
}
