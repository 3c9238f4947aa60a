using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>The reports of a book in every order, counted by what they are filtered by. Made of a book alone, and brought from one book to the next by what
/// differs between them: the fold knows nothing of it, an acceptance costs nothing more, and it can be thrown away at any time. Immutable.</summary>
public sealed class ReportOrders
{
    public static readonly ReportOrders Empty = EmptyWith(WordIndex.MostListed);

    /// <summary>Where facets leave no more than these, they are passed over instead of all that was looked for.</summary>
    private const int FewByFacets = 10_000;

    /// <summary>Of what was looked for, so many are kept from state to state.</summary>
    private const int MostKept = 8;

    /// <summary>After more changes than this at once, everything is looked for anew.</summary>
    private const int MostCarried = 4096;

    private readonly PagedTable<ReportKey> _keys;
    private readonly ReportFacets _facets;
    private readonly CountedOrder[] _orders;
    private readonly Lock _gate = new();
    private readonly List<(ReportFilter Filter, NarrowedOrders Orders)> _narrowed = [];

    private ReportOrders(ReportBook book, PagedTable<ReportKey> keys, ReportMarks marks, ReportFacets facets, CountedOrder[] orders) =>
        (Book, _keys, Marks, _facets, _orders) = (book, keys, marks, facets, orders);

    public ReportBook Book { get; }

    /// <summary>Every organisation a report names, in their order.</summary>
    public IEnumerable<string> Organisations => _facets.Organisations;

    internal ReportMarks Marks { get; }

    /// <param name="mostListed">More words than these are counted instead of read off one by one.</param>
    internal static ReportOrders EmptyWith(int mostListed) => new(ReportBook.Empty, PagedTable<ReportKey>.Empty, ReportMarks.EmptyWith(mostListed),
        ReportFacets.Empty, [.. Enum.GetValues<ReportOrder>().Select(_ => CountedOrder.Empty)]);

    /// <summary>The orders of another state of the same book, earlier or later.</summary>
    public ReportOrders At(ReportBook book)
    {
        var changed = Book.Slots.MayDifferFrom(book.Slots)
            .Where(i => i >= book.Count || i >= Book.Count || !ReferenceEquals(Book.Slots[i].Entry, book.Slots[i].Entry)).ToList();
        if (changed.Count == 0)
        {
            return Carried(new ReportOrders(book, _keys, Marks, _facets, _orders), changed);
        }

        // A list of pages does not shrink: an earlier state is made anew.
        return book.Count < Book.Count ? EmptyWith(Marks.Words.Most).At(book) : Changed(book, changed);
    }

    private ReportOrders Changed(ReportBook book, List<int> changed)
    {
        var (keys, facets, reports) = (_keys.ToBuilder(), _facets, new List<(int, Report)>());
        foreach (var index in changed)
        {
            var entry = book.Slots[index].Entry;
            var report = entry.Report;
            facets = facets.With(entry, report, out var group);
            reports.Add((index, report));
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

        var next = new ReportOrders(book, keys.ToPagedTable(), Marks.With(book, reports), facets, [.. _orders]);
        var moved = changed.Where(i => i < Book.Count).ToList();
        foreach (var order in Enum.GetValues<ReportOrder>())
        {
            var (before, after) = (OrderOf(order), next.OrderOf(order));
            next._orders[(int)order] = next.Marks.Words.CountsAs(Marks.Words) ? _orders[(int)order].Moved(moved, changed, before, after)
                : _orders[(int)order].Rebuilt(moved, changed, after);
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

    /// <summary>The reports that fit, in an order: how many, and those behind the first so many. What one value, or one word, asks for is counted, and so is
    /// what facets ask for; several together cost the reports of the one that fewest have, once.</summary>
    public FoundReports Find(ReportFilter filter, ReportOrder order, bool backwards, Steps steps)
    {
        var (match, asked) = (_facets.Matching(filter, GroupOf), Marks.Asked(filter, steps));
        return asked switch
        {
            null => new FoundReports(0, _ => []),
            [] => Found(_orders[0], () => In(order), match, backwards, steps),
            [{ Rows: null }] when match.IsAll => Found(_orders[0], () => In(order), asked[0].Match, backwards, steps),
            _ when IsRarer(match, asked, steps) =>
                Found(NarrowedOrders.Of(this, [.. asked, new Asked(match, null)], steps), asked, order, backwards, match, steps),
            _ => Found(Narrowed(filter, asked, steps), asked, order, backwards, match, steps),
        };
    }

    private bool IsRarer(RowMatch match, IReadOnlyList<Asked> asked, Steps steps) => !match.IsAll
        && _orders[0].CountOf(match, steps) is var count && count <= FewByFacets && asked.All(a => a.CountIn(_orders[0], steps) > count);

    private FoundReports Found(NarrowedOrders narrowed, IReadOnlyList<Asked> asked, ReportOrder order, bool backwards, RowMatch match, Steps steps) =>
        Found(narrowed.In(this, asked, ReportOrder.Arrival, steps), () => narrowed.In(this, asked, order, steps), match, backwards, steps);

    private FoundReports Found(CountedOrder counted, Func<CountedOrder> inOrder, RowMatch match, bool backwards, Steps steps) =>
        new(counted.CountOf(match, steps), skip => Entries(inOrder().From(skip, match, backwards, steps)));

    internal CountedOrder In(ReportOrder order) => _orders[(int)order];

    /// <summary>What was looked for lately is kept, the last asked last.</summary>
    private NarrowedOrders Narrowed(ReportFilter filter, IReadOnlyList<Asked> asked, Steps steps)
    {
        var looking = NarrowedOrders.Looking(filter);
        lock (_gate)
        {
            var at = _narrowed.FindIndex(n => n.Filter == looking);
            var found = at >= 0 ? _narrowed[at].Orders : NarrowedOrders.Of(this, asked, steps);
            _narrowed.RemoveAll(n => n.Filter == looking);
            _narrowed.RemoveRange(0, Math.Max(0, _narrowed.Count - MostKept + 1));
            _narrowed.Add((looking, found));
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
    }, GroupOf) { MarksOf = Marks.Of };

    /// <summary>Of equals the one that came first.</summary>
    private static int Then(int order, int a, int b) => order != 0 ? order : a.CompareTo(b);

    private int CompareCodes(int a, int b) => _keys[a].Code.CompareTo(_keys[b].Code) is var prefix and not 0 ? prefix
        : Then(Codes.Order.Compare(Book.Slots[a].Packed.Code, Book.Slots[b].Packed.Code), a, b);
}

/// <summary>Reports that fit, in an order.</summary>
/// <param name="From">Those without the first so many; only those somebody takes are looked at.</param>
public sealed record FoundReports(int Count, Func<int, IEnumerable<ReportEntry>> From);
