namespace Furrow.Core.Keeping;

/// <summary>One thing that rows must have: a mark, by which they are counted, or to be among a few rows that were listed.</summary>
/// <param name="Rows">In the order of their numbers; null where the rows are known by their mark.</param>
internal readonly record struct Asked(RowMatch Match, int[]? Rows)
{
    public int CountIn(CountedOrder order, Steps steps) => Rows?.Length ?? order.CountOf(Match, steps);

    public bool Has(int row) => Rows is null ? Match.Has(row) : Array.BinarySearch(Rows, row) >= 0;

    /// <summary>Its rows, in an order of all.</summary>
    public IEnumerable<int> In(CountedOrder order, Steps steps) => Rows ?? order.From(0, Match, false, steps);

    /// <summary>Rows that have all of several, from the one that fewest have.</summary>
    /// <param name="order">Marked rows come in it; listed ones in the order of their numbers.</param>
    public static IEnumerable<int> All(IReadOnlyList<Asked> asked, CountedOrder order, Steps steps)
    {
        var rarest = asked.MinBy(a => a.CountIn(order, steps));
        return rarest.In(order, steps).Where(row =>
        {
            steps.Add();
            return asked.All(a => a.Has(row));
        });
    }
}
