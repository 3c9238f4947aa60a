using Furrow.Core;
using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>An open GeoPackage. SQLite needs a file: one that came as bytes is copied to a temporary file, which goes when this is closed.</summary>
internal sealed class GeoPackageFile : IDisposable
{
    private readonly string? _temporary;

    private GeoPackageFile(SqliteConnection connection, string? temporary) => (Connection, _temporary) = (connection, temporary);

    public SqliteConnection Connection { get; }

    /// <summary>Null, with a complaint, when it is no database.</summary>
    public static GeoPackageFile? Open(FileReading reading)
    {
        var temporary = reading.File.Path is null ? Copy(reading.File) : null;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Source(temporary ?? reading.File.Path!),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            UntrustedDatabase.Restrain(connection.Handle!, reading);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON; "
                + "SELECT count(*) FROM sqlite_master";
            command.ExecuteScalar();
            return new GeoPackageFile(connection, temporary);
        }
        catch (SqliteException e)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, "GeoPackage", e.SqliteErrorCode == 26 ? $"it is not an SQLite database" : (Phrase)$"{e.Message}"));
            new GeoPackageFile(connection, temporary).Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        Connection.Dispose();
        if (_temporary is not null)
        {
            Directory.Delete(Path.GetDirectoryName(_temporary)!, recursive: true);
        }
    }

    /// <summary>A file in write-ahead mode would get companions beside it by being read: without a journal it is opened as what nobody changes.</summary>
    private static string Source(string path)
    {
        var head = new byte[20];
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.ReadAtLeast(head, head.Length, false);
        }

        var isAhead = head[18] == 2 || head[19] == 2;
        return isAhead && !File.Exists(path + "-wal") ? new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1" : path;
    }

    private static string Copy(SourceFile file)
    {
        // In a folder that nobody else may look into.
        var path = Path.Combine(Directory.CreateTempSubdirectory("furrow-").FullName, "import.gpkg");
        using var from = file.Open();
        using var to = File.Create(path);
        from.CopyTo(to);
        return path;
    }
}
