using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Store.Sqlite;

/// <summary>One transaction for a group of batches: all of it durable, or the ledger as it was. A fault that passes (full, read-only, no permission, busy)
/// is answered and forgotten as soon as a write succeeds; after one that does not, nothing is written until the ledger is opened, and read, anew.</summary>
internal sealed class LogCommit(string path, LogSession session, WriterLease lease, Checkpoint checkpoint, int waitSeconds) : IDisposable
{
    private readonly Guid _origin = session.Origin;
    private LogSession? _session = session;
    private StorageFault? _last;
    private bool _isSuspect;
    private bool _isClosed;
    private bool _hasErased;

    /// <summary>The last durable entry.</summary>
    internal LogHead Head { get; private set; } = session.Head;

    internal Problem? Fault { get; private set; }

    /// <summary>An answer for each of the group, or one refusal for all. A session that failed before is not trusted twice: when it fails again, a new
    /// one is tried at once, so that the first write after the cause is gone succeeds.</summary>
    internal Outcome<IReadOnlyList<Outcome<LogHead>>> Write(IReadOnlyList<Waiting> group)
    {
        if (_isClosed)
        {
            return Fault!;
        }

        var wasSuspect = _isSuspect && _session is not null;
        return Try(group) is { } answers ? answers
            : wasSuspect && !_isClosed && _last != StorageFault.Busy && Try(group) is { } second ? second
            : Fault!;
    }

    private Outcome<IReadOnlyList<Outcome<LogHead>>>? Try(IReadOnlyList<Waiting> group)
    {
        try
        {
            _session ??= Reopen();
            var answers = Transact(_session, group);
            (_isSuspect, Fault) = (false, null);
            ForgetErased(_session);
            return new Outcome<IReadOnlyList<Outcome<LogHead>>>(answers, null);
        }
#pragma warning disable CA1031 // Whatever it is, the callers get an answer; what is not known to pass closes the ledger for writing.
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            var fault = LogFaults.Of(wrong, _session?.Connection, path) ?? StorageFault.Broken;
            Fault = fault.ToProblem($"the ledger", wrong.Message);
            (_last, _isClosed) = (fault, fault == StorageFault.Broken);
            PutInOrder();
            return null;
        }
    }

    /// <summary>After a sync that failed the file may turn out to hold the batch that was refused: then the ledger is further on than was answered.</summary>
    private LogSession Reopen()
    {
        var anew = LogSession.Reopen(path, _origin, Head, waitSeconds);
        Head = anew.Head;
        return anew;
    }

    private List<Outcome<LogHead>> Transact(LogSession session, IReadOnlyList<Waiting> group)
    {
        LogDatabase.Run(session.Connection, "BEGIN IMMEDIATE");
        var refused = lease.CheckHeld(session.Connection);
        var (head, answers) = (Head, new List<Outcome<LogHead>>(group.Count));
        foreach (var next in group)
        {
            var answer = refused is not null ? refused : Write(session, next, head);
            head = answer.IsRefused ? head : answer.Value;
            answers.Add(answer);
        }

        LogDatabase.Run(session.Connection, "COMMIT");
        checkpoint.Write(head);
        Head = head;
        return answers;
    }

    private Outcome<LogHead> Write(LogSession session, Waiting next, LogHead head)
    {
        if (next.Batch is null)
        {
            // SQLite writes nothing where nothing differs: a blank behind the holder's name comes and goes.
            LogDatabase.Run(session.Connection, "UPDATE writer SET holder = iif(holder LIKE '% ', rtrim(holder), holder || ' ') WHERE one = 1");
            return head;
        }

        return next.Expected is { } expected && expected != head.Position
            ? Problems.LogMovedOn(expected, head.Position)
            : session.Write(next.Batch, head, lease.Epoch);
    }

    /// <summary>What was erased must leave the write-ahead file, too; nothing derived holds it. The erasure itself is durable: when this fails it is
    /// told as a fault, and done with the next write.</summary>
    private void ForgetErased(LogSession session)
    {
        _hasErased |= session.TakeErased();
        if (!_hasErased)
        {
            return;
        }

        try
        {
            LogDatabase.Run(session.Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            _hasErased = false;

            // Its pages and prepared rows may still hold it.
            session.Dispose();
            _session = null;
        }
        catch (Exception wrong) when (LogFaults.Of(wrong, session.Connection, path) is { } fault)
        {
            Fault = fault.ToProblem($"the ledger", wrong.Message);
        }
    }

    /// <summary>A session in which a write failed once is rolled back and kept: the next write goes over what the failed one left behind. One that fails
    /// again other than by waiting in vain, or cannot be rolled back, is closed.</summary>
    private void PutInOrder()
    {
        var keep = (!_isSuspect || _last == StorageFault.Busy) && !_isClosed && _session is not null;
        _isSuspect = true;
        try
        {
            if (keep)
            {
                _session!.RollBack();
                return;
            }
        }
        catch (Exception wrong) when (LogDatabase.IsDamage(wrong) || StorageFaults.Of(wrong) is not null)
        {
            // Closed below.
        }

        _session?.Dispose();
        _session = null;
    }

    public void Dispose()
    {
        _session?.Dispose();
        checkpoint.Dispose();
        lease.Dispose();
    }
}
