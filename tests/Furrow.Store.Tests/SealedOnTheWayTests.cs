using System.Collections;
using Furrow.Core.Log;
using Furrow.Store.Sqlite;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>A large batch is made and sealed while it is written: never much of it at once, each entry once; what it is made of may fail, and the ledger is as
/// it was.</summary>
public sealed class SealedOnTheWayTests : IDisposable
{
    private const int Entries = 9_000;

    /// <summary>Two portions are sealed or written, one is being made.</summary>
    private const int MostAhead = 3 * 1024;

    private readonly TemporaryLedger _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void Each_entry_is_made_once_and_only_some_of_them_ahead_of_the_writer()
    {
        var made = new Made(Entries);
        var (written, most) = (0, 0);
        foreach (var draft in LogReading.SealedOnTheWay(made))
        {
            written++;
            most = Math.Max(most, made.Asked - written);
            Assert.Equal(Act.Name, draft.Fact.Name);
        }

        Assert.Equal((Entries, Entries), (written, made.Asked));
        Assert.InRange(most, 1, MostAhead);
    }

    [Fact]
    public async Task It_is_written_from_one_reading()
    {
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite).Get();
        var made = new Made(Entries);
        Assert.Equal(Entries, (await log.Append(LogReading.SealedOnTheWay(made))).Get().Position);
        Assert.Equal(Entries, made.Asked);
        Assert.True(LogVerification.Of(log).IsWhole);
    }

    [Fact]
    public async Task A_source_that_fails_on_the_way_leaves_the_ledger_as_it_was_and_open()
    {
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite).Get();
        await log.Append(TestActs.Seal(TestActs.Act(1)));
        var refused = await log.Append(LogReading.SealedOnTheWay(new Made(Entries, failsAt: 7_000)));
        Assert.Equal("storage-full", refused.Problem?.Code);
        Assert.Equal(1, log.Head.Position);
        Assert.Null(log.Fault);
        Assert.Equal(2, (await log.Append(TestActs.Seal(TestActs.Act(2)))).Get().Position);
        Assert.True(LogVerification.Of(log).IsWhole);
    }

    /// <summary>Entries made when they are asked for, as those of a file on the stage are.</summary>
    private sealed class Made(int count, int failsAt = int.MaxValue) : IReadOnlyList<Placed>
    {
        private int _asked;

        int IReadOnlyCollection<Placed>.Count => count;

        public Placed this[int index]
        {
            get
            {
                Interlocked.Increment(ref _asked);
                return index < failsAt ? new Placed(index + 1, TestActs.Act(1).At, TestActs.Act(index), TestActs.Act(index))
                    : throw new IOException("No space left on device", 28);
            }
        }

        public int Asked => Volatile.Read(ref _asked);

        public IEnumerator<Placed> GetEnumerator()
        {
            for (var i = 0; i < count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
