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

    private const int MostSorted = 10_000;

    private readonly PagedTable<ReportKey> _keys;
    private readonly PagedTable<byte[]> _texts;
    private readonly ReportFacets _facets;
    private readonly CountedOrder[] _orders;

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
            return new ReportOrders(book, _keys, _texts, _facets, _orders);
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
        if (ReportSearch.Candidates(this, filter, steps) is not { } candidates)
        {
            return new FoundReports(_orders[0].CountOf(match, steps),
                skip => Entries(_orders[(int)order].From(skip, match, backwards, steps)));
        }

        var found = candidates.Where(match.Has).ToList();
        return new FoundReports(found.Count, skip => Entries(Sorted(found, order, backwards, steps).Skip(skip)));
    }

    private IEnumerable<ReportEntry> Entries(IEnumerable<int> rows) => rows.Select(i => Book.Slots[i].Entry);

    /// <summary>Few are sorted; for many it is quicker to pass through the order and take those that fit.</summary>
    private IEnumerable<int> Sorted(List<int> found, ReportOrder order, bool backwards, Steps steps)
    {
        if (found.Count <= MostSorted)
        {
            var compare = OrderOf(order).Compare;
            found.Sort(backwards ? (a, b) => compare(b, a) : compare);
            return found;
        }

        var fits = new bool[Book.Count];
        found.ForEach(i => fits[i] = true);
        return _orders[(int)order].From(0, GroupMatch.All, backwards, steps).Where(i => fits[i]);
    }

    private int GroupOf(int index) => _keys[index].Group;

    private RowOrder OrderOf(ReportOrder order) => new(order switch
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
