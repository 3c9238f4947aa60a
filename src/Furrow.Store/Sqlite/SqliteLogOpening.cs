using Furrow.Core;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The steps of opening a ledger file, in order: is it there, may we write, is it ours, is it whole.</summary>
internal static class SqliteLogOpening
{
    internal static Outcome<SqliteLog> Open(string path, LogAccess access, IEnumerable<Witness> witnesses, int waitSeconds)
    {
        try
        {
            var known = Known(path, witnesses);
            if (!Exists(path) && (access != LogAccess.CreateOrWrite || known.Count > 0))
            {
                // A ledger that is gone while its checkpoint is here was lost, not never made: a new one must not take its place.
                return Problems.LedgerNotFound(path);
            }

            return access == LogAccess.Read ? OpenToRead(path, known) : OpenToWrite(path, known, waitSeconds);
        }
        catch (Exception wrong) when (LogDatabase.IsDamage(wrong) || StorageFaults.Of(wrong) is not null)
        {
            return LogFaults.Passing(wrong, null, path) is { } fault ? fault.ToProblem($"{path}", wrong.Message)
                : wrong is SqliteException { SqliteErrorCode: NotADatabase } ? Problems.NotALedger(path)
                : Problems.LedgerBroken(path, $"{wrong.Message.TrimEnd('.')}");
        }
    }

    private const int NotADatabase = 26;

    private static bool Exists(string path) => path.StartsWith("file:", StringComparison.Ordinal) || File.Exists(path);

    private static List<Witness> Known(string path, IEnumerable<Witness> witnesses)
    {
        var known = new List<Witness>
        {
            new(Checkpoint.Read(SideOf(path)), $"checkpoint beside the ledger"),
            new(Snapshots.HeadOf(SideOf(path)), $"snapshot beside the ledger"),
        };
        known.AddRange(witnesses);
        known.RemoveAll(w => w.Head.Position == 0);
        return known;
    }

    /// <summary>Reading needs an index of the write-ahead file, which SQLite makes beside the ledger. Where nothing can be made there, a ledger at rest is
    /// read without: SQLite is told that the file does not change. One that is not at rest is refused: what waits in its write-ahead file would be
    /// missing, unsaid.</summary>
    private static Outcome<SqliteLog> OpenToRead(string path, List<Witness> known)
    {
        var isAddress = path.StartsWith("file:", StringComparison.Ordinal);
        try
        {
            return OpenToRead(path, path, known, isAddress ? null : LogFaults.MayNotWriteBeside(path));
        }
        catch (Exception wrong) when (!isAddress && Hinders(wrong, path) is { } fault)
        {
            return IsAtRest(path, fault)
                ? OpenToRead(path, "file:" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1", known, fault)
                : Problems.LedgerWriteAheadUnread(path);
        }
    }

    private static StorageFault? Hinders(Exception wrong, string path) =>
        LogFaults.Of(wrong, null, path) is { } fault and (StorageFault.ReadOnly or StorageFault.NoPermission or StorageFault.Full) ? fault : null;

    private static Outcome<SqliteLog> OpenToRead(string path, string source, List<Witness> known, StorageFault? medium)
    {
        using var connection = LogDatabase.Open(source, SqliteOpenMode.ReadOnly);
        return LogDatabase.Check(connection, path) is { } refused
            ? refused
            : SqliteLog.Make(path, source, LogDatabase.ReadWriter(connection).Origin, null, FindLoss(connection, known), medium);
    }

    /// <summary>Nothing waits in a write-ahead file, and nobody has the ledger open: whoever has keeps an index of this size.</summary>
    private static bool IsAtRest(string path, StorageFault fault) => new FileInfo(path + "-wal") is { Exists: false } or { Length: 0 }
        && (fault == StorageFault.ReadOnly || new FileInfo(path + "-shm") is { Exists: false } or { Length: < LogFaults.IndexBytes });

    private static Outcome<SqliteLog> OpenToWrite(string path, List<Witness> known, int waitSeconds)
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
            connection = LogDatabase.Open(path, SqliteOpenMode.ReadWriteCreate, waitSeconds);
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
                return SqliteLog.Make(path, path, origin, null, loss);
            }

            writer = Begin(path, connection, lease, origin, waitSeconds);
            return SqliteLog.Make(path, path, origin, writer, null);
        }
        catch (SqliteException wrong) when (LogFaults.Passing(wrong, connection, path) is { } fault)
        {
            return fault.ToProblem($"{path}", wrong.Message);
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
        OwnerFiles.Guard(ErasureList.PathFor(side));
        foreach (var beside in (string[])[side + "-wal", side + "-shm", Snapshots.PathFor(side)])
        {
            OwnerFiles.Guard(beside);
        }
    }

    private static LogWriter Begin(string path, SqliteConnection connection, WriterLease lease, Guid origin, int waitSeconds)
    {
        lease.Begin(connection, LogDatabase.ReadLast(connection)?.Placement.Epoch ?? 0);
        var checkpoint = Checkpoint.Open(SideOf(path));
        return new LogWriter(new LogCommit(path, new LogSession(connection, origin), lease, checkpoint, waitSeconds));
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

        return end > 0 && LogDatabase.TryReadAt(connection, end) is null ? new LogLoss(end, end, $"table of entries") : null;
    }

    private static Phrase HolderOf(string path)
    {
        try
        {
            using var connection = LogDatabase.Open(path, SqliteOpenMode.ReadOnly);
            return LogDatabase.ReadWriter(connection).Holder is { Length: > 0 } holder ? $"{holder}" : (Phrase)$"another program";
        }
        catch (Exception e) when (LogDatabase.IsDamage(e))
        {
            return $"another program";
        }
    }

    /// <summary>The name that the files beside the log are named after. A "file:" address (a test's own disk) keeps them in the place it names.</summary>
    internal static string SideOf(string path) => path.StartsWith("file:", StringComparison.Ordinal) ? path[5..].Split('?')[0] : path;
}
