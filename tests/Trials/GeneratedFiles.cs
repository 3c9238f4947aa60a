using System.Globalization;
using System.Text.Json;
using Furrow.Core.Drills.RawCountries;

namespace Furrow.Trials;

/// <summary>Writes a generated country in the outer form in which real ones come: one feature a line, rings closed, null for a geometry that is missing,
/// every digit a double has.</summary>
public static class GeneratedFiles
{
    public static TrialCountry Write(ulong seed, string folder)
    {
        var country = RawCountry.Make(seed);
        var files = new TrialCountry(TrialCountries.Generated, folder);
        Write(files.Suspected, country.Suspected, "");
        Write(files.Cleared, country.Cleared, "");
        Write(files.Municipalities, country.Districts, """
            "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },
            """);
        return files;
    }

    private static void Write(string path, IReadOnlyList<RawFeature> features, string crs)
    {
        using var file = new StreamWriter(path);
        file.Write("{\"type\":\"FeatureCollection\", " + crs + "\"features\": [\n");
        for (var i = 0; i < features.Count; i++)
        {
            file.Write("{\"type\":\"Feature\",\"geometry\":");
            WriteGeometry(file, features[i].Polygons);
            file.Write(",\"properties\":{");
            file.Write(string.Join(',', features[i].Properties.Select(p => $"{JsonSerializer.Serialize(p.Key)}:{JsonSerializer.Serialize(p.Value)}")));
            file.Write(i + 1 < features.Count ? "}},\n" : "}}\n");
        }

        file.Write("]}\n");
    }

    private static void WriteGeometry(StreamWriter file, IReadOnlyList<(double Lon, double Lat)[][]> polygons) => file.Write(polygons.Count switch
    {
        0 => "null",
        1 => $$"""{"type":"Polygon","coordinates":{{Rings(polygons[0])}}}""",
        _ => $$"""{"type":"MultiPolygon","coordinates":[{{string.Join(',', polygons.Select(Rings))}}]}""",
    });

    private static string Rings((double Lon, double Lat)[][] rings) =>
        "[" + string.Join(',', rings.Select(ring => "[" + string.Join(',', ring.Append(ring[0]).Select(Position)) + "]")) + "]";

    private static string Position((double Lon, double Lat) p) => string.Create(CultureInfo.InvariantCulture, $"[{p.Lon:R},{p.Lat:R}]");
}
