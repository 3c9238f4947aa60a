namespace Furrow.Exchange.Tests.GeoJson;

/// <summary>Features one behind another: text sequences (RFC 8142) and one a line; and the feature sets of Esri JSON.</summary>
public sealed class SequenceTests
{
    private const string A = """{"type":"Feature","properties":{"code":"A"},"geometry":{"type":"Point","coordinates":[17.5,44.1]}}""";
    private const string B = """{"type":"Feature","properties":{"code":"B"},"geometry":{"type":"Point","coordinates":[17.6,44.1]}}""";

    [Theory]
    [InlineData("\u001E{A}\n\u001E{B}\n", "A B")]
    [InlineData("{A}\n{B}\n", "A B")]
    [InlineData("{A}\r\n\r\n{B}", "A B")]
    [InlineData("{A}{B}", "A B")]
    [InlineData("\u001E{A}\n\u001E{cut}\n\u001E{B}\n", "A ! B")]
    [InlineData("\u001E{A}\n\u001E{\"type\":\"Feature\",\u001E{B}\n", "A ! B")]
    [InlineData("{A}\n{cut}\n{B}\n", "A ! B")]
    [InlineData("{A}\n{cut}\n{cut}\n{B}\n", "A ! ! B")]
    public void What_is_broken_takes_nothing_with_it(string text, string codes)
    {
        var read = Reading.Of("a.geojsonl", text.Replace("{A}", A, StringComparison.Ordinal).Replace("{B}", B, StringComparison.Ordinal)
            .Replace("{cut}", A[..60], StringComparison.Ordinal));
        Assert.Empty(read.Problems);
        Assert.Equal(codes, string.Join(' ', read.Rows.Select(r => r.Problem is null ? r["code"] : "!")));
    }

    [Fact]
    public void A_sequence_that_ends_within_a_text_is_not_whole() =>
        Assert.Equal(["file-ends-early"], Reading.Of("a.geojsonl", $"\u001E{A}\n\u001E{B[..50]}").Problems.Select(p => p.Code));

    [Fact]
    public void The_case_of_a_sequence_has_two_rows() => Assert.Equal(["Q1", "Q2"], CaseFile.Read("files/50-geojson-odd/seq.geojson").Rows.Select(r => r["code"]));

    [Fact]
    public void The_case_of_esri_json_is_a_square() =>
        Assert.Equal("1 code=E1 | (17.5 44.1 17.5 44.101 17.501 44.101 17.501 44.1 17.5 44.1)", CaseFile.Read("files/50-geojson-odd/esri.geojson").ToString());

    /// <summary>A subtype is read by its name, in whatever case its column is written; one that is on no list stays as it is.</summary>
    [Theory]
    [InlineData("""{"id":1,"name":"Suspected"},{"id":2,"name":"Cleared"}""", "2", "Cleared")]
    [InlineData("""{"id":"C","name":"Cancelled"}""", "\"C\"", "Cancelled")]
    [InlineData("""{"id":1,"name":"Suspected"}""", "7", "7")]
    [InlineData("""{"id":2,"name":" "}""", "2", "2")]
    [InlineData("""{"id":2},{"name":"Cleared"},5""", "2", "2")]
    public void A_subtype_of_esri_json_is_read_by_its_name(string types, string code, string read)
    {
        const string Set = """{"typeIdField":"STATE","types":[TYPES],"features":[{"attributes":{"state":CODE},"geometry":{"x":17.5,"y":44.1}}]}""";
        var set = Set.Replace("TYPES", types, StringComparison.Ordinal).Replace("CODE", code, StringComparison.Ordinal);
        Assert.Equal(read, Assert.Single(Reading.Of("a.json", set).Rows)["state"]);
    }

    /// <summary>A code is read by the domain of its field, whatever its type; one the domain does not have stays as it is.</summary>
    [Theory]
    [InlineData("2", "Cleared")]
    [InlineData("\"C\"", "Cancelled")]
    [InlineData("3", "3")]
    [InlineData("null", null)]
    public void A_code_of_esri_json_is_read_by_its_domain(string code, string? read)
    {
        var text = """
            {"spatialReference":{"wkid":4326},"fields":[{"name":"state","type":"esriFieldTypeInteger","domain":{"type":"codedValue","codedValues":[
            {"name":"Cleared","code":2},{"name":"Cancelled","code":"C"},{"name":"","code":3}]}},{"name":"n","domain":{"type":"range","range":[0,9]}}],
            "features":[{"attributes":{"state":CODE,"n":2},"geometry":{"x":17,"y":44}}]}
            """.Replace("CODE", code, StringComparison.Ordinal);
        Assert.Equal((read, "2"), (Reading.Of("a.json", text).Rows[0]["state"], Reading.Of("a.json", text).Rows[0]["n"]));
    }

    /// <summary>Members around the features, a feature, and what comes of it.</summary>
    [Theory]
    [InlineData("\"spatialReference\":{\"wkid\":102100,\"latestWkid\":3857},", "\"x\":1000,\"y\":2000", "1000 2000 in EPSG:3857")]
    [InlineData("\"spatialReference\":{\"wkid\":32633},", "\"x\":500000,\"y\":4883000", "500000 4883000 in EPSG:32633")]
    [InlineData("", "\"x\":17.5,\"y\":44.1", "crs-missing")]
    [InlineData("", "\"x\":17.5,\"y\":44.1,\"spatialReference\":{\"wkid\":4326}", "17.5 44.1")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"points\":[[1,2]]", "1 2")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"points\":[[1,2],[3,4]]", "geometry-without-area")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"paths\":[[[1,2],[3,4]]]", "geometry-without-area")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"curveRings\":[[[1,2],{\"c\":[[3,3],[1,4]]}]]", "geometry-broken")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"hasZ\":true,\"rings\":[[[0,0,1],[0,4,1],[4,4,1],[4,0,1],[0,0,1]],[[1,1,1],[2,1,1],[2,2,1],[1,2,1],[1,1,1]]]",
        "(0 0 0 4 4 4 4 0 0 0)(1 1 2 1 2 2 1 2 1 1)")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"rings\":[[[0,0],[0,\"4\"],[4,4],[0,0]]]", "coordinate-not-a-number")]
    [InlineData("\"spatialReference\":{\"wkid\":987654},", "\"x\":1,\"y\":2", "crs-unknown")]
    [InlineData("\"spatialReference\":{\"wkid\":4326},", "\"x\":\"NaN\",\"y\":\"NaN\"", "-")]
    public void Feature_sets_of_esri_json_are_read(string members, string geometry, string place)
    {
        var read = Reading.Of("a.json", $$$"""{"displayFieldName":"",{{{members}}}"features":[{"attributes":{"code":"E1"},"geometry":{{{{geometry}}}}}]}""");
        Assert.Equal(place, (read.Problems is [var problem, ..] ? problem : read.Rows[0].Problem)?.Code
            ?? Reading.Text(read.Rows[0].Geometry) + (read.Rows[0].Crs.IsWgs84Degrees ? "" : $" in {read.Rows[0].Crs}"));
    }

    [Fact]
    public void Its_dates_are_days_and_a_part_is_called_one()
    {
        var read = Reading.Of("a.json", """
            {"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"exceededTransferLimit":true,
            "fields":[{"name":"done","type":"esriFieldTypeDate"},{"name":"at","type":"esriFieldTypeDate"},{"name":"n","type":"esriFieldTypeInteger"}],
            "features":[{"attributes":{"done":1430438400000,"at":1430474645000,"n":1430438400000},"geometry":{"x":1,"y":2}}]}
            """);
        Assert.Equal(["2015-05-01", "2015-05-01T10:04:05Z", "1430438400000"], read.Rows[0].Fields.Select(f => f.Value));
        Assert.Equal(["features-cut-off"], read.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Text_that_is_not_utf8_is_asked_about_with_what_it_may_be()
    {
        byte[] bytes = [.. """{"type":"Feature","properties":{"name":"""u8, (byte)'"', 0xD1, 0xF3, 0xEC, 0xE3, 0xE0, 0xE8, 0xF2, .. "\"},\"geometry\":null}"u8];
        var problem = Assert.Single(Reading.Of("a.geojson", bytes).Rows).Problem;
        Assert.Equal("encoding-misfit", problem?.Code);
        Assert.Contains("windows-1251: Сумгаит", problem!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Сумгаит", Assert.Single(Reading.Of("a.geojson", bytes, new() { Encoding = "1251" }).Rows)["name"]);
    }
}
