using System.Diagnostics;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Hostile;

/// <summary>Alone, since it counts what the whole process spends.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Small files that claim to be huge, through the whole dry run: each ends in a problem with a name, within a budget of memory and of processor
/// time (not of time by the clock, which other work may take), and leaves nothing running. The files are made
/// when they are wanted, not whenever tests are looked for.</summary>
[Collection(nameof(Alone))]
public sealed class HostileImportTests
{
    private const long MostBytes = 256L << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    private static readonly ImportOptions Options = new()
    {
        As = ImportAs.Find("suspected")!,
        On = new ReportDate(new DateOnly(2015, 12, 31)),
        Organisation = "EXERCISE office",
        By = Actor.Named("ann"),
        At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    public static TheoryData<string> Traits => [.. HostileFile.All.Select(f => f.Trait)];

    [Fact]
    public void There_are_sixty_and_more_of_different_traits()
    {
        Assert.InRange(HostileFile.All.Count, 60, 200);
        Assert.Equal(HostileFile.All.Count, HostileFile.All.Select(f => f.Trait).Distinct().Count());
        Assert.All(HostileFile.All, f => Assert.InRange(f.Bytes.Length, 10, 6 << 20));
    }

    [Theory]
    [MemberData(nameof(Traits), DisableDiscoveryEnumeration = true)]
    public async Task A_small_file_costs_little_and_ends_with_a_name(string trait)
    {
        var file = HostileFile.All.Single(f => f.Trait == trait);
        Prepare("warm.csv", "code,lat,lon\nA,44.1,18.5\n"u8.ToArray());
        var (plan, heap, spent) = Measured(file);
        for (var again = 0; again < 2 && spent > MostTime; again++)
        {
            spent = Measured(file).Spent;
        }

        Assert.InRange(heap, 0, MostBytes);
        Assert.InRange(spent, TimeSpan.Zero, MostTime);
        Assert.Equal(file.Code, plan.Problem?.Code);
        Assert.All(plan.Rows.Where(r => r.Verdict == Verdict.Refused), r => Assert.NotEmpty(r.Problem!.Code));
        Assert.True(Burning.Ends(), "something of it still has a processor");
        Assert.Equal(0, await StillWaiting());
    }

    /// <summary>The measure itself: a thread of which no pool knows is seen while it burns, and is not when it has ended.</summary>
    [Fact]
    public void What_still_burns_is_seen()
    {
        using var end = new CancellationTokenSource();
        var burning = new Thread(() =>
        {
            while (!end.IsCancellationRequested)
            {
            }
        });
        burning.Start();
        var beside = Burning.Beside(TimeSpan.FromMilliseconds(200));
        end.Cancel();
        burning.Join();
        Assert.InRange(beside, TimeSpan.FromMilliseconds(50), TimeSpan.MaxValue);
        Assert.True(Burning.Ends());
    }

    [Fact]
    public void Reading_ends_where_it_is_when_somebody_stops_it()
    {
        using var stop = new CancellationTokenSource();
        var sheet = HostileWorkbooks.Book(HostileFile.Many("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>", 50_000));
        var file = new SourceFile("a.xlsx", () =>
        {
            stop.Cancel();
            return new MemoryStream(sheet, false);
        });
        Assert.Equal("stopped-before-commit", ImportPlan.Prepare(file, Options, ProgrammeState.Empty, stop: stop.Token).Problem!.Code);
    }

    /// <summary>What compiling the code and other work on the same processor add differs from time to time; what the file costs does not.</summary>
    private static (ImportPlan Plan, long Heap, TimeSpan Spent) Measured(HostileFile file)
    {
        using var peak = new HeapPeak();
        var before = Environment.CpuUsage.TotalTime;
        var plan = Prepare(file.Name, file.Bytes);
        return (plan, peak.Bytes, Environment.CpuUsage.TotalTime - before);
    }

    private static ImportPlan Prepare(string name, byte[] bytes) => ImportPlan.Prepare(SourceFile.Of(name, bytes), Options, ProgrammeState.Empty);

    /// <summary>Work that waits for a thread; a moment is given to what is just ending.</summary>
    private static async Task<long> StillWaiting()
    {
        for (var i = 0; i < 1_000 && ThreadPool.PendingWorkItemCount > 0; i++)
        {
            await Task.Yield();
        }

        return ThreadPool.PendingWorkItemCount;
    }

    /// <summary>How much the heap held above what it held idle, looked at whenever it was collected and at the end.</summary>
    private sealed class HeapPeak : IDisposable
    {
        private readonly long _idle = GC.GetTotalMemory(forceFullCollection: true);
        private readonly Timer _timer;
        private long _peak;

        public HeapPeak() => _timer = new Timer(_ => Look(), null, 0, 5);

        public long Bytes
        {
            get
            {
                Look();
                return Math.Max(0, _peak - _idle);
            }
        }

        public void Dispose() => _timer.Dispose();

        private void Look() => _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false));
    }
}
