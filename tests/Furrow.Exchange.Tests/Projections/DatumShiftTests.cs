using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.Projections;

public sealed class DatumShiftTests
{
    private const string Krassovsky = "SPHEROID[\"Krassowsky 1940\",6378245,298.3]";
    private const string Degrees = "UNIT[\"degree\",0.0174532925199433]";

    private static string Geographic(string towgs84, string meridian = "PRIMEM[\"Greenwich\",0]") =>
        $"GEOGCS[\"Local\",DATUM[\"Local\",{Krassovsky}{towgs84}],{meridian},{Degrees}]";

    [Theory]
    [InlineData("EPSG:28408", "EPSG:15865", ShiftMethod.CoordinateFrame, 4.5)]
    [InlineData("EPSG:28408 via EPSG:1808", "EPSG:1808", ShiftMethod.PositionVector, 5.0)]
    [InlineData("EPSG:3908", "EPSG:3962", ShiftMethod.GeocentricTranslations, 5.0)]
    [InlineData("EPSG:25833", "EPSG:1149", ShiftMethod.GeocentricTranslations, 1.0)]
    [InlineData("EPSG:28408 via TOWGS84[25,-141,-78.5]", "TOWGS84", ShiftMethod.GeocentricTranslations, null)]
    [InlineData("EPSG:28408 via TOWGS84[25,-141,-78.5,0,0.35,0.736,0]", "TOWGS84", ShiftMethod.PositionVector, null)]
    [InlineData("EPSG:28408 via COORDINATE_FRAME[25,-141,-78.5,0,-0.35,-0.736,0]", "TOWGS84", ShiftMethod.CoordinateFrame, null)]
    [InlineData("EPSG:28408 via POSITION_VECTOR[25,-141,-78.5,0,0.35,0.736,0]", "TOWGS84", ShiftMethod.PositionVector, null)]
    [InlineData("EPSG:28408 via GEOCENTRIC_TRANSLATION[25,-141,-78.5]", "TOWGS84", ShiftMethod.GeocentricTranslations, null)]
    public void A_system_says_by_what_it_becomes_WGS_84_and_how_well(string text, string name, ShiftMethod method, double? accuracy) =>
        Assert.Equal(new DatumShift(name, method, accuracy), CoordinateSystems.Resolve(text).Get().Shift);

    [Fact]
    public void The_rotations_of_a_coordinate_frame_run_the_other_way_round()
    {
        var vector = CoordinateSystems.Resolve("EPSG:28408 via TOWGS84[25,-141,-78.5,1,2.35,0.736,0]").Get();
        var frame = CoordinateSystems.Resolve("EPSG:28408 via COORDINATE_FRAME[25,-141,-78.5,-1,-2.35,-0.736,0]").Get();
        Assert.Equal(vector.ToWgs84(8650000, 4410000), frame.ToWgs84(8650000, 4410000));
        Assert.NotEqual(vector.ToWgs84(8650000, 4410000),
            CoordinateSystems.Resolve("EPSG:28408 via COORDINATE_FRAME[25,-141,-78.5,1,2.35,0.736,0]").Get().ToWgs84(8650000, 4410000));
    }

    [Theory]
    [InlineData(",TOWGS84[1,2,3,4]", "Local: TOWGS84 of 4 numbers")]
    [InlineData(",TOWGS84[1,2,3,4,5,6]", "Local: TOWGS84 of 6 numbers")]
    public void Shifts_of_another_number_of_parameters_are_refused(string towgs84, string said) =>
        Assert.Equal(said, CoordinateSystems.Resolve(Geographic(towgs84)).Problem!.Sentence.Split('\'')[1]);

    [Theory]
    [InlineData("EPSG:28408 via TOWGS84[1,2,3,4]")]
    [InlineData("EPSG:28408 via COORDINATE_FRAME[1,2,3]")]
    [InlineData("EPSG:28408 via MOLODENSKY[1,2,3]")]
    public void Stated_shifts_of_another_kind_are_refused(string text) => Assert.Equal("crs-unknown", CoordinateSystems.Resolve(text).Problem!.Code);

    [Theory]
    [InlineData("1.00646,SCALEUNIT[\"parts per million\",1E-06]")]
    [InlineData("1.00000100646,SCALEUNIT[\"unity\",1]")]
    [InlineData("0.00000100646,SCALEUNIT[\"unity\",1]")]
    [InlineData("1006.46,SCALEUNIT[\"parts per billion\",1E-09]")]
    public void The_scale_of_a_bound_system_is_in_the_unit_it_states(string scale) => Same(Bound("5.76545", "4.69994", "-12.58211", scale));

    [Fact]
    public void The_rotations_of_a_bound_system_are_in_the_unit_they_state() => Same(Bound(Micro(5.76545), Micro(4.69994), Micro(-12.58211), "1.00000100646"));

    [Theory]
    [InlineData("PRIMEM[\"Paris\",2.337229166666667]", 2.33722917)]
    [InlineData("PRIMEM[\"Paris\",2.5969213,ANGLEUNIT[\"grad\",0.015707963267949]]", 2.33722917)]
    [InlineData("PRIMEM[\"Ferro\",-17.66666666666667]", -17.6666667)]
    [InlineData("PRIMEM[\"Observatory\",12.5]", 12.5)]
    public void A_prime_meridian_is_where_its_name_says(string meridian, double lon) =>
        Assert.Equal(lon, CoordinateSystems.Resolve(Geographic(",TOWGS84[0,0,0]", meridian)).Get().ToWgs84(0, 0).Lon, 1e-6);

    [Fact]
    public void A_prime_meridian_that_is_not_where_its_name_says_is_refused() => Assert.Equal("Local with the prime meridian Paris at 3.5",
        CoordinateSystems.Resolve(Geographic(",TOWGS84[0,0,0]", "PRIMEM[\"Paris\",3.5]")).Problem!.Sentence.Split('\'')[1]);

    /// <summary>A damaged file states any number anywhere.</summary>
    [Theory]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("4294967295")]
    [InlineData("9999999999999")]
    [InlineData("0")]
    [InlineData("-1")]
    public void No_number_of_a_definition_breaks_its_reading(string number)
    {
        var utm = ("PROJCS[\"Local\"," + Geographic(",TOWGS84[0,0,0]", "PRIMEM[\"Greenwich\",0]") + ",PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",15],PARAMETER[\"scale_factor\",0.9996],"
            + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1],AUTHORITY[\"EPSG\",32633]]").ReplaceLineEndings("");
        var bound = Bound("5.76545", "4.69994", "-12.58211", "1.006").Replace("]]\n", "]],ID[\"EPSG\",3962]]\n", StringComparison.Ordinal);
        foreach (var sound in (string[])[utm, bound, bound.TrimEnd()[..^1] + ",ID[\"EPSG\",3962]]]"])
        {
            foreach (var found in System.Text.RegularExpressions.Regex.Matches(sound, "(?<=,)-?[0-9][0-9.E-]*").Cast<System.Text.RegularExpressions.Match>())
            {
                var read = CoordinateSystems.Resolve(sound[..found.Index] + number + sound[(found.Index + found.Length)..]);
                _ = read.Value is { } system && (system.UtmZone is null || system.ToWgs84(500_000, 4_883_000).Lon > 0);
            }
        }
    }

    private static string Micro(double seconds) => FormattableString.Invariant($"{seconds / 3600 * Math.PI / 180 * 1e6:R},ANGLEUNIT[\"microradian\",1E-06]");

    private static string Bound(string rx, string ry, string rz, string scale) => $"""
        BOUNDCRS[SOURCECRS[GEOGCRS["MGI 1901",DATUM["MGI 1901",ELLIPSOID["Bessel 1841",6377397.155,299.1528128]]]],TARGETCRS[GEOGCRS["WGS 84",
        DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]]]],ABRIDGEDTRANSFORMATION["x",METHOD["Position Vector transformation"],
        PARAMETER["X-axis translation",489.88],PARAMETER["Y-axis translation",183.912],PARAMETER["Z-axis translation",533.711],PARAMETER["X-axis rotation",{rx}],
        PARAMETER["Y-axis rotation",{ry}],PARAMETER["Z-axis rotation",{rz}],PARAMETER["Scale difference",{scale}]]]
        """;

    private static void Same(string bound)
    {
        var (lon, lat) = CoordinateSystems.Resolve(bound).Get().ToWgs84(18.4, 43.85);
        Assert.Equal((18.3949095566781, lon, 43.8500680041114, lat), (Near(18.3949095566781, lon), lon, Near(43.8500680041114, lat), lat));
    }

    private static double Near(double known, double found) => Math.Abs(known - found) < 1e-9 ? known : found;
}
