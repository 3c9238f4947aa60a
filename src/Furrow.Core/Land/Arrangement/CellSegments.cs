using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>The segments of all boundaries of a square, sorted by their ends: equal ones form a group that is noded once. Scratch memory.</summary>
internal sealed class CellSegments
{
    public struct Segment
    {
        public ulong A, B;
        public int Claim, Change;
    }

    /// <summary>Equal segments: where they stand in the sorted list, and their box. One on the frame crosses nothing, so its box is empty.</summary>
    public record struct Group(int First, int Last, int Left, int Right, int Low, int High)
    {
        /// <summary>Whether a node that is not an end may lie on it.</summary>
        public bool IsBusy { get; set; }

        public readonly bool IsOnFrame => Right < 0;
    }

    private readonly List<Segment> _added = [];
    private readonly List<Group> _groups = [];
    private Segment[] _sorted = [];
    private ulong[] _keys = [];
    private int[] _order = [];

    public int Side { get; private set; }

    public Span<Segment> Sorted => _sorted.AsSpan(0, _added.Count);

    public Span<Group> Groups => CollectionsMarshal.AsSpan(_groups);

    /// <param name="side">Side of the square whose frame is kept, in grid steps.</param>
    public void Clear(int side)
    {
        Side = side;
        _added.Clear();
    }

    /// <summary>Adds a directed piece: the claim's winding is higher by <paramref name="change"/> on its left.</summary>
    public void Add(int claim, int x1, int y1, int x2, int y2, int change)
    {
        ulong a = Node.Of(x1, y1), b = Node.Of(x2, y2);
        if (a != b)
        {
            _added.Add(a < b
                ? new Segment { A = a, B = b, Claim = claim, Change = change }
                : new Segment { A = b, B = a, Claim = claim, Change = -change });
        }
    }

    /// <summary>Sorts the segments by their ends and finds where runs of equal ones begin. The first end is sorted as a plain number, which is much faster
    /// than comparing segments; the few that share it are put in order after that.</summary>
    public void Sort()
    {
        var count = _added.Count;
        if (_keys.Length < count)
        {
            (_keys, _order, _sorted) = (new ulong[count * 2], new int[count * 2], new Segment[count * 2]);
        }

        var added = CollectionsMarshal.AsSpan(_added);
        for (var i = 0; i < count; i++)
        {
            (_keys[i], _order[i]) = (added[i].A, i);
        }

        Array.Sort(_keys, _order, 0, count);
        for (var i = 0; i < count; i++)
        {
            _sorted[i] = added[_order[i]];
            // Segments with the same first end: by second end, then claim. Insertion, since they are few.
            for (var j = i; j > 0 && _sorted[j - 1].A == _sorted[j].A && IsAfter(_sorted[j - 1], _sorted[j]); j--)
            {
                (_sorted[j - 1], _sorted[j]) = (_sorted[j], _sorted[j - 1]);
            }
        }

        _groups.Clear();
        for (var first = 0; first < count;)
        {
            var last = first + 1;
            while (last < count && _sorted[last].A == _sorted[first].A && _sorted[last].B == _sorted[first].B)
            {
                last++;
            }

            _groups.Add(GroupOf(first, last));
            first = last;
        }
    }

    private Group GroupOf(int first, int last)
    {
        ulong a = _sorted[first].A, b = _sorted[first].B;
        int y1 = Node.Y(a), y2 = Node.Y(b);
        return Node.IsOnFrame(a, b, Side)
            ? new Group(first, last, Node.X(a), int.MinValue, int.MaxValue, int.MinValue)
            : new Group(first, last, Node.X(a), Node.X(b), Math.Min(y1, y2), Math.Max(y1, y2));
    }

    private static bool IsAfter(in Segment p, in Segment q) => p.B != q.B ? p.B > q.B : p.Claim > q.Claim;
}
