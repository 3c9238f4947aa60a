using Furrow.Exchange.Exports;

namespace Furrow.Server.Listings;

/// <summary>A list as pages, verbs, JSON and downloads meet it, whatever its rows are.</summary>
public interface IListing
{
    /// <summary>In addresses and on the command line.</summary>
    string Name { get; }

    /// <summary>Key of its title in the languages.</summary>
    string Title { get; }

    /// <summary>The page it stands on.</summary>
    string Address { get; }

    /// <summary>It speaks of land as of a day, as known at an acceptance.</summary>
    bool IsOfLand { get; }

    /// <summary>It speaks of a period and of some kinds of contamination.</summary>
    bool IsOfPeriod { get; }

    /// <summary>Its rows have a place, so formats of maps hold them.</summary>
    bool HasPlaces { get; }

    /// <summary>Key of what is said where there is no row.</summary>
    string Nothing { get; }

    IReadOnlyList<ColumnHead> Columns { get; }

    /// <summary>What a row is, as fields of intents say it: "organisation". Null: rows have no page of their own made from this description.</summary>
    string? Of { get; }

    /// <summary>What a row holds. Its subject, and what can be done about it, are in the same folder.</summary>
    Type Row { get; }

    IReadOnlyList<FilterHead> FiltersIn(ListAsk ask);

    /// <summary>Whether a word of an address can be read; null when it is none of this list.</summary>
    bool? CanRead(string word, string text, ReaderPurpose purpose = ReaderPurpose.Record);

    /// <summary>The words of an address it takes, to name them to somebody who used another.</summary>
    IEnumerable<string> WordsOf(ListAsk ask) => [.. FiltersIn(ask).Select(f => f.Key), ListAsk.SortWord, ListAsk.ColumnsWord];

    /// <summary>One page of it.</summary>
    ListAnswer Answer(ListAsk ask, int rowsPerPage = ListAnswer.RowsPerPage);

    /// <summary>How many rows fit, without looking at what their columns say.</summary>
    int Count(ListAsk ask);

    /// <summary>The row of this id with every column that may be seen; null where there is none, or rows have no pages.</summary>
    (IReadOnlyList<ColumnHead> Columns, ListLine Line)? Find(ListAsk ask, Guid id);

    /// <summary>All rows that fit, in no format yet.</summary>
    ExportTable Export(ListAsk ask);
}

/// <summary>A page of a list.</summary>
/// <param name="Count">Of all rows that fit.</param>
/// <param name="Sort">The column it stands in the order of, "-" before it for backwards; empty for its own order.</param>
/// <param name="NotSortedBy">The column that more rows than these would be needed to be sorted by.</param>
/// <param name="Sums">Over all rows that fit, by key of the column.</param>
public sealed record ListAnswer(IReadOnlyList<ColumnHead> Columns, int Count, int Page, int Pages, IReadOnlyList<ListLine> Lines, string Sort,
    string? NotSortedBy, IReadOnlyDictionary<string, long> Sums)
{
    public const int RowsPerPage = 100;

    /// <summary>The entry the rows were known at, where they are older than the state asked about.</summary>
    public long? AsOfEntry { get; init; }

    public int First => (Page - 1) * RowsPerPage + 1;

    public int Last => First + Lines.Count - 1;
}

/// <param name="Value">As its column says.</param>
/// <param name="Link">Where it leads; null nowhere.</param>
public sealed record ListCell(object? Value, string? Link, ListWord? Beside);

public sealed record ListLine(IReadOnlyList<ListCell> Cells);
