using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>An unchanging index over boxes: sorted along a space-filling curve and packed sixteen to a node, level upon level.
/// Building is O(n log n), a query O(log n + answers) for boxes that are not all on top of each other.</summary>
public sealed class PackedBoxes
{
    private const int Fan = 16;

    private readonly int[] _items;
    private readonly GridBox[][] _levels;

    public PackedBoxes(IReadOnlyList<GridBox> boxes)
        : this(boxes.Count, i => boxes[i])
    {
    }

    /// <param name="boxAt">The box of each of so many items, asked for more than once.</param>
    public PackedBoxes(int count, Func<int, GridBox> boxAt)
    {
        var all = GridBox.Empty;
        for (var i = 0; i < count; i++)
        {
            all = all.With(boxAt(i));
        }

        var keys = new ulong[count];
        _items = new int[count];
        for (var i = 0; i < count; i++)
        {
            _items[i] = i;
            keys[i] = CurveKey(boxAt(i), all);
        }

        Array.Sort(keys, _items);
        var levels = new List<GridBox[]> { Array.ConvertAll(_items, i => boxAt(i)) };
        while (levels[^1].Length > Fan)
        {
            levels.Add(Pack(levels[^1]));
        }

        _levels = [.. levels];
    }

    public int Count => _items.Length;

    /// <summary>Calls <paramref name="visit"/> with each item whose box touches the given one, until it returns false.</summary>
    public bool Each(GridBox box, Func<int, bool> visit) => box.IsEmpty || Descend(_levels.Length - 1, 0, _levels[^1].Length, box, -1, visit);

    /// <summary>Calls <paramref name="visit"/> with each unordered pair of items whose boxes touch, once, until it returns false.</summary>
    public bool EachPair(Func<int, int, bool> visit)
    {
        for (var slot = 0; slot < _items.Length; slot++)
        {
            var item = _items[slot];
            var box = _levels[0][slot];
            if (!box.IsEmpty && !Descend(_levels.Length - 1, 0, _levels[^1].Length, box, slot, other => visit(item, other)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Only slots after <paramref name="after"/>: pairs come once.</summary>
    private bool Descend(int level, int from, int to, GridBox box, int after, Func<int, bool> visit)
    {
        var boxes = _levels[level];
        var width = 1;
        for (var l = 0; l < level; l++)
        {
            width *= Fan;
        }

        for (var i = from; i < Math.Min(to, boxes.Length); i++)
        {
            if ((long)(i + 1) * width <= after + 1L || !boxes[i].Intersects(box))
            {
                continue;
            }

            if (level == 0 ? !visit(_items[i]) : !Descend(level - 1, i * Fan, (i + 1) * Fan, box, after, visit))
            {
                return false;
            }
        }

        return true;
    }

    private static GridBox[] Pack(GridBox[] below)
    {
        var above = new GridBox[(below.Length + Fan - 1) / Fan];
        Array.Fill(above, GridBox.Empty);
        for (var i = 0; i < below.Length; i++)
        {
            above[i / Fan] = above[i / Fan].With(below[i]);
        }

        return above;
    }

    /// <summary>Place of a box's middle on a Hilbert curve over 65,536 × 65,536 squares.</summary>
    private static ulong CurveKey(GridBox box, GridBox all)
    {
        if (box.IsEmpty)
        {
            return ulong.MaxValue;
        }

        var x = Square(box.MinLon / 2 + box.MaxLon / 2, all.MinLon, all.MaxLon);
        var y = Square(box.MinLat / 2 + box.MaxLat / 2, all.MinLat, all.MaxLat);
        ulong key = 0;
        for (uint s = 1 << 15; s > 0; s >>= 1)
        {
            uint rx = (x & s) > 0 ? 1u : 0u, ry = (y & s) > 0 ? 1u : 0u;
            key = key << 2 | (3 * rx) ^ ry;
            if (ry == 0)
            {
                (x, y) = rx == 1 ? (~y & 0xFFFF, ~x & 0xFFFF) : (y, x);
            }
        }

        return key;
    }

    private static uint Square(long value, long min, long max) =>
        max <= min ? 0 : (uint)Math.Clamp((double)(value - min) / ((double)max - min) * 65_535, 0, 65_535);
}
