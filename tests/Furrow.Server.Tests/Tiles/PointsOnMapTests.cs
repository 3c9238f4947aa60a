using System.Net;
using System.Text.Json;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Server.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Furrow.Server.Tests.Tiles;

/// <summary>Records with a point, by place and nowhere: on the map, counted apart everywhere, and in every export.</summary>
public sealed class PointsOnMapTests : IDisposable
{
    private const string Table = """
        Code,Status,End date,Organisation,Contamination,Place,Accuracy,wkt
        A-1,suspected,2014-05-06,Survey office,ap-mines,,,"POLYGON ((17 44, 17.001 44, 17.001 44.001, 17 44.001, 17 44))"
        A-2,suspected,2014-05-06,Survey office,ap-mines,Brdo,250,POINT (17.0105 44.0005)
        A-3,confirmed,2014-05-06,Survey office,ap-mines,,,POINT (17.3 44.2)
        A-4,suspected,2014,Survey office,ap-mines,Polje,,
        A-5,suspected,2014,Survey office,ap-mines,,,
        """;

    private readonly Shell _shell = new();

    public PointsOnMapTests() => _shell.Write("all.csv", Table);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void With_polygon_with_point_by_place_and_nowhere_are_counted_apart()
    {
        var account = _shell.Json("import", "all.csv", "--as", "mapped", "--accept", "archive", "--baseline", "--apply").GetProperty("account");
        Assert.Equal((5, 1, 2, 1, 1), (Of(account, "read"), Of(account, "accepted"), Of(account, "withPoint"), Of(account, "byPlace"), Of(account, "nowhere")));
        var unlocated = _shell.Json("balance").GetProperty("unlocated");
        Assert.Equal((4, 2, 1, 1), (Of(unlocated, "records"), Of(unlocated, "withPoint"), Of(unlocated, "byPlace"), Of(unlocated, "nowhere")));
        var reports = _shell.Json("batches").GetProperty("batches")[0].GetProperty("reports");
        Assert.Equal((1, 2, 1, 1), (Of(reports, "polygon"), Of(reports, "point"), Of(reports, "place"), Of(reports, "nowhere")));
        _shell.Run("balance");
        Assert.Contains("Without polygon: 4 records (2 with a point, 1 by place, 1 nowhere)", _shell.Out);
        var near = _shell.Json("spot", "--lat", "44.001", "--lon", "17.011").GetProperty("points")[0];
        Assert.Equal(("A-2", 250.0), (near.GetProperty("code").GetString(), near.GetProperty("accuracyMetres").GetDouble()));
    }

    [Fact]
    public void An_export_says_in_the_file_or_beside_it_what_it_leaves_out()
    {
        _shell.Run("import", "all.csv", "--as", "mapped", "--accept", "archive", "--baseline", "--apply");
        var left = "the drawing as it was entered, where it was a text or had to be mended: 3 records";
        Assert.Equal(left, _shell.Json("export", "reports", "out.csv").GetProperty("leftOut")[0].GetString());
        var beside = JsonDocument.Parse(_shell.Read("out.csv.about.json")).RootElement;
        Assert.Equal((5, left), (Of(beside, "rows"), beside.GetProperty("left_out").GetString()));
        Assert.Equal(JsonValueKind.Null, _shell.Json("export", "reports", "out.geojson").GetProperty("about").ValueKind);
        Assert.Contains(left, _shell.Read("out.geojson"));
        Assert.False(_shell.Has("out.geojson.about.json"));
    }

    [Fact]
    public async Task A_record_with_a_point_is_in_the_tiles_on_the_picture_in_its_legend_and_at_its_spot()
    {
        _shell.Run("import", "all.csv", "--as", "mapped", "--accept", "archive", "--baseline", "--apply");
        _shell.Write("places.geojson", """
            {"type":"Feature","properties":{"name":"Polje"},"geometry":{"type":"Polygon","coordinates":[[[17.2,44],[17.22,44],[17.22,44.02],[17.2,44.02],[17.2,44]]]}}
            """);
        Assert.Equal(0, _shell.Run("places", "load", "places.geojson", "--name", "Villages", "--source", "Survey office", "--version", "1"));
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
        await app.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = new Uri(FurrowServer.AddressOf(app)),
        };
        var features = TileReader.Read(await client.GetByteArrayAsync("/tiles/land/7/70/46.mvt?knownAt=1")).Single(l => l.Name == "points").Features;
        Assert.Equal(["A-2 suspected 20140506 44.0005/17.0105 3475", "A-3 confirmed 20140506 44.2/17.3 ", "A-4 suspected 20141231 44.01/17.21 19053 by place"], features.Select(f =>
            $"{f.Properties["report"]} {f.Properties["status"]} {f.Properties["on"]} {f.Properties["at"]} {f.Properties.GetValueOrDefault("reach")}{
                (f.Properties.ContainsKey("by-place") ? " by place" : "")}"));
        var picture = await client.GetStringAsync("/picture?bbox=16.99,43.99,17.03,44.01&width=800&height=600&date=2015-01-01");
        Assert.Contains("stroke-dasharray", picture);
        Assert.Contains("Record with a point, no polygon", picture);
        Assert.DoesNotContain("Record with a point", await client.GetStringAsync("/picture?bbox=16.99,43.99,17.03,44.01&width=800&height=600&date=2014-01-01"));
        var spot = JsonDocument.Parse(await client.GetStringAsync("/api/spot?lat=44.2&lon=17.3")).RootElement.GetProperty("points")[0];
        Assert.Equal(("A-3", 0.0), (spot.GetProperty("code").GetString(), spot.GetProperty("distanceMetres").GetDouble()));
        Assert.Equal(["A-2 suspected 17.0105 44.0005", "A-3 confirmed 17.3 44.2", "A-4 suspected 17.21 44.01 by place"], await Points(client, "date=2015-01-01"));
        Assert.Equal(["A-2 suspected 17.0105 44.0005", "A-3 confirmed 17.3 44.2"], await Points(client, "date=2014-06-01"));
        Assert.Equal(["A-3 confirmed 17.3 44.2"], await Points(client, "date=2015-01-01", "17.29,44.19,17.31,44.21"));
        Assert.Empty(await Points(client, "date=2015-01-01&limit=1"));
        Assert.Contains("A-3", await client.GetStringAsync("/reports?located=point"));
        Assert.DoesNotContain("A-5", await client.GetStringAsync("/reports?located=point"));
        Assert.Contains("A-5", await client.GetStringAsync("/reports?located=nowhere"));
        Assert.Contains("2 with a point, 1 by place, 1 nowhere", await client.GetStringAsync("/"));
        await app.StopAsync();
    }

    private static async Task<List<string>> Points(HttpClient client, string asked, string box = "16,43,18,45")
    {
        var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/features?bbox={box}&{asked}")).RootElement;
        Assert.Equal(answer.GetProperty("features").GetArrayLength(), Of(answer, "numberReturned"));
        return [.. answer.GetProperty("features").EnumerateArray().Where(f => f.GetProperty("geometry").GetProperty("type").GetString() == "Point").Select(f =>
        {
            var (said, at) = (f.GetProperty("properties"), f.GetProperty("geometry").GetProperty("coordinates"));
            return $"{said.GetProperty("reports")[0].GetString()} {said.GetProperty("status").GetString()} {at[0].GetRawText()} {at[1].GetRawText()}{
                (said.GetProperty("byPlace").GetBoolean() ? " by place" : "")}";
        })];
    }

    private static int Of(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
