using Furrow.Core;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The writer's connection to the ledger file, with what is prepared on it. After a fault it is put in order, or thrown away and made anew.</summary>
internal sealed class LogSession : IDisposable
{
    private readonly Guid _origin;
    private BatchInsert _insert;

    internal LogSession(SqliteConnection connection, Guid origin)
    {
        (Connection, _origin) = (connection, origin);
        var last = LogDatabase.ReadLast(connection);
        Head = last is null ? LogHead.Empty : new LogHead(last.Position, last.Hash);
        _insert = InsertBehind(last);
    }

    internal SqliteConnection Connection { get; }

    internal Guid Origin => _origin;

    /// <summary>The last entry the file held when the session began.</summary>
    internal LogHead Head { get; }

    /// <summary>Opens the file again: it must be the same ledger and still hold the entry this process knows as the last.</summary>
    internal static LogSession Reopen(string path, Guid origin, LogHead known, int waitSeconds)
    {
        var connection = LogDatabase.Open(path, SqliteOpenMode.ReadWrite, waitSeconds);
        try
        {
            var session = new LogSession(connection, origin);
            return LogDatabase.ReadWriter(connection).Origin == origin
                && (known.Position == 0 || LogDatabase.TryReadAt(connection, known.Position)?.Hash == known.Hash)
                ? session
                : throw new LogBrokenException(known.Position, "another file has taken the place of the ledger");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal Outcome<LogHead> Write(IReadOnlyList<EntryDraft> batch, LogHead head, long epoch) => _insert.Write(batch, head, epoch);

    internal bool TakeErased() => _insert.TakeErased();

    /// <summary>Takes back what is not committed, so that the next write begins where the ledger ends.</summary>
    internal void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle!) == 0)
        {
            LogDatabase.Run(Connection, "ROLLBACK");
        }

        _insert.Dispose();
        _insert = InsertBehind(LogDatabase.ReadLast(Connection));
    }

    private BatchInsert InsertBehind(Entry? last) =>
        new(Connection, OwnEnd(last), last?.Placement.CommittedAt ?? DateTimeOffset.UnixEpoch);

    /// <summary>Where our own statements end: looks back past what came from other offices.</summary>
    private OriginEnd OwnEnd(Entry? last)
    {
        while (last is not null && last.Statement.Origin != _origin)
        {
            last = last.Position > 1 ? LogDatabase.ReadAt(Connection, last.Position - 1) : null;
        }

        return last is null ? OriginEnd.Of(_origin) : new OriginEnd(_origin, last.Statement.Sequence, last.StatementHash, last.Statement.Act);
    }

    public void Dispose()
    {
        _insert.Dispose();
        Connection.Dispose();
    }
}
