using System.Text;

namespace Furrow.Exchange.Tests.GeoJson;

public sealed class GeoJsonReaderTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[17,45],[17.1,45],[17.1,45.1],[17,45.1],[17,45]]]}""";

    private static string Feature(string geometry, string properties = "{}") => $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";

    [Fact]
    public void Every_feature_becomes_a_row_with_its_fields_as_they_stood()
    {
        var read = Reading.Of("a.geojson", Collection(
            Feature(Square, """{"code":"AB 1","area":1.50,"open":true,"old":null,"list":[1, 2],"name":"Бихаћ"}"""),
            Feature("null", """{"code":""}"""),
            Feature("""{"type":"Point","coordinates":[17.5,45.5,120]}""", "null")));
        Assert.Equal("""
            1 code=AB 1 area=1.50 open=true old=∅ list=[1, 2] name=Бихаћ | (17 45 17.1 45 17.1 45.1 17 45.1 17 45)
            2 code= | -
            3 | 17.5 45.5
            """, read.ToString());
    }

    [Theory]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[1,2],[3,4],[5,6],[1,2]],[[7,8],[9,1],[2,3],[7,8]]],[[[1,1],[2,2],[3,1]]]]}""",
        "(1 2 3 4 5 6 1 2)(7 8 9 1 2 3 7 8) (1 1 2 2 3 1)")]
    [InlineData("""{"coordinates":[[[1,2,3],[3,4,3],[5,6,3],[1,2,3]]],"type":"Polygon"}""", "(1 2 3 4 5 6 1 2)")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6]]]},{"type":"Point","coordinates":[1,1]}]}""",
        "(1 2 3 4 5 6)")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "-")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "-")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2]]}""", "1 2")]
    public void Geometries_are_read_in_every_form(string geometry, string expected)
    {
        var read = Reading.Of("a.geojson", Collection(Feature(geometry)));
        Assert.Equal("1 | " + expected, read.ToString());
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,1e400],[5,6]]]}""",
        "a.geojson, row 1, field geometry: The coordinate '1e400' is not a finite number. [coordinate-not-a-number]")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,"4"],[5,6]]]}""",
        "a.geojson, row 1, field geometry: The coordinate '4' is not a finite number. [coordinate-not-a-number]")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,NaN],[5,6]]]}""",
        "a.geojson, row 1, field geometry: The feature is not valid JSON: 'N' is an invalid start of a value. [row-broken]")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3],[5,6]]]}""",
        "a.geojson, row 1, field geometry: A position needs two numbers. [geometry-broken]")]
    [InlineData("""{"type":"Polygon","coordinates":[[1,2],[3,4],[5,6]]}""",
        "a.geojson, row 1, field geometry: The coordinates are not nested as deep as the geometry type needs. [geometry-broken]")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2],[3,4]]}""",
        "a.geojson, row 1, field geometry: A LineString encloses no land; a polygon or one point is needed. [geometry-without-area]")]
    [InlineData("""{"type":"Circle","coordinates":[[1,2],[3,4]]}""",
        "a.geojson, row 1, field geometry: The geometry type 'Circle' is not known. [geometry-broken]")]
    [InlineData("[1,2]", "a.geojson, row 1, field geometry: The geometry is not an object. [geometry-broken]")]
    public void A_broken_geometry_refuses_its_row_and_the_next_row_is_read(string geometry, string problem)
    {
        var read = Reading.Of("a.geojson", Collection(Feature(geometry), Feature(Square)));
        Assert.Equal(problem, read.Rows[0].Problem!.ToString());
        Assert.Null(read.Rows[1].Problem);
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("EPSG:4326")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("urn:ogc:def:crs:EPSG::4326")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84")]
    public void The_crs_of_old_files_is_honoured_wherever_it_stands(string name)
    {
        var crs = "{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}}";
        var before = Reading.Of("a.geojson", Collection(Feature(Square)).Replace("\"features\"", $"\"crs\":{crs},\"features\""));
        var after = Reading.Of("a.geojson", $"{{\"features\":[{Feature(Square)}],\"crs\":{crs},\"type\":\"FeatureCollection\"}}");
        Assert.True(before.Rows.Single().Crs.IsWgs84Degrees);
        Assert.True(after.Rows.Single().Crs.IsWgs84Degrees);
    }

    [Theory]
    [InlineData("""{"type":"name","properties":{"name":"EPSG:99999"}}""", "a.geojson: The coordinate system 'EPSG:99999' is not known here. It is refused, never guessed: give a known one. [crs-unknown]")]
    [InlineData("""{"type":"link","properties":{"href":"http://example.org/crs"}}""", "a.geojson: The coordinate system 'http://example.org/crs' is not known here. It is refused, never guessed: give a known one. [crs-unknown]")]
    [InlineData("null", "a.geojson: The file says that its coordinate system is not known (crs is null). Say which coordinate system the numbers are in. "
        + "[crs-missing]")]
    public void An_unknown_crs_refuses_the_file(string crs, string problem)
    {
        var read = Reading.Of("a.geojson", Collection(Feature(Square)).Replace("\"features\"", $"\"crs\":{crs},\"features\""));
        Assert.Equal(problem, Assert.Single(read.Problems).ToString());
        var told = Reading.Of("a.geojson", Collection(Feature(Square)).Replace("\"features\"", $"\"crs\":{crs},\"features\""),
            new ReadOptions { Crs = "EPSG:4326" });
        Assert.Empty(told.Problems);
        Assert.Single(told.Rows);
    }

    [Fact]
    public void One_feature_a_line_is_read_and_a_broken_line_costs_only_itself()
    {
        var read = Reading.Of("a.geojsonl", $"\u001e{Feature(Square)}\n\u001e{{\"type\":\"Feature\",\"properties\":{{\"a\":nul}}}}\n{Square}\n");
        Assert.Equal("""
            1 | (17 45 17.1 45 17.1 45.1 17 45.1 17 45)
            2 | - ! a.geojsonl, row 2, field a: The feature is not valid JSON: 'nul}}' is an invalid JSON literal. Expected the literal 'null'. [row-broken]
            3 | (17 45 17.1 45 17.1 45.1 17 45.1 17 45)
            """, read.ToString());
    }

    [Fact]
    public void Json_of_another_kind_is_refused_by_its_type() =>
        Assert.Equal("1 | - ! a.json, row 1, field type: TopoJSON is not read here. What to do: ogr2ogr -f GeoJSON converted.geojson \"a.json\" [format-not-read]",
            Reading.Of("a.json", """{"type":"Topology","geometries":[]}""").ToString());

    [Fact]
    public void A_file_cut_short_is_refused_and_says_how_far_it_went()
    {
        var whole = Collection(Feature(Square), Feature(Square));
        for (var length = 1; length < whole.Length - 1; length++)
        {
            var read = Reading.Of("a.geojson", whole[..length]);
            Assert.Equal("file-ends-early", Assert.Single(read.Problems).Code);
        }
    }

    [Fact]
    public void The_same_file_gives_the_same_hashes_and_equal_rows_differ()
    {
        var text = Collection(Feature("null"), Feature("null"), Feature(Square), Feature("null"));
        var first = Reading.Of("a.geojson", text).Rows.Select(r => r.RowSha256).ToList();
        Assert.Equal(first, Reading.Of("b.geojson", text).Rows.Select(r => r.RowSha256));
        Assert.Equal(4, first.Distinct().Count());
    }

    [Fact]
    public void Utf16_and_a_byte_order_mark_read_like_plain_utf8()
    {
        var text = Collection(Feature(Square, """{"name":"Şuşa"}"""));
        var plain = Reading.Of("a.geojson", text).ToString();
        Assert.Equal(plain, Reading.Of("a.geojson", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).ToString());
        Assert.Equal(plain, Reading.Of("a.geojson", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).ToString());
        Assert.Equal(plain, Reading.Of("a.geojson", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]).ToString());
    }

    [Fact]
    public void Features_larger_than_the_buffer_are_read_across_its_edge()
    {
        var many = Enumerable.Range(0, 3000).Select(i => Feature(Square, $$"""{"n":{{i}},"text":"{{new string('x', i % 700)}}"}"""));
        var big = Feature(Square, $$"""{"text":"{{new string('y', 300_000)}}"}""");
        var read = Reading.Of("a.geojson", Collection([.. many, big]));
        Assert.Equal(3001, read.Rows.Count);
        Assert.All(read.Rows.Take(3000), (row, i) => Assert.Equal($"{i}", row["n"]));
        Assert.Equal(300_000, read.Rows[3000]["text"]!.Length);
        Assert.Empty(read.Problems);
    }
}
