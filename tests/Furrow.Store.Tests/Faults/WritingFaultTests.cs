using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Store.Sqlite;
using Furrow.Store.Tests.Faults.Disk;
using Xunit;

namespace Furrow.Store.Tests.Faults;

/// <summary>A disk that begins to fail at any call while a batch is written, and later works again. The refusal names the fault, the ledger stays where it
/// was, reading goes on; when the cause is gone the next batch is written without opening anything anew, unless the disk is broken.</summary>
public sealed class WritingFaultTests : IDisposable
{
    private const int Full = 13, ReadOnly = 8, Permission = 3, Busy = 5, WriteFailed = 778, SyncFailed = 1034, MapFailed = 5386;
    private readonly TemporaryLedger _place = new();

    /// <summary>What SQLite is told, and the problem that must come of it.</summary>
    public static TheoryData<string, int, int, string> Passing() => new()
    {
        { nameof(DiskCall.Write), Full, 28, "storage-full" },
        { nameof(DiskCall.Write), WriteFailed, 122, "storage-full" },
        { nameof(DiskCall.Sync), SyncFailed, 28, "storage-full" },
        { nameof(DiskCall.Sync), Full, 28, "storage-full" },
        { nameof(DiskCall.Write), WriteFailed, 30, "storage-read-only" },
        { nameof(DiskCall.Write), ReadOnly, 30, "storage-read-only" },
        { nameof(DiskCall.Write), WriteFailed, 13, "storage-no-permission" },
        { nameof(DiskCall.Write), Permission, 0, "storage-no-permission" },
        { nameof(DiskCall.Lock), Busy, 0, "storage-busy" },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_fault_that_passes_is_named_and_passes_without_opening_the_ledger_anew(string call, int code, int errno, string problem)
    {
        using var disk = new SimulatedDisk(_place.Folder);
        using (var log = Open(disk))
        {
            var (batch, refusals) = (1, 0);
            Append(log, TrialBatch.Make(0, 3, 100)).Get();
            for (var after = 0; after < (problem == "storage-busy" ? 1 : 40); after += after < 6 ? 1 : 7)
            {
                var before = log.Head;
                disk.Fault = new DiskFault(Enum.Parse<DiskCall>(call), code, errno, after);
                var refused = Append(log, TrialBatch.Make(batch++, 20, 3000));
                if (refused.Problem is { } told)
                {
                    refusals++;
                    Assert.Equal((problem, problem), (told.Code, log.Fault?.Code));
                    Assert.Equal(problem, Trial(log)?.Code);
                    Assert.Equal(problem, Append(log, TrialBatch.Make(batch++, 1, 10)).Problem?.Code);
                    Assert.Equal(before, log.Head);
                    Assert.Equal(before.Position, TrialBatch.CheckWhole(log, 0));
                    disk.Fault = null;
                    Assert.Equal(before.Position + 2, Append(log, TrialBatch.Make(batch++, 2, 5000)).Get().Position);
                }

                disk.Fault = null;
                Assert.Null(log.Fault);
                Assert.Null(Trial(log));
            }

            Assert.True(refusals > 0, "The disk never failed.");
        }

        AssertWhole(disk);
    }

    [Theory]
    [InlineData(nameof(DiskCall.Write), WriteFailed, 5)]
    [InlineData(nameof(DiskCall.Sync), SyncFailed, 5)]
    [InlineData(nameof(DiskCall.Write), 11, 0)]
    public void A_broken_disk_stays_closed_for_writing_says_verify_and_goes_on_being_read(string call, int code, int errno)
    {
        using var disk = new SimulatedDisk(_place.Folder);
        using (var log = Open(disk))
        {
            var head = Append(log, TrialBatch.Make(0, 3, 100)).Get();
            disk.Fault = new DiskFault(Enum.Parse<DiskCall>(call), code, errno);
            Assert.Equal("storage-broken", Append(log, TrialBatch.Make(1, 3, 100)).Problem?.Code);
            disk.Fault = null;
            var still = Append(log, TrialBatch.Make(2, 3, 100)).Problem!;
            Assert.Equal("storage-broken", still.Code);
            Assert.Contains("furrow verify", still.Remedy, StringComparison.Ordinal);
            Assert.Equal("storage-broken", Trial(log)?.Code);
            Assert.Equal(head, log.Head);
            Assert.Equal(3, TrialBatch.CheckWhole(log, 0));
        }

        AssertWhole(disk);
    }

    [Fact]
    public async Task Every_caller_of_a_group_that_fails_is_answered()
    {
        using var disk = new SimulatedDisk(_place.Folder);
        using var log = Open(disk);
        disk.Fault = new DiskFault(DiskCall.Sync, Full, 28);
        var waiting = Enumerable.Range(0, 50).Select(i => log.Append(TrialBatch.Make(i, 2, 2000))).ToArray();
        var answers = await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.All(answers, answer => Assert.Equal("storage-full", answer.Problem?.Code));
        Assert.Equal(0, log.Head.Position);
    }

    [Theory]
    [InlineData(nameof(DiskCall.Map), MapFailed, 28, "storage-full")]
    [InlineData(nameof(DiskCall.Map), MapFailed, 13, "storage-no-permission")]
    [InlineData(nameof(DiskCall.Map), Busy, 0, "storage-busy")]
    public void A_fault_met_while_reading_is_not_a_broken_ledger(string call, int code, int errno, string problem)
    {
        using var disk = new SimulatedDisk(_place.Folder);
        using var log = Open(disk);
        Append(log, TrialBatch.Make(0, 3, 100)).Get();
        disk.Fault = new DiskFault(Enum.Parse<DiskCall>(call), code, errno);
        Assert.Equal(problem, Assert.Throws<StorageException>(() => log.Find(1)).Problem.Code);
        Assert.Equal(problem, Assert.Throws<StorageException>(() => log.Read().Count()).Problem.Code);
        disk.Fault = null;
        Assert.Equal(3, log.Read().Count());
    }

    [Theory]
    [InlineData(nameof(DiskCall.Write), Full, 28, "storage-full")]
    [InlineData(nameof(DiskCall.Write), ReadOnly, 30, "storage-read-only")]
    [InlineData(nameof(DiskCall.Write), WriteFailed, 13, "storage-no-permission")]
    public void Opening_for_writing_names_the_fault(string call, int code, int errno, string problem)
    {
        using var disk = new SimulatedDisk(_place.Folder);
        Open(disk).Dispose();
        disk.Fault = new DiskFault(Enum.Parse<DiskCall>(call), code, errno);
        Assert.Equal(problem, SqliteLog.Open(disk.Ledger, LogAccess.Write, waitSeconds: 1).Problem?.Code);
        disk.Fault = null;
        Open(disk).Dispose();
    }

    private static SqliteLog Open(SimulatedDisk disk) => SqliteLog.Open(disk.Ledger, LogAccess.CreateOrWrite, waitSeconds: 1).Get();

    private static Outcome<LogHead> Append(SqliteLog log, EntryDraft[] batch) => log.Append(batch).GetAwaiter().GetResult();

    private static Problem? Trial(SqliteLog log) => log.TryWriting().GetAwaiter().GetResult();

    private static void AssertWhole(SimulatedDisk disk)
    {
        using var log = SqliteLog.Open(disk.Ledger, LogAccess.Read).Get();
        TrialBatch.CheckWhole(log, 0);
        Assert.True(LogVerification.Of(log).IsWhole);
    }

    public void Dispose() => _place.Dispose();
}
