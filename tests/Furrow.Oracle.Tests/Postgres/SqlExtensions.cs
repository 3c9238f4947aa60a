using Furrow.Core.Land;
using Npgsql;
using NpgsqlTypes;

namespace Furrow.Postgres;

/// <summary>The few ways we talk to the judge.</summary>
public static class SqlExtensions
{
    public static void Execute(this NpgsqlDataSource source, string sql)
    {
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    public static T Value<T>(this NpgsqlDataSource source, string sql)
    {
        using var command = source.CreateCommand(sql);
        return (T)command.ExecuteScalar()!;
    }

    public static List<T> Rows<T>(this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = source.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Loads shapes by binary COPY into a table (id, layer, geom) with a spatial index.</summary>
    public static void LoadShapes(this NpgsqlDataSource source, string table, IEnumerable<(int Id, string Layer, Shape Shape)> rows)
    {
        source.Execute($"CREATE TABLE {table} (id int, layer text, geom geometry(MultiPolygon, 4326))");
        using (var connection = source.OpenConnection())
        using (var copy = connection.BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (id, layer, shape) in rows)
            {
                copy.StartRow();
                copy.Write(id, NpgsqlDbType.Integer);
                copy.Write(layer, NpgsqlDbType.Text);
                copy.Write(Wkb.MultiPolygon(shape), NpgsqlDbType.Bytea); // geometry's binary form is EWKB
            }

            copy.Complete();
        }

        source.Execute($"CREATE INDEX ON {table} USING gist (geom); ANALYZE {table}");
    }
}
