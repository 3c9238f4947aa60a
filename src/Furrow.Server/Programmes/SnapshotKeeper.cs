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
    private IReadOnlyDictionary<string, FactTally> _tallies = new Dictionary<string, FactTally>();
    private long _talliedAt;
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
        var start = StateSnapshot.Read(head.Position, (subject, version) =>
            sections.FirstOrDefault(s => s.Subject == subject && s.FoldVersion == version)?.Payload, names => log.ReadIndexed(names, head.Position));
        (Position, _tallies) = (start.Missing.Count == 0 ? start.State.Position : 0, start.Tallies);
        _talliedAt = start.State.Position;
        if (Position == 0 && MayWrite)
        {
            // One of an earlier release may hold what this one keeps in the log alone.
            Snapshots.Forget(path);
        }

        return start;
    }

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
            var tallies = Subjects.All.Where(s => !s.IsLarge).ToDictionary(s => s.Name, s => Tally(s, state));
            Snapshots.Save(path, new LogHead(state.Position, last.Hash), StateSnapshot.Of(state, s => tallies[s.Name]), move => Replace(move, state.Position));
            (_tallies, _talliedAt) = (tallies, state.Position);
        }
    }

    /// <summary>Counted through the index of fact names, from where it was counted last. The state has counted the facts themselves: an index that leads to
    /// others is broken, and nothing must be begun from it.</summary>
    private FactTally Tally(Subject subject, ProgrammeState state)
    {
        var tally = _talliedAt <= state.Position ? log.Tally(subject.FactNames, _tallies.GetValueOrDefault(subject.Name), _talliedAt, state.Position)
            : log.Tally(subject.FactNames, FactTally.None, 0, state.Position);
        return tally.Count == state.CountOf(subject) ? tally
            : throw new LogBrokenException(state.Position, $"its index leads to {tally.Count} facts of '{subject.Name}', the ledger holds {state.CountOf(subject)}");
    }

    private void Replace(Action move, long position)
    {
        lock (_gate)
        {
            move();
            Position = position;
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
