using System.Globalization;
using Furrow.Core.Land;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.Projections;

/// <summary>Which systems the places of a file were read in is handed on as data; and a place is one place, whichever of them it came in.</summary>
public sealed class SystemsReadTests
{
    private const string Pulkovo = "PROJCS[\"GK 8\",GEOGCS[\"Pulkovo\",DATUM[\"Pulkovo_1942\",SPHEROID[\"Krassowsky\",6378245,298.3],TOWGS84[0,0,0,0,0,0,0]],"
        + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
        + "PARAMETER[\"central_meridian\",45],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",8500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";

    [Theory]
    [InlineData("id;lat;lon\n1;40.2;46.5", null, "Known EPSG:4326: EPSG:4326 (WGS 84) is on WGS 84.")]
    [InlineData("id;northing;easting\n1;4410000;8650000", "EPSG:28408",
        "Known EPSG:28408 via EPSG:15865: EPSG:28408 via EPSG:15865 (Pulkovo 1942 / Gauss-Kruger zone 8) becomes WGS 84 by EPSG:15865 (coordinate frame rotation), good to 4.5 m.")]
    [InlineData("id;northing;easting\n1;4410000;8650000", "EPSG:28408 via TOWGS84[25,-141,-78.5]",
        "Known EPSG:28408 via TOWGS84: EPSG:28408 via TOWGS84 (Pulkovo 1942 / Gauss-Kruger zone 8) becomes WGS 84 by the numbers of TOWGS84 (geocentric translations); how good they are is not known.")]
    [InlineData("id;northing;easting\n1;4410000;8650000", Pulkovo,
        "Proposed GK 8: GK 8 (GK 8) is said to need no shift to WGS 84, though it stands on another ellipsoid: places may lie 100 m off. Name its datum shift.")]
    [InlineData("id;northing;easting;zone\n1;4410000;650000;38N\n2;4410000;300000;39N", null,
        "EPSG:32638 Known EPSG:32638: EPSG:32638 (WGS 84 / UTM zone 38N) is on WGS 84.|EPSG:32639 Known EPSG:32639: EPSG:32639 (WGS 84 / UTM zone 39N) is on WGS 84.")]
    [InlineData("id;northing;easting\n1;4410000;650000", "EPSG:2056",
        "NotKnown : The coordinate system 'EPSG:2056' is not known here. It is refused, never guessed: give a known one.")]
    public void The_systems_of_a_file_are_handed_on_with_name_operation_and_accuracy(string csv, string? crs, string understood)
    {
        var reading = FormatDetector.Open(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(csv)), new ReadOptions { Crs = crs }).Get();
        Assert.NotNull(reading.Rows.ToList());
        Assert.Equal(understood, string.Join('|', reading.Understood.Where(u => u.Topic == ReadingTopic.System)
            .Select(u => $"{(u.Of.Length > 0 ? u.Of + " " : "")}{u.Standing} {u.Reading}: {u.Why?.Sentence}")));
    }

    [Theory]
    [InlineData("EPSG:28408", "650000", "EPSG:28468 via EPSG:15865")]
    [InlineData("EPSG:28468", "8650000", "EPSG:28408 via EPSG:15865")]
    [InlineData("EPSG:28408", "9350000", "EPSG:28409 via EPSG:15865")]
    [InlineData("EPSG:2531 via EPSG:1808", "16450000", "EPSG:2532 via EPSG:1808")]
    [InlineData("EPSG:20008", "650000", "EPSG:20068 via EPSG:5043")]
    [InlineData("EPSG:8678", "7450000", "EPSG:6316 via EPSG:3962")]
    [InlineData("EPSG:25832", "32650000", "EPSG:4647")]
    public void An_easting_with_or_without_the_number_of_its_zone_is_refused_with_the_system_it_is_in(string crs, string easting, string meant)
    {
        var reading = Reading.Of("a.csv", $"id;northing;easting\n1;4610000;{easting}", new ReadOptions { Crs = crs });
        var problem = GridConversion.ToGrid(reading.Rows[0]).Problem!;
        Assert.Equal(("coordinate-other-zone", $"is in {meant}."), (problem.Code, problem.Sentence[problem.Sentence.LastIndexOf("is in", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void One_road_network_in_three_systems_lies_in_one_place_within_a_millimetre()
    {
        string[] systems = ["EPSG:4326", "EPSG:32638", "EPSG:28408 via EPSG:1808"];
        var roads = Enumerable.Range(0, 60).Select(i => Road(46 + i % 10 * 0.13, 39.2 + i / 10 * 0.31, i)).ToList();
        var read = systems.Select(name => Read(name, roads)).ToList();
        Assert.All(read, corners => Assert.Equal(read[0].Count, corners.Count));
        for (var i = 0; i < read[0].Count; i++)
        {
            Assert.All(read, corners => Assert.True(Metres(corners[i], read[0][i]) <= 0.001, $"corner {i}: {corners[i]} and {read[0][i]}"));
        }
    }

    /// <summary>A strip of ten metres along a line of bends.</summary>
    private static List<(double Lon, double Lat)> Road(double lon, double lat, int seed)
    {
        var line = Enumerable.Range(0, 12).Select(i => (Lon: lon + i * 0.007, Lat: lat + Math.Sin(i * 1.7 + seed) * 0.01)).ToList();
        return [.. line, .. line.AsEnumerable().Reverse().Select(p => (p.Lon, p.Lat + 0.0001)), line[0]];
    }

    private static List<GridPoint> Read(string system, List<List<(double Lon, double Lat)>> roads)
    {
        var to = CoordinateSystems.Resolve(system).Get();
        var digits = to.IsGeographic ? "F10" : "F4";
        var rows = roads.Select((road, i) => $"{i};POLYGON(({string.Join(", ", road.Select(p => to.FromWgs84(p.Lon, p.Lat))
            .Select(p => $"{p.X.ToString(digits, CultureInfo.InvariantCulture)} {p.Y.ToString(digits, CultureInfo.InvariantCulture)}"))}))");
        var reading = Reading.Of("roads.csv", $"id;WKT\n{string.Join('\n', rows)}", new ReadOptions { Crs = system });
        return [.. reading.Rows.SelectMany(row => GridConversion.ToGrid(row).Get().Polygons.SelectMany(p => p).SelectMany(ring => ring))];
    }

    private static double Metres(GridPoint one, GridPoint other) => Math.Max(Math.Abs(one.LatDegrees - other.LatDegrees),
        Math.Abs(one.LonDegrees - other.LonDegrees) * Math.Cos(other.LatDegrees * Math.PI / 180)) * 111_320;
}
