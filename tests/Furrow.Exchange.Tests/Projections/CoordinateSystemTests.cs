using CsCheck;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.Projections;

public sealed class CoordinateSystemTests
{
    private static string Geographic(string datum, string ellipsoid, string way = "") =>
        $"GEOGCS[\"X\",DATUM[\"{datum}\",SPHEROID[\"S\",{ellipsoid}]{way}],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";

    private static string Plane(string method, string parameters = "") =>
        $"PROJCS[\"P\",{Geographic("WGS_1984", "6378137,298.257223563")},PROJECTION[\"{method}\"]{parameters},UNIT[\"metre\",1]]";

    [Theory]
    [InlineData("EPSG:2056", "EPSG:2056")]
    [InlineData("EPSG:2550", "EPSG:2550")]
    [InlineData("ESRI:102025", "ESRI:102025")]
    [InlineData("local grid", "local grid")]
    [InlineData("UTM 61N", "UTM 61N")]
    [InlineData("EPSG:28408 via EPSG:1784", "EPSG:28408 via EPSG:1784, since EPSG:28408 is on Pulkovo 1942, not on ED50")]
    [InlineData("EPSG:28408 via EPSG:4", "EPSG:28408 via EPSG:4")]
    [InlineData("EPSG:23036", "EPSG:23036 without a way to WGS 84, which differs by country (for example 'EPSG:23036 via EPSG:1784')")]
    public void What_is_not_known_is_refused_by_name(string text, string named)
    {
        var problem = CoordinateSystems.Resolve(text, "a.csv").Problem!;
        Assert.Equal($"a.csv: The coordinate system '{named}' is not known here. It is refused, never guessed: give a known one. [crs-unknown]",
            problem.ToString());
    }

    [Fact]
    public void An_unknown_datum_method_or_parameter_is_refused_by_name()
    {
        Assert.Equal(
            """
            X: no way from the datum Some_Local to WGS 84 is known; add TOWGS84
            X: the datum WGS_1984 with an ellipsoid that is not its own (S)
            WGS_1984 with an ellipsoid of 1 m and 1/298
            P: the projection method krovak
            P: transverse mercator with rectified grid angle
            P: the projection method mercator 1sp
            GEOCCS X
            PROJCS[
            """,
            string.Join('\n', new[]
            {
                Geographic("Some_Local", "6377397.155,299.1528128"),
                Geographic("WGS_1984", "6377397.155,299.1528128"),
                Geographic("WGS_1984", "1,298"),
                Plane("Krovak"),
                Plane("Transverse_Mercator", ",PARAMETER[\"rectified_grid_angle\",3]"),
                Plane("Mercator_1SP", ",PARAMETER[\"latitude_of_origin\",3]"),
                "GEOCCS[\"X\",UNIT[\"metre\",1]]",
                "PROJCS[",
            }.Select(wkt => CoordinateSystems.Resolve(wkt).Problem!.Sentence.Split('\'')[1])));
    }

    [Fact]
    public void An_unknown_datum_is_taken_with_the_way_the_file_or_the_person_gives()
    {
        Assert.True(CoordinateSystems.Resolve(Geographic("Some_Local", "6377397.155,299.1528128", ",TOWGS84[1,2,3]")).Get().Via is "TOWGS84");
        Assert.True(CoordinateSystems.Resolve(Geographic("Some_Local", "6377397.155,299.1528128") + " via TOWGS84[1,2,3]").Get().Via is "TOWGS84");
    }

    [Theory]
    [InlineData("EPSG:32633", 1e9, 5e6)]
    [InlineData("EPSG:32633", double.NaN, 5e6)]
    [InlineData("EPSG:32633", 1e308, 1e308)]
    [InlineData("EPSG:28408", 500000, 4410000)]
    [InlineData("EPSG:4284", 46, 95)]
    [InlineData("EPSG:3857", 1e300, 5)]
    [InlineData("EPSG:3034", 1e300, 1e300)]
    public void Numbers_that_cannot_be_meant_give_no_position(string crs, double x, double y)
    {
        var (lon, lat) = CoordinateSystems.Resolve(crs).Get().ToWgs84(x, y);
        Assert.True(!(Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90), $"{lon} {lat}");
    }

    [Fact]
    public void Every_plane_system_comes_back_to_where_it_started() =>
        Gen.Select(Gen.OneOfConst("EPSG:32638", "EPSG:28408", "EPSG:2531", "EPSG:3857", "EPSG:3395", "EPSG:20008", "EPSG:28408 via EPSG:1808"),
            Gen.Double[40, 50], Gen.Double[-70, 70])
            .Obeys((crs, lon, lat) =>
            {
                var system = CoordinateSystems.Resolve(crs).Get();
                var (x, y) = system.FromWgs84(lon, lat);
                var (l, p) = system.ToWgs84(x, y);
                Assert.Equal(lon, l, 1e-11);
                Assert.Equal(lat, p, 1e-11);
            }, seed: "0000Kg7dSmM1", samples: 5_000);
}
