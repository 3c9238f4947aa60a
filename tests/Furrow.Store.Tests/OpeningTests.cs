using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>What opening a ledger file finds: whether it is there, ours, whole, and free.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    private static IFact Check(int number) => TestActs.Act(number);

    private void Write(int count)
    {
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite).Get();
        for (var i = 0; i < count; i++)
        {
            log.Append([Check(i)]).Get();
        }
    }

    private string? Refusal(LogAccess access) => SqliteLog.Open(_ledger.Path, access).Problem?.Code;

    [Theory]
    [InlineData(LogAccess.Read)]
    [InlineData(LogAccess.Write)]
    public void A_ledger_that_is_not_there_is_not_made_by_looking(LogAccess access)
    {
        Assert.Equal("ledger-not-found", Refusal(access));
        Assert.Empty(Directory.GetFiles(_ledger.Folder));
    }

    [Theory]
    [InlineData(LogAccess.Read)]
    [InlineData(LogAccess.CreateOrWrite)]
    public void A_file_that_is_something_else_is_refused_and_left_alone(LogAccess access)
    {
        File.WriteAllText(_ledger.Path, new string('x', 5000));
        Assert.Equal("not-a-ledger", Refusal(access));
        Assert.Equal(new string('x', 5000), File.ReadAllText(_ledger.Path));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE theirs (a); PRAGMA application_id = 77;");
        Assert.Equal("not-a-ledger", Refusal(LogAccess.CreateOrWrite));
        Execute("SELECT a FROM theirs");
    }

    [Fact]
    public void A_ledger_of_another_release_is_refused()
    {
        Write(1);
        Execute("PRAGMA user_version = 4");
        Assert.Equal("ledger-of-another-release", Refusal(LogAccess.Write));
        Execute("PRAGMA user_version = 2");
        Assert.Equal("ledger-of-another-release", Refusal(LogAccess.Write));
        Execute("PRAGMA user_version = 1");
        Assert.Equal("ledger-of-another-release", Refusal(LogAccess.Write));
    }

    [Fact]
    public void A_copy_without_its_write_ahead_file_opens_for_reading_and_says_what_is_missing()
    {
        Write(2);
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        log.Append([Check(3), Check(4)]).Get();
        using var copy = new TemporaryLedger();
        foreach (var suffix in new[] { "", "-checkpoint" })
        {
            using var from = new FileStream(_ledger.Path + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(copy.Path + suffix);
            from.CopyTo(to);
        }

        using var cut = SqliteLog.Open(copy.Path, LogAccess.Write).Get();
        Assert.Equal(new LogLoss(2, 4, $"checkpoint beside the ledger"), cut.Loss);
        Assert.Equal("Entries 3 to 4 are missing: the checkpoint beside the ledger knows of entry 4, the ledger ends at 2.", cut.Loss!.ToString());
        Assert.Equal(2, cut.ReadFacts().Count());
        Assert.Equal("ledger-incomplete", cut.Append([Check(5)]).Problem?.Code);
        Assert.False(LogVerification.Of(cut).IsWhole);
    }

    [Fact]
    public void A_ledger_that_vanished_beside_its_checkpoint_is_not_made_anew()
    {
        Write(2);
        File.Delete(_ledger.Path);
        Assert.Equal("ledger-not-found", Refusal(LogAccess.CreateOrWrite));
    }

    [Fact]
    public void Another_ledger_in_the_place_of_this_one_is_noticed()
    {
        Write(3);
        File.Delete(_ledger.Path);
        File.Move(_ledger.Path + "-checkpoint", _ledger.Path + "-kept");
        Write(3);
        File.Move(_ledger.Path + "-kept", _ledger.Path + "-checkpoint", overwrite: true);
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        Assert.Equal(3, log.Loss?.KnownPosition);
    }

    [Fact]
    public void A_witness_from_elsewhere_counts_too()
    {
        Write(3);
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write, [new Witness(new LogHead(9, Digest.Zero), $"office of Example Town")]).Get();
        Assert.Equal(new LogLoss(3, 9, $"office of Example Town"), log.Loss);
    }

    [Fact]
    public void A_snapshot_ahead_of_the_log_is_a_witness()
    {
        Write(3);
        Snapshots.Save(_ledger.Path, new LogHead(5, Digest.Zero), []);
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        Assert.Equal(new LogLoss(3, 5, $"snapshot beside the ledger"), log.Loss);
    }

    [Fact]
    public void A_writer_whose_lease_was_taken_over_is_fenced_off()
    {
        Write(1);
        using var first = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        File.Delete(_ledger.Path + "-lease"); // As a network disk without locks would let happen.
        using var second = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        second.Append([Check(7)]).Get();
        Assert.Equal("lease-lost", first.Append([Check(8)]).Problem?.Code);
        Assert.Equal(2, second.Head.Position);
    }

    [Fact]
    public void A_broken_last_entry_stops_writing_but_not_reading()
    {
        Write(3);
        Execute("UPDATE entry SET parts = x'05' WHERE position = 3");
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        Assert.NotNull(log.Loss);
        Assert.Equal(2, log.Read(upTo: 2).Count());
        Assert.Equal(3, LogVerification.Of(log).BrokenAt);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_ledger.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose() => _ledger.Dispose();
}
