using System.Globalization;
using System.Text.Json;
using Furrow.Trials;

namespace Furrow.Server.Tests.Exports;

/// <summary>A strip of a country, small enough to go out and come in eighteen times: suspected and cleared areas over each other, some without any polygon;
/// and a table of records with everything else a report can hold.</summary>
internal static class CountryPart
{
    private const int WithoutGeometry = 10;

    /// <summary>Of a thousand features, those from this one on, by longitude.</summary>
    private const double From = 0.5, To = 0.505;

    public static void Make(Shell shell, TrialCountry country)
    {
        using var suspected = JsonDocument.Parse(File.ReadAllBytes(country.Suspected));
        using var cleared = JsonDocument.Parse(File.ReadAllBytes(country.Cleared));
        List<double> west = [.. Features(suspected).Select(West).OfType<double>().Order()];
        var (from, to) = (west[(int)(west.Count * From)], west[(int)(west.Count * To)]);
        foreach (var (name, layer, word, on) in new[] { ("s.geojson", suspected, "suspected", "2015-12-31"), ("c.geojson", cleared, "cleared", "2016-06-30") })
        {
            var strip = Features(layer).Where(f => West(f) is { } lon && lon >= from && lon <= to)
                .Concat(Features(layer).Where(f => West(f) is null).Take(WithoutGeometry));
            shell.Write(name, "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(",\n", strip.Select(f => f.GetRawText())) + "]}");
            Run(shell, name, "--as", word, "--on", on, "--organisation", "Mine action centre", "--kind", "mines", "--take-in-doubt", "all");
        }

        var (lon, lat) = Somewhere(suspected, from);
        shell.Write("more.csv", Table(lon, lat));
        Run(shell, "more.csv", "--as", "mapped");
    }

    private static void Run(Shell shell, string file, params string[] more)
    {
        var exit = shell.Run(["import", file, .. more, "--baseline", "--accept", "old archive", "--apply"]);
        if (exit != 0)
        {
            throw new InvalidOperationException($"{file}: {shell.Out} {shell.Error}");
        }
    }

    private static readonly string[] Columns =
    [
        "Code", "Status", "Start date", "End date", "Organisation", "Team", "Donor", "Contamination", "Hazardous area", "Hazard name", "Predecessors", "Aliases",
        "Place", "Method", "Depth cm", "Depth required", "Stated area m2", "Accuracy", "Reference point", "Benchmark", "Evidence strength", "Evidence",
        "Remarks", "Sheet", "Note", "wkt",
    ];

    /// <summary>Points, places, remarks, dates of all precisions, names, lineage, evidence, depths, and columns nobody reads.</summary>
    private static string Table(double lon, double lat)
    {
        string At(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{lon + x:F9} {lat + y:F9}");
        string Square(double x) => $"POLYGON (({At(x, 0)}, {At(x + 0.001, 0)}, {At(x + 0.001, 0.001)}, {At(x, 0.001)}, {At(x, 0)}))";
        (string Column, string Value)[][] rows =
        [
            [("Code", "X-1"), ("Status", "suspected"), ("End date", "2014"), ("Organisation", "Survey office"), ("Contamination", "ap-mines"),
                ("Hazardous area", "HA 1"), ("Hazard name", "Brdo, \"kota\" 7"), ("Aliases", "OLD 1, OLD 2"), ("Place", "Žepče"), ("Stated area m2", "1500.5"),
                ("Sheet", "7"), ("Note", "=not a formula"), ("wkt", $"POINT ({At(0.3, 0)})")],
            [("Code", "X-2"), ("Status", "confirmed"), ("End date", "2014-05"), ("Organisation", "Survey office"),
                ("Contamination", "cluster-munition-remnants"), ("Hazardous area", "HA 2"), ("Predecessors", "HA 1"), ("Place", "Шуша"), ("Reference point", "44.5 N 18.25 E"),
                ("Benchmark", "33T 700000 4886000"), ("Evidence strength", "direct"), ("Evidence", "accident"), ("Remarks", "two; lines, and \"marks\""),
                ("wkt", Square(0.31))],
            [("Code", "X-3"), ("Status", "cleared"), ("Start date", "2014-06"), ("End date", "2014-07-04"), ("Organisation", "Clearance company"),
                ("Team", "Team 3"), ("Donor", "Fund"), ("Contamination", "ap-mines"), ("Hazardous area", "HA 1"), ("Method", "manual"), ("Depth cm", "20"),
                ("Depth required", "13"), ("Stated area m2", "8000"), ("Accuracy", "2.5"), ("Remarks", "-remark"), ("Note", "' x"), ("wkt", Square(0.315))],
            [("Code", "X-4"), ("Status", "suspected"), ("End date", "2013-02-28"), ("Organisation", "Survey office"), ("Contamination", "all"),
                ("Place", "somewhere"), ("Remarks", "nowhere at all"), ("Note", "{\"a\":1}")],
            [("Code", "X-5"), ("Status", "cleared"), ("End date", "2014-08"), ("Organisation", "Clearance company"), ("Contamination", "ied"),
                ("Place", "Žepče"), ("Stated area m2", "25"), ("wkt", $"POINT ({At(0.32, 0.001)})")],
        ];
        return string.Join('\n', rows.Select(row => Columns.Select(c => row.FirstOrDefault(v => v.Column == c).Value ?? "")).Prepend(Columns)
            .Select(row => string.Join(',', row.Select(v => $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))) + "\n";
    }

    private static (double Lon, double Lat) Somewhere(JsonDocument layer, double west) => Features(layer).Select(First).OfType<(double Lon, double Lat)>()
        .First(p => p.Lon >= west);

    private static IEnumerable<JsonElement> Features(JsonDocument layer) => layer.RootElement.GetProperty("features").EnumerateArray();

    private static double? West(JsonElement feature) => First(feature)?.Lon;

    private static (double Lon, double Lat)? First(JsonElement feature)
    {
        var at = feature.GetProperty("geometry");
        if (at.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        for (at = at.GetProperty("coordinates"); at.GetArrayLength() > 0; at = at[0])
        {
            if (at[0].ValueKind == JsonValueKind.Number)
            {
                return (at[0].GetDouble(), at[1].GetDouble());
            }
        }

        return null;
    }
}
