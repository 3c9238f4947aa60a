using System.Collections.Immutable;
using Furrow.Core.Keeping;

namespace Furrow.Core.Reports.Orders;

/// <summary>The facets that occur, and the organisations in them, each by a number that never changes. There are few: they do not grow with the reports.
/// </summary>
internal sealed class ReportFacets
{
    public static readonly ReportFacets Empty = new([], ImmutableDictionary<ReportFacet, int>.Empty, [],
        ImmutableDictionary.Create<string, int>(Codes.Comparer));

    private readonly ImmutableList<ReportFacet> _facets;
    private readonly ImmutableDictionary<ReportFacet, int> _numbers;
    private readonly ImmutableList<string> _organisations;
    private readonly ImmutableDictionary<string, int> _byName;
    private readonly Lazy<int[]> _ranks;

    private ReportFacets(ImmutableList<ReportFacet> facets, ImmutableDictionary<ReportFacet, int> numbers, ImmutableList<string> organisations,
        ImmutableDictionary<string, int> byName)
    {
        (_facets, _numbers, _organisations, _byName) = (facets, numbers, organisations, byName);
        _ranks = new Lazy<int[]>(() =>
        {
            var ranks = new int[organisations.Count];
            foreach (var (number, rank) in organisations.Select((name, number) => (name, number)).OrderBy(o => o.name, Codes.Order)
                .Select((o, rank) => (o.number, rank)))
            {
                ranks[number] = rank;
            }

            return ranks;
        });
    }

    public IEnumerable<string> Organisations => _organisations.Order(Codes.Order);

    public ReportFacet this[int group] => _facets[group];

    /// <summary>Where an organisation stands among all, by name.</summary>
    public int RankOf(int organisation) => _ranks.Value[organisation];

    public ReportFacets With(ReportEntry entry, Report report, out int group)
    {
        var isNew = !_byName.TryGetValue(report.Organisation, out var organisation);
        organisation = isNew ? _organisations.Count : organisation;
        var facet = new ReportFacet(entry.Status, report.Kind, organisation, ReportWhereabouts.Of(report));
        if (_numbers.TryGetValue(facet, out group))
        {
            return this;
        }

        group = _facets.Count;
        return new ReportFacets(_facets.Add(facet), _numbers.Add(facet, group), isNew ? _organisations.Add(report.Organisation) : _organisations,
            isNew ? _byName.Add(report.Organisation, organisation) : _byName);
    }

    public RowMatch Matching(ReportFilter filter, Func<int, int> groupOf)
    {
        if (filter is { Status: null, Kind: null, Organisations: null, Where: null })
        {
            return RowMatch.All;
        }

        var organisations = filter.Organisations?.Select(name => _byName.GetValueOrDefault(name, -1)).ToHashSet();
        return new RowMatch([.. _facets.Select(f => (filter.Status is null || filter.Status(f.Status)) && (filter.Kind is null || filter.Kind == f.Kind)
            && (organisations is null || organisations.Contains(f.Organisation)) && (filter.Where is null || filter.Where(f.Where)))], groupOf);
    }
}
