using Furrow.Core;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The SQL of the log file: its schema, and how connections to it are opened.</summary>
internal static class LogDatabase
{
    /// <summary>"FURW", so that other tools can tell the file.</summary>
    private const int ApplicationId = 0x46555257;
    private const int SchemaVersion = 3;

    /// <summary>secure_delete: what is erased is overwritten with zeros, not only unlinked. FULL: a commit is on the disk before it is answered.</summary>
    private const string WriterSettings = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        """;

    private const string Schema = """
        CREATE TABLE entry (
          position INTEGER PRIMARY KEY,
          fact INTEGER NOT NULL,
          header BLOB NOT NULL,
          parts BLOB NOT NULL
        ) STRICT;
        CREATE INDEX entry_fact ON entry (fact) WHERE fact > 0;
        CREATE TABLE fact (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE writer (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          origin BLOB NOT NULL,
          epoch INTEGER NOT NULL,
          holder TEXT NOT NULL
        ) STRICT;
        """;

    /// <summary>How long another program's lock is waited for.</summary>
    internal const int WaitSeconds = 10;

    internal static SqliteConnection Open(string path, SqliteOpenMode mode, int waitSeconds = WaitSeconds)
    {
        FreedMemory.Overwrite();
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = waitSeconds };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Run(connection, mode == SqliteOpenMode.ReadOnly ? "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;" : WriterSettings);
            return connection;
        }
        catch (SqliteException wrong) when (LogFaults.Passing(wrong, connection, path) is { } fault)
        {
            connection.Dispose();
            throw new StorageException(fault, fault.ToProblem($"the ledger", wrong.Message), wrong);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Null when the file is a ledger this release reads.</summary>
    internal static Problem? Check(SqliteConnection connection, string path)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            return Problems.NotALedger(path);
        }

        var version = Number(connection, "PRAGMA user_version");
        return version == SchemaVersion ? null : Problems.LedgerOfAnotherRelease(path, version);
    }

    internal static bool IsNew(SqliteConnection connection) => Number(connection, "SELECT count(*) FROM sqlite_schema") == 0
        && Number(connection, "PRAGMA application_id") == 0;

    /// <summary>One transaction: after a power cut the file is either still new or a whole empty ledger.</summary>
    internal static void Create(SqliteConnection connection, Guid origin)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Run(connection, $"{Schema} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion};");
        using var command = Command(connection, "INSERT INTO writer (one, origin, epoch, holder) VALUES (1, $origin, 0, '')");
        command.Parameters.AddWithValue("$origin", origin.ToByteArray(bigEndian: true));
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    internal static (Guid Origin, long Epoch, string Holder) ReadWriter(SqliteConnection connection)
    {
        using var command = Command(connection, "SELECT origin, epoch, holder FROM writer WHERE one = 1");
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetFieldValue<byte[]>(0) is { Length: 16 } origin
            ? (new Guid(origin, bigEndian: true), reader.GetInt64(1), reader.GetString(2).TrimEnd())
            : throw new FormatException("the ledger does not say who writes it");
    }

    /// <summary>The last entry, or null in an empty log.</summary>
    internal static Entry? ReadLast(SqliteConnection connection) => ReadOne(connection, "SELECT header, parts FROM entry ORDER BY position DESC LIMIT 1", 0);

    internal static long LastPosition(SqliteConnection connection) => Number(connection, "SELECT coalesce(max(position), 0) FROM entry");

    /// <summary>What reading a file may throw when its bytes are not the ones that were written.</summary>
    internal static bool IsDamage(Exception wrong) => wrong is SqliteException or LogBrokenException or FormatException or InvalidOperationException
        or InvalidCastException or OverflowException or ArgumentException;

    /// <summary>The entry at a position; null past the end, and when it cannot be read.</summary>
    internal static Entry? TryReadAt(SqliteConnection connection, long position)
    {
        try
        {
            return ReadAt(connection, position);
        }
        catch (Exception wrong) when (IsDamage(wrong))
        {
            return null;
        }
    }

    internal static Entry? ReadAt(SqliteConnection connection, long position) =>
        ReadOne(connection, "SELECT header, parts FROM entry WHERE position = $position", position);

    private static Entry? ReadOne(SqliteConnection connection, string sql, long position)
    {
        using var command = Command(connection, sql);
        if (position > 0)
        {
            command.Parameters.AddWithValue("$position", position);
        }

        using var reader = command.ExecuteReader();
        return reader.Read() ? Entry.Read(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    internal static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    internal static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from a constant in this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
