using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Up to so many segments a first end and a number fit into one key.</summary>
    private const int Packable = 1 << 16;

    private readonly List<Segment> _added = [];
    private readonly List<ulong> _tops = [];

    /// <summary>Where the last piece ended, and whether it ran towards its second end.</summary>
    private (ulong End, bool Rises) _last;
    private readonly List<Group> _groups = [];
    private Segment[] _sorted = [];
    private ulong[] _keys = [];
    private int[] _order = [];

    /// <summary>The boxes of the groups side by side, for <see cref="Near"/>; after the last come some that meet nothing.</summary>
    private int[] _lefts = [], _lows = [], _highs = [];
    private int _widest;

    public int Side { get; private set; }

    public Span<Segment> Sorted => _sorted.AsSpan(0, _added.Count);

    public Span<Group> Groups => CollectionsMarshal.AsSpan(_groups);

    /// <param name="side">Side of the square whose frame is kept, in grid steps.</param>
    public void Clear(int side)
    {
        Side = side;
        _added.Clear();
        _tops.Clear();
        _last = (ulong.MaxValue, false);
    }

    /// <summary>Adds a directed piece: the claim's winding is higher by <paramref name="change"/> on its left.</summary>
    public void Add(int claim, int x1, int y1, int x2, int y2, int change)
    {
        ulong a = Node.Of(x1, y1), b = Node.Of(x2, y2);
        if (a == b)
        {
            return;
        }

        // Pieces of an outline follow each other, so most second ends are the first end of a neighbour and need not be looked up among the nodes again.
        var rises = a < b;
        if (a != _last.End || _last.Rises != rises)
        {
            if (_last.Rises)
            {
                _tops.Add(_last.End);
            }

            if (!rises)
            {
                _tops.Add(a);
            }
        }

        _last = (b, rises);
        _added.Add(rises
            ? new Segment { A = a, B = b, Claim = claim, Change = change }
            : new Segment { A = b, B = a, Claim = claim, Change = -change });
    }

    /// <summary>Nodes such that every second end is among them or is a first end.</summary>
    public void AddTops(List<ulong> to)
    {
        to.AddRange(CollectionsMarshal.AsSpan(_tops));
        if (_last.Rises)
        {
            to.Add(_last.End);
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
        if (count <= Packable)
        {
            SortPacked(added);
        }
        else
        {
            SortBeside(added);
        }

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

        PlaceBoxes();
    }

    /// <summary>Which of eight groups from one on have boxes that meet a group's box, a bit each. Eight at a time, for a branch for each would be guessed
    /// wrongly half the time.</summary>
    public uint Near(in Group g, int from)
    {
        var inReach = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref _lefts[0], (nuint)from), Vector256.Create(g.Right))
            & Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref _lows[0], (nuint)from), Vector256.Create(g.High))
            & Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref _highs[0], (nuint)from), Vector256.Create(g.Low));
        return inReach.ExtractMostSignificantBits();
    }

    /// <summary>Whether groups from this one on lie right of a group's box.</summary>
    public bool IsBeyond(in Group g, int from) => from >= _groups.Count || _lefts[from] > g.Right;

    /// <summary>Number of the first group whose box may reach a column; those before it are too narrow.</summary>
    public int FirstReaching(int column)
    {
        int low = 0, high = _groups.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _lefts[middle] < column - _widest ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void PlaceBoxes()
    {
        var room = _groups.Count + Vector256<int>.Count;
        if (_lefts.Length < room)
        {
            (_lefts, _lows, _highs) = (new int[2 * room], new int[2 * room], new int[2 * room]);
        }

        var groups = Groups;
        _widest = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            (_lefts[i], _lows[i], _highs[i]) = (groups[i].Left, groups[i].Low, groups[i].High);
            _widest = groups[i].IsOnFrame ? _widest : Math.Max(_widest, groups[i].Right - groups[i].Left);
        }

        _lefts.AsSpan(groups.Length, Vector256<int>.Count).Fill(int.MaxValue);
    }

    private void SortPacked(Span<Segment> added)
    {
        for (var i = 0; i < added.Length; i++)
        {
            _keys[i] = added[i].A << 16 | (uint)i;
        }

        Array.Sort(_keys, 0, added.Length);
        for (var i = 0; i < added.Length; i++)
        {
            _order[i] = (int)(_keys[i] & (Packable - 1));
        }
    }

    private void SortBeside(Span<Segment> added)
    {
        for (var i = 0; i < added.Length; i++)
        {
            (_keys[i], _order[i]) = (added[i].A, i);
        }

        Array.Sort(_keys, _order, 0, added.Length);
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
