using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Store;

namespace Furrow.Server.Programmes;

/// <summary>Keeps the folded state of one open programme beside its log, so that the next start need not fold everything: after a long start, now and then
/// while it serves, and at its end. Views never change, so it writes beside the writer and nobody waits. Derived: failing to write it is no failure.</summary>
internal sealed class SnapshotKeeper(string path, ILog log)
{
    /// <summary>Fewer entries than this are folded in no time.</summary>
    private const int FewestEntries = 2000;

    /// <summary>While serving, a new snapshot is due when this part of the log (one in forty) is newer than the old one: a start folds no more than that,
    /// and a growing log is written down a bounded number of times.</summary>
    private const int PartOfLog = 40;

    /// <summary>One that could not be written is tried again after this part of the entries between two of them, not at every commit: it would take the
    /// last space from the log each time.</summary>
    private const int RetriesInAStretch = 20;

    private readonly Lock _gate = new();
    private Task _saving = Task.CompletedTask;
    private long _smallFacts;
    private long _failedAt;

    /// <summary>Only the one who may append to the log may replace its snapshot.</summary>
    public bool MayWrite => log.MayWrite;

    /// <summary>Position of the snapshot beside the log; 0 when there is none that was used or written.</summary>
    public long Position { get; private set; }

    /// <summary>Why the last snapshot could not be written, or null.</summary>
    public Problem? Failure { get; private set; }

    /// <summary>What the snapshot beside the log gives to begin from: only what this log and this release can use.</summary>
    public StateStart Load()
    {
        var (head, sections) = Snapshots.Load(path, log);
        var start = StateSnapshot.Read(head.Position, (subject, version) => Payload(sections, subject, version));
        (Position, _smallFacts) = start.Missing.Count == 0 ? (start.State.Position, SmallFactsOf(start.State)) : (0, 0);
        if (Position == 0 && MayWrite)
        {
            // One of an earlier release may hold what this one keeps in the log alone.
            Snapshots.Forget(path);
        }

        return start;
    }

    private static ReadOnlyMemory<byte>? Payload(IReadOnlyList<SnapshotSection> sections, string subject, int version) =>
        sections.FirstOrDefault(s => s.Subject == subject && s.FoldVersion == version)?.Payload;

    /// <summary>Takes a view just published; when one is due it is written down beside, by a thread of its own.</summary>
    public void Offer(ProgrammeState state)
    {
        if (MayWrite && IsDue(state.Position))
        {
            lock (_gate)
            {
                if (_saving.IsCompleted)
                {
                    _saving = Task.Run(() => TrySave(state));
                }
            }
        }
    }

    private bool IsDue(long position)
    {
        var stretch = Math.Max(FewestEntries, position / PartOfLog);
        return position - Position >= stretch && (_failedAt == 0 || position - _failedAt >= stretch / RetriesInAStretch);
    }

    /// <summary>The last view: written down when it has gone far since the last snapshot.</summary>
    public void Finish(ProgrammeState state)
    {
        _saving.Wait();
        if (MayWrite && state.Position - Position >= FewestEntries)
        {
            TrySave(state);
        }
    }

    /// <summary>Writes a view down now.</summary>
    public void Save(ProgrammeState state)
    {
        _saving.Wait();
        Write(state);
    }

    private void Write(ProgrammeState state)
    {
        if (log.Find(state.Position) is { } last)
        {
            var (kept, after) = KeptFacts(state.Position);
            var names = StateSnapshot.SmallFactNames;
            CheckCount((after == 0 ? 0 : _smallFacts) + log.Find(names, after, state.Position).Count, state);
            Snapshots.Save(path, new LogHead(state.Position, last.Hash), StateSnapshot.Of(state, kept, log.ReadIndexed(names, after, state.Position)),
                move => Replace(move, state));
        }
    }

    /// <summary>The facts of small subjects that the snapshot beside the log holds already, and up to where; none and 0 when it is not the one last used or
    /// written, or is further on.</summary>
    private (ReadOnlyMemory<byte> Frames, long UpTo) KeptFacts(long position)
    {
        var (head, sections) = Position == 0 || Position > position ? (LogHead.Empty, []) : Snapshots.Load(path, log, StateSnapshot.FactsSection);
        return head.Position == Position && StateSnapshot.KeptFacts((subject, version) => Payload(sections, subject, version)) is { } frames
            ? (frames, Position) : (default, 0);
    }

    /// <summary>The state has counted the facts itself: an index that leads to more or fewer is broken, and nothing must be begun from it.</summary>
    private static void CheckCount(long found, ProgrammeState state)
    {
        if (found != SmallFactsOf(state))
        {
            throw new LogBrokenException(state.Position, $"its index leads to {found} facts of small subjects, the ledger holds {SmallFactsOf(state)}");
        }
    }

    private static long SmallFactsOf(ProgrammeState state) => Subjects.All.Where(s => !s.IsLarge).Sum(state.CountOf);

    private void Replace(Action move, ProgrammeState state)
    {
        lock (_gate)
        {
            move();
            (Position, _smallFacts) = (state.Position, SmallFactsOf(state));
        }
    }

    private void TrySave(ProgrammeState state)
    {
        try
        {
            Write(state);
            (Failure, _failedAt) = (null, 0);
        }
        catch (Exception failed) when (StorageFaults.ProblemOf(failed, $"the snapshot") is { } problem)
        {
            (Failure, _failedAt) = (problem, state.Position);
        }
    }
}
