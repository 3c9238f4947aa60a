using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Store.Sqlite;

/// <summary>The one thread that writes. It takes every batch that waits, writes them in one transaction and answers all of them after the one
/// sync: the more callers, the fewer syncs for each.</summary>
internal sealed class LogWriter : IDisposable
{
    /// <summary>A transaction stops taking more batches at this size, so that the first caller does not wait for the hundredth.</summary>
    private const long GroupBytes = 8 << 20;

    /// <summary>A batch of more entries goes alone: it may be made while it is written, and is read once.</summary>
    private const int LargeBatch = 4096;

    private readonly LogCommit _commit;
    private readonly BlockingCollection<Waiting> _queue = new(4096);
    private readonly Thread _thread;
    private readonly Lock _headLock = new();
    private LogHead _head;
    private volatile Problem? _fault;

    internal LogWriter(LogCommit commit)
    {
        (_commit, _head) = (commit, commit.Head);
        _thread = new Thread(Run) { Name = "ledger writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>The last durable entry.</summary>
    internal LogHead Head
    {
        get
        {
            lock (_headLock)
            {
                return _head;
            }
        }
    }

    /// <summary>Why the last write failed; null since one has succeeded.</summary>
    internal Problem? Fault => _fault;

    internal Task<Outcome<LogHead>> Append(IReadOnlyList<EntryDraft> batch, long? expectedPosition) =>
        Enqueue(new Waiting(batch, expectedPosition, new(TaskCreationOptions.RunContinuationsAsynchronously)));

    internal async Task<Problem?> TryWriting() =>
        (await Enqueue(new Waiting(null, null, new(TaskCreationOptions.RunContinuationsAsynchronously))).ConfigureAwait(false)).Problem;

    private Task<Outcome<LogHead>> Enqueue(Waiting waiting)
    {
        _queue.Add(waiting);
        return waiting.Answer.Task;
    }

    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            var group = Group(first);
            var outcome = _commit.Write(group);
            lock (_headLock)
            {
                _head = _commit.Head;
            }

            _fault = _commit.Fault;
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Answer.SetResult(outcome.IsRefused ? outcome.Problem! : outcome.Value![i]);
            }
        }
    }

    private List<Waiting> Group(Waiting first)
    {
        var (group, bytes) = (new List<Waiting>(), 0L);
        for (var next = first; next is not null; next = bytes < GroupBytes && _queue.TryTake(out var more) ? more : null)
        {
            group.Add(next);
            bytes += next.Batch is not { } batch ? 0 : batch.Count > LargeBatch ? GroupBytes : batch.Sum(d => (long)d.PartsBytes.Length);
        }

        return group;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _commit.Dispose();
        _queue.Dispose();
    }
}

/// <summary>A batch in line for the next transaction; without one, a trial whether writing works.</summary>
internal sealed record Waiting(IReadOnlyList<EntryDraft>? Batch, long? Expected, TaskCompletionSource<Outcome<LogHead>> Answer);
