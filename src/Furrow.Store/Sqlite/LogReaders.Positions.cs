using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <content>Entries at given positions.</content>
internal sealed partial class LogReaders
{
    /// <summary>Stepping over so many entries costs less than asking once more.</summary>
    private const int CloseEntries = 16;

    internal IEnumerable<Entry> ReadAt(IReadOnlyList<long> positions) => At("SELECT position, header, parts FROM entry", positions,
        static reader => Entry.Read(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)), static entry => entry.Position);

    internal IEnumerable<Digest> HashesAt(IReadOnlyList<long> positions) => At("SELECT position, header FROM entry", positions,
        static reader => reader.GetFieldValue<byte[]>(1), static header => Placement.Read(header).Position)
        .Select(static header => Digest.Of(header.AsSpan(0, Placement.SizeBytes)));

    /// <summary>Positions that stand close together are read in one go; what lies between them is stepped over and not looked at.</summary>
    private IEnumerable<T> At<T>(string select, IReadOnlyList<long> positions, Func<SqliteDataReader, T> read, Func<T, long> positionOf)
    {
        if (positions.Count == 0)
        {
            yield break;
        }

        var connection = Rent(positions[0]);
        try
        {
            using var command = LogDatabase.Command(connection, select + " WHERE position BETWEEN $first AND $last ORDER BY position");
            var (first, last) = (command.Parameters.Add("$first", SqliteType.Integer), command.Parameters.Add("$last", SqliteType.Integer));
            for (var at = 0; at < positions.Count;)
            {
                var end = EndOfRun(positions, at);
                (first.Value, last.Value) = (positions[at], positions[end - 1]);
                foreach (var one in Run(command, positions, at, end, read, positionOf))
                {
                    yield return one;
                }

                at = end;
            }
        }
        finally
        {
            Return(connection);
        }
    }

    private static int EndOfRun(IReadOnlyList<long> positions, int at)
    {
        var end = at + 1;
        while (end < positions.Count && end - at < ChunkEntries && positions[end] - positions[end - 1] is > 0 and <= CloseEntries)
        {
            end++;
        }

        return end;
    }

    private List<T> Run<T>(SqliteCommand command, IReadOnlyList<long> positions, int at, int end, Func<SqliteDataReader, T> read, Func<T, long> positionOf)
    {
        var found = new List<T>(end - at);
        try
        {
            using var reader = command.ExecuteReader();
            while (at < end)
            {
                if (!reader.Read() || reader.GetInt64(0) > positions[at])
                {
                    throw new FormatException("it is missing");
                }

                if (reader.GetInt64(0) == positions[at])
                {
                    found.Add(read(reader) is var one && positionOf(one) == positions[at] ? one : throw new FormatException("another entry stands in its place"));
                    at++;
                }
            }

            return found;
        }
        catch (Exception wrong) when (LogDatabase.IsDamage(wrong))
        {
            throw LogFaults.WhileReading(wrong, command.Connection, path, positions[Math.Min(at, end - 1)]);
        }
    }
}
