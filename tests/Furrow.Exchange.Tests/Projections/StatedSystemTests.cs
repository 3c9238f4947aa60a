using System.Text;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Projections;

/// <summary>What the person states about the coordinate system is obeyed, or contradicted aloud with both named.</summary>
public sealed class StatedSystemTests
{
    private const string Utm33 = "PROJCS[\"WGS_1984_UTM_Zone_33N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000],"
        + "PARAMETER[\"False_Northing\",0],PARAMETER[\"Central_Meridian\",15],PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0],UNIT[\"Meter\",1.0]]";
    private const string Ed50 = "PROJCS[\"ED_1950_UTM_Zone_36N\",GEOGCS[\"GCS_European_1950\",DATUM[\"D_European_1950\",SPHEROID[\"International_1924\",6378388.0,"
        + "297.0]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000],"
        + "PARAMETER[\"False_Northing\",0],PARAMETER[\"Central_Meridian\",33],PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0],UNIT[\"Meter\",1.0]]";
    private const string Pulkovo = "PROJCS[\"Pulkovo_1942_GK_Zone_8\",GEOGCS[\"GCS_Pulkovo_1942\",DATUM[\"D_Pulkovo_1942\",SPHEROID[\"Krasovsky_1940\",6378245.0,"
        + "298.3]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",8500000],"
        + "PARAMETER[\"False_Northing\",0],PARAMETER[\"Central_Meridian\",45],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0],UNIT[\"Meter\",1.0]]";
    private const string Point = "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[700000,4886000]}}";
    private const string Kml = "<kml><Placemark><Point><coordinates>18.5,44.1</coordinates></Point></Placemark></kml>";

    private static string Named(string crs) => $"\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"{crs}\"}}}}";

    /// <summary>File, what is stated, and what is read: the system of the row, or the refusal.</summary>
    public static TheoryData<string, byte[], string, string> Files
    {
        get
        {
            byte[] Json(string crs) => Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",{crs}\"features\":[{Point}]}}");
            byte[] Late(string crs) => Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{Point}],{crs}}}");
            byte[] InFeature(string crs) =>
                Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{Point[..^1]},{crs}}}]}}");
            byte[] Shp(string prj) => Samples.Zip(("a.shp", Samples.All.First(s => s.Name == "sample.shp").Bytes), ("a.prj", Encoding.UTF8.GetBytes(prj)));
            byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);
            const string Ed50Told = "EPSG:23036 via EPSG:1784";
            return new TheoryData<string, byte[], string, string>
            {
                { "unstated.geojson", Json(""), "EPSG:32633", "EPSG:32633" },
                { "null.geojson", Json("\"crs\":null,"), "EPSG:32633", "EPSG:32633" },
                { "same.geojson", Json(Named("urn:ogc:def:crs:EPSG::32633") + ","), "UTM 33N", "EPSG:32633" },
                { "same.geojson", Json(Named("EPSG:25833") + ","), "EPSG:32633", "EPSG:32633" },
                { "other.geojson", Json(Named("EPSG:32634") + ","), "EPSG:32633", "crs-contradicted EPSG:32634 EPSG:32633" },
                { "other.geojson", Late(Named("EPSG:32634")), "EPSG:32633", "crs-contradicted EPSG:32634 EPSG:32633" },
                { "other.geojson", InFeature(Named("EPSG:32634")), "EPSG:32633", "crs-contradicted EPSG:32634 EPSG:32633" },
                { "named.geojson", Json(Named("EPSG:32634") + ","), "EPSG:32633 instead of EPSG:32634", "EPSG:32633" },
                { "wrong.geojson", Json(Named("EPSG:32634") + ","), "EPSG:32633 instead of EPSG:32635", "crs-contradicted EPSG:32634 EPSG:32633" },
                { "odd.geojson", Json(Named("EPSG:99999") + ","), "EPSG:32633", "EPSG:32633 ? crs-overruled 99999" },
                { "same.zip", Shp(Utm33), "EPSG:32633", "EPSG:32633" },
                { "bom.zip", Shp("\uFEFF" + Utm33), "EPSG:32633", "EPSG:32633" },
                { "none.zip", Shp(" \n"), "EPSG:32633", "EPSG:32633" },
                { "other.zip", Shp(Utm33), "EPSG:32634", "crs-contradicted WGS_1984_UTM_Zone_33N EPSG:32634" },
                { "named.zip", Shp(Utm33), "EPSG:32634 instead of WGS_1984_UTM_Zone_33N", "EPSG:32634" },
                { "named.zip", Shp(Utm33), "EPSG:32634 instead of EPSG:32633", "EPSG:32634" },
                { "way.zip", Shp(Pulkovo), "EPSG:28408 via EPSG:1808", "EPSG:28408 via EPSG:1808" },
                { "ed50.zip", Shp(Ed50), Ed50Told, Ed50Told },
                { "ed50.zip", Shp(Ed50), "EPSG:32636", "crs-contradicted ED_1950_UTM_Zone_36N EPSG:32636" },
                { "nobody.zip", Shp("LOCAL_CS[\"nobody knows\"]"), "EPSG:32633", "EPSG:32633 ? crs-overruled LOCAL_CS" },
                { "a.kml", Csv(Kml), "EPSG:4326", "EPSG:4326" },
                { "a.kml", Csv(Kml), "EPSG:32633", "crs-contradicted EPSG:4326 EPSG:32633" },
                { "zone.csv", Csv("easting;northing;zone\n516008.61;4883088.70;36N\n"), Ed50Told, Ed50Told },
                { "zone.csv", Csv("easting;northing;zone\n516008.61;4883088.70;36 south\n"), Ed50Told, "crs-contradicted UTM zone 36S EPSG:23036" },
                { "zone.csv", Csv("easting;northing;zone\n516008.61;4883088.70;36S\n"), Ed50Told, Ed50Told },
                { "zone.csv", Csv("easting;northing;zone\n516008.61;4883088.70;35T\n"), Ed50Told, "crs-contradicted UTM zone 35N EPSG:23036" },
                { "zone.csv", Csv("easting;northing;zone\n516008.61;4883088.70;36N\n"), "EPSG:4326", "crs-contradicted UTM zone 36N EPSG:4326" },
                { "zone.csv", Csv("easting;northing;zone\n516008.61;4883088.70;35N\n"), "EPSG:32636 instead of UTM zone 35N", "EPSG:32636" },
                { "srid.csv", Csv("wkt\nSRID=32633;POINT(700000 4886000)\n"), "EPSG:32633", "EPSG:32633" },
                { "srid.csv", Csv("wkt\nSRID=32634;POINT(700000 4886000)\n"), "EPSG:32633", "crs-contradicted EPSG:32634 EPSG:32633" },
                { "srid.csv", Csv("wkt\nSRID=4326;POINT(18 44)\n"), "EPSG:32633", "crs-contradicted EPSG:4326 EPSG:32633" },
                { "mgrs.csv", Csv("mgrs\n33T YJ 12345 67890\n"), "EPSG:4326", "EPSG:4326" },
                { "mgrs.csv", Csv("mgrs\n33T YJ 12345 67890\n"), Ed50Told, "crs-contradicted MGRS, zone 33 on WGS 84 EPSG:23036" },
                { "utm.csv", Csv("Coordinates\n33T 700000 4886000\n"), "EPSG:32634", "crs-contradicted EPSG:32633 EPSG:32634" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Stated_is_obeyed_or_contradicted_with_both_named(string name, byte[] bytes, string stated, string expected)
    {
        var read = Reading.Of(name, bytes, new ReadOptions { Crs = stated });
        var problem = (read.Problems.Count > 0 ? read.Problems[0] : null)
            ?? read.Rows.Select(r => r.Problem).FirstOrDefault(p => p?.Code.StartsWith("crs", StringComparison.Ordinal) ?? false);
        var warned = read.Warnings.FirstOrDefault(w => w.Code.StartsWith("crs", StringComparison.Ordinal));
        var said = problem is not null ? $"{problem.Code} {problem.Sentence}"
            : read.Rows[0].Crs.Name + (warned is null ? "" : $" ? {warned.Code} {warned.Sentence}");
        Assert.All(expected.Split(' '), word => Assert.Contains(word, said));
        Assert.Equal(expected.StartsWith("crs-contradicted", StringComparison.Ordinal), problem is not null);
        Assert.Equal(expected.Contains('?'), said.Contains('?'));
    }

    [Fact]
    public void The_datum_that_was_stated_is_used_not_that_of_the_zone_column()
    {
        var rows = Reading.Of("a.csv", "easting;northing;zone\n516008.61;4883088.70;36N\n", new ReadOptions { Crs = "EPSG:23036 via EPSG:1784" }).Rows;
        var at = GridConversion.ToGrid(rows[0]).Get().Point!.Value;
        Assert.Equal(33.1996413330854, at.LonDegrees, 6e-9);
        Assert.Equal(44.0991295942373, at.LatDegrees, 6e-9);
    }

    [Fact]
    public void A_definition_that_bears_the_code_of_another_system_is_refused()
    {
        var shp = Samples.All.First(s => s.Name == "sample.shp").Bytes;
        var read = Reading.Of("a.zip", Samples.Zip(("a.shp", shp), ("a.prj", Encoding.ASCII.GetBytes(Utm33[..^1] + ",AUTHORITY[\"EPSG\",\"32634\"]]"))));
        Assert.Contains("with the code EPSG:32634, which is another system", Assert.Single(read.Problems).Sentence);
        Assert.Equal("EPSG:32633", CoordinateSystemOf(Utm33[..^1] + ",AUTHORITY[\"EPSG\",\"32633\"]]").Area is { West: 12 } ? "EPSG:32633" : "");
    }

    private static Furrow.Exchange.Projections.CoordinateSystem CoordinateSystemOf(string wkt) =>
        Furrow.Exchange.Projections.CoordinateSystems.Resolve(wkt).Get();
}
