using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The one thread that writes. It takes every batch that waits, writes them in one transaction and answers all of them after the one
/// sync: the more callers, the fewer syncs for each.</summary>
internal sealed class LogWriter : IDisposable
{
    /// <summary>A transaction stops taking more batches at this size, so that the first caller does not wait for the hundredth.</summary>
    private const long GroupBytes = 8 << 20;

    private readonly SqliteConnection _connection;
    private readonly WriterLease _lease;
    private readonly Checkpoint _checkpoint;
    private readonly BatchInsert _insert;
    private readonly Action _forgetDerived;
    private readonly BlockingCollection<Waiting> _queue = new(4096);
    private readonly Thread _thread;
    private readonly Lock _headLock = new();
    private LogHead _head;
    private Exception? _failure;

    internal LogWriter(SqliteConnection connection, WriterLease lease, Checkpoint checkpoint, BatchInsert insert, LogHead head, Action forgetDerived)
    {
        (_connection, _lease, _checkpoint, _insert, _head, _forgetDerived) = (connection, lease, checkpoint, insert, head, forgetDerived);
        _thread = new Thread(Run) { Name = "ledger writer", IsBackground = true };
        _thread.Start();
    }

    private sealed record Waiting(IReadOnlyList<EntryDraft> Batch, long? Expected, TaskCompletionSource<Outcome<LogHead>> Answer);

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

    internal Task<Outcome<LogHead>> Append(IReadOnlyList<EntryDraft> batch, long? expectedPosition)
    {
        var waiting = new Waiting(batch, expectedPosition, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _queue.Add(waiting);
        return waiting.Answer.Task;
    }

    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            var group = new List<(Waiting Waiting, Outcome<LogHead> Answer)>();
            try
            {
                WriteGroup(first, group);
                group.ForEach(one => one.Waiting.Answer.SetResult(one.Answer));
            }
            catch (Exception failure)
            {
                // After a failed sync nobody knows what the disk holds: nothing more is written until the log is opened, and read, anew.
                _failure ??= failure;
                var said = new IOException("The ledger could not be written: " + failure.Message, failure);
                first.Answer.TrySetException(said);
                group.ForEach(one => one.Waiting.Answer.TrySetException(said));
            }
        }
    }

    private void WriteGroup(Waiting first, List<(Waiting, Outcome<LogHead>)> group)
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        LogDatabase.Run(_connection, "BEGIN IMMEDIATE");
        var refused = _lease.CheckHeld(_connection);
        var (head, bytes) = (_head, 0L);
        for (var next = first; next is not null; next = bytes < GroupBytes && _queue.TryTake(out var more) ? more : null)
        {
            var answer = refused is not null ? refused : Write(next, head);
            head = answer.IsRefused ? head : answer.Value;
            bytes += next.Batch.Sum(d => (long)d.PartsBytes.Length);
            group.Add((next, answer));
        }

        LogDatabase.Run(_connection, "COMMIT");
        _checkpoint.Write(head);
        lock (_headLock)
        {
            _head = head;
        }

        if (_insert.TakeErased())
        {
            // What was erased must leave the write-ahead file and everything derived from it, too.
            LogDatabase.Run(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            _forgetDerived();
        }
    }

    private Outcome<LogHead> Write(Waiting next, LogHead head) => next.Expected is { } expected && expected != head.Position
        ? Problems.LogMovedOn(expected, head.Position)
        : _insert.Write(next.Batch, head, _lease.Epoch);

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _insert.Dispose();
        _checkpoint.Dispose();
        _connection.Dispose();
        _lease.Dispose();
        _queue.Dispose();
    }
}
