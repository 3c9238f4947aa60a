using System.Diagnostics;
using System.Globalization;
using Furrow.Bench.Measuring;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server;
using Furrow.Server.Listings;
using Furrow.Server.Lists;

namespace Furrow.Bench.Rows;

/// <summary>A page of the long lists, asked again and again of a country with 500,000 reports: in each order, filtered and not, from either end and the
/// middle; and after each of a few acceptances, when the orders are brought up to the new state.</summary>
public sealed class ListRow : IBenchRow
{
    private const int Reports = 500_000;

    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly Act Clerk = new(Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UnixEpoch, Door.Verb, 0, null);

    public string Name => "lists";

    public string Work => "a page of 500,000 reports and of their hazardous areas";

    public void Run(BenchContext context, RowReport report)
    {
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        var standing = BenchProgramme.Reports([.. country.Hazards, .. country.Releases]);
        var waiting = Enumerable.Range(0, context.Scaled(Reports) - standing.Count).Select(i => Waiting(standing[i % standing.Count], i));
        var state = Folded(ProgrammeState.Empty, [.. standing.Concat(waiting).Select(r => new ReportSubmitted(r, null)),
            new ReportsAccepted(1, null, [.. standing.Select(r => r.Id)])]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var memory = new ListCache();
        var watch = Stopwatch.StartNew();
        memory.Reports(state.Book);
        var reports = watch.Elapsed;
        memory.Areas(state.Land, Today);
        report.Note(RowReport.Text($"{state.Book.Count:N0} reports, {state.Land.Areas.Count:N0} areas; orders made once in {reports.TotalSeconds:F1} s and {(watch.Elapsed - reports).TotalSeconds:F1} s, {(GC.GetTotalMemory(true) - before) / 1_048_576} MiB"));
        var (ofReports, ofAreas) = (Pages(ReportLists.Reports, state, memory, ["", "status=waiting", "report=clearance", "status=approved"]),
            Pages(AreaLists.Areas, state, memory, ["", "state=open", "state=closed", "status=confirmed"]));
        string[] looking = ["q=R-12", "q=EXERCISE", "year=2014", "effect=Clear", "method=manual", "team=Team 1", "donor=nobody"];
        string[] areasLooking = ["q=HA", "q=12", "q=no such words"];
        var first = new Samples([.. looking.Select(filter => Page(ReportLists.Reports, state, memory, "", filter, 1)),
            .. areasLooking.Select(filter => Page(AreaLists.Areas, state, memory, "", filter, 1))]);
        var searched = Pages(ReportLists.Reports, state, memory, looking);
        var findings = Findings(state, memory, report);
        var (moved, acceptances) = Accepted(state, memory);
        report.Percentiles([("a page of reports", ofReports), ("a page of areas", ofAreas), ("a page of reports looked for (words, year, effect, method, team, donor)", searched),
            ("the first page of each of those", first), ("a page of findings", findings),
            ("both lists after one more acceptance", moved), ("the acceptance itself, folded", acceptances)]);
        report.Limit("page of reports p95", ofReports.Percentile(0.95) * 1e3, 50, 20, "ms");
        report.Limit("page of areas p95", ofAreas.Percentile(0.95) * 1e3, 50, 20, "ms");
        report.Limit("page of reports looked for p95", searched.Percentile(0.95) * 1e3, 50, 20, "ms");
        report.Limit("first page of a look-up p95", first.Percentile(0.95) * 1e3, 50, 20, "ms");
        report.Limit("page of findings p95", findings.Percentile(0.95) * 1e3, 50, 20, "ms");
    }

    private static Samples Pages(IListing list, ProgrammeState state, ListCache memory, string[] filters)
    {
        var samples = new List<double>();
        foreach (var sort in list.Columns.Select(c => c.Key).Where(k => k is not ("area" or "name")).Take(7).SelectMany(k => (string[])[k, "-" + k]).Prepend(""))
        {
            foreach (var filter in filters)
            {
                foreach (var page in (int[])[1, 2, 700, 1_000_000])
                {
                    samples.Add(Page(list, state, memory, sort, filter, page));
                }
            }
        }

        return new Samples(samples);
    }

    private static double Page(IListing list, ProgrammeState state, ListCache memory, string sort, string filter, int page)
    {
        var words = new Dictionary<string, string> { [ListAsk.SortWord] = sort, [ListAsk.PageWord] = page.ToString(CultureInfo.InvariantCulture) };
        if (filter.Split('=') is [var key, var value])
        {
            words[key] = value;
        }

        var watch = Stopwatch.StartNew();
        list.Answer(new ListAsk(state, Today) { Memory = memory, Words = words, Purpose = ReaderPurpose.Record });
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Judging all of them is done once for a state, and said apart; whoever looks at the list afterwards does not wait for it.</summary>
    private static Samples Findings(ProgrammeState state, ListCache memory, RowReport report)
    {
        var watch = Stopwatch.StartNew();
        memory.Findings.Now(state, Today, null);
        var judged = watch.Elapsed.TotalSeconds;
        var samples = Pages(FindingLists.Groups, state, memory, ["", "show=all", "severity=Error"]);
        report.Note(RowReport.Text($"findings: all of {state.Book.Count:N0} reports judged once in {judged:F1} s, {FindingLists.Groups.Answer(new ListAsk(state, Today) { Memory = memory }).Count:N0} groups wait"));
        return samples;
    }

    /// <summary>One report after another is accepted, and both lists are asked for.</summary>
    private static (Samples Lists, Samples Acceptances) Accepted(ProgrammeState state, ListCache memory)
    {
        var (lists, acceptances) = (new List<double>(), new List<double>());
        foreach (var entry in state.Book.All.Where(e => e.IsWaiting && e.Report.Parts[0].Shape is not null).Take(200))
        {
            var watch = Stopwatch.StartNew();
            state = Folded(state, [new ReportsAccepted(state.Book.LastAcceptance + 1, null, [entry.Id])]);
            acceptances.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            ReportLists.Reports.Answer(new ListAsk(state, Today) { Memory = memory });
            AreaLists.Areas.Answer(new ListAsk(state, Today) { Memory = memory });
            lists.Add(watch.Elapsed.TotalSeconds);
        }

        return (new Samples(lists), new Samples(acceptances));
    }

    private static ProgrammeState Folded(ProgrammeState state, IReadOnlyList<IFact> facts) =>
        state.ApplyAll(facts.Select((fact, i) => new Placed(state.Position + 1 + i, DateTimeOffset.UnixEpoch, Clerk, fact)));

    /// <summary>Another report over the same land that nobody has decided on.</summary>
    private static Report Waiting(Report like, int number) => like with
    {
        Id = SeededNumbers.For(BenchContext.Seed, $"waiting {number}").NextGuid(), Code = $"R-{number}", Kind = ReportKind.Clearance,
        Parts = [new ReportPart { Effect = LandEffect.Clear, Shape = number < 1_000 ? like.Parts[0].Shape : null, Method = "manual" }],
        End = new ReportDate(like.End.Day.AddDays(number % 400)),
    };
}
