using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The index of fact names: each entry has the number of its fact's name, and an index over positive ones gives positions in order. Acts and facts of
/// large subjects have negative numbers: nobody looks for them, and each would cost every commit one more page of the index. It repeats what the headers say;
/// <see cref="LogVerification"/> compares the two.</summary>
internal static class FactIndex
{
    /// <summary>Positions of the entries with these names, in order. Those that are not in the index are found too, by looking at all entries.</summary>
    internal static IReadOnlyList<long> Positions(SqliteConnection connection, IReadOnlyCollection<string> names, long after, long upTo)
    {
        var found = new List<long>();
        foreach (var name in names)
        {
            if (Find(connection, name) is { } number)
            {
                // SQLite takes the index only where the text of the query says that it may.
                using var command = LogDatabase.Command(connection, "SELECT position FROM entry WHERE fact = $fact" + (number > 0 ? " AND fact > 0" : "")
                    + " AND position > $after AND position <= $upTo ORDER BY position");
                command.Parameters.AddWithValue("$fact", number);
                command.Parameters.AddWithValue("$after", after);
                command.Parameters.AddWithValue("$upTo", upTo);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    found.Add(reader.GetInt64(0));
                }
            }
        }

        if (names.Count > 1)
        {
            found.Sort();
        }

        return found;
    }

    /// <summary>The number of a name; within the writer's transaction a new name gets one.</summary>
    internal static long NumberOf(SqliteConnection connection, string name)
    {
        if (Find(connection, name) is { } known)
        {
            return known;
        }

        using var insert = LogDatabase.Command(connection,
            "INSERT INTO fact (id, name) SELECT (coalesce(max(abs(id)), 0) + 1) * $sign, $name FROM fact RETURNING id");
        insert.Parameters.AddWithValue("$sign", LogReading.IsIndexed(name) ? 1 : -1);
        insert.Parameters.AddWithValue("$name", name);
        return (long)insert.ExecuteScalar()!;
    }

    private static long? Find(SqliteConnection connection, string name)
    {
        using var find = LogDatabase.Command(connection, "SELECT id FROM fact WHERE name = $name");
        find.Parameters.AddWithValue("$name", name);
        return find.ExecuteScalar() as long?;
    }
}
