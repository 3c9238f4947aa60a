using System.Globalization;
using System.Text.RegularExpressions;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests;

/// <summary>What the generated country is like, measured on its files by PostGIS and by plain reading, beside the published summary figures of a real
/// one.</summary>
public sealed partial class GeneratedCountryTests(Judges judges, ITestOutputHelper output)
{
    private const string Like = """
        trait                                      | generated | a real one
        suspected: features                        |     11068 |      11068
        suspected: without geometry                |      3094 |       3094
        suspected: of several polygons             |         3 |          3
        suspected: invalid, sides cross            |       304 |        294
        suspected: invalid, ring touches itself    |       174 |        173
        suspected: exact copies                    |         6 |          6
        suspected: km2                             |       810 |        811
        suspected: pairs that overlap              |      1293 |       1178
        cleared: features                          |      8329 |       8329
        cleared: without geometry                  |       108 |        108
        cleared: of several polygons               |         5 |          5
        cleared: invalid, sides cross              |       246 |        246
        cleared: invalid, ring touches itself      |       461 |        463
        cleared: exact copies                      |       101 |         98
        cleared: km2                               |        40 |         40
        cleared: pairs that overlap                |      1293 |       1286
        suspected and cleared: pairs that overlap  |      1081 |       1066
        suspected: over a district border          |       649 |        660
        suspected: outside all districts           |        52 |         50
        cleared: below 100 m2                      |      1785 |       1725
        suspected: median of points in a polygon   |         7 |          7
        suspected: most points in a polygon        |        87 |         88
        districts                                  |       142 |        142
        % of coordinates with 12 to 15 decimals    |       100 |        100
        """;

    [Fact]
    public void The_generated_country_is_as_large_and_as_raw_as_a_real_one()
    {
        var judge = judges.Of(TrialCountries.Generated);
        Load(judge);
        var differences = new List<(double Measured, int Published)>();
        var lines = new List<string> { $"{"trait",-42} | generated | a real one" };
        void Line(string trait, double measured, int published)
        {
            differences.Add((measured, published));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{trait,-42} | {measured,9:F0} | {published,10}"));
        }

        var overlaps = LandQuestions.Overlaps(judge.Land.Ledger).Where(o => o.AreaMicro > 1_000_000).ToList();
        int Pairs(int cleared) => overlaps.Count(o => new[] { o.First, o.Second }.Count(c => judge.Land.Claims[c].Effect == LandEffect.Clear) == cleared);
        foreach (var (layer, path, published) in new[] { ("suspected", judge.Files.Suspected, Suspected), ("cleared", judge.Files.Cleared, Cleared) })
        {
            var features = DrawnFile.Read(path).ToList();
            var keys = features.Where(f => f.Polygons.Length > 0).Select(f => PolygonKey.Of(f.Polygons)).ToList();
            Line($"{layer}: features", features.Count, published[0]);
            Line($"{layer}: without geometry", features.Count(f => f.Polygons.Length == 0), published[1]);
            Line($"{layer}: of several polygons", features.Count(f => f.Polygons.Length > 1), published[2]);
            Line($"{layer}: invalid, sides cross", Invalid(judge, layer, "Self-intersection"), published[3]);
            Line($"{layer}: invalid, ring touches itself", Invalid(judge, layer, "Ring Self-intersection"), published[4]);
            Line($"{layer}: exact copies", keys.Count - keys.Distinct().Count(), published[5]);
            Line($"{layer}: km2", judge.Server.Source.Value<double>($"SELECT sum(ST_Area(geom::geography)) / 1e6 FROM land WHERE layer = '{layer}'"), published[6]);
            Line($"{layer}: pairs that overlap", Pairs(layer == "cleared" ? 2 : 0), published[7]);
        }

        Line("suspected and cleared: pairs that overlap", Pairs(1), 1_066);
        Line("suspected: over a district border", Over(judge, "> 1"), 660);
        Line("suspected: outside all districts", Over(judge, "= 0"), 50);
        Line("cleared: below 100 m2", judge.Server.Source.Value<long>("SELECT count(*) FROM land WHERE layer = 'cleared' AND ST_Area(geom::geography) < 100"),
            1_725);
        var points = DrawnFile.Read(judge.Files.Suspected).Where(f => f.Polygons.Length > 0).Select(f => f.Polygons.Sum(p => p.Sum(r => r.Length))).Order()
            .ToList();
        Line("suspected: median of points in a polygon", points[points.Count / 2], 7);
        Line("suspected: most points in a polygon", points[^1], 88);
        Line("districts", DrawnFile.Read(judge.Files.Municipalities).Count(), 142);
        var decimals = Decimals().Matches(File.ReadAllText(judge.Files.Cleared)).Select(m => m.Length - 1).ToList();
        Line("% of coordinates with 12 to 15 decimals", 100.0 * decimals.Count(d => d is >= 12 and <= 15) / decimals.Count, 100);
        output.WriteLine(string.Join('\n', lines));
        Assert.All(differences, d => Assert.InRange(d.Measured, d.Published * 0.85, d.Published * 1.15));
        Assert.Equal(Like, string.Join('\n', lines));
    }

    private static readonly int[] Suspected = [11_068, 3_094, 3, 294, 173, 6, 811, 1_178];
    private static readonly int[] Cleared = [8_329, 108, 5, 246, 463, 98, 40, 1_286];

    private static void Load(Judge judge)
    {
        var raw = new[] { ("suspected", judge.Files.Suspected), ("cleared", judge.Files.Cleared) }.SelectMany(l => DrawnFile.Read(l.Item2)
            .Where(f => f.Polygons.Length > 0).Select(f => (f.Row, l.Item1, new Shape(Array.ConvertAll(f.Polygons, Open)))));
        judge.Server.Source.LoadShapes("raw", raw);
    }

    private static GridPoint[][] Open(GridPoint[][] polygon) => Array.ConvertAll(polygon, ring => ring[..^1]);

    private static long Invalid(Judge judge, string layer, string reason) => judge.Server.Source.Value<long>(
        $"SELECT count(*) FROM raw WHERE layer = '{layer}' AND ST_IsValidReason(geom) LIKE '{reason}%'");

    private static long Over(Judge judge, string count) => judge.Server.Source.Value<long>($"""
        SELECT count(*) FROM (SELECT count(p.id) AS n FROM land l LEFT JOIN places p ON ST_Intersects(l.geom, p.geom)
        WHERE l.layer = 'suspected' GROUP BY l.id) AS places WHERE n {count}
        """);

    [GeneratedRegex(@"\.\d+")]
    private static partial Regex Decimals();
}
