using System.Diagnostics;
using System.Globalization;
using Furrow.Bench.Measuring;
using Furrow.Core.Cooperation;
using Furrow.Core.Privacy;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Bench.Rows;

/// <summary>Erasing one of 10,000 persons in a ledger of a million entries, in a process of its own: as the first act after a start, when no name has been
/// read yet; and another right after it.</summary>
public sealed class EraseRow : IBenchRow
{
    /// <summary>The hidden command that opens a programme, erases two persons and says what that took.</summary>
    public const string EraseCommand = "--erase";

    private const int Persons = 10_000;

    public string Name => "erase";

    public string Work => "erase one of 10,000 persons in a ledger of 1 M entries";

    public void Run(BenchContext context, RowReport report)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("million.furrow");

        // Every second fact of a small subject is a person.
        var entries = new MillionLog(path, context).Make(context.Scaled(480_000), 2 * context.Scaled(Persons));
        Programme.Open(path).Get().Dispose();
        report.Note(RowReport.Text($"{entries:N0} entries, {context.Scaled(Persons):N0} persons; snapshot {new FileInfo(Snapshots.PathFor(path)).Length / 1_048_576} MiB"));
        var runs = Enumerable.Range(0, context.SlowRuns)
            .Select(i => Machine.Output(".", Environment.ProcessPath!, typeof(EraseRow).Assembly.Location, EraseCommand, path, $"{2 * i + 1}")
                .Split(' ').Select(w => double.Parse(w, CultureInfo.InvariantCulture)).ToArray()).ToList();
        double Median(int column) => new Samples(runs.Select(r => r[column])).Median;
        report.Line(RowReport.Text($"- start {Median(0):F2} s; first look-up of a name {Median(1) * 1e3:F0} ms; erasure as the first act, from the intent to the answer {Median(2) * 1e3:F0} ms with that look-up, and its memory given up {Median(3) * 1e3:F0} ms after the intent; the next one {Median(4) * 1e3:F0} and {Median(5) * 1e3:F0} ms; medians of {runs.Count}"));
        report.Limit("erasure as the first act after a start", Median(2), 1, 1, "s");
        report.Limit("the same until nothing is left in memory", Median(3), 1, 1, "s");
        report.Limit("another erasure", Median(5), 1, 1, "s");
    }

    /// <summary>Runs in the child: prints seconds of the start, of the first look-up, of each erasure until its answer and until its memory is free.</summary>
    public static int EraseAndSay(string path, int first)
    {
        var watch = Stopwatch.StartNew();
        using var programme = Programme.Open(path).Get();
        var start = watch.Elapsed.TotalSeconds;
        watch.Restart();
        programme.State.PersonNamed("EXERCISE clerk");
        var lookUp = watch.Elapsed.TotalSeconds;
        var (answered, given) = Erase(programme, first);
        var (againAnswered, againGiven) = Erase(programme, first + 1);
        Console.WriteLine(string.Join(' ', ((double[])[start, lookUp, lookUp + answered, lookUp + given, againAnswered, againGiven])
            .Select(s => s.ToString("F4", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static (double Answered, double Given) Erase(Programme programme, int person)
    {
        var watch = Stopwatch.StartNew();
        programme.Decide(BenchProgramme.By("EXERCISE clerk", "they asked for it"), (state, act) =>
            ErasureRules.Erase(state, act, new ErasePerson(state.Of<People>().All[person].Id))).Get();
        var answered = watch.Elapsed.TotalSeconds;
        programme.Forgetting.Wait();
        return (answered, watch.Elapsed.TotalSeconds);
    }
}
