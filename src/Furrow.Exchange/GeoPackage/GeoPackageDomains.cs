using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>The codes of a layer and their meanings: the enumerations of the schema extension (OGC 12-128r19, annex F.9), as QGIS and ArcGIS write the
/// domains of fields.</summary>
internal static class GeoPackageDomains
{
    public const string Columns = "gpkg_data_columns";
    public const string Constraints = "gpkg_data_column_constraints";

    /// <summary>SQLITE_ERROR: the statement names what is not there.</summary>
    private const int NoSuchColumn = 1;
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

    /// <summary>The ranges of the same extension: from the least to the most a column may hold; what a constraint does not state is no bound.</summary>
    public static ColumnRanges RangesOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT d.column_name, c.min, c.max FROM {Columns} d JOIN {Constraints} c ON c.constraint_name = d.constraint_name "
            + $"WHERE d.table_name = $table COLLATE NOCASE AND c.constraint_type = 'range' LIMIT {CodedValues.Most}";
        command.Parameters.AddWithValue("$table", table);
        var ranges = new ColumnRanges();
        try
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                ranges.Add(row.GetString(0), row.GetValue(1), row.GetValue(2));
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NoSuchColumn)
        {
            // Written without the columns of ranges: there are none.
        }

        return ranges;
    }
}
