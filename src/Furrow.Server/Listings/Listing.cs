using Furrow.Core.Land;
using Furrow.Exchange.Exports;

namespace Furrow.Server.Listings;

/// <summary>The one description of a list: its columns, filters and links. Its page, its verb (<c>furrow list NAME</c>), its JSON and its downloads come
/// from it.</summary>
/// <param name="All">Every row, in the order the list has by itself.</param>
public sealed record Listing<T>(string Name, string Title, Func<ListAsk, IEnumerable<T>> All) : IListing
{
    /// <summary>By a column without an index, no more rows are sorted.</summary>
    public const int MostSorted = 10_000;

    private readonly string? _address;

    public required IReadOnlyList<Column<T>> Columns { get; init; }

    public IReadOnlyList<Filter<T>> Filters { get; init; } = [];

    public string Address
    {
        get => _address ?? "/lists/" + Name;
        init => _address = value;
    }

    public bool IsOfLand { get; init; }

    public bool IsOfPeriod { get; init; }

    public string Nothing { get; init; } = "list.nothing";

    /// <summary>Answers from an index, where rows are many; null where it cannot, and then all rows are looked at.</summary>
    public Func<ListAsk, RowQuestion<T>, RowSet<T>?>? Indexed { get; init; }

    /// <summary>Where a row is, for formats of maps.</summary>
    public Func<T, ListAsk, (Shape? Shape, GridPoint? Point)>? Place { get; init; }

    public string? Of { get; init; }

    /// <summary>The id of a row, where it has a page: <c>/records/NAME/ID</c> says what its columns say, what happened to it, and what can be done with it.
    /// </summary>
    public Func<T, Guid>? Id { get; init; }

    public Type Row => typeof(T);

    public bool HasPlaces => Place is not null;

    IReadOnlyList<ColumnHead> IListing.Columns => [.. Columns.Select(c => c.Head)];

    public IReadOnlyList<FilterHead> FiltersIn(ListAsk ask) => [.. Filters.Select(f => f.HeadIn(ask))];

    public bool? CanRead(string word, string text, ReaderPurpose purpose = ReaderPurpose.Record) => word switch
    {
        ListAsk.SortWord => HasColumn(text.StartsWith('-') ? text[1..] : text, purpose),
        ListAsk.ColumnsWord => text.Split(',').All(key => HasColumn(key.Trim(), purpose)),
        _ => Filters.Where(f => f.Key == word).Select(f => (bool?)(purpose.Opens(f.Tier) && f.CanRead(text))).FirstOrDefault(),
    };

    public int Count(ListAsk ask) => RowsOf(ask, Question(ask)).Count;

    public ListAnswer Answer(ListAsk ask, int rowsPerPage = ListAnswer.RowsPerPage)
    {
        var question = Question(ask);
        var rows = RowsOf(ask, question);
        var pages = Math.Max(1, (rows.Count + rowsPerPage - 1) / rowsPerPage);
        var page = Math.Min(ask.Page, pages);
        var columns = Chosen(ask, c => c.Shown);
        var lines = rows.From((page - 1) * rowsPerPage).Take(rowsPerPage).Select(row => Line(row, columns, ask)).ToList();
        var sort = question.Sort is { } by && rows.NotSortedBy is null ? (question.Backwards ? "-" : "") + by.Key : "";
        return new ListAnswer([.. columns.Select(c => c.Head)], rows.Count, page, pages, lines, sort, rows.NotSortedBy, SumsOf(rows, columns, ask))
        {
            AsOfEntry = rows.AsOfEntry,
        };
    }

    public (IReadOnlyList<ColumnHead> Columns, ListLine Line)? Find(ListAsk ask, Guid id)
    {
        if (Id is null || All(ask).Where(row => Id(row) == id).Take(1).ToList() is not [var found])
        {
            return null;
        }

        var columns = Readable(ask).ToList();
        return ([.. columns.Select(c => c.Head)], Line(found, columns, ask));
    }

    public ExportTable Export(ListAsk ask)
    {
        var rows = RowsOf(ask, Question(ask));
        var columns = Chosen(ask, _ => true);
        return new ExportTable(Name, ask.State.IsExercise, HasPlaces ? ExportGeometry.Mixed : ExportGeometry.None,
            [.. columns.SelectMany(c => ListExport.Columns(c.Head))],
            rows.From(0).Select(row =>
            {
                var (shape, point) = Place?.Invoke(row, ask) ?? (null, null);
                return new ExportRow([.. columns.SelectMany(c => ListExport.Values(c.Type, c.Of(row, ask), ask.Time))], shape, point);
            }))
        {
            About = ListExport.About(ask, this, Filters.Select(f => f.Key)),
        };
    }

    /// <summary>What the words ask of the rows.</summary>
    internal RowQuestion<T> Question(ListAsk ask) => new(
        [.. Filters.Select(f => (f, ask.Word(f.Key))).Where(f => f.Item2.Length > 0 && f.f.CanRead(f.Item2))],
        Readable(ask).FirstOrDefault(c => c.Key == ask.Sort.TrimStart('-')), ask.Sort.StartsWith('-'));

    /// <summary>The rows that fit, in the order asked for.</summary>
    internal RowSet<T> RowsOf(ListAsk ask, RowQuestion<T> question)
    {
        if (Indexed?.Invoke(ask, question) is { } indexed)
        {
            return indexed;
        }

        var fitting = new List<T>();
        foreach (var row in All(ask))
        {
            ask.Steps.Add();
            if (question.Keeps(row, ask))
            {
                fitting.Add(row);
            }
        }

        return Sorted(fitting, question, ask);
    }

    /// <summary>Rows in the order asked for, unless they are too many.</summary>
    internal static RowSet<T> Sorted(IReadOnlyList<T> rows, RowQuestion<T> question, ListAsk ask) => question.Sort is not { } by ? RowSet<T>.Of(rows)
        : rows.Count > MostSorted ? RowSet<T>.Of(rows) with { NotSortedBy = by.Key }
        : RowSet<T>.Of([.. by.Sorted(rows, question.Backwards, ask)]);

    private bool HasColumn(string key, ReaderPurpose purpose) => Columns.Any(c => c.Key == key && purpose.Opens(c.Tier));

    private IEnumerable<Column<T>> Readable(ListAsk ask) => Columns.Where(c => ask.May(c.Tier));

    private List<Column<T>> Chosen(ListAsk ask, Func<Column<T>, bool> atFirst)
    {
        var chosen = ask.Columns.Select(key => Readable(ask).FirstOrDefault(c => c.Key == key)).OfType<Column<T>>().Distinct().ToList();
        return chosen.Count > 0 ? chosen : [.. Readable(ask).Where(atFirst)];
    }

    private ListLine Line(T row, List<Column<T>> columns, ListAsk ask) =>
        new([.. columns.Select(c => new ListCell(c.Of(row, ask),
            c.Link?.Invoke(row) ?? (c.Key == Columns[0].Key ? PageOf(row) : null), c.Beside?.Invoke(row)))]);

    /// <summary>The page of a row, to which its first column leads; null where rows have none.</summary>
    public string? PageOf(T row) => Id is null ? null : $"/records/{Name}/{Id(row):D}";

    private static IReadOnlyDictionary<string, long> SumsOf(RowSet<T> rows, List<Column<T>> columns, ListAsk ask)
    {
        var summed = columns.Where(c => c.Sums).ToList();
        if (summed.Count == 0 || rows.Sums is not null)
        {
            return rows.Sums ?? new Dictionary<string, long>();
        }

        var sums = summed.ToDictionary(c => c.Key, _ => 0L);
        foreach (var row in rows.From(0))
        {
            foreach (var column in summed)
            {
                sums[column.Key] += Convert.ToInt64(column.Of(row, ask), null);
            }
        }

        return sums;
    }
}
