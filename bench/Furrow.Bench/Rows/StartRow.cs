using System.Diagnostics;
using Furrow.Bench.Measuring;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Bench.Rows;

/// <summary>Opening a programme of a million entries, each time in a process of its own: with what lies beside the log, and without.</summary>
public sealed class StartRow : IBenchRow
{
    /// <summary>The hidden command that opens a programme and says what that took.</summary>
    public const string OpenCommand = "--open";

    public string Name => "start";

    public string Work => "start at 1 M entries";

    public void Run(BenchContext context, RowReport report)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("million.furrow");
        var watch = Stopwatch.StartNew();
        var entries = Write(path, context);
        report.Note(RowReport.Text($"{entries:N0} entries: 500,000 reports at full size, three in ten with a polygon, each submitted and checked, accepted a thousand at a time; {new FileInfo(path).Length / 1_048_576} MiB, written in {watch.Elapsed.TotalSeconds:F0} s"));
        var cold = Open(path);
        report.Line(RowReport.Text($"- without snapshot: {cold.Seconds:F2} s, peak {cold.PeakBytes / 1_048_576} MiB"));
        report.Limit("cold", cold.Seconds, 120, 40, "s");
        report.Limit("cold, memory", cold.PeakBytes / 1_048_576.0 / 1024, 2, 2, "GiB");
        if (!File.Exists(Snapshots.PathFor(path)))
        {
            report.Line("**warm: no snapshot was left by opening, so a second start is as the first. Goal missed.**");
            return;
        }

        var warm = Enumerable.Range(0, context.SlowRuns).Select(_ => Open(path)).ToList();
        var samples = new Samples(warm.Select(w => w.Seconds));
        report.Line(RowReport.Text($"- with snapshot ({new FileInfo(Snapshots.PathFor(path)).Length / 1_048_576} MiB): median {samples.Median:F2} s of {samples.Count}, peak {warm.Max(w => w.PeakBytes) / 1_048_576} MiB"));
        report.Limit("warm", samples.Median, 10, 3, "s");
    }

    /// <summary>Runs in the child: opens, and prints seconds and peak bytes.</summary>
    public static int OpenAndSay(string path)
    {
        var watch = Stopwatch.StartNew();
        using var programme = Programme.Open(path).Get();
        Console.WriteLine(RowReport.Text($"{watch.Elapsed.TotalSeconds:F4} {Meter.OwnProcess.PeakBytes()} {programme.State.Position}"));
        return 0;
    }

    private static (double Seconds, long PeakBytes) Open(string path)
    {
        var words = Machine.Output(".", Environment.ProcessPath!, typeof(StartRow).Assembly.Location, OpenCommand, path).Split(' ');
        return (double.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture),
            long.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static long Write(string path, BenchContext context)
    {
        using var log = SqliteLog.Open(path, LogAccess.CreateOrWrite).Get();
        log.Append([Genesis.Exercise("EXERCISE million", BenchProgramme.Author, TimeProvider.System)()], 0).Get();
        var country = GeneratedCountry.Make(BenchContext.Seed, context.Scaled(100_000), context.Scaled(50_000));
        var located = BenchProgramme.Reports([.. country.Hazards, .. country.Releases]);
        var all = context.Scaled(500_000);
        var acceptance = 0;
        for (var first = 0; first < all; first += 1_000)
        {
            var reports = Enumerable.Range(first, Math.Min(1_000, all - first)).Select(i => At(located, i)).ToList();
            var facts = new List<IFact>(2_001);
            facts.AddRange(reports.Select(r => new ReportSubmitted(r, null, BenchProgramme.Author, BenchProgramme.At)));
            facts.AddRange(reports.Select(r => new ReportChecked(r.Id, BenchProgramme.Approver, BenchProgramme.At, null)));
            facts.Add(new ReportsAccepted(++acceptance, null, [.. reports.Select(r => r.Id)], BenchProgramme.Approver, BenchProgramme.At, "EXERCISE"));
            log.Append(facts).Get();
        }

        return log.Head.Position;
    }

    /// <summary>Three in ten come with their polygon, the others as records with only a point.</summary>
    private static Report At(List<Report> located, int i)
    {
        var index = i / 10 * 3 + i % 10;
        if (i % 10 < 3 && index < located.Count)
        {
            return located[index];
        }

        var numbers = SeededNumbers.For(BenchContext.Seed, RowReport.Text($"point {i}"));
        var point = GridPoint.FromDegrees(-119 + numbers.Between(-2, 2.0), -31.5 + numbers.Between(-1.5, 1.5));
        return new Report
        {
            Id = numbers.NextGuid(),
            Code = RowReport.Text($"EXERCISE-PT-{i:000000}"),
            Kind = ReportKind.SuspectedHazardousArea,
            End = new ReportDate(new DateOnly(2012, 6, 1)),
            Organisation = "EXERCISE Team North",
            Kinds = KindSet.ApMines,
            Parts = [new ReportPart { Effect = LandEffect.Suspect, Point = point, StatedSquareMetres = 5_000 }],
        };
    }
}
