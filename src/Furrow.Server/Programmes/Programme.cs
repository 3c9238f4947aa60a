using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Privacy;
using Furrow.Core.Programmes;
using Furrow.Server.Privacy;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Server.Programmes;

/// <summary>One open programme: its log, the folded state, and the one place that decides commit. Readers take <see cref="State"/>, an immutable
/// view that is swapped after each durable commit; nothing is visible before it is durable.</summary>
public sealed class Programme : IDisposable
{
    /// <summary>How many waiting intents share one write to the disk.</summary>
    private const int IntentsPerCommit = 256;

    private const int RetryMilliseconds = 2_000;

    private readonly ILog _log;
    private readonly SnapshotKeeper _snapshots;
    private readonly Lock _writer = new();
    private readonly ConcurrentQueue<WaitingIntent> _waiting = new();
    private volatile ProgrammeState _state;
    private readonly CancellationTokenSource _ended = new();
    private Task _forgotten = Task.CompletedTask;
    private long _triedAt;

    internal Programme(string path, ILog log, ProgrammeState state, SnapshotKeeper snapshots) =>
        (Path, _log, _state, _snapshots) = (path, log, state, snapshots);

    public string Path { get; }

    public ProgrammeState State => _state;

    /// <summary>Whether this is the one who writes, to whom what lies beside the ledger belongs.</summary>
    public bool MayWrite => _snapshots.MayWrite;

    /// <summary>Position of the snapshot beside the log; 0 when there is none. Entries up to it need not be folded at a start.</summary>
    public long SnapshotPosition => _snapshots.Position;

    /// <summary>Why the last snapshot could not be written, or null. The programme goes on without; its next start takes longer.</summary>
    public Problem? SnapshotFailure => _snapshots.Failure;

    /// <summary>Ends when the collector has given up the memory of what was read before the last erasure, but for what requests under way hold: that is given
    /// up a second later, and once more after half a minute.</summary>
    public Task Forgetting { get; private set; } = Task.CompletedTask;

    /// <summary>Why the list of erasures beside the ledger could not be written, or null.</summary>
    public Problem? ErasureListFailure { get; private set; }

    /// <summary>Why nothing can be committed now, or null: it is tried, by a durable write that changes nothing.</summary>
    public Task<Problem?> WhyNotWriting() => _log.TryWriting();

    /// <summary>What hindered recording last, or null. As long as something does it is tried anew every few seconds, so that it goes with its cause.</summary>
    public async Task<Problem?> WhyNotRecording()
    {
        var (now, last) = (Environment.TickCount64, Interlocked.Read(ref _triedAt));
        if (_log.Fault is not null && now - last >= RetryMilliseconds && Interlocked.CompareExchange(ref _triedAt, now, last) == last)
        {
            await _log.TryWriting().ConfigureAwait(false);
        }

        return _log.Fault;
    }

    /// <summary>Opened for reading: why nobody could record anything here; null where nothing hinders it.</summary>
    public StorageFault? Medium => (_log as SqliteLog)?.Medium;

    /// <summary>Opens what is sealed, for one asker and one purpose: the one place where readers are made. Until there are accounts the person at this machine
    /// has the authority's rights, so the purpose alone decides.</summary>
    public Reader ReaderFor(ReaderPurpose purpose) => new(_log, () => _state, purpose);

    /// <summary>The log behind it, for questions about entries themselves.</summary>
    public ILog Log => _log;

    /// <summary>Raised after each durable commit, with the view just published.</summary>
    public event Action<ProgrammeState>? Committed;

    /// <summary>Opens the programme file and folds its log; makes a new one where <paramref name="createWith"/> says how it begins.</summary>
    public static Outcome<Programme> Open(string path, Func<Founding>? createWith = null, IProgress<(long Done, long Total)>? progress = null) =>
        ProgrammeOpening.ToWrite(path, createWith, progress);

    /// <summary>The same for a server, which answers on a full or read-only medium too, and records again when it can.</summary>
    public static Outcome<Programme> OpenToServe(string path, Func<Founding>? createWith = null, IProgress<(long Done, long Total)>? progress = null) =>
        ProgrammeOpening.ToServe(path, createWith, progress);

    /// <summary>Opens it beside whoever writes: it answers as of this moment and decides nothing.</summary>
    public static Outcome<Programme> OpenForReading(string path, IProgress<(long Done, long Total)>? progress = null) =>
        ProgrammeOpening.ToRead(path, progress);

    /// <summary>Judges an intent on the current state and commits it, as an act and its facts, as one durable batch; returns the new position, or the
    /// refusal. Intents that wait at the same time are judged one after another on the pending state and share one write.</summary>
    public Outcome<long> Decide(Acting acting, Func<ProgrammeState, Act, Ruling> intent)
    {
        var own = new WaitingIntent(acting, intent);
        own.Since.ReadTo(_log, _state);
        _waiting.Enqueue(own);
        lock (_writer)
        {
            while (!own.IsAnswered)
            {
                CommitWaiting();
            }
        }

        return own.Answer();
    }

    /// <summary>The same for a large batch: it is judged and its land computed while others go on committing; only when nothing has moved since is it
    /// admitted, else it is judged again.</summary>
    /// <param name="judged">A judgement made before (by a dry run), used when the programme still is where that began.</param>
    /// <param name="stop">Looked at until the facts are handed to the disk.</param>
    public Outcome<long> DecideLarge(Acting acting, Func<ProgrammeState, Act, Ruling> intent, JudgedBatch? judged = null,
        CancellationToken stop = default) =>
        DecideLarge(seen => judged is not null && judged.IsOf(seen) ? judged : Judge(seen, acting, intent), stop) is { } answer ? answer
        : Decide(acting, intent);

    private Outcome<JudgedBatch> Judge(ProgrammeState state, Acting acting, Func<ProgrammeState, Act, Ruling> intent)
    {
        var since = new NamedSince(acting.Seen);
        since.ReadTo(_log, state);
        return JudgedBatch.Of(state, acting, intent, since.Find);
    }

    /// <summary>The same for acts of several people that are judged together. Null: others committed meanwhile, twice.</summary>
    public Outcome<long>? DecideLarge(Func<ProgrammeState, Outcome<JudgedBatch>> judge, CancellationToken stop = default)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var seen = _state;
            var outcome = judge(seen);
            if (outcome.IsRefused || outcome.Value!.Entries.Count == 0)
            {
                return outcome.IsRefused ? outcome.Problem! : seen.Position;
            }

            var drafts = LogReading.SealedOnTheWay(outcome.Value.Entries, _log);
            lock (_writer)
            {
                if (stop.IsCancellationRequested)
                {
                    return Problems.StoppedBeforeCommit();
                }

                CatchUp();
                if (_state.Position == seen.Position)
                {
                    return Commit(drafts, outcome.Value.Erased, outcome.Value.Next) is { } refused ? refused : new Outcome<long>(_state.Position, null);
                }
            }
        }

        return null;
    }

    /// <summary>Keeps the state as it is now beside the log, so that the next start does not fold it again.</summary>
    public void SaveSnapshot() => _snapshots.Save(_state);

    /// <summary>Ends it; a writer that has gone far since the last snapshot leaves a new one.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        _forgotten.Wait();
        _snapshots.Finish(_state);
        _log.Dispose();
        _ended.Dispose();
    }

    /// <summary>Takes what waits, judges each on the pending state, writes once, publishes once, then answers all.</summary>
    private void CommitWaiting()
    {
        CatchUp();
        var pending = _state;
        var entries = new List<Placed>();
        var erased = new List<long>();
        var answered = new List<WaitingIntent>();
        while (answered.Count < IntentsPerCommit && _waiting.TryDequeue(out var waiting))
        {
            answered.Add(waiting);
            try
            {
                waiting.Since.ReadTo(_log, _state);
                waiting.Since.Add(entries, pending);
                var judged = JudgedBatch.Of(pending, waiting.Acting, waiting.Intent, waiting.Since.Find);
                if (!judged.IsRefused)
                {
                    entries.AddRange(judged.Value!.Entries);
                    erased.AddRange(judged.Value.Erased);
                    pending = judged.Value.Next;
                }

                waiting.Judged(judged.IsRefused ? judged.Problem! : pending.Position);
            }
#pragma warning disable CA1031 // A bug in one intent must not take the others with it: its own caller gets it.
            catch (Exception bug)
#pragma warning restore CA1031
            {
                waiting.Failed(bug);
            }
        }

        try
        {
            var refused = entries.Count == 0 ? null : Commit(LogReading.Seal(entries, _log), erased, pending);
            answered.ForEach(a => a.Release(refused));
        }
        catch (Exception broken)
        {
            answered.ForEach(a => a.Failed(broken));
        }
    }

    /// <summary>Writes and publishes, or says why not: then nothing has changed, and the next commit is tried as if there had been none.</summary>
    private Problem? Commit(IReadOnlyList<EntryDraft> drafts, IReadOnlyList<long> erased, ProgrammeState next)
    {
        var appended = _log.Append(drafts, _state.Position).GetAwaiter().GetResult();
        if (appended.IsRefused)
        {
            return appended.Problem;
        }

        Publish(next);
        if (erased.Count > 0)
        {
            AfterErasure([.. erased]);
        }

        return null;
    }

    /// <summary>What was erased is gone from the log. It goes from where names are looked up, from what connections and the collector still hold of what was
    /// read, and into the list beside the ledger; should that fail it is told, and done at the next erasure or start.</summary>
    private void AfterErasure(HashSet<long> erased)
    {
        foreach (var person in _state.People.Called.Where(c => c.Text.Place is { } place && erased.Contains(place.Position)).Select(c => c.Person).Distinct())
        {
            _state.Names.Forget(person);
        }

        ForgetRead();
        try
        {
            ErasureList.Complete(Path, _log, _state.Of<Erasures>());
            ErasureListFailure = null;
        }
        catch (Exception failed) when (StorageFaults.ProblemOf(failed, $"the list of erasures") is { } problem)
        {
            ErasureListFailure = problem;
        }
    }

    /// <summary>Gives up what connections and the collector still hold of what was read before an erasure.</summary>
    internal void ForgetRead()
    {
        _log.ForgetRead();
        (Forgetting, _forgotten) = GivenUpMemory.Begin(_ended.Token);
    }

    /// <summary>After a sync that failed the ledger may turn out to be further on than was answered: what it holds counts.</summary>
    private void CatchUp()
    {
        if (_log.Head.Position > _state.Position)
        {
            Publish(_state.ApplyAll(_log.ReadFacts(_state.Position)));
        }
    }

    private void Publish(ProgrammeState next)
    {
        _state = next;
        _snapshots.Offer(next);
        Committed?.Invoke(next);
    }
}
