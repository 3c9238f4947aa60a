using Microsoft.Data.Sqlite;

namespace Furrow.Store.Sqlite;

/// <summary>The index of fact names: each entry has the number of its fact's name, and an index over that gives positions in order. It repeats what the
/// headers say; <see cref="LogVerification"/> compares the two.</summary>
internal static class FactIndex
{
    /// <summary>Positions of the entries with these names, in order.</summary>
    internal static IReadOnlyList<long> Positions(SqliteConnection connection, IReadOnlyCollection<string> names, long after, long upTo)
    {
        var found = new List<long>();
        foreach (var name in names)
        {
            using var command = LogDatabase.Command(connection, "SELECT position FROM entry WHERE fact = (SELECT id FROM fact WHERE name = $name)"
                + " AND position > $after AND position <= $upTo ORDER BY position");
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$upTo", upTo);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found.Add(reader.GetInt64(0));
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
        using var find = LogDatabase.Command(connection, "SELECT id FROM fact WHERE name = $name");
        find.Parameters.AddWithValue("$name", name);
        if (find.ExecuteScalar() is long known)
        {
            return known;
        }

        using var insert = LogDatabase.Command(connection, "INSERT INTO fact (name) VALUES ($name) RETURNING id");
        insert.Parameters.AddWithValue("$name", name);
        return (long)insert.ExecuteScalar()!;
    }
}
