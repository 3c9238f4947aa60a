using Furrow.Core;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The steps of opening a ledger file, in order: is it there, may we write, is it ours, is it whole.</summary>
internal static class SqliteLogOpening
{
    internal static Outcome<SqliteLog> Open(string path, LogAccess access, IEnumerable<Witness> witnesses)
    {
        var known = Known(path, witnesses);
        if (!Exists(path) && (access != LogAccess.CreateOrWrite || known.Count > 0))
        {
            // A ledger that is gone while its checkpoint is here was lost, not never made: a new one must not take its place.
            return Problems.LedgerNotFound(path);
        }

        try
        {
            return access == LogAccess.Read ? OpenToRead(path, known) : OpenToWrite(path, known);
        }
        catch (Exception broken) when (LogDatabase.IsDamage(broken))
        {
            return broken is SqliteException { SqliteErrorCode: NotADatabase }
                ? Problems.NotALedger(path)
                : Problems.LedgerBroken(path, broken.Message.TrimEnd('.'));
        }
    }

    private const int NotADatabase = 26;

    private static bool Exists(string path) => path.StartsWith("file:", StringComparison.Ordinal) || File.Exists(path);

    private static List<Witness> Known(string path, IEnumerable<Witness> witnesses)
    {
        var known = new List<Witness>
        {
            new(Checkpoint.Read(SideOf(path)), "checkpoint beside the ledger"),
            new(Snapshots.HeadOf(SideOf(path)), "snapshot beside the ledger"),
        };
        known.AddRange(witnesses);
        known.RemoveAll(w => w.Head.Position == 0);
        return known;
    }

    private static Outcome<SqliteLog> OpenToRead(string path, List<Witness> known)
    {
        using var connection = LogDatabase.Open(path, SqliteOpenMode.ReadOnly);
        return LogDatabase.Check(connection, path) is { } refused
            ? refused
            : SqliteLog.Make(path, LogDatabase.ReadWriter(connection).Origin, null, FindLoss(connection, known));
    }

    private static Outcome<SqliteLog> OpenToWrite(string path, List<Witness> known)
    {
        GuardFiles(path);
        var lease = WriterLease.TryTake(SideOf(path));
        if (lease is null)
        {
            return Problems.LedgerInUse(path, HolderOf(path));
        }

        SqliteConnection? connection = null;
        LogWriter? writer = null;
        try
        {
            connection = LogDatabase.Open(path, SqliteOpenMode.ReadWriteCreate);
            if (known.Count == 0 && LogDatabase.IsNew(connection))
            {
                LogDatabase.Create(connection, Guid.NewGuid());
            }

            if (LogDatabase.Check(connection, path) is { } refused)
            {
                return refused;
            }

            var origin = LogDatabase.ReadWriter(connection).Origin;
            if (FindLoss(connection, known) is { } loss)
            {
                return SqliteLog.Make(path, origin, null, loss);
            }

            writer = Begin(path, connection, lease, origin);
            return SqliteLog.Make(path, origin, writer, null);
        }
        finally
        {
            if (writer is null)
            {
                connection?.Dispose();
                lease.Dispose();
            }
        }
    }

    /// <summary>SQLite gives its write-ahead file and index the mode of the ledger; a ledger of an earlier release may still be open to others.</summary>
    private static void GuardFiles(string path)
    {
        var side = SideOf(path);
        if (side == path)
        {
            OwnerFiles.Ensure(path);
        }

        OwnerFiles.Ensure(side + "-lease");
        OwnerFiles.Ensure(Checkpoint.PathFor(side));
        foreach (var beside in (string[])[side + "-wal", side + "-shm", Snapshots.PathFor(side)])
        {
            OwnerFiles.Guard(beside);
        }
    }

    private static LogWriter Begin(string path, SqliteConnection connection, WriterLease lease, Guid origin)
    {
        var last = LogDatabase.ReadLast(connection);
        lease.Begin(connection, last?.Header.Epoch ?? 0);
        var insert = new BatchInsert(connection, origin, OwnSequence(connection, last, origin));
        var head = last is null ? LogHead.Empty : new LogHead(last.Position, last.Hash);
        return new LogWriter(connection, lease, Checkpoint.Open(SideOf(path)), insert, head, () => Snapshots.Forget(SideOf(path)));
    }

    /// <summary>The number of the last entry of our own origin: looks back past what came from other offices.</summary>
    private static long OwnSequence(SqliteConnection connection, Entry? last, Guid origin)
    {
        while (last is not null && last.Header.Origin != origin)
        {
            last = last.Position > 1 ? LogDatabase.ReadAt(connection, last.Position - 1) : null;
        }

        return last?.Header.OriginSequence ?? 0;
    }

    private static LogLoss? FindLoss(SqliteConnection connection, List<Witness> known)
    {
        var end = LogDatabase.LastPosition(connection);
        foreach (var (head, from) in known.OrderByDescending(w => w.Head.Position))
        {
            if (head.Position > end || LogDatabase.TryReadAt(connection, head.Position)?.Hash != head.Hash)
            {
                return new LogLoss(end, head.Position, from);
            }
        }

        return end > 0 && LogDatabase.TryReadAt(connection, end) is null ? new LogLoss(end, end, "table of entries") : null;
    }

    private static string HolderOf(string path)
    {
        try
        {
            using var connection = LogDatabase.Open(path, SqliteOpenMode.ReadOnly);
            return LogDatabase.ReadWriter(connection).Holder is { Length: > 0 } holder ? holder : "another program";
        }
        catch (Exception e) when (LogDatabase.IsDamage(e))
        {
            return "another program";
        }
    }

    /// <summary>The name that the files beside the log are named after. A "file:" address (a test's own disk) keeps them in the place it names.</summary>
    internal static string SideOf(string path) => path.StartsWith("file:", StringComparison.Ordinal) ? path[5..].Split('?')[0] : path;
}
