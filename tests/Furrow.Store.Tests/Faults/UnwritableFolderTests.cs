using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Store.Sqlite;
using Furrow.Store.Tests.Faults.Disk;
using Xunit;

namespace Furrow.Store.Tests.Faults;

/// <summary>A ledger where this account may not write: it is read as it is, or refused when something of it cannot be read.</summary>
public sealed class UnwritableFolderTests : IDisposable
{
    private readonly TemporaryLedger _place = new();

    public void Dispose()
    {
        OtherAccount.Open(_place.Folder);
        _place.Dispose();
    }

    private void Write(int batch)
    {
        using var log = SqliteLog.Open(_place.Path, LogAccess.CreateOrWrite).Get();
        Append(log, TrialBatch.Make(batch, 3, 100)).Get();
    }

    [Fact]
    public void A_ledger_at_rest_is_read_whole_and_says_why_nobody_writes_there()
    {
        Write(0);
        OtherAccount.Close(_place.Folder);
        string[] files = Directory.GetFiles(_place.Folder);
        var (count, medium, refused) = OtherAccount.Do(() =>
        {
            using var log = SqliteLog.Open(_place.Path, LogAccess.Read).Get();
            var trial = Append(log, TrialBatch.Make(1, 1, 10)).Problem?.Code;
            return (TrialBatch.CheckWhole(log, 0), log.Medium, trial);
        });
        Assert.Equal((3L, (StorageFault?)StorageFault.NoPermission, "ledger-open-for-reading"), (count, medium, refused));
        Assert.Equal(files, Directory.GetFiles(_place.Folder));
        Assert.Equal("storage-no-permission", OtherAccount.Do(() => SqliteLog.Open(_place.Path, LogAccess.Write, waitSeconds: 1).Problem?.Code));
    }

    /// <summary>As after a power cut, or copied from beside a running server: entries stand in the write-ahead file alone.</summary>
    [Fact]
    public void Entries_that_wait_in_a_write_ahead_file_that_cannot_be_read_are_never_passed_over()
    {
        Write(0);
        using var copy = new TemporaryLedger();
        using (var log = SqliteLog.Open(_place.Path, LogAccess.Write).Get())
        {
            Append(log, TrialBatch.Make(1, 2, 100)).Get();
            foreach (var name in (string[])["", "-wal", "-checkpoint"])
            {
                using FileStream from = new(_place.Path + name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), to = File.Create(copy.Path + name);
                from.CopyTo(to);
            }
        }

        OtherAccount.Close(copy.Folder);
        var problem = OtherAccount.Do(() => SqliteLog.Open(copy.Path, LogAccess.Read).Problem);
        Assert.Equal("ledger-write-ahead-unread", problem?.Code);
        OtherAccount.Open(copy.Folder);
        using var whole = SqliteLog.Open(copy.Path, LogAccess.Read).Get();
        Assert.Equal((5L, (StorageFault?)null), (TrialBatch.CheckWhole(whole, 0), whole.Medium));
    }

    [Fact]
    public void A_ledger_that_may_not_be_read_is_refused_as_that()
    {
        Write(0);
        OtherAccount.Close(_place.Folder);
        OtherAccount.Hide(_place.Path);
        Assert.Equal("storage-no-permission", OtherAccount.Do(() => SqliteLog.Open(_place.Path, LogAccess.Read).Problem?.Code));
    }

    [Theory]
    [InlineData(13, 28, "storage-full")]
    [InlineData(8, 30, "storage-read-only")]
    [InlineData(778, 13, "storage-no-permission")]
    public void A_ledger_opened_on_a_medium_that_fails_is_read_and_written_as_soon_as_it_can_be(int code, int errno, string problem)
    {
        using var disk = new SimulatedDisk(_place.Folder);
        using (var before = SqliteLog.Open(disk.Ledger, LogAccess.CreateOrWrite, waitSeconds: 1).Get())
        {
            Append(before, TrialBatch.Make(0, 3, 100)).Get();
        }

        disk.Fault = new DiskFault(DiskCall.Write, code, errno);
        using var log = RecoveringLog.Open(disk.Ledger, LogAccess.Write, waitSeconds: 1).Get();
        Assert.Equal((false, problem, 3L), (log.MayWrite, log.Fault?.Code, TrialBatch.CheckWhole(log, 0)));
        Assert.Equal(problem, Tried(log)?.Code);
        Assert.Equal(problem, Append(log, TrialBatch.Make(1, 2, 100)).Problem?.Code);
        Assert.Equal(3, log.Head.Position);
        disk.Fault = null;
        Assert.Equal(5, Append(log, TrialBatch.Make(1, 2, 100), 3).Get().Position);
        Assert.Equal((true, (Problem?)null, 5L), (log.MayWrite, log.Fault, TrialBatch.CheckWhole(log, 0)));
        Assert.Null(Tried(log));
        Assert.Equal("ledger-in-use", SqliteLog.Open(disk.Ledger, LogAccess.Write, waitSeconds: 1).Problem?.Code);
    }

    [Fact]
    public void While_another_program_writes_it_goes_on_reading_and_another_ledger_in_its_place_is_never_written()
    {
        using var disk = new SimulatedDisk(_place.Folder);
        SqliteLog.Open(disk.Ledger, LogAccess.CreateOrWrite, waitSeconds: 1).Get().Dispose();
        disk.Fault = new DiskFault(DiskCall.Write, 13, 28);
        using var log = RecoveringLog.Open(disk.Ledger, LogAccess.Write, waitSeconds: 1).Get();
        disk.Fault = null;
        using (var other = SqliteLog.Open(disk.Ledger, LogAccess.Write, waitSeconds: 1).Get())
        {
            Append(other, TrialBatch.Make(0, 3, 100)).Get();
            Assert.Equal(("ledger-in-use", 3L), (Tried(log)?.Code, log.Head.Position));
        }

        Assert.Null(Tried(log));
        Assert.Equal(4, Append(log, TrialBatch.Make(1, 1, 10), 3).Get().Position);
    }

    [Fact]
    public void A_new_ledger_is_not_begun_on_a_medium_that_fails_and_a_broken_one_is_refused()
    {
        using var disk = new SimulatedDisk(_place.Folder);
        disk.Fault = new DiskFault(DiskCall.Write, 13, 28);
        Assert.True(RecoveringLog.Open(disk.Ledger, LogAccess.CreateOrWrite, waitSeconds: 1).IsRefused);
        Assert.Equal("ledger-not-found", RecoveringLog.Open(_place.Path, LogAccess.Write).Problem?.Code);
    }

    private static Outcome<LogHead> Append(ILog log, EntryDraft[] batch, long? expected = null) => log.Append(batch, expected).GetAwaiter().GetResult();

    private static Problem? Tried(ILog log) => log.TryWriting().GetAwaiter().GetResult();
}
