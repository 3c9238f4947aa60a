namespace Furrow.Core.Land;

/// <summary>The pixel of an inner node: half a step to each side, lower and left border included; in the outermost inner columns and rows it reaches to
/// the frame. All tests are exact, in doubled steps.</summary>
internal static class Pixel
{
    /// <summary>Whether the segment a→b (a &lt; b) passes the pixel of an inner node that lies in the segment's box and is not one of its ends.</summary>
    public static bool IsPassed(ulong a, ulong b, ulong node, int side)
    {
        int x = Node.X(node), y = Node.Y(node);
        long left = x == 1 ? 0 : 2 * x - 1, right = x == side - 1 ? 2 * side : 2 * x + 1;
        long bottom = y == 1 ? 0 : 2 * y - 1, top = y == side - 1 ? 2 * side : 2 * y + 1;
        long ax = 2 * Node.X(a), ay = 2 * Node.Y(a);
        long dx = Node.X(b) - Node.X(a), dy = Node.Y(b) - Node.Y(a);
        var lowerLeft = SideOf(left, bottom);
        return lowerLeft != SideOf(right, bottom) || lowerLeft != SideOf(left, top) || lowerLeft != SideOf(right, top);

        // The border belongs to the pixel only below and to the left: the same as moving the pixel by an infinitesimal step left and, less, down.
        bool SideOf(long cx, long cy)
        {
            var cross = unchecked(dx * (cy - ay) - dy * (cx - ax));
            return cross != 0 ? cross > 0 : dy > 0;
        }
    }
}
