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
    [InlineData("44.12 17.55", 44.12, 17.55)]
    [InlineData("44,12 17,55", 44.12, 17.55)]
    [InlineData("44,12; 17,55", 44.12, 17.55)]
    [InlineData("44.12,17.55", 44.12, 17.55)]
    [InlineData("44, 17", 44, 17)]
    [InlineData("44 -17", 44, -17)]
    [InlineData("-44.12/-17.55", -44.12, -17.55)]
    [InlineData("44 07.2 17 33.0", 44.12, 17.55)]
    [InlineData("44 07, 17 33", 44.1166667, 17.55)]
    [InlineData("44 07 -17 33", 44.1166667, -17.55)]
    [InlineData("44 07 12 17 33 00", 44.12, 17.55)]
    [InlineData("44 07 12.6 17 33 00", 44.1201667, 17.55)]
    [InlineData("44°07' 17°33'", 44.1166667, 17.55)]
    [InlineData("44d07m12s 17d33m00s", 44.12, 17.55)]
    [InlineData("44d07m12sS 17d33m00sE", -44.12, 17.55)]
    [InlineData("44 07 12 S 17 33 00 E", -44.12, 17.55)]
    [InlineData("44 07 12 s 17 33 00 e", -44.12, 17.55)]
    [InlineData("17 33 00 W 44 07 12 N", 44.12, -17.55)]
    [InlineData("44°07'12\"с.ш. 17°33'00\"в.д.", 44.12, 17.55)]
    public void Latitude_and_longitude_are_parted_where_only_one_cut_is_a_place(string text, double lat, double lon)
    {
        var at = CoordinateText.Read(text).Get();
        Assert.Equal((lat, lon), (Math.Round(at.Lat, 7), Math.Round(at.Lon, 7)));
    }

    [Theory]
    [InlineData("", "spot-unreadable")]
    [InlineData("somewhere", "spot-unreadable")]
    [InlineData("nan nan", "spot-unreadable")]
    [InlineData("HA-044 12", "spot-unreadable")]
    [InlineData("44.12", "spot-unreadable")]
    [InlineData("-44N 17E", "spot-unreadable")]
    [InlineData("44d07m12S 17d33m00E", "spot-unreadable")]
    [InlineData("44,12,17,55", "spot-unreadable")]
    [InlineData("33TWA0000049776", "spot-unreadable")]
    [InlineData("33TWG000004977", "spot-unreadable")]
    [InlineData("61TWG0000049776", "spot-unreadable")]
    [InlineData("38S 500000 4649776", "spot-unreadable")]
    [InlineData("44 75 17 33", "position-sixty")]
    [InlineData("44 07 17 60", "position-sixty")]
    [InlineData("44°07'60\"N 17°33'00\"E", "position-sixty")]
    [InlineData("44 07 61, 17 33 00", "position-sixty")]
    [InlineData("44.5 07 17 33", "position-decimals")]
    [InlineData("44 07.2 12 17 33.1 00", "position-decimals")]
    [InlineData("44.5°07' 17.5°33'", "position-decimals")]
    [InlineData("44 -7 17 33", "position-uneven")]
    [InlineData("44, 17 33", "position-uneven")]
    [InlineData("44.12; 17 33 00", "position-uneven")]
    [InlineData("44°07'12\" 17°33'", "position-uneven")]
    [InlineData("N44°07'12\" E17°33'", "position-uneven")]
    [InlineData("44°N 17°33'E", "position-uneven")]
    [InlineData("40 46 12", "position-uneven")]
    [InlineData("44 07 17", "position-uneven")]
    [InlineData("44 07 17 33", "position-ambiguous")]
    [InlineData("44 07 17 33.5", "position-ambiguous")]
    [InlineData("44° 07 17 33", "position-ambiguous")]
    [InlineData("44 17", "position-ambiguous")]
    [InlineData("44 75", "position-ambiguous")]
    [InlineData("44,17", "position-ambiguous")]
    [InlineData("44,17 33", "position-ambiguous")]
    [InlineData("44 07 12,17 33 00", "position-ambiguous")]
    [InlineData("44N 17N", "position-letters")]
    [InlineData("44N 17", "position-letters")]
    [InlineData("44 17E", "position-letters")]
    [InlineData("95, 46", "position-off-earth")]
    [InlineData("44.12, 181", "position-off-earth")]
    [InlineData("N95 E17", "position-off-earth")]
    [InlineData("17.55 444.12", "position-off-earth")]
    public void What_is_no_place_or_could_be_two_is_refused_with_the_reason(string text, string code) =>
        Assert.Equal(code, CoordinateText.Read(text).Problem?.Code ?? CoordinateText.Position(text).ToString());

    [Fact]
    public void Whatever_is_read_is_read_the_same_when_written_with_letters() =>
        Gen.Select(Gen.Int[0, 95], Gen.Int[0, 75], Gen.Int[0, 75], Gen.Int[0, 200], Gen.Int[0, 75], Gen.Int[0, 75], Gen.OneOfConst(" ", ", ", "; "))
            .Obeys(text =>
            {
                var (d, m, s, e, n, t, between) = text;
                var isPlace = d + m / 60.0 + s / 3600.0 <= 90 && e + n / 60.0 + t / 3600.0 <= 180 && m < 60 && s < 60 && n < 60 && t < 60;
                var bare = CoordinateText.Position($"{d:00} {m:00} {s:00}{between}{e:00} {n:00} {t:00}");
                Assert.Equal(isPlace, bare is not null);
                Assert.Equal(bare, CoordinateText.Position($"{d}°{m}'{s}\"N{between}{e}°{n}'{t}\"E"));
            }, seed: "0000Kg7dSmM2", samples: 5_000);

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
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-79.9, 83.9]).Obeys((lon, lat) =>
        {
            var reference = Mgrs.Format(lon, lat)!;
            var at = Mgrs.Parse(reference);
            Assert.True(at is not null, reference);
            var (dx, dy) = (Math.IEEERemainder(at.Value.Lon - lon, 360) * 111_320 * Math.Cos(lat * Math.PI / 180), (at.Value.Lat - lat) * 111_700);
            Assert.True(dx * dx + dy * dy < 2.1, $"{reference} {dx} {dy}");
        }, seed: "0000Kg7dSmM1", samples: 20_000);
}
