using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>The reports of a book in every order, counted by what they are filtered by. Made of a book alone, and brought from one book to the next by what
/// differs between them: the fold knows nothing of it, an acceptance costs nothing more, and it can be thrown away at any time. Immutable.</summary>
public sealed class ReportOrders
{
    public static readonly ReportOrders Empty = new(ReportBook.Empty, PagedTable<ReportKey>.Empty, PagedTable<byte[]>.Empty, ReportFacets.Empty,
        [.. Enum.GetValues<ReportOrder>().Select(_ => CountedOrder.Empty)]);

    /// <summary>So many reports share a page of texts.</summary>
    internal const int PageReports = 64;

    /// <summary>Of what was looked for, so many are kept from state to state.</summary>
    private const int MostKept = 8;

    /// <summary>After more changes than this at once, everything is looked for anew.</summary>
    private const int MostCarried = 4096;

    private readonly PagedTable<ReportKey> _keys;
    private readonly PagedTable<byte[]> _texts;
    private readonly ReportFacets _facets;
    private readonly CountedOrder[] _orders;
    private readonly Lock _gate = new();
    private readonly List<(ReportFilter Filter, NarrowedOrders Orders)> _narrowed = [];

    private ReportOrders(ReportBook book, PagedTable<ReportKey> keys, PagedTable<byte[]> texts, ReportFacets facets, CountedOrder[] orders) =>
        (Book, _keys, _texts, _facets, _orders) = (book, keys, texts, facets, orders);

    public ReportBook Book { get; }

    /// <summary>Every organisation a report names, in their order.</summary>
    public IEnumerable<string> Organisations => _facets.Organisations;

    internal PagedTable<byte[]> Texts => _texts;

    internal PagedTable<ReportKey> Keys => _keys;

    /// <summary>The orders of another state of the same book, earlier or later.</summary>
    public ReportOrders At(ReportBook book)
    {
        var changed = Book.Slots.MayDifferFrom(book.Slots)
            .Where(i => i >= book.Count || i >= Book.Count || !ReferenceEquals(Book.Slots[i].Entry, book.Slots[i].Entry)).ToList();
        if (changed.Count == 0)
        {
            return Carried(new ReportOrders(book, _keys, _texts, _facets, _orders), changed);
        }

        // A list of pages does not shrink: an earlier state is made anew.
        return book.Count < Book.Count ? Empty.At(book) : Changed(book, changed);
    }

    private ReportOrders Changed(ReportBook book, List<int> changed)
    {
        var (keys, facets) = (_keys.ToBuilder(), _facets);
        foreach (var index in changed)
        {
            var entry = book.Slots[index].Entry;
            var report = entry.Report;
            facets = facets.With(entry, report, out var group);
            var key = ReportKey.Of(entry, report, group);
            if (index < keys.Count)
            {
                keys[index] = key;
            }
            else
            {
                keys.Add(key);
            }
        }

        var next = new ReportOrders(book, keys.ToPagedTable(), TextsOf(book, changed), facets, [.. _orders]);
        var moved = changed.Where(i => i < Book.Count).ToList();
        foreach (var order in Enum.GetValues<ReportOrder>())
        {
            next._orders[(int)order] = _orders[(int)order].Moved(moved, changed, OrderOf(order), next.OrderOf(order));
        }

        return Carried(next, changed);
    }

    /// <summary>With what was looked for lately, as it is in the next state.</summary>
    private ReportOrders Carried(ReportOrders next, List<int> changed)
    {
        lock (_gate)
        {
            next._narrowed.AddRange(changed.Count > MostCarried ? []
                : _narrowed.Select(n => (n.Filter, changed.Count == 0 ? n.Orders : n.Orders.At(this, next, n.Filter, changed))));
        }

        return next;
    }

    private PagedTable<byte[]> TextsOf(ReportBook book, List<int> changed)
    {
        var texts = _texts.ToBuilder();
        foreach (var page in changed.Select(i => i / PageReports).Distinct())
        {
            var from = page * PageReports;
            var text = ReportTexts.Of(Enumerable.Range(from, Math.Min(PageReports, book.Count - from)).Select(i => book.Slots[i].Entry.Report));
            if (page < texts.Count)
            {
                texts[page] = text;
            }
            else
            {
                texts.Add(text);
            }
        }

        return texts.ToPagedTable();
    }

    /// <summary>The reports that fit, in an order: how many, and those behind the first so many.</summary>
    public FoundReports Find(ReportFilter filter, ReportOrder order, bool backwards, Steps steps)
    {
        var match = _facets.Matching(filter, GroupOf);
        var narrowed = Narrowed(filter, steps);
        var (count, rows) = narrowed is null ? (_orders[0], In(order))
            : narrowed.In(this, ReportOrder.Arrival, steps) is var found && order == ReportOrder.Arrival ? (found, found) : (found, null);
        return new FoundReports(count.CountOf(match, steps),
            skip => Entries((rows ?? narrowed!.In(this, order, steps)).From(skip, match, backwards, steps)));
    }

    internal CountedOrder In(ReportOrder order) => _orders[(int)order];

    /// <summary>What was looked for lately is kept, the last asked last.</summary>
    private NarrowedOrders? Narrowed(ReportFilter filter, Steps steps)
    {
        var looking = NarrowedOrders.Looking(filter);
        lock (_gate)
        {
            var at = _narrowed.FindIndex(n => n.Filter == looking);
            var found = at >= 0 ? _narrowed[at].Orders : NarrowedOrders.Of(this, looking, steps);
            if (found is not null)
            {
                _narrowed.RemoveAll(n => n.Filter == looking);
                _narrowed.RemoveRange(0, Math.Max(0, _narrowed.Count - MostKept + 1));
                _narrowed.Add((looking, found));
            }

            return found;
        }
    }

    private IEnumerable<ReportEntry> Entries(IEnumerable<int> rows) => rows.Select(i => Book.Slots[i].Entry);

    private int GroupOf(int index) => _keys[index].Group;

    internal RowOrder OrderOf(ReportOrder order) => new(order switch
    {
        ReportOrder.Code => CompareCodes,
        ReportOrder.Day => (a, b) => Then(_keys[a].Day.CompareTo(_keys[b].Day), a, b),
        ReportOrder.Kind => (a, b) => Then(_facets[GroupOf(a)].Kind.CompareTo(_facets[GroupOf(b)].Kind), a, b),
        ReportOrder.Organisation => (a, b) =>
            Then(_facets.RankOf(_facets[GroupOf(a)].Organisation).CompareTo(_facets.RankOf(_facets[GroupOf(b)].Organisation)), a, b),
        ReportOrder.Status => (a, b) => Then(_facets[GroupOf(a)].Status.CompareTo(_facets[GroupOf(b)].Status), a, b),
        ReportOrder.Acceptance => (a, b) => Then(_keys[a].Acceptance.CompareTo(_keys[b].Acceptance), a, b),
        _ => (a, b) => a.CompareTo(b),
    }, GroupOf);

    /// <summary>Of equals the one that came first.</summary>
    private static int Then(int order, int a, int b) => order != 0 ? order : a.CompareTo(b);

    private int CompareCodes(int a, int b) => _keys[a].Code.CompareTo(_keys[b].Code) is var prefix and not 0 ? prefix
        : Then(Codes.Order.Compare(Book.Slots[a].Packed.Code, Book.Slots[b].Packed.Code), a, b);
}

/// <summary>Reports that fit, in an order.</summary>
/// <param name="From">Those without the first so many; only those somebody takes are looked at.</param>
public sealed record FoundReports(int Count, Func<int, IEnumerable<ReportEntry>> From);
