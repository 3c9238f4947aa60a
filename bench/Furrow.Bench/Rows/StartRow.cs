using System.Diagnostics;
using System.Globalization;
using Furrow.Bench.Measuring;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Bench.Rows;

/// <summary>Opening a programme of a million entries, each time in a process of its own: from the log alone, from the snapshot that start left, and from a
/// snapshot as old as it may get while serving.</summary>
/// <param name="reports">Each of them two entries.</param>
/// <param name="small">Facts of small subjects, folded at each start through the index of fact names; each in an act of its own, which is as dear as it
/// gets.</param>
public sealed class StartRow(string name, string work, int reports, int small) : IBenchRow
{
    /// <summary>The hidden command that opens a programme and says what that took.</summary>
    public const string OpenCommand = "--open";

    public string Name => name;

    public string Work => work;

    public void Run(BenchContext context, RowReport report)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("million.furrow");
        var watch = Stopwatch.StartNew();
        var log = new MillionLog(path, context);
        var entries = log.Make(context.Scaled(reports), small == 0 ? 0 : context.Scaled(small));
        report.Note(RowReport.Text($"{entries:N0} entries: {context.Scaled(reports):N0} reports, three in ten with a polygon, each submitted and checked, accepted a thousand at a time; {small:N0} facts of small subjects at full size; {new FileInfo(path).Length / 1_048_576} MiB, written in {watch.Elapsed.TotalSeconds:F0} s"));
        var cold = Open(path);
        report.Line(RowReport.Text($"- from the log alone: {cold.Seconds:F2} s wall, {cold.CpuSeconds:F2} s processor, peak {cold.PeakBytes / 1_048_576} MiB; the snapshot it leaves, written beside, is ready {cold.SavedSeconds:F2} s later"));
        report.Limit("cold", cold.Seconds, 120, 25, "s");
        report.Limit("cold, memory", Gib(cold.PeakBytes), 2, 1, "GiB");
        if (!File.Exists(Snapshots.PathFor(path)))
        {
            report.Line("**warm: no snapshot was left by opening, so a second start is as the first. Goal missed.**");
            return;
        }

        report.Note(RowReport.Text($"snapshot: {new FileInfo(Snapshots.PathFor(path)).Length / 1_048_576} MiB; a warm start proves its sections, the entry it was taken at, and every entry after that"));
        Warm("warm", path, () => { }, context, report);

        // While serving a new snapshot is due at a fortieth of the log; a little less is the longest tail a start may have to fold.
        var tail = log.Add(context.Scaled(12_500)) - entries;
        File.Copy(Snapshots.PathFor(path), folder.File("old-snapshot"));
        Warm(RowReport.Text($"warm, {tail:N0} entries after the snapshot"), path,
            () => File.Copy(folder.File("old-snapshot"), Snapshots.PathFor(path), overwrite: true), context, report);
    }

    /// <param name="before">What to do before each start: ending leaves a fresh snapshot, which the next start would use.</param>
    private static void Warm(string what, string path, Action before, BenchContext context, RowReport report)
    {
        var starts = new List<Start>();
        for (var i = 0; i < context.SlowRuns; i++)
        {
            before();
            starts.Add(Open(path));
        }

        var (wall, cpu) = (new Samples(starts.Select(s => s.Seconds)), new Samples(starts.Select(s => s.CpuSeconds)));
        report.Line(RowReport.Text($"- {what}: median of {starts.Count} {wall.Median:F2} s wall, {cpu.Median:F2} s processor, peak {starts.Max(s => s.PeakBytes) / 1_048_576} MiB"));
        report.Limit(what, wall.Median, 10, 3, "s");
        report.Limit(what + ", memory", Gib(starts.Max(s => s.PeakBytes)), 2, 1, "GiB");
    }

    private sealed record Start(double Seconds, double CpuSeconds, long PeakBytes, double SavedSeconds);

    private static double Gib(long bytes) => bytes / (double)(1L << 30);

    /// <summary>Runs in the child: opens, and prints seconds, processor seconds, peak bytes, and the seconds until a snapshot that was due stands.</summary>
    public static int OpenAndSay(string path)
    {
        var watch = Stopwatch.StartNew();
        var programme = Programme.Open(path).Get();
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, Meter.OwnProcess.CpuSeconds());
        programme.Dispose();
        Console.WriteLine(RowReport.Text($"{seconds:F4} {cpu:F4} {Meter.OwnProcess.PeakBytes()} {watch.Elapsed.TotalSeconds - seconds:F4}"));
        return 0;
    }

    private static Start Open(string path)
    {
        var words = Machine.Output(".", Environment.ProcessPath!, typeof(StartRow).Assembly.Location, OpenCommand, path).Split(' ');
        return new Start(Number(words[0]), Number(words[1]), (long)Number(words[2]), Number(words[3]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
