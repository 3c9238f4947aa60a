using System.Diagnostics;
using Furrow.Bench.Measuring;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Postgres;

namespace Furrow.Bench.Rows;

/// <summary>Accept one report after another on top of a standing country: computing alone, nothing written. The peer recomputes the neighbourhood the
/// report touches, by its spatial index; finding what the neighbourhood was before is not timed for it.</summary>
/// <param name="late">How many of the last claims of the data arrive one by one.</param>
public sealed class AcceptRow(string name, string work, int late, double goalMs, double stretchMs, Func<BenchContext, BenchLand> data) : IBenchRow
{
    public string Name => name;

    public string Work => work;

    public void Run(BenchContext context, RowReport report)
    {
        var land = data(context);
        var count = Math.Min(context.Scaled(late), land.Claims.Count / 2);
        var standing = land with { Claims = [.. land.Claims.Take(land.Claims.Count - count)] };
        var arriving = land.Claims.Skip(standing.Claims.Count).Select((c, i) => c with { AcceptedAt = i + 2, PlacedAt = i + 2 }).ToList();
        report.Note(land.Describe());
        report.Note(RowReport.Text($"{arriving.Count:N0} reports arrive one by one on {standing.Claims.Count:N0}"));

        using var server = PostgresServer.Start(PostgresSettings.Analytical(workers: 0));
        using var peer = new AcceptInPostgis(server, standing);
        var ledger = LandLedger.Empty.Accept(new LandAcceptance(1, standing.Claims, []));
        var before = Closing(ledger, land.Kinds);
        var theirChange = new Dictionary<(KindSet, LandStatus), double>();
        var ours = new List<double>();
        var theirs = new List<double>();
        // What both have done: the peer may break off.
        var both = ledger;
        double? brokeOff = null;
        foreach (var claim in arriving)
        {
            var watch = Stopwatch.StartNew();
            ledger = ledger.Accept(new LandAcceptance(claim.AcceptedAt, [claim], []));
            ours.Add(watch.Elapsed.TotalSeconds);
            if (brokeOff is null)
            {
                var took = peer.Accept(claim, land.Kinds, theirChange);
                brokeOff = took.BrokeOff ? took.Seconds : null;
                both = took.BrokeOff ? both : ledger;
                theirs.AddRange(took.BrokeOff ? [] : [took.Seconds]);
            }
        }

        var after = Closing(both, land.Kinds);
        foreach (var ((kind, status), change) in theirChange)
        {
            // The sum of a thousand small changes, each rounded by both engines.
            report.Same($"change of {Kinds.NameOf(kind)} {status}", after.GetValueOrDefault((kind, status)) - before.GetValueOrDefault((kind, status)), change,
                1e-5, 1);
        }

        report.SayCompared();
        Say(report, ours, theirs, brokeOff);
    }

    private void Say(RowReport report, List<double> ours, List<double> theirs, double? brokeOff)
    {
        // The first tenth warms both up (compilation, caches) and is not counted.
        var ourSamples = new Samples(ours.Skip(ours.Count / 10));
        List<(string, Samples)> rows = [("Furrow: accept, all kinds, postings, history", ourSamples)];
        var theirSamples = new Samples(theirs.Skip(theirs.Count / 10));
        if (theirSamples.Count > 0)
        {
            rows.Add(("PostGIS: recompute the touched neighbourhood", theirSamples));
        }

        report.Percentiles(rows);
        report.Limit("compute p99", ourSamples.Percentile(0.99) * 1e3, goalMs, stretchMs, "ms");
        if (brokeOff is { } seconds)
        {
            SayBrokenOff(report, ours, theirs, seconds);
            return;
        }

        report.Line(RowReport.Text(
            $"beside PostGIS: p50 {theirSamples.Median / ourSamples.Median:F2}x, p99 {theirSamples.Percentile(0.99) / ourSamples.Percentile(0.99):F2}x"));
    }

    /// <summary>Beside a peer that broke off, only the reports both have done are compared; of the next one only its time until then is known.</summary>
    private static void SayBrokenOff(RowReport report, List<double> ours, List<double> theirs, double seconds)
    {
        var (given, done) = (AcceptInPostgis.Budget.TotalSeconds, theirs.Count);
        report.Line(RowReport.Text($"**The peer broke off after {given:F0} s**, with {done} of {ours.Count} reports done, {seconds:F1} s into the next."));
        if (theirs.Count > 0)
        {
            var skip = theirs.Count / 10;
            var (same, their) = (new Samples(ours.Take(theirs.Count).Skip(skip)), new Samples(theirs.Skip(skip)));
            report.Line(RowReport.Text($"beside PostGIS, over the {their.Count} of them that count: p50 {their.Median / same.Median:F2}x"));
        }
        else
        {
            report.Line(seconds > 0 ? RowReport.Text($"beside PostGIS, for the first report: at least {seconds / ours[0]:F1}x")
                : "beside PostGIS: no figure; it did not come to the end of what the first neighbourhood was before.");
        }
    }

    internal static Dictionary<(KindSet, LandStatus), double> Closing(LandLedger ledger, IReadOnlyList<KindSet> kinds) =>
        LandQuestions.Balances(ledger, new BalanceQuestion(DateOnly.MaxValue), kinds)
        .SelectMany(b => b.Accounts.Select(a => (Key: (b.Question.Kind, a.Status), a.ClosingMicro)))
        .ToDictionary(a => a.Key, a => (double)AreaText.SquareMetres(a.ClosingMicro));
}
