using System.Diagnostics;
using Furrow.Bench.Measuring;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Programmes;

namespace Furrow.Bench.Rows;

/// <summary>500 durable commits a second while a reader holds the view of the beginning and walks over it: how long the collector stops everyone.</summary>
public sealed class PausesRow : IBenchRow
{
    private const int PerSecond = 500;
    private const int Seconds = 20;
    private const int Clients = 8;

    public string Name => "pauses";

    public string Work => "500 commits a second while a reader holds an old view: pauses of the collector";

    public void Run(BenchContext context, RowReport report)
    {
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        var more = BenchProgramme.Reports(GeneratedCountry.Make(BenchContext.Seed + 1, PerSecond * Seconds,
            0).Hazards.Select(h => h with { Code = "MORE-" + h.Code }));
        using var folder = new TemporaryFolder();
        using var programme = BenchProgramme.Open(folder.File("country.furrow"));
        var standing = BenchProgramme.Reports([.. country.Hazards, .. country.Releases]);
        BenchProgramme.Accept(programme, standing);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() => Read(programme.State.Land, done.Token));
        Meter.OwnProcess.ResetPeak();
        using var pauses = new GcPauses();
        var cpu = Meter.OwnProcess.CpuSeconds();
        var watch = Stopwatch.StartNew();
        var latencies = Write(programme, more, watch);
        var seconds = watch.Elapsed.TotalSeconds;
        cpu = Meter.OwnProcess.CpuSeconds() - cpu;
        done.Cancel();
        var walked = reader.Result;
        var samples = pauses.Whole();
        report.Note(RowReport.Text($"{standing.Count:N0} reports stand; {latencies.Count:N0} commits by {Clients} clients in {seconds:F1} s = {latencies.Count / seconds:F0} a second (asked: {PerSecond}); the reader saw {walked:N0} features of the old view; processor {cpu / seconds:F2} cores; peak {Meter.OwnProcess.PeakBytes() / 1_048_576} MiB"));
        report.Percentiles([("pause of the collector", samples), ("of that, its own work once all threads stood still", pauses.Work()),
            ("commit, from its due time to its answer", new Samples(latencies))]);
        report.Limit("pause p99", samples.Percentile(0.99) * 1e3, 50, 10, "ms");
        report.Limit("pause max", samples.Max * 1e3, 200, 50, "ms");
    }

    /// <summary>Each commit has a due time; a client that is late does not slow the schedule down, so waiting counts.</summary>
    private static List<double> Write(Programme programme, List<Core.Reports.Report> reports, Stopwatch watch)
    {
        var latencies = new double[reports.Count];
        var next = -1;
        var threads = Enumerable.Range(0, Clients).Select(_ => new Thread(() =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < reports.Count;)
            {
                var due = i / (double)PerSecond;
                while (watch.Elapsed.TotalSeconds < due)
                {
                    Thread.Sleep(1);
                }

                BenchProgramme.Accept(programme, [reports[i]]);
                latencies[i] = watch.Elapsed.TotalSeconds - due;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return [.. latencies];
    }

    /// <summary>Walks over windows of the view it holds, a tenth of the time.</summary>
    private static long Read(LandLedger held, CancellationToken done)
    {
        var features = 0L;
        var middle = GeneratedCountry.Middle;
        const long Reach = GridPoint.PerDegree / 20;
        while (!done.IsCancellationRequested)
        {
            features += LandQuestions.Window(held, new GridBox(middle.Lon - Reach, middle.Lat - Reach, middle.Lon + Reach, middle.Lat + Reach)).Count();
            done.WaitHandle.WaitOne(100);
        }

        return features;
    }
}
