using System.Globalization;
using System.Text;
using Furrow.Exchange.Exports;
using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>Writes a GeoPackage 1.3 with one table. SQLite needs a file, so that it is written beside and copied out.</summary>
public sealed class GeoPackageWriter : IFormatWriter
{
    private const string Wgs84 = """GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree","""
        + """0.0174532925199433]]""";

    public string Format => "GeoPackage";

    public string Extension => ".gpkg";

    public string ContentType => "application/geopackage+sqlite3";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        // SQLite keeps a zero character and shows the text only up to it.
        var held = new ExportableText("a GeoPackage", c => c != '\0');
        table = table with { Columns = [.. table.Columns.Select(c => c with { Name = held.Of(c.Name) })] };
        // In a folder that nobody else may look into.
        var folder = Directory.CreateTempSubdirectory("furrow-");
        var path = Path.Combine(folder.FullName, "export.gpkg");
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                connection.Open();
                using var transaction = connection.BeginTransaction();
                Describe(connection, table);
                Fill(connection, table, held);
                transaction.Commit();
            }

            using var file = File.OpenRead(path);
            file.CopyTo(to);
            return held.Losses;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Describe(SqliteConnection connection, ExportTable table)
    {
        Run(connection, """
            PRAGMA application_id = 0x47504B47;
            PRAGMA user_version = 10300;
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
            CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
            srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
            CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name));
            INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic', 0, 'NONE', 0,
            'undefined', NULL);
            """);
        Run(connection, "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, $a, NULL)", Wgs84);
        var hasGeometry = table.Geometry != ExportGeometry.None;
        var name = TableName(table);
        Run(connection, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES ($a, $b, $c, $d, 4326)", name,
            hasGeometry ? "features" : "attributes", table.MarkedTitle, table.AboutText.Replace("\0", "", StringComparison.Ordinal));
        if (hasGeometry)
        {
            Run(connection, "INSERT INTO gpkg_geometry_columns VALUES ($a, $b, $c, 4326, 0, 0)", name, GeometryColumn(table),
                table.Geometry switch { ExportGeometry.Points => "POINT", ExportGeometry.Mixed => "GEOMETRY", _ => "MULTIPOLYGON" });
        }

        var columns = table.Columns.Select(c => $", {GeoPackageLayer.Quote(c.Name)} {SqlType(c.Type)}");
        Run(connection, $"CREATE TABLE {GeoPackageLayer.Quote(name)} ({KeyColumn(table)} INTEGER PRIMARY KEY "
            + $"AUTOINCREMENT{(hasGeometry ? $", {GeometryColumn(table)} BLOB" : "")}{string.Concat(columns)})");
    }

    private static void Fill(SqliteConnection connection, ExportTable table, ExportableText held)
    {
        var hasGeometry = table.Geometry != ExportGeometry.None;
        using var insert = connection.CreateCommand();
        var names = new StringBuilder();
        var places = new StringBuilder();
        for (var i = hasGeometry ? -1 : 0; i < table.Columns.Count; i++)
        {
            var separator = names.Length > 0 ? ", " : "";
            names.Append(separator).Append(i < 0 ? GeometryColumn(table) : GeoPackageLayer.Quote(table.Columns[i].Name));
            places.Append(CultureInfo.InvariantCulture, $"{separator}$p{i + 1}");
            insert.Parameters.Add(new SqliteParameter($"$p{i + 1}", null));
        }

        insert.CommandText = $"INSERT INTO {GeoPackageLayer.Quote(TableName(table))} ({names}) VALUES ({places})";
        foreach (var row in table.Rows)
        {
            var at = 0;
            if (hasGeometry)
            {
                insert.Parameters[at++].Value = (object?)GeoPackageBlob.Write(row) ?? DBNull.Value;
            }

            foreach (var value in row.Values)
            {
                insert.Parameters[at++].Value = value switch
                {
                    null => DBNull.Value,
                    decimal number => (double)number,
                    DateOnly date => ExportText.Of(date)!,
                    string text => held.Of(text),
                    _ => value,
                };
            }

            insert.ExecuteNonQuery();
        }
    }

    private static string TableName(ExportTable table)
    {
        var name = string.Concat(table.MarkedTitle.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')).Trim('_');
        return name.Length == 0 || name.StartsWith("gpkg", StringComparison.Ordinal) || name.StartsWith("sqlite", StringComparison.Ordinal)
            ? "furrow_" + name : name;
    }

    private static string KeyColumn(ExportTable table) => Free(table, "fid");

    private static string GeometryColumn(ExportTable table) => Free(table, "geom");

    private static string Free(ExportTable table, string name) =>
        table.Columns.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? Free(table, name + "_") : name;

    private static string SqlType(ExportType type) => type switch
    {
        ExportType.Whole => "INTEGER",
        ExportType.Number => "REAL",
        ExportType.Date => "DATE",
        ExportType.Truth => "BOOLEAN",
        _ => "TEXT",
    };

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<string> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        }

        command.ExecuteNonQuery();
    }
}
