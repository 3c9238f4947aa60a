using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>The codes of a layer and their meanings: the enumerations of the schema extension (OGC 12-128r19, annex F.9), as QGIS and ArcGIS write the
/// domains of fields.</summary>
internal static class GeoPackageDomains
{
    public const string Columns = "gpkg_data_columns";
    public const string Constraints = "gpkg_data_column_constraints";
    private const int LongestMeaning = 1_000;

    public static CodedValues Of(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT d.column_name, c.value, c.description FROM {Columns} d JOIN {Constraints} c ON c.constraint_name = d.constraint_name "
            + $"WHERE d.table_name = $table COLLATE NOCASE AND c.constraint_type = 'enum' AND length(c.description) BETWEEN 1 AND {LongestMeaning} "
            + $"LIMIT {CodedValues.Most}";
        command.Parameters.AddWithValue("$table", table);
        using var row = command.ExecuteReader();
        var codes = new CodedValues();
        while (row.Read())
        {
            codes.Add(row.GetString(0), row.GetString(1), row.GetString(2).Trim());
        }

        return codes;
    }
}
