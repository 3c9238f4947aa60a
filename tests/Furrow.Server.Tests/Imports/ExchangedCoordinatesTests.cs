using System.Net;
using System.Text.Json;
using Furrow.Core;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>A file whose longitude and latitude were exchanged, though both are possible: found from the boundaries or from the land recorded, and left as
/// it is until somebody decides.</summary>
public sealed class ExchangedCoordinatesTests : IDisposable
{
    private static readonly string[] About = ["--as", "suspected", "--on", "2015-12-31", "--organisation", "EXERCISE office", "--baseline", "--accept", "old"];
    private readonly Shell _shell = new();

    public ExchangedCoordinatesTests()
    {
        _shell.Write("right.geojson", Collection(Square(0, 0)));
        _shell.Write("exchanged.geojson", Collection(Exchanged(0.01), Exchanged(0.02)));
        _shell.Write("places.geojson", Collection(Square(-2000, -2000, 8000, """{"name":"North"}""")));
    }

    public void Dispose() => _shell.Dispose();

    /// <summary>A square of land near 10° E 45° N, written as latitude, longitude.</summary>
    private static string Exchanged(double shift)
    {
        var (lon, lat) = (10.001 + shift, 45.001);
        (double, double)[] ring = [(lon, lat), (lon + 0.001, lat), (lon + 0.001, lat + 0.001), (lon, lat + 0.001), (lon, lat)];
        return Feature($$"""{"type":"Polygon","coordinates":[[{{string.Join(',', ring.Select(p => FormattableString.Invariant($"[{p.Item2},{p.Item1}]")))}}]]}""",
            "{}");
    }

    private int Found(params string[] verb) => _shell.Json(verb).GetProperty("groups").EnumerateArray()
        .Where(g => g.GetProperty("check").GetString() == "swapped-coordinates").Sum(g => g.GetProperty("findings").GetInt32());

    [Fact]
    public void Nobody_knows_where_a_new_programme_works() => Assert.Equal(0, Found(["import", "exchanged.geojson", .. About]));

    [Fact]
    public void The_boundaries_say_it()
    {
        Assert.Equal(2, Found(["import", "exchanged.geojson", .. About, "--places", "places.geojson"]));
        Assert.Equal(0, Found(["import", "right.geojson", .. About, "--places", "places.geojson"]));
        Assert.NotEqual(0, _shell.Run(["import", "exchanged.geojson", .. About, "--places", "places.geojson", "--apply"]));
        Assert.Contains("axes = ?", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(2, Found(["import", "exchanged.geojson", .. About, "--places", "places.geojson", "--axes", "as-named", "--apply"]));
        Assert.Equal(2, Found("findings", "list", "--places", "places.geojson"));
        Assert.Equal(0, Found("findings", "list"));
    }

    [Fact]
    public void The_land_recorded_says_it_and_nothing_is_changed_before_somebody_decides()
    {
        _shell.Run(["import", "right.geojson", .. About, "--apply"]);
        var plan = _shell.Json(["import", "exchanged.geojson", .. About, "--axes", "as-named", "--apply"]);
        Assert.Equal(2, plan.GetProperty("account").GetProperty("accepted").GetInt32());
        Assert.Equal(2, Found("findings", "list"));
        JsonElement Spot(string lat, string lon) => _shell.Json("spot", "--lat", lat, "--lon", lon).GetProperty("claims");
        Assert.Equal(1, Spot("10.0115", "45.0015").GetArrayLength());
        Assert.Equal(0, Spot("45.0015", "10.0115").GetArrayLength());

        var key = _shell.Json("findings", "list").GetProperty("groups").EnumerateArray()
            .Single(g => g.GetProperty("check").GetString() == "swapped-coordinates").GetProperty("key").GetString()!;
        Assert.Equal(0, _shell.Run("findings", "decide", key, "--batch", plan.GetProperty("batch").GetString()!, "--decision", "repair", "--reason", "columns exchanged"));
        foreach (var report in _shell.Json("review", "list").GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList())
        {
            Assert.Equal(0, _shell.Run("review", "check", report, "--person", "cyn"));
            Assert.Equal(0, _shell.Run("review", "accept", report, "--person", "bea"));
        }

        Assert.Equal(1, Spot("45.0015", "10.0115").GetArrayLength());
        Assert.Equal(0, Found("findings", "list"));
    }

    [Fact]
    public void One_word_exchanges_the_whole_file_in_any_format()
    {
        Assert.Equal(0, Found(["import", "exchanged.geojson", .. About, "--places", "places.geojson", "--axes", "exchanged", "--apply"]));
        Assert.Equal(1, _shell.Json("spot", "--lat", "45.0015", "--lon", "10.0115").GetProperty("claims").GetArrayLength());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_page_of_findings_tells_it(bool byPlaces)
    {
        if (!byPlaces)
        {
            _shell.Run(["import", "right.geojson", .. About, "--apply"]);
        }

        _shell.Run(["import", "exchanged.geojson", .. About, "--axes", "as-named", "--apply"]);
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        var places = byPlaces ? PlaceChoice.Of(PlaceFile.Read(Path.Combine(_shell.Folder, "places.geojson")).Get()) : null;
        await using var app = FurrowServer.Build(programme, new ServeOptions(0, places));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/findings", TestContext.Current.CancellationToken));
        Assert.Contains("Longitude and latitude seem exchanged.", page, StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
