using Furrow.Core.Land;
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
    [InlineData("44 07 17 33", 44.116666667, 17.55)]
    [InlineData("44°07'12\"N 17°33'00\"E", 44.12, 17.55)]
    [InlineData("N44°07′12″ E17°33′00″", 44.12, 17.55)]
    public void A_place_is_read_however_people_write_it(string text, double lat, double lon) =>
        Assert.Equal(GridPoint.FromDegrees(lon, lat), CoordinateText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("HA-044 12")]
    [InlineData("44.12")]
    [InlineData("44 07 17")]
    [InlineData("95 17")]
    [InlineData("44 75 17 33")]
    [InlineData("44.5 07 17 33")]
    [InlineData("44N 17N")]
    [InlineData("44N 17")]
    [InlineData("-44N 17E")]
    [InlineData("44 -7 17 33")]
    [InlineData("nan nan")]
    public void What_is_not_a_place_is_not_guessed(string text) => Assert.Null(CoordinateText.Parse(text));

    [Fact]
    public void What_is_written_reads_back()
    {
        var at = GridPoint.FromDegrees(-17.551234, 44.123456);
        Assert.Equal(at, CoordinateText.Parse(CoordinateText.Decimal(at)));
        Assert.Equal("44°07'24.4\"N 17°33'04.4\"W", CoordinateText.Sexagesimal(at));
    }

    [Fact]
    public void No_seconds_read_sixty() => Assert.Equal("45°00'00.0\"N 18°00'00.0\"E", CoordinateText.Sexagesimal(GridPoint.FromDegrees(17.9999999, 44.9999999)));
}
