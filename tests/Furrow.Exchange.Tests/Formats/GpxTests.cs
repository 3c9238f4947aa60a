namespace Furrow.Exchange.Tests.Formats;

/// <summary>Waypoints are points; routes and tracks are lines, and areas where a person says so.</summary>
public sealed class GpxTests
{
    private const string Waypoint = "<wpt lat=\"44.1\" lon=\"17.5\"><ele>210</ele><time>2015-05-01T10:00:00Z</time><name>BM 1</name><desc>Benchmark</desc>"
        + "<extensions><colour xmlns=\"http://example.invalid/x\">red</colour></extensions></wpt>";
    private const string Segment = "<trkseg><trkpt lat=\"44.1\" lon=\"17.5\"/><trkpt lat=\"44.1\" lon=\"17.6\"/><trkpt lat=\"44.2\" lon=\"17.6\"/></trkseg>";
    private const string Track = "<trk><name>Walk</name>" + Segment + "<trkseg/></trk>";
    private const string Route = "<rte><name>Way</name><rtept lat=\"1\" lon=\"2\"/><rtept lat=\"1\" lon=\"3\"/><rtept lat=\"2\" lon=\"3\"/></rte>";

    /// <summary>What the file holds, the layer that is named, and what comes of it.</summary>
    [Theory]
    [InlineData(Waypoint, null, "1 17.5 44.1")]
    [InlineData(Track, null, "! layer-not-named (tracks, tracks as areas)")]
    [InlineData(Track, "tracks", "1 ! geometry-without-area")]
    [InlineData(Track, "tracks as areas", "1 (17.5 44.1 17.6 44.1 17.6 44.2)")]
    [InlineData("<trk>" + Segment + Segment + "</trk>", "Tracks as areas", "1 (17.5 44.1 17.6 44.1 17.6 44.2) (17.5 44.1 17.6 44.1 17.6 44.2)")]
    [InlineData(Route, "routes as areas", "1 (2 1 3 1 3 2)")]
    [InlineData(Waypoint + Route + Track, null, "! layer-not-named (waypoints, routes, routes as areas, tracks, tracks as areas)")]
    [InlineData(Waypoint + Route + Track, "waypoints", "1 17.5 44.1")]
    [InlineData(Waypoint + Track, "routes", "! layer-unknown")]
    [InlineData("", null, "! file-without-rows")]
    public void Each_layer_is_what_it_is(string parts, string? layer, string expected)
    {
        var read = Reading.Of("a.gpx", Gpx(parts), new() { Layer = layer });
        var listed = read.Problems is [{ Code: "layer-not-named" } asked] ? asked.ToString() : "";
        Assert.Equal(expected, read.Problems is [var problem, ..]
            ? $"! {problem.Code}{(listed.Length > 0 ? " " + listed[listed.IndexOf('(', StringComparison.Ordinal)..(listed.IndexOf(')', StringComparison.Ordinal) + 1)] : "")}"
            : string.Join('\n', read.Rows.Select(r => $"{r.Row} {(r.Problem is { } p ? "! " + p.Code : Reading.Text(r.Geometry))}")));
    }

    [Fact]
    public void What_a_waypoint_says_is_kept() => Assert.Equal("name=BM 1;desc=Benchmark;time=2015-05-01T10:00:00Z;ele=210;colour=red",
        string.Join(';', Reading.Of("a.gpx", Gpx(Waypoint)).Rows[0].Fields.Select(f => $"{f.Name}={f.Value}")));

    [Theory]
    [InlineData("<gpx version=\"1.0\" xmlns=\"http://www.topografix.com/GPX/1/0\"><wpt lat=\"1\" lon=\"2\"/></gpx>", "format-not-read")]
    [InlineData("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"1\" lon=\"2\"/>", "file-ends-early")]
    [InlineData("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"91\" lon=\"2\"/></gpx>", "file-broken")]
    [InlineData("<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"x\" lon=\"2\"/></gpx>", "file-broken")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><gpx xmlns=\"http://www.topografix.com/GPX/1/1\"/>", "file-broken")]
    public void What_is_not_sound_is_refused(string text, string code) => Assert.Equal([code], Reading.Of("a.gpx", text).Problems.Select(p => p.Code));

    [Fact]
    public void Another_system_contradicts() =>
        Assert.Equal(["crs-contradicted"], Reading.Of("a.gpx", Gpx(Waypoint), new() { Crs = "EPSG:32633" }).Problems.Select(p => p.Code));

    internal static string Gpx(string parts) => $"<gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\">{parts}</gpx>";
}
