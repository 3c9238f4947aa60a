using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Privacy;
using Furrow.Core.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Server.Programmes;

/// <summary>Opening a programme: its log, then its state.</summary>
internal static class ProgrammeOpening
{
    private const int EntriesPerReport = 1000;

    public static Outcome<Programme> ToWrite(string path, Func<Founding>? createWith, IProgress<(long Done, long Total)>? progress)
    {
        var log = SqliteLog.Open(path, createWith is null ? LogAccess.Write : LogAccess.CreateOrWrite);
        return log.IsRefused ? log.Problem! : Folded(path, log.Value!, createWith, progress);
    }

    /// <summary>As <see cref="ToWrite"/>; on a medium that cannot be written, for reading until it can.</summary>
    public static Outcome<Programme> ToServe(string path, Func<Founding>? createWith, IProgress<(long Done, long Total)>? progress)
    {
        var log = RecoveringLog.Open(path, createWith is null ? LogAccess.Write : LogAccess.CreateOrWrite);
        return log.IsRefused ? log.Problem! : Folded(path, log.Value!, createWith, progress);
    }

    public static Outcome<Programme> ToRead(string path, IProgress<(long Done, long Total)>? progress)
    {
        var log = SqliteLog.Open(path, LogAccess.Read);
        return log.IsRefused ? log.Problem! : Folded(path, log.Value!, null, progress);
    }

    /// <summary>Folds a log, from where its snapshot ends or from its first entry; an empty one is begun with the genesis entry.</summary>
    private static Outcome<Programme> Folded(string path, ILog log, Func<Founding>? createWith, IProgress<(long Done, long Total)>? progress)
    {
        var snapshots = new SnapshotKeeper(SqliteLog.PlaceOf(path), log);
        try
        {
            if (log.Head.Position == 0 && createWith is not null && Begin(log, createWith()) is { } refused)
            {
                log.Dispose();
                return refused;
            }

            var again = EraseAgain(SqliteLog.PlaceOf(path), log);
            if (again.IsRefused)
            {
                log.Dispose();
                return again.Problem!;
            }

            var state = Fold(log, snapshots, progress);
            if (state.Opened is not null)
            {
                KeepErasures(SqliteLog.PlaceOf(path), log, state);
                snapshots.Offer(state);
                var programme = new Programme(SqliteLog.PlaceOf(path), log, state.With(new PersonNames(log)), snapshots);
                if (again.Value > 0)
                {
                    programme.ForgetRead();
                }

                return programme;
            }

            log.Dispose();
            return Problems.ProgrammeWithoutGenesis(path);
        }
        catch (LogBrokenException broken)
        {
            log.Dispose();
            return Problems.ProgrammeBroken(path, $"{broken.Message}");
        }
        catch (StorageException passing)
        {
            log.Dispose();
            return passing.Fault.ToProblem($"{path}", passing.Message);
        }
    }

    private static Problem? Begin(ILog log, Founding founding)
    {
        var begun = founding.Judged;
        return begun.IsRefused ? begun.Problem : log.Append(LogReading.Seal(begun.Value!.Entries), 0).GetAwaiter().GetResult().Problem;
    }

    /// <summary>Before anything is read of a ledger that was put back from a backup, what had been erased is erased again. One that is only read is refused.
    /// </summary>
    /// <returns>How many parts that were.</returns>
    private static Outcome<int> EraseAgain(string path, ILog log)
    {
        var (waiting, head) = (ErasureList.Waiting(path, log), log.Head);
        if (waiting.Count == 0 || !log.MayWrite)
        {
            return waiting.Count == 0 ? 0 : Problems.ErasuresWaiting(waiting.Count);
        }

        var again = ErasureList.Again(waiting, head, log.Find(head.Position)!.Placement.CommittedAt, Guid.NewGuid);
        return log.Append(LogReading.Seal(again), head.Position).GetAwaiter().GetResult().Problem is { } refused ? refused : waiting.Count;
    }

    /// <summary>A list that could not be written after an erasure is completed at the next start.</summary>
    private static void KeepErasures(string path, ILog log, ProgrammeState state)
    {
        try
        {
            if (log.MayWrite)
            {
                ErasureList.Complete(path, log, state.Of<Erasures>());
            }
        }
        catch (Exception failed) when (StorageFaults.Of(failed) is not null)
        {
            // "furrow verify" names what it lacks.
        }
    }

    /// <summary>What stands before the snapshot is not read: its sections are proved by their hashes, the facts of small subjects by theirs, and the log still
    /// holds the very entry it was taken at. Every entry after it is proved as always; "furrow verify" proves all of them.</summary>
    private static ProgrammeState Fold(ILog log, SnapshotKeeper snapshots, IProgress<(long Done, long Total)>? progress)
    {
        var start = snapshots.Load();
        var from = start.Missing.Count == 0 ? start.State : start.State.Refold(start.Missing, Counted(log, 0, progress, start.State.Position));
        return from.ApplyAll(Counted(log, start.State.Position, progress));
    }

    private static IEnumerable<Placed> Counted(ILog log, long after, IProgress<(long Done, long Total)>? progress,
        long upTo = long.MaxValue)
    {
        var total = log.Head.Position;
        foreach (var placed in log.ReadFacts(after, Math.Min(upTo, total)))
        {
            if (progress is not null && placed.Position % EntriesPerReport == 0)
            {
                progress.Report((placed.Position, total));
            }

            yield return placed;
        }
    }
}
