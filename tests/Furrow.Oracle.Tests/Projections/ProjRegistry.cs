using Microsoft.Data.Sqlite;

namespace Furrow.Oracle.Tests.Projections;

/// <summary>The EPSG data set as PROJ ships it (proj.db), which GDAL and PostGIS read as well.</summary>
internal static class ProjRegistry
{
    /// <summary>Name and code of the geographic system of each coordinate system, by code; those of ESRI under their own.</summary>
    public static Dictionary<int, (string Authority, string Name, string Geographic)> Systems() => Rows(
        """
        SELECT auth_name, code, name, geodetic_crs_auth_name || ':' || geodetic_crs_code FROM projected_crs
        WHERE auth_name = 'EPSG' OR auth_name = 'ESRI' AND code IN (102100, 102113)
        UNION ALL SELECT auth_name, code, name, 'EPSG:' || code FROM geodetic_crs WHERE auth_name = 'EPSG'
        """, r => (Code: r.GetInt32(1), r.GetString(0), r.GetString(2), r.GetString(3))).ToDictionary(r => r.Code, r => (r.Item2, r.Item3, r.Item4));

    /// <summary>Method, accuracy in metres and the source of each transformation of seven or three numbers to WGS 84.</summary>
    public static Dictionary<int, (string Method, double Accuracy, int Source)> Shifts() => Rows(
        """
        SELECT code, method_name, accuracy, source_crs_code FROM helmert_transformation
        WHERE auth_name = 'EPSG' AND target_crs_code = 4326 AND accuracy IS NOT NULL AND deprecated = 0
        """, r => (Code: r.GetInt32(0), r.GetString(1), r.GetDouble(2), r.GetInt32(3))).ToDictionary(r => r.Code, r => (r.Item2, r.Item3, r.Item4));

    private static List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path()};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string Path() => new[] { Environment.GetEnvironmentVariable("PROJ_DATA"), Environment.GetEnvironmentVariable("PROJ_LIB"), "/usr/share/proj",
            "/usr/local/share/proj" }
        .Where(folder => folder is not null).Select(folder => System.IO.Path.Combine(folder!, "proj.db")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("PROJ's proj.db is needed as the registry of coordinate systems. Install it: apt-get install gdal-bin");
}
