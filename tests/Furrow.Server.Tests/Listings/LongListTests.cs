using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Listings;
using Furrow.Server.Lists;
using Xunit;

namespace Furrow.Server.Tests.Listings;

/// <summary>What a page of a long list costs does not grow with the country: for each filter the list offers, with what all rows have, what few have and what
/// none has, for the first page anybody asks for, the last one and one between, and after one more act.</summary>
public sealed class LongListTests
{
    /// <summary>Steps for the hundred rows of a page, with the tree to them; each list has more rows than that.</summary>
    private const int MostSteps = 4_500;
    private const int Rows = 6_000;
    private const int Waiting = 3_000;

    private static readonly Guid Batch = new(7, 0, 0, new byte[8]);
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Act Clerk = new(Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UnixEpoch, Door.Verb, 0, null);

    /// <summary>What is typed for filters without choices of their own: what all have, what one row has, what none has.</summary>
    private static readonly Dictionary<string, string[]> Typed = new()
    {
        ["reports q"] = ["R", "R-1207", "no such words"], ["reports organisation"] = ["Team office", "nobody"], ["reports effect"] = ["Suspect", "Clear"],
        ["reports year"] = ["2020", "1999"], ["reports batch"] = [$"{Batch}", $"{Guid.Empty}"], ["reports team"] = ["Team 1", "Team 1207", "nobody"],
        ["reports method"] = ["manual", "rare", "none"], ["reports donor"] = ["Donor", "nobody"], ["areas q"] = ["HA", "HA-1207", "no such words"],
        ["findings batch"] = [$"{Batch}", $"{Guid.Empty}"],
    };

    private static readonly Lazy<(ProgrammeState Before, ProgrammeState After, ListCache Memory)> Country = new(Made);

    [Theory]
    [InlineData("reports")]
    [InlineData("areas")]
    [InlineData("findings")]
    public void Each_filter_of_a_long_list_costs_what_is_shown(string name)
    {
        var (before, after, memory) = Country.Value;
        var list = AllLists.Find(name)!;
        Assert.True(list.Answer(Ask(before, memory)).Count >= MostSteps, "the list is longer than what a page may cost");
        foreach (var filter in list.FiltersIn(Ask(before, memory)).Select(f => (f.Key, Values: ValuesOf(name, f))).Append(("", [""])))
        {
            var found = filter.Values.Select(value => Cost(list, memory, before, after, filter.Key, value)).ToList();
            Assert.True(filter.Key.Length == 0 || found.Exists(count => count > 0), $"Nothing was found by {filter.Key} of {name}.");
        }
    }

    private static IReadOnlyList<string> ValuesOf(string list, FilterHead filter) => Typed.TryGetValue($"{list} {filter.Key}", out var typed) ? typed
        : filter.Choices.Count > 0 ? [.. filter.Choices.Select(c => c.Value)]
        : throw new InvalidOperationException($"Say in {nameof(Typed)} what is typed for the filter {filter.Key} of {list}.");

    /// <summary>How many rows there were.</summary>
    private static int Cost(IListing list, ListCache memory, ProgrammeState before, ProgrammeState after, string filter, string value)
    {
        var count = 0;
        foreach (var sort in (string[])["", "-" + list.Columns[0].Key])
        {
            foreach (var (state, page) in ((ProgrammeState, string)[])[(before, "1"), (before, "25"), (before, "1000000"), (after, "1")])
            {
                var ask = Ask(state, memory, (filter, value), (ListAsk.SortWord, sort), (ListAsk.PageWord, page));
                count = list.Answer(ask).Count;
                Assert.True(ask.Steps.Count <= MostSteps, $"{ask.Steps.Count} steps for {list.Name}?{filter}={value}&sort={sort}&page={page} of {count} rows");
            }
        }

        return count;
    }

    private static ListAsk Ask(ProgrammeState state, ListCache memory, params (string Word, string Value)[] words) =>
        new(state, Today)
        {
            Memory = memory, Purpose = ReaderPurpose.Record,
            Words = words.Where(w => w.Value.Length > 0).ToDictionary(w => w.Word, w => w.Value),
        };

    private static (ProgrammeState, ProgrammeState, ListCache) Made()
    {
        var (areas, waiting) = (Enumerable.Range(0, Rows).Select(Report).ToList(), Enumerable.Range(Rows, Waiting).Select(Report));
        var before = Folded(ProgrammeState.Empty,
            [new BatchReceived(Batch, "file.csv", "", "{}", 0, 0, 0, 0, []), .. areas.Concat(waiting).Select(r => new ReportSubmitted(r, Batch)),
                new ReportsAccepted(1, null, [.. areas.Select(r => r.Id)])]);
        var findings = new FindingCache(TimeSpan.Zero, (_, _, _) => [.. Enumerable.Range(0, Rows).Select(Group)]);
        findings.Now(before, Today, null);
        return (before, Folded(before, [new ReportChecked(Report(Rows).Id), new FindingsDecided(Group(1).Key, Batch, FindingDecision.AcceptAsIs)]),
            new ListCache { Findings = findings });
    }

    private static FindingGroup Group(int n) => new($"check: {n}", n % 2 == 0 ? null : Batch, CheckList.All[n % CheckList.All.Count],
        n == 0 ? Severity.Notice : n == 1 ? Severity.Error : Severity.Warning, $"{n}", n + 1, n, [], null);

    /// <summary>The first a small square each; those that wait have no place.</summary>
    private static Report Report(int n)
    {
        var (lon, lat) = (10 * GridPoint.PerDegree + n % 100 * 2_000_000L, 45 * GridPoint.PerDegree + n / 100 * 2_000_000L);
        return new Report
        {
            Id = new Guid(n + 1, 1, 0, new byte[8]), Code = $"R-{n}", Kind = ReportKind.SuspectedHazardousArea, HazardousArea = $"HA-{n}",
            Organisation = "Team office",
            Team = n % 2 == 0 ? "Team 1" : $"Team {n}", Donor = "Donor", End = new ReportDate(new DateOnly(2020, 1, 1)), Kinds = KindSet.ApMines,
            Parts = [new ReportPart
            {
                Effect = n == 3 ? LandEffect.Confirm : n >= Rows ? LandEffect.Clear : LandEffect.Suspect, Method = n == 5 ? "rare" : "manual",
                Shape = n >= Rows ? null : new Shape([[[new(lon, lat), new(lon + 900_000, lat), new(lon + 900_000, lat + 900_000), new(lon, lat + 900_000)]]]),
            }],
        };
    }

    private static ProgrammeState Folded(ProgrammeState state, IReadOnlyList<IFact> facts) =>
        state.ApplyAll(facts.Select((fact, i) => new Placed(state.Position + 1 + i, DateTimeOffset.UnixEpoch, Clerk, fact)));
}
