using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Furrow.Exchange.GeoPackage;

/// <summary>A database from somebody else can hold more than data: columns that are computed when they are looked at, views, triggers, statements as long
/// as the file. Nothing of it is trusted: what SQLite may spend is bounded by the size of the file, and nothing in it is run.</summary>
internal static class UntrustedDatabase
{
    private const int LimitLength = 0, LimitSqlLength = 1, LimitColumns = 2, LimitExpressionDepth = 3, LimitCompound = 4,
        LimitAttached = 7, LimitTriggerDepth = 10;
    private const int ConfigTriggers = 1003, ConfigDefensive = 1010, ConfigViews = 1015, ConfigTrustedSchema = 1017;
    private const int Step = 100_000;

    public static void Restrain(sqlite3 database, FileReading reading)
    {
        raw.sqlite3_limit(database, LimitLength, reading.Options.Limits.RowBytes);
        raw.sqlite3_limit(database, LimitSqlLength, 1 << 20);
        raw.sqlite3_limit(database, LimitColumns, 2000);
        raw.sqlite3_limit(database, LimitExpressionDepth, 100);
        raw.sqlite3_limit(database, LimitCompound, 10);
        raw.sqlite3_limit(database, LimitAttached, 0);
        raw.sqlite3_limit(database, LimitTriggerDepth, 1);
        raw.sqlite3_db_config(database, ConfigDefensive, 1, out _);
        raw.sqlite3_db_config(database, ConfigTriggers, 0, out _);
        raw.sqlite3_db_config(database, ConfigViews, 0, out _);
        raw.sqlite3_db_config(database, ConfigTrustedSchema, 0, out _);
        using var stream = reading.File.Open();
        var left = 200 + stream.Length / (Step / 10);
        var stop = reading.Options.Stop;
        raw.sqlite3_progress_handler(database, Step, _ => --left < 0 || stop.IsCancellationRequested ? 1 : 0, null);
    }

    /// <summary>The tables that hold rows of their own, by name without regard to case. Views, virtual tables and their shadows are left out.</summary>
    public static Dictionary<string, string> Tables(SqliteConnection connection) =>
        Named(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'");

    /// <summary>What is computed when it is looked at, in the same way. Never read.</summary>
    public static Dictionary<string, string> Views(SqliteConnection connection) =>
        Named(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('view', 'virtual')");

    private static Dictionary<string, string> Named(SqliteConnection connection, string sql)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Strings(connection, sql, null))
        {
            names.TryAdd(name, name);
        }

        return names;
    }

    /// <summary>A column of the table that is computed and not stored; null when there is none.</summary>
    public static string? ComputedColumn(SqliteConnection connection, string table) =>
        Strings(connection, "SELECT name FROM pragma_table_xinfo($table) WHERE hidden > 1", table).FirstOrDefault();

    public static List<string> Strings(SqliteConnection connection, string sql, string? table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (table is not null)
        {
            command.Parameters.AddWithValue("$table", table);
        }

        using var reader = command.ExecuteReader();
        var all = new List<string>();
        while (reader.Read())
        {
            all.Add(reader.GetString(0));
        }

        return all;
    }
}
