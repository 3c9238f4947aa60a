using System.Text.Json;
using Furrow.Core.Land;

namespace Furrow.Oracle.Tests.Countries;

/// <summary>Reads the files the ledger is judged on by the plainest code, apart from the import that is on trial.</summary>
public static class DrawnFile
{
    /// <summary>Each feature in the order of the file: its row from 1, its properties, and its rings (none when it has no geometry).</summary>
    public static IEnumerable<DrawnFeature> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
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
}

public sealed record DrawnFeature(int Row, IReadOnlyDictionary<string, string> Properties, GridPoint[][][] Polygons);
