namespace Furrow.Postgres;

/// <summary>Where PostgreSQL with PostGIS is installed on this machine.</summary>
/// <param name="BinFolder">The folder of initdb and postgres.</param>
public sealed record PostgresBinaries(string BinFolder, string Version)
{
    /// <summary>Names a folder with initdb and postgres, where they are not at Debian's place.</summary>
    public const string Setting = "FURROW_POSTGRES_BIN";

    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>The newest PostgreSQL that has PostGIS; throws with the command that installs it when there is none.</summary>
    public static PostgresBinaries Find()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named)
        {
            return File.Exists(Path.Combine(named, "initdb"))
                ? new PostgresBinaries(named, "named by " + Setting)
                : throw new InvalidOperationException($"{Setting} names {named}, where there is no initdb.");
        }

        var found = Directory.Exists(DebianRoot)
            ? Directory.GetDirectories(DebianRoot)
                .Select(folder => Path.GetFileName(folder)!)
                .Where(version => File.Exists($"{DebianRoot}/{version}/bin/initdb")
                    && File.Exists($"/usr/share/postgresql/{version}/extension/postgis.control"))
                .OrderByDescending(version => int.TryParse(version, out var number) ? number : 0)
                .FirstOrDefault()
            : null;
        return found is null
            ? throw new InvalidOperationException("PostgreSQL with PostGIS is needed as the independent judge. Install it: apt-get install "
                + "postgresql-15-postgis-3")
            : new PostgresBinaries($"{DebianRoot}/{found}/bin", found);
    }
}
