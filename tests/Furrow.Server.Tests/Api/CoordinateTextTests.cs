using Furrow.Core.Land;
using Furrow.Server.Answers;
using Furrow.Server.Api;
using Xunit;

namespace Furrow.Server.Tests.Api;

public sealed class CoordinateTextTests
{
    [Theory]
    [InlineData("44.12 17.55", 44.12, 17.55)]
    [InlineData("44.12, 17.55", 44.12, 17.55)]
    [InlineData("-44.12; -17.55", -44.12, -17.55)]
    [InlineData("44.12N 17.55E", 44.12, 17.55)]
    [InlineData("E 17.55 N 44.12", 44.12, 17.55)]
    [InlineData("17.55 W, 44.12 S", -44.12, -17.55)]
    [InlineData("44 07.2 17 33.0", 44.12, 17.55)]
    [InlineData("44°07'12\"N 17°33'00\"E", 44.12, 17.55)]
    [InlineData("N44°07′12″ E17°33′00″", 44.12, 17.55)]
    public void A_place_is_read_however_people_write_it(string text, double lat, double lon) =>
        Assert.Equal((lat, lon), CoordinateText.Parse(text) is { } at ? (Math.Round(at.LatDegrees, 4), Math.Round(at.LonDegrees, 4)) : default);

    [Theory]
    [InlineData("")]
    [InlineData("HA-044 12")]
    [InlineData("44.12")]
    [InlineData("44 07 17")]
    [InlineData("44 07 17 33")]
    [InlineData("44 75 17 33")]
    [InlineData("44 -7 17 33")]
    [InlineData("44.5 07 17 33")]
    [InlineData("44 07 60 17 33 00")]
    [InlineData("95 17")]
    [InlineData("44N 17N")]
    [InlineData("44N 17")]
    [InlineData("-44N 17E")]
    [InlineData("nan nan")]
    public void What_is_not_a_place_is_not_guessed(string text) => Assert.Null(CoordinateText.Parse(text));

    [Theory]
    [InlineData("44 75 17 33", "position-sixty")]
    [InlineData("44 07 17 33", "position-ambiguous")]
    [InlineData("Stream village", null)]
    [InlineData("HA-044 12", null)]
    [InlineData("44.12, 17.55", null)]
    public void Only_what_looks_like_coordinates_is_refused_as_such(string text, string? code) => Assert.Equal(code, CoordinateText.Refusal(text)?.Code);

    [Fact]
    public void What_is_written_reads_back()
    {
        var at = GridPoint.FromDegrees(-17.551234, 44.123456);
        Assert.Equal(at, CoordinateText.Parse(CoordinateText.Decimal(at)));
        Assert.Equal("44°07'24.4\"N 17°33'04.4\"W", CoordinateText.Sexagesimal(at));
    }

    [Fact]
    public void A_grid_reference_reads_back_to_its_metre()
    {
        var at = GridPoint.FromDegrees(17.551234, 44.123456);
        var read = CoordinateText.Parse(CoordinateText.Other(at).Split(" · ")[1])!.Value;
        Assert.InRange(read.Lat - at.Lat, -15_000, 15_000);
        Assert.InRange(read.Lon - at.Lon, -20_000, 20_000);
    }

    [Fact]
    public void No_seconds_read_sixty() =>
        Assert.Equal("45°00'00.0\"N 18°00'00.0\"E", CoordinateText.Sexagesimal(GridPoint.FromDegrees(17.9999999, 44.9999999)));
}
