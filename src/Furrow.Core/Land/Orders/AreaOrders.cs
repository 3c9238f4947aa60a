using System.Collections.Immutable;
using Furrow.Core.Keeping;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Land.Orders;

/// <summary>The hazardous areas of a ledger, as of a day, in every order, counted and summed by what they are filtered by. Made of a ledger alone, and brought
/// from one state of it to the next by the cells and claims that differ: an acceptance costs nothing more. Immutable.</summary>
public sealed class AreaOrders
{
    private const int PageAreas = 64;

    private readonly PagedTable<AreaLand> _lands;
    private readonly PagedTable<AreaKey> _keys;
    private readonly AreaMarks _marks;
    private readonly ImmutableList<AreaFacet> _facets;
    private readonly ImmutableArray<AreaTotals> _totals;
    private readonly CountedOrder[] _orders;

    private AreaOrders(LandLedger land, DateOnly asOf, PagedTable<AreaLand> lands, PagedTable<AreaKey> keys, AreaMarks marks,
        ImmutableList<AreaFacet> facets, ImmutableArray<AreaTotals> totals, CountedOrder[] orders)
    {
        (Land, AsOf) = (land, asOf);
        (_lands, _keys, _marks, _facets, _totals, _orders) = (lands, keys, marks, facets, totals, orders);
    }

    public LandLedger Land { get; }

    public DateOnly AsOf { get; }

    private int Until => AsOf.DayNumber;

    /// <summary>Costs the whole ledger.</summary>
    public static AreaOrders Of(LandLedger land, DateOnly asOf) => Of(land, asOf, WordIndex.MostListed);

    /// <param name="mostListed">More words than these are counted instead of read off one by one.</param>
    internal static AreaOrders Of(LandLedger land, DateOnly asOf, int mostListed)
    {
        var none = new AreaOrders(LandLedger.Empty, asOf, PagedTable<AreaLand>.Empty, PagedTable<AreaKey>.Empty, AreaMarks.EmptyWith(mostListed), [], [],
            [.. Enum.GetValues<AreaOrder>().Select(_ => CountedOrder.Empty)]);
        return none.Changed(land, AreaSums.OfAll(land, asOf.DayNumber), [.. Enumerable.Range(0, land.Areas.Count)]);
    }

    /// <summary>As of another day, or for a later state of the same ledger; null where only making it anew can tell.</summary>
    public AreaOrders? At(LandLedger land, DateOnly asOf)
    {
        if (land.KnownAt < Land.KnownAt || asOf != AsOf && SpeakOf(asOf))
        {
            return null;
        }

        var changes = AreaChanges.Between(Land, land, asOf.DayNumber);
        return new AreaOrders(Land, asOf, _lands, _keys, _marks, _facets, _totals, _orders).Changed(land, changes.Sums, [.. changes.Areas]);
    }

    /// <summary>Whether a report speaks of a day between this one and the other: else both days are alike.</summary>
    private bool SpeakOf(DateOnly other)
    {
        var (from, to) = AsOf < other ? (Until, other.DayNumber) : (other.DayNumber, Until);
        for (var i = 0; i < Land.ClaimCount; i++)
        {
            if (Land.FoldClaims[i].Day > from && Land.FoldClaims[i].Day <= to)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="sums">What is added to the m² known so far.</param>
    private AreaOrders Changed(LandLedger land, AreaSums sums, List<int> areas)
    {
        var (lands, keys, totals, facets) = (_lands.ToBuilder(), _keys.ToBuilder(), _totals.ToBuilder(), _facets);
        while (lands.Count < land.Areas.Count)
        {
            lands.Add(default);
            keys.Add(AreaKey.None);
        }

        foreach (var area in areas)
        {
            var known = lands[area];
            known.Add(sums.Lands.GetValueOrDefault(area));
            lands[area] = known;
        }

        var answers = AnswersOf(land, lands.ToPagedTable(), areas);
        foreach (var area in areas)
        {
            if (keys[area] is { IsThere: true } old)
            {
                totals[old.Group] = totals[old.Group].With(_lands[area], -1);
            }

            keys[area] = answers[area] is { } answer ? KeyOf(answer, ref facets) : AreaKey.None;
            while (totals.Count < facets.Count)
            {
                totals.Add(default);
            }

            if (keys[area] is { IsThere: true } now)
            {
                totals[now.Group] = totals[now.Group].With(lands[area], 1);
            }
        }

        var next = new AreaOrders(land, AsOf, lands.ToPagedTable(), keys.ToPagedTable(), _marks, facets, totals.ToImmutable(), [.. _orders]);
        var marks = _marks.With(TextsOf(land, areas), areas, LandOf, next.LandOf);
        next = new AreaOrders(land, AsOf, next._lands, next._keys, marks, facets, next._totals, next._orders);
        var (before, after) = (areas.Where(a => a < _keys.Count && _keys[a].IsThere).ToList(), areas.Where(a => next._keys[a].IsThere).ToList());
        foreach (var order in Enum.GetValues<AreaOrder>())
        {
            next._orders[(int)order] = next._marks.CountsAs(_marks) ? _orders[(int)order].Moved(before, after, OrderOf(order), next.OrderOf(order))
                : _orders[(int)order].Rebuilt(before, after, next.OrderOf(order));
        }

        return next;
    }

    /// <summary>m² of an area; null where it is not there.</summary>
    private AreaLand? LandOf(int area) => area < _keys.Count && _keys[area].IsThere ? _lands[area] : null;

    private static AreaKey KeyOf(HazardousAreaAnswer answer, ref ImmutableList<AreaFacet> facets)
    {
        var facet = new AreaFacet(answer.State, answer.Status, answer.HasLandIn(LandStatus.Suspected), answer.HasLandIn(LandStatus.Confirmed));
        var group = facets.IndexOf(facet);
        if (group < 0)
        {
            (group, facets) = (facets.Count, facets.Add(facet));
        }

        return new AreaKey(CodeSorting.Prefix(Codes.Key(answer.Label)), answer.FirstReported.DayNumber, answer.LastReported.DayNumber, group);
    }

    private IEnumerable<(int, byte[])> TextsOf(LandLedger land, List<int> areas)
    {
        var reports = new AreaReports(land, Until);
        foreach (var area in areas)
        {
            var claims = reports.Of(area);
            yield return (area, SearchedWords.Pack([AreaReports.LabelOf(land, area), land.Areas.CodeOf(area),
                claims.Select(c => c.HazardousAreaName).LastOrDefault(n => n is not null), .. claims.SelectMany(c => c.Aliases).Distinct(Codes.Comparer)]));
        }
    }

    /// <summary>The areas that fit, in an order. Words, and the facets, are each counted; both together cost the areas of the one that fewest have.</summary>
    /// <param name="words">In what people read for its code, its name or another code; null for any.</param>
    public FoundAreas Find(Func<AreaFacet, bool>? filter, string? words, AreaOrder order, bool backwards, Steps steps)
    {
        var match = filter is null ? RowMatch.All : new RowMatch([.. _facets.Select(filter)], GroupOf);
        if (words is null)
        {
            return Found(match, _totals.Where((_, group) => match.HasGroup(group)).Aggregate(default(AreaTotals), AreaTotals.Add), order, backwards, steps);
        }

        return _marks.Asked(words, a => _keys[a].IsThere, steps) is not { } asked ? new FoundAreas(0, default, _ => [])
            : asked.Match.Mark is { } mark && match.IsAll ? Found(asked.Match, _marks.Totals[mark], order, backwards, steps)
            : Found([asked, new Asked(match, null)], order, backwards, steps);
    }

    private FoundAreas Found(RowMatch match, AreaTotals totals, AreaOrder order, bool backwards, Steps steps) =>
        new(_orders[0].CountOf(match, steps), totals, skip => Answers(_orders[(int)order].From(skip, match, backwards, steps)));

    private FoundAreas Found(Asked[] asked, AreaOrder order, bool backwards, Steps steps)
    {
        var found = Asked.All(asked, _orders[(int)order], steps).ToList();
        if (asked.Any(a => a.Rows is not null))
        {
            found.Sort(OrderOf(order).Compare);
        }

        if (backwards)
        {
            found.Reverse();
        }

        return new FoundAreas(found.Count, found.Aggregate(default(AreaTotals), (sum, a) => sum.With(_lands[a], 1)), skip => Answers(found.Skip(skip)));
    }

    /// <summary>A few at a time: somebody takes a page of them.</summary>
    private IEnumerable<HazardousAreaAnswer> Answers(IEnumerable<int> areas) =>
        areas.Chunk(PageAreas).SelectMany(some => AnswersOf(Land, _lands, some) is var answers ? some.Select(a => answers[a]!) : []);

    private Dictionary<int, HazardousAreaAnswer?> AnswersOf(LandLedger land, PagedTable<AreaLand> lands, IReadOnlyCollection<int> areas)
    {
        var sums = new AreaSums(land, Until);
        foreach (var area in areas)
        {
            sums.Lands[area] = lands[area];
        }

        var answers = new AreaAnswers(land, Until, sums);
        return areas.ToDictionary(a => a, answers.Of);
    }

    private int GroupOf(int area) => _keys[area].Group;

    private RowOrder OrderOf(AreaOrder order) => new(order switch
    {
        AreaOrder.State => (a, b) => Then(_facets[GroupOf(a)].State.CompareTo(_facets[GroupOf(b)].State), a, b),
        AreaOrder.Status => (a, b) => Then(_facets[GroupOf(a)].Status.CompareTo(_facets[GroupOf(b)].Status), a, b),
        AreaOrder.Registered => (a, b) => Then(_lands[a].Registered.CompareTo(_lands[b].Registered), a, b),
        AreaOrder.Remaining => (a, b) => Then(_lands[a].Remaining.CompareTo(_lands[b].Remaining), a, b),
        AreaOrder.InBalance => (a, b) => Then(_lands[a].InBalance.CompareTo(_lands[b].InBalance), a, b),
        AreaOrder.Released => (a, b) => Then(_lands[a].Released.CompareTo(_lands[b].Released), a, b),
        AreaOrder.FirstReported => (a, b) => Then(_keys[a].First.CompareTo(_keys[b].First), a, b),
        AreaOrder.LastReported => (a, b) => Then(_keys[a].Last.CompareTo(_keys[b].Last), a, b),
        _ => CompareLabels,
    }, GroupOf) { MarksOf = _marks.Of };

    private int Then(int order, int a, int b) => order != 0 ? order : CompareLabels(a, b);

    private int CompareLabels(int a, int b)
    {
        var order = _keys[a].Label.CompareTo(_keys[b].Label);
        order = order != 0 ? order : Codes.Order.Compare(AreaReports.LabelOf(Land, a), AreaReports.LabelOf(Land, b));
        return order != 0 ? order : a.CompareTo(b);
    }
}
