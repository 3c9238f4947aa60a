using Microsoft.Data.Sqlite;
using static Furrow.Server.Tests.Hostile.HostileFile;

namespace Furrow.Server.Tests.Hostile;

/// <summary>Databases that compute, or give more than they hold.</summary>
internal static class HostileDatabases
{
    private const string Meta = """
        CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT);
        CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INT, m INT);
        CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'x');
        INSERT INTO gpkg_contents VALUES ('t', 'features', 't');
        INSERT INTO gpkg_geometry_columns VALUES ('t', 'geom', 'POLYGON', 4326, 0, 0);

        """;

    public static IEnumerable<HostileFile> Make()
    {
        const string Broken = "file-broken";
        yield return new("a computed column of 240 MB", "a.gpkg",
            Database(Meta + "CREATE TABLE t(id INTEGER PRIMARY KEY, geom BLOB, x AS (hex(zeroblob(240000000)))); INSERT INTO t(geom) VALUES (NULL);"), Broken);
        yield return new("a stored computed column", "a.gpkg",
            Database(Meta + "CREATE TABLE t(id INTEGER PRIMARY KEY, geom BLOB, x TEXT AS ('a' || id) STORED); INSERT INTO t(geom) VALUES (NULL);"), Broken);
        yield return new("a computed table of contents", "a.gpkg", Database("CREATE TABLE gpkg_contents(table_name TEXT, data_type TEXT AS (hex(zeroblob(90000000))));"
            + " INSERT INTO gpkg_contents(table_name) VALUES ('t'); CREATE TABLE t(a);"), Broken);
        yield return new("a view without end", "a.gpkg", Database(Meta + "CREATE VIEW t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, "
            + "NULL AS geom FROM n;"), "layer-computed");
        yield return new("contents that are a view without end", "a.gpkg", Database("CREATE VIEW gpkg_contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
            + "i + 1 FROM n) SELECT i AS table_name, 'features' AS data_type FROM n;"), Broken);
        yield return new("a long default in 4,000 short rows", "a.gpkg", Database(Meta + "CREATE TABLE t(id INTEGER PRIMARY KEY, geom BLOB);"
            + "INSERT INTO t(geom) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) SELECT NULL FROM n;"
            + $"ALTER TABLE t ADD COLUMN x TEXT DEFAULT '{Many("long text ", 5_000)}';"), "file-beyond-limit");
        byte[] rings = [(byte)'G', (byte)'P', 0, 1, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F];
        yield return new("two billion rings", "a.gpkg", Database(Meta + "CREATE TABLE t(id INTEGER PRIMARY KEY, geom BLOB);"
            + $"INSERT INTO t(geom) VALUES (x'{Convert.ToHexString(rings)}');"), null);
        var collections = Enumerable.Repeat((byte[])[1, 7, 0, 0, 0, 1, 0, 0, 0], 5_000).SelectMany(b => b);
        var deep = Convert.ToHexString([(byte)'G', (byte)'P', 0, 1, 0, 0, 0, 0, .. collections]);
        yield return new("5,000 collections in one another", "a.gpkg", Database(Meta + "CREATE TABLE t(id INTEGER PRIMARY KEY, geom BLOB);"
            + $"INSERT INTO t(geom) VALUES (x'{deep}');"), null);
        var sound = Database(Meta + "CREATE TABLE t(id INTEGER PRIMARY KEY, geom BLOB, name TEXT); INSERT INTO t(geom, name) VALUES (NULL, 'a');");
        yield return new("half a database", "a.gpkg", sound[..(sound.Length / 2)], Broken);
        yield return new("a database of zeros", "b.gpkg", [.. "SQLite format 3\0"u8, .. new byte[20_000]], Broken);
    }

    private static byte[] Database(string sql)
    {
        var path = Path.Combine(Path.GetTempPath(), $"furrow-hostile-{Guid.NewGuid():N}.gpkg");
        try
        {
            using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
