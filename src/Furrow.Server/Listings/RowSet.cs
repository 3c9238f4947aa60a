namespace Furrow.Server.Listings;

/// <summary>The rows of a list that a question asks for, in their order, however many there are: only those somebody looks at are made.</summary>
/// <param name="From">The rows without the first so many of them.</param>
public sealed record RowSet<T>(int Count, Func<int, IEnumerable<T>> From)
{
    /// <summary>Why they do not stand in the order asked for: there are more than can be sorted by that column. Null when they do.</summary>
    public string? NotSortedBy { get; init; }

    /// <summary>The entry they were known at, where they are older than the state asked about; null when they are of that very state.</summary>
    public long? AsOfEntry { get; init; }

    /// <summary>Sums of columns over all of them, where the source keeps such; by key.</summary>
    public IReadOnlyDictionary<string, long>? Sums { get; init; }

    public static RowSet<T> Of(IReadOnlyList<T> rows) => new(rows.Count, rows.Skip);
}

/// <summary>What is asked of the rows: which filters, with what was typed, and in which order.</summary>
public sealed record RowQuestion<T>(IReadOnlyList<(Filter<T> Filter, string Value)> Filters, Column<T>? Sort, bool Backwards)
{
    public bool Keeps(T row, ListAsk ask) => Filters.All(f => f.Filter.Keeps(row, f.Value, ask));

    /// <summary>What was asked of a filter; null when nothing was.</summary>
    public string? Value(string key) => Filters.Where(f => f.Filter.Key == key).Select(f => f.Value).FirstOrDefault();
}
