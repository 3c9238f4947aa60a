namespace Furrow.Core.Keeping;

/// <summary>How many rows of a group are under a node.</summary>
internal readonly record struct GroupCount(int Group, int Count);

/// <summary>A node of a <see cref="CountedOrder"/>: rows, or nodes below it. A node that becomes empty is taken out; one that holds few stays.</summary>
internal sealed partial class CountedNode
{
    private const int MostRows = 128;
    private const int MostChildren = 64;

    private readonly int[] _rows;
    private readonly GroupCount[] _groups;
    private readonly MarkCounts _marks;

    private CountedNode(int[] rows, CountedNode[] children, GroupCount[] groups, MarkCounts marks, int count) =>
        (_rows, Children, _groups, _marks, Count, First) = (rows, children, groups, marks, count, children.Length > 0 ? children[0].First : rows[0]);

    public CountedNode[] Children { get; }

    public int Count { get; }

    /// <summary>The row that comes before all others under this node.</summary>
    private int First { get; }

    private static CountedNode Leaf(int[] rows, GroupCount[] groups, MarkCounts marks) => new(rows, [], groups, marks, rows.Length);

    public static CountedNode Inner(CountedNode[] children) =>
        new([], children, Sum(children), MarkCounts.Sum(children.Select(c => c._marks)), children.Sum(c => c.Count));

    public static CountedNode? Of(ReadOnlySpan<int> rows, RowOrder order)
    {
        var nodes = new List<CountedNode>();
        for (var from = 0; from < rows.Length; from += MostRows * 3 / 4)
        {
            nodes.Add(LeafOf(rows[from..Math.Min(rows.Length, from + MostRows * 3 / 4)].ToArray(), order));
        }

        while (nodes.Count > 1)
        {
            nodes = [.. nodes.Chunk(MostChildren * 3 / 4).Select(Inner)];
        }

        return nodes.Count == 0 ? null : nodes[0];
    }

    public CountedNode With(int row, RowOrder order, out CountedNode? beside)
    {
        beside = null;
        if (Children.Length == 0)
        {
            var at = PlaceOf(row, order);
            int[] rows = [.. _rows[..at], row, .. _rows[at..]];
            if (rows.Length <= MostRows)
            {
                return Leaf(rows, Changed(order.GroupOf(row), 1), _marks.With(order.MarksOf(row), 1));
            }

            beside = LeafOf(rows[(MostRows / 2)..], order);
            return LeafOf(rows[..(MostRows / 2)], order);
        }

        var child = ChildOf(row, order);
        var below = Children[child].With(row, order, out var second);
        CountedNode[] children = second is null ? [.. Children] : [.. Children[..(child + 1)], second, .. Children[(child + 1)..]];
        children[child] = below;
        if (children.Length <= MostChildren)
        {
            return new CountedNode([], children, Changed(order.GroupOf(row), 1), _marks.With(order.MarksOf(row), 1), Count + 1);
        }

        beside = Inner(children[(children.Length / 2)..]);
        return Inner(children[..(children.Length / 2)]);
    }

    /// <summary>Null when nothing is left.</summary>
    public CountedNode? Without(int row, RowOrder order)
    {
        if (Children.Length == 0)
        {
            var at = PlaceOf(row, order);
            if (at >= _rows.Length || _rows[at] != row)
            {
                throw new InvalidOperationException($"The row {row} is not where its order says.");
            }

            return _rows.Length == 1 ? null
                : Leaf([.. _rows[..at], .. _rows[(at + 1)..]], Changed(order.GroupOf(row), -1), _marks.With(order.MarksOf(row), -1));
        }

        var child = ChildOf(row, order);
        var below = Children[child].Without(row, order);
        CountedNode[] children = below is null ? [.. Children[..child], .. Children[(child + 1)..]] : [.. Children[..child], below, .. Children[(child + 1)..]];
        return children.Length == 0 ? null
            : new CountedNode([], children, Changed(order.GroupOf(row), -1), _marks.With(order.MarksOf(row), -1), Count - 1);
    }

    private static CountedNode LeafOf(int[] rows, RowOrder order)
    {
        var groups = new List<GroupCount>();
        foreach (var row in rows)
        {
            Add(groups, order.GroupOf(row), 1);
        }

        return Leaf(rows, [.. groups], MarkCounts.Of(rows, order.MarksOf));
    }

    private static GroupCount[] Sum(CountedNode[] children)
    {
        var sums = new Dictionary<int, int>();
        foreach (var (group, count) in children.SelectMany(c => c._groups))
        {
            sums[group] = sums.GetValueOrDefault(group) + count;
        }

        return [.. sums.OrderBy(s => s.Key).Select(s => new GroupCount(s.Key, s.Value))];
    }

    private GroupCount[] Changed(int group, int by)
    {
        var groups = _groups.ToList();
        Add(groups, group, by);
        return [.. groups];
    }

    private static void Add(List<GroupCount> groups, int group, int by)
    {
        var at = groups.FindIndex(g => g.Group == group);
        if (at < 0)
        {
            groups.Add(new GroupCount(group, by));
        }
        else if (groups[at].Count + by == 0)
        {
            groups.RemoveAt(at);
        }
        else
        {
            groups[at] = new GroupCount(group, groups[at].Count + by);
        }
    }

    /// <summary>Where the row stands among those of a leaf, or would.</summary>
    private int PlaceOf(int row, RowOrder order)
    {
        int low = 0, high = _rows.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order.Compare(_rows[middle], row) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The last child that does not begin behind the row.</summary>
    private int ChildOf(int row, RowOrder order)
    {
        int low = 1, high = Children.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order.Compare(Children[middle].First, row) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
