using System.Diagnostics;
using System.Globalization;
using System.Text;
using Furrow.Core.Land;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Columns called X and Y mean what the definition of the coordinate system means by them, as far as the numbers bear it out.</summary>
public sealed class AxisOrderTests
{
    private const string Pulkovo = "+ellps=krass +towgs84=25,-141,-78.5,0,0.35,0.736,0";
    private const string Mgi = "+k=0.9999 +ellps=bessel +towgs84=682,-203,480,0,0,0,0";
    private const string Ukraine = "+ellps=krass +towgs84=24,-121,-76,0,0,0,0";

    public static TheoryData<string, string, int, int> Systems => new()
    {
        { "EPSG:28405", $"+lon_0=27 +x_0=5500000 {Pulkovo}", 5_530_000, 5_541_000 },
        { "EPSG:28408", $"+lon_0=45 +x_0=8500000 {Pulkovo}", 8_516_000, 4_884_000 },
        { "EPSG:28468", $"+lon_0=45 +x_0=500000 {Pulkovo}", 516_000, 4_884_000 },
        { "EPSG:2498", $"+lon_0=45 +x_0=500000 {Pulkovo}", 516_000, 4_884_000 },
        { "EPSG:2539", $"+lon_0=69 +x_0=23500000 {Pulkovo}", 23_516_000, 4_384_000 },
        { "EPSG:20008", "+lon_0=45 +x_0=8500000 +ellps=krass +towgs84=24.47,-130.89,-81.56,0,0,0.13,-0.22", 8_516_000, 4_884_000 },
        { "EPSG:3907", $"+lon_0=15 +x_0=5500000 {Mgi}", 5_580_000, 4_884_000 },
        { "EPSG:3908", $"+lon_0=18 +x_0=6500000 {Mgi}", 6_516_000, 4_884_000 },
        { "EPSG:3909", $"+lon_0=21 +x_0=7500000 {Mgi}", 7_516_000, 4_884_000 },
        { "EPSG:31279", $"+lon_0=24 +x_0=8500000 {Mgi}", 8_416_000, 4_684_000 },
        { "EPSG:3908 via EPSG:8823", "+lon_0=18 +x_0=6500000 +k=0.9999 +ellps=bessel "
            + "+towgs84=489.88,183.912,533.711,5.76545,4.69994,-12.58211,1.00646", 6_516_000, 4_884_000 },
        { "EPSG:5563", $"+lon_0=27 +x_0=5500000 {Ukraine}", 5_530_000, 5_541_000 },
        { "EPSG:6384", $"+lon_0=30 +x_0=300000 {Ukraine}", 330_000, 5_541_000 },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public void In_a_system_of_Gauss_and_Kruger_X_is_north_to_the_millimetre_of_PROJ(string crs, string proj, int east, int north)
    {
        var places = Enumerable.Range(0, 5).Select(i => (East: east + 1234.56 * i, North: north - 987.65 * i)).ToList();
        var expected = Proj(proj, places);
        foreach (var (header, isNorthFirst) in ((string, bool)[])[("X;Y", true), ("Northing;Easting", true), ("sjever;istok", true), ("istok;sjever", false)])
        {
            var text = new StringBuilder($"code;{header}\n");
            foreach (var (e, n) in places)
            {
                // Each a record of its own: rows of one code would be asked about as the points of a polygon.
                text.Append(CultureInfo.InvariantCulture, $"A{e:0};{(isNorthFirst ? n : e):0.00};{(isNorthFirst ? e : n):0.00}\n");
            }

            var rows = Reading.Of("a.csv", text.ToString(), new ReadOptions { Crs = crs }).Rows;
            Assert.All(rows.Zip(expected), r =>
            {
                var at = GridConversion.ToGrid(r.First).Get().Point!.Value;
                Assert.Equal(r.Second.Lon, at.LonDegrees, 6e-9);
                Assert.Equal(r.Second.Lat, at.LatDegrees, 6e-9);
            });
        }
    }

    public static TheoryData<string, string, string, string> Orders => new()
    {
        { "EPSG:3908", "4884000;6516000", "6516000 4884000", "Column Y is read as easting and column X as northing: EPSG:3908 via EPSG:3962 defines its axes so." },
        { "EPSG:3908", "6516000;4884000", "6516000 4884000", "Column X is read as easting and column Y as northing: the other way round the numbers lie outside "
            + "the area of use of EPSG:3908 via EPSG:3962, whatever its axes are called." },
        { "EPSG:28405", "5541000;5530000", "5530000 5541000", "defines its axes so, though the numbers would fit the other way round too." },
        { "EPSG:32633", "700000;4886000", "700000 4886000", "" },
        { "EPSG:32633", "4886000;700000", "700000 4886000", "Column Y is read as easting and column X as northing: the other way round" },
        { "EPSG:4326", "18.5;44.1", "18.5 44.1", "" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_numbers_decide_where_only_one_order_fits_and_what_was_taken_is_said(string crs, string row, string place, string said)
    {
        var read = Reading.Of("a.csv", $"code;X;Y\nA;{row}\n", new ReadOptions { Crs = crs });
        Assert.Empty(read.Problems);
        Assert.Equal(place, Reading.Text(read.Rows.Single().Geometry));
        Assert.Equal(said.Length > 0 ? 1 : 0, read.Warnings.Count);
        Assert.Contains(said, read.Warnings.Count > 0 ? read.Warnings[0].Sentence : "");
    }

    [Fact]
    public void Both_orders_in_one_file_are_refused_until_a_person_says()
    {
        const string Table = "code;X;Y\nA;4884000;6516000\nB;6516000;4884000\n";
        Assert.Equal("a.csv: It is not clear which of the columns X and Y is the northing: rows in the area of use of "
            + "EPSG:3908 via EPSG:3962: 1 one way, 1 the other way. Say x-is-east or x-is-north. [axes-unclear]",
            Assert.Single(Reading.Of("a.csv", Table, new ReadOptions { Crs = "EPSG:3908" }).Problems).ToString());
        var told = Reading.Of("a.csv", Table, new ReadOptions { Crs = "EPSG:3908", Axes = PlaneAxes.XIsNorth }).Rows;
        Assert.False(GridConversion.ToGrid(told[0]).IsRefused);
        Assert.Equal("a.csv, row 3, field geometry: The position 4884000 6516000 lies far outside the area of use of EPSG:3908 via EPSG:3962 (16.5 to 19.5 "
            + "degrees east, 40.85 to 46.88 north); easting and northing exchanged it lies inside. [coordinate-outside-area]",
            GridConversion.ToGrid(told[1]).Problem!.ToString());
    }

    [Fact]
    public void What_the_mapping_says_about_the_axes_is_obeyed_and_not_overruled_by_the_option()
    {
        var columns = new GeometryColumns { Form = GeometryForm.Coordinates, X = "X", Y = "Y", Axes = PlaneAxes.XIsEast };
        var options = new ReadOptions { Crs = "EPSG:28405", Geometry = columns };
        Assert.Equal("5541000 5530000", Reading.Text(Reading.Of("a.csv", "X;Y\n5541000;5530000\n", options).Rows[0].Geometry));
        Assert.Equal("axes-unclear", Reading.Of("a.csv", "X;Y\n5541000;5530000\n", options with { Axes = PlaneAxes.XIsNorth }).Problems[0].Code);
    }

    [Fact]
    public void Turning_points_of_a_Gauss_Kruger_table_stand_where_the_survey_was()
    {
        var read = Reading.Of("a.csv", "Polygon ID;Point No;X;Y\nS1;1;5541000;5530000\nS1;2;5541000;5530100\nS1;3;5541100;5530100\nS1;4;5541100;5530000\n"
            + "S2;1;5542000;5530000\nS2;2;5542000;5530100\nS2;3;5542100;5530100\n", new ReadOptions { Crs = "EPSG:28405" });
        Assert.Equal("(5530000 5541000 5530100 5541000 5530100 5541100 5530000 5541100)", Reading.Text(read.Rows[0].Geometry));
        var corner = GridConversion.ToGrid(read.Rows[0]).Get().Polygons[0][0][0];
        Assert.Equal((27.4166714632651, 49.9995232504881), (corner.LonDegrees, corner.LatDegrees), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-8
            && Math.Abs(a.Item2 - b.Item2) < 1e-8);
    }

    private static List<(double Lon, double Lat)> Proj(string parameters, List<(double East, double North)> places)
    {
        var start = new ProcessStartInfo("gdaltransform", ["-s_srs", $"+proj=tmerc +lat_0=0 +units=m +no_defs {parameters}", "-t_srs",
            "+proj=longlat +datum=WGS84 +no_defs", "-output_xy"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        foreach (var (east, north) in places)
        {
            process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{east:0.00} {north:0.00}"));
        }

        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(places.Count, lines.Length);
        return [.. lines.Select(l => l.Split(' ')).Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1],
            CultureInfo.InvariantCulture)))];
    }
}
