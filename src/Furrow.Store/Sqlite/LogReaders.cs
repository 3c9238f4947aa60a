using System.Collections.Concurrent;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>Connections that only read. Each is used by one thread at a time and kept for the next.</summary>
internal sealed partial class LogReaders(string path) : IDisposable
{
    /// <summary>A read transaction lasts no longer than this many entries, so that a slow reader never holds back the write-ahead log.</summary>
    private const int ChunkEntries = 4096;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly ConcurrentDictionary<SqliteConnection, int> _rented = new();
    private volatile int _forgets;
    private volatile bool _disposed;

    internal T Use<T>(Func<SqliteConnection, T> read, long position = 0)
    {
        var connection = Rent(position);
        try
        {
            return read(connection);
        }
        catch (Exception wrong) when (LogDatabase.IsDamage(wrong))
        {
            throw LogFaults.WhileReading(wrong, connection, path, position);
        }
        finally
        {
            Return(connection);
        }
    }

    internal IEnumerable<Entry> Read(long after, long upTo)
    {
        while (after < upTo)
        {
            var count = 0;
            foreach (var entry in ReadChunk(after, upTo))
            {
                count++;
                after = entry.Position;
                yield return entry;
            }

            if (count < ChunkEntries)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Entry> ReadChunk(long after, long upTo)
    {
        var connection = Rent(after);
        SqliteDataReader? reader = null;
        try
        {
            using var command = LogDatabase.Command(connection,
                $"SELECT header, parts, position, (SELECT name FROM fact WHERE id = fact) FROM entry WHERE position > $after AND position <= $upTo ORDER BY position LIMIT {ChunkEntries}");
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$upTo", upTo);
            for (var next = after + 1; Next(command, ref reader, next) is { } entry; next = entry.Position + 1)
            {
                yield return entry;
            }
        }
        finally
        {
            reader?.Dispose();
            Return(connection);
        }
    }

    private Entry? Next(SqliteCommand command, ref SqliteDataReader? reader, long position)
    {
        try
        {
            reader ??= command.ExecuteReader();
            if (!reader.Read())
            {
                return null;
            }

            var entry = Entry.Read(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1));
            return entry.Position != position || reader.GetInt64(2) != position ? throw new FormatException($"entry {reader.GetInt64(2)} stands in its place")
                : reader.IsDBNull(3) || reader.GetString(3) != entry.Statement.FactName ? throw new FormatException("it stands in the index under another name")
                : entry;
        }
        catch (Exception wrong) when (LogDatabase.IsDamage(wrong))
        {
            throw LogFaults.WhileReading(wrong, command.Connection, path, position);
        }
    }

    private SqliteConnection Rent(long position)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            var connection = _idle.TryTake(out var idle) ? idle : LogDatabase.Open(path, SqliteOpenMode.ReadOnly);
            _rented[connection] = _forgets;
            return connection;
        }
        catch (SqliteException wrong)
        {
            throw new LogBrokenException(position, wrong.Message.TrimEnd('.'), wrong);
        }
    }

    private void Return(SqliteConnection connection)
    {
        if (_rented.TryRemove(connection, out var forgets) && forgets != _forgets)
        {
            connection.Dispose();
            return;
        }

        _idle.Add(connection);
        if (_disposed)
        {
            Dispose();
        }
    }

    /// <summary>Something was erased: connections keep pages of what they have read, so each is closed, one in use as soon as it comes back.</summary>
    internal void Forget()
    {
        _forgets++;
        CloseIdle();
    }

    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
