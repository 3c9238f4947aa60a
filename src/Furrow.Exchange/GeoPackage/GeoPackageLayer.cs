using Furrow.Core;
using Furrow.Exchange.Projections;
using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>One table of a GeoPackage with its geometry column (null for a table of attributes) and coordinate system.</summary>
internal sealed record GeoPackageLayer(string Table, string? GeometryColumn, Outcome<CoordinateSystem> Crs)
{
    /// <summary>The layer wanted, or the only one; complains and gives null when there is none or a choice to make.</summary>
    public static GeoPackageLayer? Find(SqliteConnection connection, FileReading reading)
    {
        var tables = Strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
        if (!tables.Contains("gpkg_contents"))
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, "GeoPackage", "it is a database, but has no table gpkg_contents"));
            return null;
        }

        var layers = Strings(connection, "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')").Where(tables.Contains).ToList();
        var wanted = reading.Options.Layer;
        if (wanted is not null && !layers.Contains(wanted) || layers.Count == 0)
        {
            reading.Refuse(layers.Count == 0 ? Problems.FileHasNoRows(reading.File.Name, "GeoPackage")
                : Problems.LayerUnknown(reading.File.Name, wanted!, layers));
            return null;
        }

        if (wanted is null && layers.Count > 1)
        {
            reading.Refuse(Problems.LayerNotNamed(reading.File.Name, layers));
            return null;
        }

        var table = wanted ?? layers[0];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = $table";
        command.Parameters.AddWithValue("$table", table);
        if (!tables.Contains("gpkg_geometry_columns"))
        {
            return new GeoPackageLayer(table, null, CoordinateSystem.Wgs84);
        }

        using var row = command.ExecuteReader();
        return row.Read()
            ? new GeoPackageLayer(table, row.GetString(0), Srs(connection, reading, row.GetInt64(1)))
            : new GeoPackageLayer(table, null, CoordinateSystem.Wgs84);
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>By the authority's code where it is known here, else by the definition.</summary>
    private static Outcome<CoordinateSystem> Srs(SqliteConnection connection, FileReading reading, long srs)
    {
        if (reading.Options.Crs is { } told)
        {
            return CoordinateSystems.Resolve(told, reading.File.Name);
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = $srs";
        command.Parameters.AddWithValue("$srs", srs);
        using var row = command.ExecuteReader();
        if (srs is 0 or -1 || !row.Read())
        {
            return Problems.CrsMissing(reading.File.Name, $"The coordinate system of the layer is not stated (srs_id {srs}).");
        }

        var code = $"{row.GetValue(0)}:{row.GetValue(1)}".ToUpperInvariant();
        var byCode = CoordinateSystems.Resolve(code, reading.File.Name);
        var byDefinition = byCode.IsRefused && row.GetValue(2) is string wkt && wkt.Contains('[') ? CoordinateSystems.Resolve(wkt, reading.File.Name) : byCode;
        return byDefinition.IsRefused ? byCode : byDefinition;
    }

    private static List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var all = new List<string>();
        while (reader.Read())
        {
            all.Add(reader.GetString(0));
        }

        return all;
    }
}
