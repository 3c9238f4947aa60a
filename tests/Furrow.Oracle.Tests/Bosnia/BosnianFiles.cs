using System.Text.Json;
using Furrow.Core.Land;

namespace Furrow.Oracle.Tests.Bosnia;

/// <summary>The real data the ledger is judged on. It has no licence, so it is read where it lies and nothing made from it is kept.
/// Read here by the plainest code, apart from the import that is on trial.</summary>
public static class BosnianFiles
{
    public const string Suspected = "suspect_areas.geojson";
    public const string Cleared = "cleared_areas.geojson";
    public const string Municipalities = "municipalities.geojson";

    /// <summary>The folder shared/data/bih of the nearest folder above that has one.</summary>
    public static string Folder { get; } = FindFolder();

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Each feature in the order of the file: its row from 1, its properties, and its rings (none when it has no geometry).</summary>
    public static IEnumerable<DrawnFeature> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        var row = 0;
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            row++;
            var properties = feature.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
            var geometry = feature.GetProperty("geometry");
            yield return new DrawnFeature(row, properties, geometry.ValueKind == JsonValueKind.Null ? [] : Polygons(geometry));
        }
    }

    private static GridPoint[][][] Polygons(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() == "Polygon"
            ? [Rings(coordinates)]
            : [.. coordinates.EnumerateArray().Select(Rings)];
    }

    private static GridPoint[][] Rings(JsonElement polygon) =>
        [.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().Select(p => GridPoint.FromDegrees(p[0].GetDouble(), p[1].GetDouble())).ToArray())];

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "bih");
            if (File.Exists(Path.Combine(candidate, Suspected)))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException(
            $"The trial data is missing: no folder above {AppContext.BaseDirectory} holds shared/data/bih/{Suspected}. It has no licence and is never "
                + $"part of this repository: put it beside the checkout.");
    }
}

public sealed record DrawnFeature(int Row, IReadOnlyDictionary<string, string> Properties, GridPoint[][][] Polygons);
