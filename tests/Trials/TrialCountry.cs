namespace Furrow.Trials;

/// <summary>Three GeoJSON files of a country. The numbers below are true of the real one, and the generated one is made to have them too.</summary>
public sealed record TrialCountry(string Name, string Folder)
{
    public const int SuspectedRows = 11_068;
    public const int ClearedRows = 8_329;

    /// <summary>Rows without any geometry, in both files.</summary>
    public const int WithoutGeometry = 3_094 + 108;

    /// <summary>Rows that enclose no land, however they are mended.</summary>
    public const int WithoutLand = 16;

    private const string SuspectedName = "suspect_areas.geojson";
    private const string ClearedName = "cleared_areas.geojson";
    private const string MunicipalitiesName = "municipalities.geojson";

    public string Suspected => Path.Combine(Folder, SuspectedName);

    public string Cleared => Path.Combine(Folder, ClearedName);

    public string Municipalities => Path.Combine(Folder, MunicipalitiesName);

    /// <summary>The first of the files that is not in a folder, null when all are.</summary>
    public static string? MissingIn(string folder) =>
        Array.Find([SuspectedName, ClearedName, MunicipalitiesName], name => !File.Exists(Path.Combine(folder, name)));
}
