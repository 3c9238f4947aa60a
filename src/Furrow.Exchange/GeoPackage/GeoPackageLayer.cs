using Furrow.Core;
using Furrow.Exchange.Projections;
using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>One table of a GeoPackage with its geometry column (null for a table of attributes) and coordinate system.</summary>
internal sealed record GeoPackageLayer(string Table, string? GeometryColumn, Outcome<CoordinateSystem> Crs)
{
    /// <summary>What its codes mean.</summary>
    public CodedValues Codes { get; private init; } = CodedValues.None;

    /// <summary>What its numbers may be.</summary>
    public ColumnRanges Ranges { get; private init; } = ColumnRanges.None;

    /// <summary>The layer wanted, or the only one; complains and gives null when there is none or a choice to make.</summary>
    public static GeoPackageLayer? Find(SqliteConnection connection, FileReading reading)
    {
        var tables = UntrustedDatabase.Tables(connection);
        if (!tables.ContainsKey("gpkg_contents"))
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, "GeoPackage", $"it is a database, but has no table gpkg_contents"));
            return null;
        }

        foreach (var table in (string[])["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"])
        {
            if (IsComputed(connection, reading, table))
            {
                return null;
            }
        }

        // SQLite does not care about case; the name as the table has it counts. Views are layers to a person, and are named; they are not read.
        var views = UntrustedDatabase.Views(connection);
        var layers = UntrustedDatabase.Strings(connection,
                "SELECT table_name FROM gpkg_contents WHERE lower(data_type) IN ('features', 'attributes', 'aspatial')", null)
            .Select(name => tables.GetValueOrDefault(name) ?? views.GetValueOrDefault(name)).OfType<string>().Distinct().ToList();
        reading.UseLayers(layers);
        if (Chosen(reading, layers) is not { } chosen || IsView(reading, views, chosen) || IsComputed(connection, reading, chosen))
        {
            return null;
        }

        var hasCodes = tables.ContainsKey(GeoPackageDomains.Columns) && tables.ContainsKey(GeoPackageDomains.Constraints);
        if (hasCodes && (IsComputed(connection, reading, GeoPackageDomains.Columns) || IsComputed(connection, reading, GeoPackageDomains.Constraints)))
        {
            return null;
        }

        reading.Understand(new(ReadingTopic.Part, "", chosen, Standing.Known));
        return Of(connection, reading, chosen, tables.ContainsKey("gpkg_geometry_columns")) with
        {
            Codes = hasCodes ? GeoPackageDomains.Of(connection, chosen) : CodedValues.None,
            Ranges = hasCodes ? GeoPackageDomains.RangesOf(connection, chosen) : ColumnRanges.None,
        };
    }

    private static string? Chosen(FileReading reading, List<string> layers)
    {
        var wanted = reading.Options.Layer;
        var chosen = wanted is not null ? layers.Find(l => l.Equals(wanted, StringComparison.OrdinalIgnoreCase)) : layers.Count == 1 ? layers[0] : null;
        if (chosen is null)
        {
            LayerQuestion.Ask(reading, layers, wanted, "GeoPackage");
        }

        return chosen;
    }

    private static bool IsView(FileReading reading, Dictionary<string, string> views, string layer)
    {
        if (views.ContainsKey(layer))
        {
            reading.Refuse(Problems.LayerComputed(reading.File.Name, layer));
            return true;
        }

        return false;
    }

    private static GeoPackageLayer Of(SqliteConnection connection, FileReading reading, string table, bool hasGeometries)
    {
        if (!hasGeometries)
        {
            return new GeoPackageLayer(table, null, CoordinateSystem.Wgs84);
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = $table COLLATE NOCASE";
        command.Parameters.AddWithValue("$table", table);
        using var row = command.ExecuteReader();
        return row.Read()
            ? new GeoPackageLayer(table, row.GetString(0), Srs(connection, reading, row.GetInt64(1)))
            : new GeoPackageLayer(table, null, CoordinateSystem.Wgs84);
    }

    /// <summary>A computed column can ask for any amount of memory and time: 24 KB of file for 240 MB a row.</summary>
    private static bool IsComputed(SqliteConnection connection, FileReading reading, string table)
    {
        if (UntrustedDatabase.ComputedColumn(connection, table) is not { } column)
        {
            return false;
        }

        reading.Refuse(Problems.FileBroken(reading.File.Name, "GeoPackage", $"the column {column} of the table {table} is computed, not stored"));
        return true;
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>By the authority's code where it is known here, else by the definition.</summary>
    private static Outcome<CoordinateSystem> Srs(SqliteConnection connection, FileReading reading, long srs)
    {
        var stated = StatedSystem.Of(reading.File.Name, reading.Options.Crs);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = $srs";
        command.Parameters.AddWithValue("$srs", srs);
        using var row = command.ExecuteReader();
        if (srs is 0 or -1 || !row.Read())
        {
            return stated.Against(null, Problems.CrsMissing(reading.File.Name, $"The coordinate system of the layer is not stated (srs_id {srs})."));
        }

        var code = $"{row.GetValue(0)}:{row.GetValue(1)}".ToUpperInvariant();
        var isKnown = !CoordinateSystems.Resolve(code, reading.File.Name, stated.System.Value?.Datum.Way).IsRefused;
        var byDefinition = isKnown || row.GetValue(2) is not string wkt || !wkt.Contains('[') ? null : wkt;
        return stated.Against(byDefinition is not null && (stated.IsStated || !CoordinateSystems.Resolve(byDefinition, reading.File.Name).IsRefused)
            ? byDefinition : code, default, reading.Warn);
    }
}
