using System.Diagnostics;
using Furrow.Bench.Measuring;
using Furrow.Core.Drills;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Bench.Rows;

/// <summary>Accept one report durably in a standing country: submitted and accepted in one decision, on the disk before the answer; and the disk's share,
/// by appending the same facts to a log alone.</summary>
public sealed class DurableRow : IBenchRow
{
    public string Name => "accept-durable";

    public string Work => "accept one report: judged, computed and durable; and durable apart";

    public void Run(BenchContext context, RowReport report)
    {
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        var reports = BenchProgramme.Reports([.. country.Hazards, .. country.Releases]);
        var late = reports[^Math.Min(500, reports.Count / 2)..];
        using var folder = new TemporaryFolder();
        using var programme = BenchProgramme.Open(folder.File("country.furrow"));
        BenchProgramme.Accept(programme, reports[..^late.Count]);
        using var log = SqliteLog.Open(folder.File("log-alone.furrow"), LogAccess.CreateOrWrite).Get();
        var acts = 0;

        var whole = new List<double>();
        var disk = new List<double>();
        foreach (var one in late)
        {
            var watch = Stopwatch.StartNew();
            BenchProgramme.Accept(programme, [one]);
            whole.Add(watch.Elapsed.TotalSeconds);
            IFact[] facts = [new ReportSubmitted(one, null),
                new ReportsAccepted(1, null, [one.Id])];
            watch.Restart();
            log.Append(BenchProgramme.Seal(++acts, facts)).GetAwaiter().GetResult().Get();
            disk.Add(watch.Elapsed.TotalSeconds);
        }

        var warm = late.Count / 10;
        report.Note(RowReport.Text($"{late.Count} reports one by one on {reports.Count - late.Count:N0}; SQLite WAL, synchronous FULL; the first tenth is not counted"));
        report.Percentiles([("whole decision, durable", new Samples(whole.Skip(warm))),
            ("sealing, hashing and writing the same facts alone", new Samples(disk.Skip(warm)))]);
    }
}
