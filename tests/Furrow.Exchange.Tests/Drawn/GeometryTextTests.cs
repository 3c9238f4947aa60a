using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Tests.Drawn;

/// <summary>A geometry in a column of a table, in the notations that programs write.</summary>
public sealed class GeometryTextTests
{
    private const string Square = "(17.5 44.1 17.501 44.1 17.501 44.101 17.5 44.101 17.5 44.1)";

    [Theory]
    [InlineData("60-odk-geoshape/central.csv", "area")]
    [InlineData("60-odk-geoshape/kobo.csv", "_Boundary_")]
    [InlineData("60-odk-geoshape/polygon.csv", "polygon")]
    [InlineData("61-csv-hexwkb/gj.csv", "geometry")]
    [InlineData("61-csv-hexwkb/gsp.csv", "wkt")]
    [InlineData("61-csv-hexwkb/hex.csv", "geom")]
    public void Each_case_gives_three_squares(string name, string column)
    {
        var read = CaseFile.Read("files/" + name);
        Assert.Empty(read.Problems);
        Assert.Equal([17.5, 17.51, 17.52], read.Rows.Select(r => Assert.Single(r.Geometry.Polygons)[0][0]));
        Assert.All(read.Rows, r => Assert.Null(r.Problem));
        Assert.All(read.Rows, r => Assert.Equal(44.1, r.Geometry.Polygons[0][0][1]));
        Assert.All(read.Rows, r => Assert.Equal(r[column], r.DrawnText));
    }

    [Fact]
    public void A_geopoint_of_kobo_is_a_point() => Assert.Equal(["17.1 44.1", "17.2 44.1", "17.3 44.1"],
        CaseFile.Read("files/60-odk-geoshape/kobopoint.csv").Rows.Select(r => r.Problem?.ToString() ?? Reading.Text(r.Geometry)));

    [Theory]
    [InlineData("POLYGON((17.5 44.1,17.501 44.1,17.501 44.101,17.5 44.101,17.5 44.1))", Square)]
    [InlineData("SRID=4326;POLYGON Z((17.5 44.1 0,17.501 44.1 0,17.501 44.101 0,17.5 44.101 0,17.5 44.1 0))", Square)]
    [InlineData("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((17.5 44.1,17.501 44.1,17.501 44.101,17.5 44.101,17.5 44.1))", Square)]
    [InlineData("\"<http://www.opengis.net/def/crs/EPSG/0/4326>POINT(44.1 17.5)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>", "17.5 44.1")]
    [InlineData("\"POINT(17.5 44.1)\"^^geo:wktLiteral", "17.5 44.1")]
    [InlineData("<http://www.opengis.net/def/crs/EPSG/0/32633> POINT(500000 4883000)", "500000 4883000 in EPSG:32633")]
    [InlineData("<http://www.opengis.net/def/crs/EPSG/0/28405> POINT(4883000 5500000)", "5500000 4883000 in EPSG:28405 via EPSG:15865")]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[17.5,44.1,200]}}""", "17.5 44.1")]
    [InlineData("""{"type":"Point","crs":{"type":"name","properties":{"name":"EPSG:32633"}},"coordinates":[500000,4883000]}""", "500000 4883000 in EPSG:32633")]
    [InlineData("""{"rings":[[[0.1,0],[0.1,1],[1,1],[1,0],[0.1,0]]],"spatialReference":{"wkid":4326}}""", "(0.1 0 0.1 1 1 1 1 0 0.1 0)")]
    [InlineData("""{"x":500000,"y":4883000,"spatialReference":{"wkid":102100,"latestWkid":32633}}""", "500000 4883000 in EPSG:32633")]
    [InlineData("44.1 17.5 210.5 4.2", "17.5 44.1")]
    [InlineData("44.1 17.5 0 0; 44.1 17.501 0 0; 44.101 17.501 0 0; 44.101 17.5 0 0; 44.1 17.5 0 0;", Square)]
    [InlineData("44.1 17.5;44.1 17.501;44.101 17.501;44.101 17.5;44.1 17.5", Square)]
    [InlineData("0101000000000000000080314000000000000D4640", "17.5 44.1015625")]
    [InlineData("\\x0101000000000000000080314000000000000D4640", "17.5 44.1015625")]
    [InlineData("0x00000000014031800000000000 40460D0000000000", "!")]
    [InlineData("00000000014031800000000000" + "40460D0000000000", "17.5 44.1015625")]
    [InlineData("0101000020797F0000000000000084 1E4100000000C0A15241", "!")]
    [InlineData("0101000020797F000000000000 00841E4100000000C0A15241", "!")]
    [InlineData("0101000020797F00000000000000841E4100000000C0A15241", "499968 4884224 in EPSG:32633")]
    [InlineData("4750000100000000" + "0101000000000000000080314000000000000D4640", "17.5 44.1015625")]
    [InlineData("01000000" + "0000000000803140" + "00000000000D4640", "17.5 44.1015625")]
    public void Notations_mean_the_same(string text, string place)
    {
        var read = Read(text);
        Assert.Equal(place, place == "!" ? read.Rows[0].Problem is null ? "taken" : "!" : Place(read));
    }

    /// <summary>As ArcGIS has shapes in its databases: an outline with a hole by direction.</summary>
    [Fact]
    public void A_binary_shape_is_read_by_the_direction_of_its_rings()
    {
        var shp = CaseFile.Bytes("files/08-shp-edited-longer/a.shp");
        Assert.Equal("(17.5 44.1", Place(Read(Convert.ToHexString(shp[108..268])))[..10]);
    }

    [Theory]
    [InlineData("44.1 17.5 0 0;44.2 17.6 0 0", "geometry-without-area")]
    [InlineData("LINESTRING(1.5 2,3 4)", "geometry-without-area")]
    [InlineData("44.1 17.5 0 0;44.2 zz 0 0;44.2 17.5 0 0;44.1 17.5 0 0", "field-unreadable")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,"4"],[5,6],[1,2]]]}""", "coordinate-not-a-number")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]""", "geometry-broken")]
    [InlineData("""{"curveRings":[],"rings":[[[1,2]]]}""", "geometry-broken")]
    [InlineData("0101000020FFFFFFFF0000000000801E4100000000C0A15241", "geometry-broken")]
    [InlineData("0101000020000000800000000000801E4100000000C0A15241", "geometry-broken")]
    [InlineData("0103000020E6100000FFFFFFFF0500000000000000000000000000000000", "geometry-broken")]
    [InlineData("<http://www.opengis.net/def/crs/EPSG/0/9999> POINT(1 2)", "crs-unknown")]
    [InlineData("0103000000FFFFFF7F0500000000000000000000000000000000", "geometry-broken")]
    public void What_cannot_be_read_refuses_its_row(string text, string code) => Assert.Equal(code, Read(text).Rows[0].Problem?.Code);

    [Theory]
    [InlineData("44 17 0 0")]
    [InlineData("1;2;3")]
    [InlineData("12.5;13.5")]
    [InlineData("2024-05-06")]
    [InlineData("\"quoted\" text")]
    [InlineData("<b>bold</b>")]
    [InlineData("""{"type":"report"}""")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("+49 170 1234567")]
    public void Other_texts_are_no_geometry(string text) => Assert.False(GeometryText.LooksLike(text));

    [Fact]
    public void Beside_an_outline_a_point_is_not_taken_for_the_place()
    {
        const string Shape = "44.1 17.5 0 0;44.1 17.501 0 0;44.101 17.501 0 0;44.1 17.5 0 0";
        var read = Reading.Of("a.csv", $"here,there\n44.1001 17.5001 0 0,{Shape}\n44.1001 17.5001 0 0,{Shape}\n");
        Assert.All(read.Rows, r => Assert.Equal(Shape, r.DrawnText));
    }

    private static string Place(Reading read)
    {
        var row = Assert.Single(read.Rows);
        return row.Problem is { } problem ? problem.ToString()
            : Reading.Text(row.Geometry) + (row.Crs.IsWgs84Degrees ? "" : $" in {row.Crs}");
    }

    private static Reading Read(string text) => Reading.Of("a.csv", $"code\tgeom\nA\t\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
}
