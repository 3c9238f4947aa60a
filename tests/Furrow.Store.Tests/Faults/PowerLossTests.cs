using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Store.Sqlite;
using Furrow.Store.Tests.Faults.Disk;
using Xunit;

namespace Furrow.Store.Tests.Faults;

/// <summary>Power loss at every single write and sync of a session that makes a ledger, appends, erases, checkpoints, closes and opens again. SQLite runs
/// on a simulated disk; each cut is replayed with the unsynced writes dropped, kept, reordered and torn.</summary>
public sealed class PowerLossTests : IDisposable
{
    private const string Secret = "EXERCISE: text that was given up";
    private const long ErasurePosition = 65;
    private static readonly (Unsynced Fate, int Times)[] Fates = [(Unsynced.Dropped, 1), (Unsynced.Kept, 1), (Unsynced.Reordered, 4), (Unsynced.Torn, 6)];
    private readonly TemporaryLedger _place = new();
    private int _cuts;

    [Fact]
    public void After_a_power_cut_anywhere_every_answered_entry_is_there_and_no_half_batch()
    {
        var operations = RecordSession();
        Assert.Contains(operations, o => o is DiskOperation.Sync);

        var (cut, random) = (new PowerCut(), new Random(7));
        foreach (var operation in operations)
        {
            cut.Replay(operation);
            foreach (var (fate, times) in Fates)
            {
                for (var time = 0; time < times; time++)
                {
                    CheckAfter(cut, fate, random);
                }
            }
        }

        Assert.True(_cuts > 1000, $"only {_cuts} cuts");
    }

    [Fact]
    public void The_replay_finds_a_log_that_does_not_sync()
    {
        // The twin: the same session with the syncs left out must lose answered entries, else the test above proves nothing.
        var (cut, random) = (new PowerCut(), new Random(7));
        RecordSession().Where(o => o is not DiskOperation.Sync).ToList().ForEach(cut.Replay);
        Assert.ThrowsAny<Exception>(() => CheckAfter(cut, Unsynced.Dropped, random));
    }

    [Fact]
    public void What_was_erased_is_nowhere_on_the_disk()
    {
        using var disk = new SimulatedDisk(NewFolder());
        using (var log = SqliteLog.Open(disk.Ledger, LogAccess.CreateOrWrite).Get())
        {
            Append(disk, log, [WithSecret()]);
            Assert.Contains(disk.Files, HoldsSecret);
            Append(disk, log, TestActs.Seal(Erasure(1)));
            Assert.DoesNotContain(disk.Files, HoldsSecret);
        }

        Assert.DoesNotContain(disk.Files, HoldsSecret);
    }

    private static bool HoldsSecret(SimulatedFile file) => file.Content.Bytes.IndexOf(System.Text.Encoding.UTF8.GetBytes(Secret)) >= 0;

    private static EntryDraft WithSecret() => TestActs.Seal(new UnknownFact(Act.Name, 99, Scopes.None,
        [new(Tier.Ordinary, """{"batch":0,"index":0,"of":1}"""u8.ToArray()), new(Tier.Restricted, System.Text.Encoding.UTF8.GetBytes(Secret))]))[0];

    private static PartErased Erasure(long position) => new(position, Tier.Restricted);

    private List<DiskOperation> RecordSession()
    {
        using var disk = new SimulatedDisk(NewFolder());
        using (var log = SqliteLog.Open(disk.Ledger, LogAccess.CreateOrWrite).Get())
        {
            Append(disk, log, [WithSecret()]);
            Append(disk, log, TrialBatch.Make(1, 3, 900));
            Append(disk, log, TrialBatch.Make(2, 60, 700));
            Append(disk, log, TestActs.Seal(Erasure(1)));
            Assert.Equal(ErasurePosition, log.Head.Position);
            Append(disk, log, TrialBatch.Make(3, 1, 20_000));
        }

        using (var log = SqliteLog.Open(disk.Ledger, LogAccess.Write).Get())
        {
            Append(disk, log, TrialBatch.Make(4, 2, 100));
            Append(disk, log, TrialBatch.Make(5, 20, 1200));
        }

        return disk.Operations;
    }

    private static void Append(SimulatedDisk disk, SqliteLog log, EntryDraft[] batch) =>
        disk.Answered(log.Append(batch).GetAwaiter().GetResult().Get().Position);

    private void CheckAfter(PowerCut cut, Unsynced fate, Random random)
    {
        _cuts++;
        using var disk = new SimulatedDisk(NewFolder(), cut.Leave(fate, random).ToDictionary(f => f.Key, f => f.Value));
        using (var log = SqliteLog.Open(disk.Ledger, LogAccess.CreateOrWrite).Get())
        {
            var end = TrialBatch.CheckWhole(log, 0);
            Assert.True(end >= cut.Answered, $"Entry {cut.Answered} was answered; after cut {_cuts} ({fate}) the ledger ends at {end}.");
            log.Append(TrialBatch.Make(9, 2, 10), expectedPosition: end).GetAwaiter().GetResult().Get();
            var verified = LogVerification.Of(log);
            Assert.True(verified.IsWhole, verified.Why);
            if (end >= 1)
            {
                Assert.Equal(end >= ErasurePosition ? PartState.Erased : PartState.Present, log.Find(1)!.Parts[1].State);
            }
        }
    }

    /// <summary>All disks have the same folder name, so that a recorded path fits each of them; what is real in it goes between two disks.</summary>
    private string NewFolder()
    {
        foreach (var file in Directory.GetFiles(_place.Folder))
        {
            File.Delete(file);
        }

        return _place.Folder;
    }

    public void Dispose() => _place.Dispose();
}
