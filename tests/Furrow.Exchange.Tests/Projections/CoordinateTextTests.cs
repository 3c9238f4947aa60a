using CsCheck;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.Projections;

/// <summary>MGRS values computed with GeoConvert of GeographicLib, pinned.</summary>
public sealed class CoordinateTextTests
{
    [Theory]
    [InlineData("40.208333, 46.5", 46.5, 40.208333)]
    [InlineData("40°12'30\"N 46°30'00\"E", 46.5, 40.208333333)]
    [InlineData("E46 30.0, N40 12.5", 46.5, 40.208333333)]
    [InlineData("46.5E 40.5N", 46.5, 40.5)]
    [InlineData("33N 500000 4649776", 15, 41.999997975)]
    [InlineData("500000 4649776 33T", 15, 41.999997975)]
    [InlineData("33TWG0000049776", 15, 41.999997975)]
    [InlineData("33T WG 00000 49776", 15, 41.999997975)]
    public void Positions_are_read_as_people_write_them(string text, double lon, double lat)
    {
        var at = CoordinateText.Position(text)!.Value;
        Assert.Equal(lon, at.Lon, 1e-8);
        Assert.Equal(lat, at.Lat, 1e-8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("somewhere")]
    [InlineData("40 46 12")]
    [InlineData("95, 46")]
    [InlineData("38S 500000 4649776")]
    [InlineData("33TWA0000049776")]
    [InlineData("33TWG000004977")]
    [InlineData("61TWG0000049776")]
    public void Texts_that_are_no_position_or_two_are_not_guessed(string text) => Assert.Null(CoordinateText.Position(text));

    [Theory]
    [InlineData(46.5, 40.2, "38T PK 27667 51034")]
    [InlineData(18.4131, 43.8563, "34T BP 92094 59165")]
    [InlineData(5.3, 60.4, "32V KN 96191 01684")]
    [InlineData(16, 78, "33X WG 23208 58567")]
    [InlineData(-70.5, -33.4, "19H CD 60505 03362")]
    [InlineData(36.1, -1.2, "37M AU 77234 67192")]
    public void Grid_references_are_printed_as_instruments_do(double lon, double lat, string reference) => Assert.Equal(reference, Mgrs.Format(lon, lat));

    [Fact]
    public void A_printed_reference_reads_back_to_its_square() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-79.9, 83.9]).Sample((lon, lat) =>
        {
            var reference = Mgrs.Format(lon, lat)!;
            var at = Mgrs.Parse(reference);
            Assert.True(at is not null, reference);
            var (dx, dy) = (Math.IEEERemainder(at.Value.Lon - lon, 360) * 111_320 * Math.Cos(lat * Math.PI / 180), (at.Value.Lat - lat) * 111_700);
            Assert.True(dx * dx + dy * dy < 2.1, $"{reference} {dx} {dy}");
        }, seed: "0000Kg7dSmM1", iter: 20_000);
}
