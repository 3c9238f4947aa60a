using System.Net;
using System.Text.Json;
using Furrow.Server.Tests.Tiles;
using Xunit;

namespace Furrow.Server.Tests.Api;

public sealed class MapApiTests(MapServer server) : IClassFixture<MapServer>
{
    // The tile of zoom 14 around 10.0005° E 45.0005° N.
    private const string Tile = "/tiles/land/14/8647/5893.mvt";

    private static IEnumerable<string?> Texts(JsonElement list, string property) => list.EnumerateArray().Select(e => e.GetProperty(property).GetString());

    [Fact]
    public async Task The_programme_tells_a_map_what_it_needs()
    {
        var programme = await server.Json("/api/programme");

        Assert.Equal((2, "2015-12-31", "2016-06-30"),
            (programme.GetProperty("knownAt").GetInt32(), programme.GetProperty("from").GetString(), programme.GetProperty("to").GetString()));
        Assert.Equal([10, 45, 10.002, 45.002], programme.GetProperty("bounds").EnumerateArray().Select(b => b.GetDouble()));
        Assert.Equal([1, 2], programme.GetProperty("acceptances").EnumerateArray().Select(a => a.GetProperty("number").GetInt32()));
        Assert.Equal("overall", programme.GetProperty("kinds")[0].GetString());
    }

    [Fact]
    public async Task A_tile_carries_both_dated_statuses()
    {
        using var reply = await server.Get(Tile);

        var features = Assert.Single(TileReader.Read(await reply.Content.ReadAsByteArrayAsync())).Features;
        Assert.Equal(["201512311", "201606306201512311"], features.Select(f => (string)f.Properties["ap-mines"]).Order());
        Assert.All(features, f => Assert.DoesNotContain("ied", f.Properties.Keys));
    }

    [Fact]
    public async Task A_tile_as_known_before_the_clearance_is_suspected_whole()
    {
        using var reply = await server.Get(Tile + "?knownAt=1");

        Assert.Equal("201512311", Assert.Single(TileReader.Read(await reply.Content.ReadAsByteArrayAsync())[0].Features).Properties["overall"]);
    }

    [Fact]
    public async Task A_small_map_shows_the_most_restrictive_status_of_a_square_and_its_m2()
    {
        using var reply = await server.Get("/tiles/land/7/67/46.mvt");

        var layer = Assert.Single(TileReader.Read(await reply.Content.ReadAsByteArrayAsync()));
        var square = Assert.Single(layer.Features);
        Assert.Equal(("cells", "201512311"), (layer.Name, (string)square.Properties["overall"]));
        Assert.InRange((long)square.Properties["suspected-m2"] / (double)(long)square.Properties["cleared-m2"], 2.999, 3.001);
    }

    [Fact]
    public async Task An_unchanged_tile_is_not_sent_again()
    {
        using var first = await server.Get(Tile);
        using var again = await server.Get(Tile, first.Headers.ETag!.Tag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_tile_without_land_has_no_content()
    {
        using var reply = await server.Get("/tiles/land/14/0/0.mvt");
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    [Fact]
    public async Task A_spot_tells_its_history_with_reports()
    {
        var spot = await server.Json("/api/spot?lon=10.0005&lat=45.0005&date=2016-12-31");

        Assert.Equal("cleared", spot.GetProperty("status").GetString());
        Assert.Equal(2, spot.GetProperty("reports").GetArrayLength());
        var mines = spot.GetProperty("histories").EnumerateArray().First(h => h.GetProperty("kinds").EnumerateArray().Any(k => k.GetString() == "ap-mines"));
        Assert.Equal(["suspected", "cleared"], Texts(mines.GetProperty("since"), "status"));
        Assert.Equal(["submitted ann", "checked ann", "accepted ann"], spot.GetProperty("reports")[0].GetProperty("review").EnumerateArray()
            .Select(l => $"{l.GetProperty("act").GetString()} {l.GetProperty("by").GetString()}"));
        Assert.StartsWith("/reports/", spot.GetProperty("reports")[0].GetProperty("link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spot_nobody_spoke_of_is_unrecorded()
    {
        var spot = await server.Json("/api/spot?lon=11&lat=45");
        Assert.Equal(("unrecorded", 0), (spot.GetProperty("status").GetString(), spot.GetProperty("reports").GetArrayLength()));
    }

    [Fact]
    public async Task Search_finds_coordinates_and_areas()
    {
        Assert.Equal("coordinate", (await server.Json("/api/search?q=45.0005,10.0005")).GetProperty("results")[0].GetProperty("kind").GetString());
        Assert.Contains("area", Texts((await server.Json("/api/search?q=suspected")).GetProperty("results"), "kind"));
        Assert.Contains("minutes or seconds of 60", (await server.Json("/api/search?q=44%2075%2017%2033")).GetProperty("refused").GetString());
        Assert.Empty((await server.Json("/api/search?q=%20")).GetProperty("results").EnumerateArray());
    }

    [Theory]
    [InlineData("[170,0],[-170,0],[-170,5]")]
    [InlineData("[-90,-40],[90,-40],[90,40],[-90,40]")]
    [InlineData("[0,0],[30,0],[30,20],[0,20],[0,0],[30,0],[30,20],[0,20]")]
    public async Task An_outline_of_more_land_than_can_be_counted_is_refused_by_name(string ring)
    {
        Assert.Equal("outline-too-long", (await server.Post("/api/measure", $$"""{"ring":[{{ring}}]}""")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_scribble_is_refused_by_name_and_not_measured_for_minutes()
    {
        var random = new Random(1);
        string Number() => random.NextDouble().ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture);
        var near = string.Join(",", Enumerable.Range(0, 1_000).Select(_ => $"[10.00{Number()[2..]},45.00{Number()[2..]}]"));
        var far = string.Join(",", Enumerable.Range(0, 1_000).Select(_ => $"[{random.Next(-90, 90)},{random.Next(-60, 60)}]"));

        Assert.Equal("outline-crosses-too-often", (await server.Post("/api/measure", $$"""{"ring":[{{near}}]}""")).GetProperty("title").GetString());
        Assert.Equal("outline-too-long", (await server.Post("/api/measure", $$"""{"ring":[{{far}}]}""")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_drawn_polygon_is_measured_by_the_ledgers_measure()
    {
        var drawn = await server.Post("/api/measure", """{"ring":[[10,45],[10.001,45],[10.001,45.001],[10,45.001]]}""");
        var summary = await server.Json("/api/features?bbox=9,44,11,46&date=2016-12-31");

        var cleared = summary.GetProperty("features").EnumerateArray().Single(f => f.GetProperty("properties").GetProperty("status").GetString() == "cleared");
        Assert.Equal(cleared.GetProperty("properties").GetProperty("areaSquareMetres").GetDecimal(), drawn.GetProperty("areaSquareMetres").GetDecimal());
    }

    [Fact]
    public async Task The_picture_shows_the_status_of_the_date()
    {
        using var before = await server.Get("/picture?date=2016-01-01&width=400&height=300");
        using var after = await server.Get("/picture?date=2016-12-31&width=400&height=300");

        Assert.DoesNotContain("#2f8a4c", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("#2f8a4c", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_as_large_as_its_paper_and_names_its_scale()
    {
        using var reply = await server.Get("/print.svg?lon=10.001&lat=45.001&scale=5000&paper=a3&orientation=portrait");
        var svg = await reply.Content.ReadAsStringAsync();

        Assert.Contains("width=\"297mm\" height=\"420mm\"", svg, StringComparison.Ordinal);
        Assert.Contains("1 : 5,000", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/spot?lon=x&lat=45", 400, "map-number-unreadable")]
    [InlineData("/api/spot?lon=10", 400, "map-number-unreadable")]
    [InlineData("/api/spot?lon=190&lat=45", 400, "map-not-on-earth")]
    [InlineData("/api/spot?lon=10&lat=45&knownAt=99", 404, "map-known-at-unknown")]
    [InlineData("/api/spot?lon=10&lat=45&date=31.12.2016", 400, "map-date-unreadable")]
    [InlineData("/api/features?bbox=1,2,3", 400, "map-box-unreadable")]
    [InlineData("/api/features?bbox=3,2,1,4", 400, "map-box-unreadable")]
    [InlineData("/tiles/land/17/0/0.mvt", 404, "map-tile-unknown")]
    [InlineData("/tiles/land/3/8/0.mvt", 404, "map-tile-unknown")]
    [InlineData("/picture?width=9999", 400, "map-picture-too-large")]
    [InlineData("/picture?kind=gas", 400, "map-kind-unknown")]
    [InlineData("/print.svg?lon=10&lat=45&paper=a0", 400, "map-paper-unknown")]
    [InlineData("/print.svg?lon=10&lat=45&scale=3", 400, "map-scale-unknown")]
    public async Task What_cannot_be_read_is_refused_with_its_problem(string address, int status, string code)
    {
        using var reply = await server.Get(address);
        var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((status, code, "application/problem+json"),
            ((int)reply.StatusCode, problem.GetProperty("title").GetString(), reply.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"ring\":[[1,2],[3,4]]}")]
    [InlineData("{\"ring\":[[1],[2],[3]]}")]
    [InlineData("{\"ring\":[[0,0],[1,1],[2,2]]}")]
    public async Task A_line_without_an_area_is_refused(string json) =>
        Assert.Equal("map-polygon-unreadable", (await server.Post("/api/measure", json)).GetProperty("title").GetString());

    [Fact]
    public async Task An_area_without_a_code_opens_by_its_id_and_shows_what_people_read()
    {
        var spot = await server.Json("/api/spot?lon=10.0015&lat=45.0015&date=2016-12-31");
        var area = spot.GetProperty("areas")[0];
        Assert.Equal(("suspected/1", "partly-released"), (area.GetProperty("label").GetString(), area.GetProperty("state").GetString()));
        using var page = await server.Get(area.GetProperty("link").GetString()! + "?date=2016-12-31");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("<bdi class=\"code\">suspected/1</bdi>", text, StringComparison.Ordinal);
        Assert.Contains("(no code)", text, StringComparison.Ordinal);
    }
}
