namespace Furrow.Core.Keeping;

/// <summary>What a question has cost: nodes and rows looked at.</summary>
public sealed class Steps
{
    public long Count { get; private set; }

    public void Add(long more = 1) => Count += more;
}

/// <summary>Numbers of rows in an order, counted by the group each row is in and by the marks it carries: an immutable tree. How many rows are in some groups
/// or carry a mark, and which of them are the hundredth to the two hundredth, costs what is shown and the height of the tree, not how many rows there are.
/// The order knows nothing of the rows: who
/// changes it brings the comparison, by the rows as they are in it.</summary>
internal sealed class CountedOrder
{
    public static readonly CountedOrder Empty = new(null);

    /// <summary>More changes than these are made in one passage.</summary>
    private const int MostOneByOne = 512;

    private readonly CountedNode? _root;

    private CountedOrder(CountedNode? root) => _root = root;

    public int Count => _root?.Count ?? 0;

    /// <param name="rows">Sorted, each once.</param>
    public static CountedOrder Of(ReadOnlySpan<int> rows, RowOrder order) => new(CountedNode.Of(rows, order));

    public CountedOrder With(int row, RowOrder order)
    {
        if (_root is null)
        {
            return Of([row], order);
        }

        var first = _root.With(row, order, out var beside);
        return new CountedOrder(beside is null ? first : CountedNode.Inner([first, beside]));
    }

    /// <param name="order">By the rows as they were when it was put in.</param>
    public CountedOrder Without(int row, RowOrder order)
    {
        var left = _root?.Without(row, order);
        while (left is { Children: [var only] })
        {
            left = only;
        }

        return left is null ? Empty : new CountedOrder(left);
    }

    /// <summary>With some rows taken out and some put in, of which many may be the same ones at another place.</summary>
    public CountedOrder Moved(IReadOnlyCollection<int> without, IReadOnlyCollection<int> with, RowOrder before, RowOrder after)
    {
        if (without.Count + with.Count <= MostOneByOne)
        {
            var kept = without.Aggregate(this, (all, row) => all.Without(row, before));
            return with.Aggregate(kept, (all, row) => all.With(row, after));
        }

        return Rebuilt(without, with, after);
    }

    /// <summary>The same where every row may be counted otherwise than before: in one passage.</summary>
    public CountedOrder Rebuilt(IReadOnlyCollection<int> without, IReadOnlyCollection<int> with, RowOrder after)
    {
        int[] sorted = [.. with];
        sorted.AsSpan().Sort(after.Compare);
        return Merged(without.ToHashSet(), sorted, after);
    }

    /// <summary>In one passage through everything.</summary>
    private CountedOrder Merged(HashSet<int> without, int[] with, RowOrder order)
    {
        var (rows, at, next) = (new int[Count + with.Length], 0, 0);
        foreach (var row in All.Where(row => !without.Contains(row)))
        {
            while (next < with.Length && order.Compare(with[next], row) < 0)
            {
                rows[at++] = with[next++];
            }

            rows[at++] = row;
        }

        with.AsSpan(next).CopyTo(rows.AsSpan(at));
        return Of(rows.AsSpan(0, at + with.Length - next), order);
    }

    /// <summary>All rows, in their order.</summary>
    public IEnumerable<int> All => From(0, RowMatch.All, false, new Steps());

    /// <summary>How many rows fit.</summary>
    public int CountOf(RowMatch match, Steps steps) => _root?.CountOf(match, steps) ?? 0;

    /// <summary>Rows that fit, in the order or backwards, without the first so many of them.</summary>
    public IEnumerable<int> From(int skip, RowMatch match, bool backwards, Steps steps) =>
        _root is null || skip >= CountOf(match, steps) ? [] : _root.From(skip, match, backwards, steps);

    /// <summary>How many rows come before a place in the order.</summary>
    public int CountBefore(Func<int, bool> isBefore, Steps steps) => _root?.CountBefore(isBefore, steps) ?? 0;
}

/// <summary>How rows stand, which group each is in and which marks it carries (in the order of their numbers), by the rows as they are in one view of them.
/// </summary>
internal sealed record RowOrder(Comparison<int> Compare, Func<int, int> GroupOf)
{
    public Func<int, int[]> MarksOf { get; init; } = _ => [];
}

/// <summary>Which rows are asked for: all, those of some groups, or those that carry a mark.</summary>
internal readonly struct RowMatch
{
    /// <summary>Every row, whatever its group.</summary>
    public static RowMatch All => default;

    private readonly bool[]? _asked;
    private readonly Func<int, int>? _groupOf;
    private readonly Func<int, int[]>? _marksOf;

    public RowMatch(bool[] asked, Func<int, int> groupOf) => (_asked, _groupOf) = (asked, groupOf);

    public RowMatch(int mark, Func<int, int[]> marksOf) => (Mark, _marksOf) = (mark, marksOf);

    public int? Mark { get; }

    public bool IsAll => _asked is null && Mark is null;

    public bool HasGroup(int group) => _asked is null || _asked[group];

    public bool Has(int row) => Mark is { } mark ? Array.BinarySearch(_marksOf!(row), mark) >= 0 : _asked is null || _asked[_groupOf!(row)];
}
