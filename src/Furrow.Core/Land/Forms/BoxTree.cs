namespace Furrow.Core.Land;

/// <summary>Boxes packed into a tree by place (sort-tile-recursive: Leutenegger, Lopez and Edgington 1997), to find those around or near another.</summary>
internal sealed class BoxTree
{
    private const int Children = 16;
    private readonly int[] _order;

    /// <summary>Level 0 holds the boxes in order, each further one the box around every sixteen of the level below.</summary>
    private readonly List<GridBox[]> _levels = [];

    public BoxTree(IReadOnlyList<GridBox> boxes)
    {
        _order = [.. Enumerable.Range(0, boxes.Count).OrderBy(i => boxes[i].MinLon + boxes[i].MaxLon)];
        var slice = Math.Max(Children, (int)Math.Ceiling(Math.Sqrt((double)boxes.Count / Children)) * Children);
        for (var from = 0; from < _order.Length; from += slice)
        {
            var part = _order.AsSpan(from, Math.Min(slice, _order.Length - from));
            part.Sort((i, j) => (boxes[i].MinLat + boxes[i].MaxLat).CompareTo(boxes[j].MinLat + boxes[j].MaxLat));
        }

        _levels.Add([.. _order.Select(i => boxes[i])]);
        while (_levels[^1].Length > Children)
        {
            _levels.Add([.. _levels[^1].Chunk(Children).Select(c => c.Aggregate(GridBox.Empty, (all, box) => all.With(box)))]);
        }
    }

    /// <summary>Adds the numbers of the boxes that hold a box, in no order.</summary>
    public void Around(GridBox box, List<int> found) => Find(box, found, static (one, asked) => one.Holds(asked));

    /// <summary>Adds the numbers of the boxes that have a point in common with a box, in no order.</summary>
    public void Meeting(GridBox box, List<int> found) => Find(box, found, static (one, asked) => one.Intersects(asked));

    private void Find(GridBox box, List<int> found, Func<GridBox, GridBox, bool> isSo)
    {
        for (var i = 0; i < _levels[^1].Length; i++)
        {
            Find(_levels.Count - 1, i, box, found, isSo);
        }
    }

    private void Find(int level, int at, GridBox box, List<int> found, Func<GridBox, GridBox, bool> isSo)
    {
        if (!isSo(_levels[level][at], box))
        {
            return;
        }

        if (level == 0)
        {
            found.Add(_order[at]);
            return;
        }

        for (var i = at * Children; i < Math.Min((at + 1) * Children, _levels[level - 1].Length); i++)
        {
            Find(level - 1, i, box, found, isSo);
        }
    }
}
