using System.Globalization;
using System.Text;
using Furrow.Exchange.Projections;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>A table whose headings Latitude and Longitude stand over each other's columns, with many rows that are equal and meant so: all are kept, also when
/// the file comes a second time, and what is wrong is named. Its full size is measured by the benchmark "import-odd".</summary>
public sealed class ExchangedHeadingsTests : IDisposable
{
    private const int Rows = 400;
    private const int Equal = Rows * 3 / 10;

    private static readonly string[] About = ["--as", "suspected", "--on", "2015-12-31", "--organisation", "EXERCISE office", "--baseline", "--accept", "old",
        "--crs", "EPSG:4326", "--places", "places.geojson"];

    private readonly Shell _shell = new();

    public ExchangedHeadingsTests()
    {
        _shell.Write("places.geojson", Collection(Square(-2000, -2000, 8000, """{"name":"North"}""")));
        _shell.Write("right.csv", Table("Longitude,Latitude"));
        _shell.Write("exchanged.csv", Table("Latitude,Longitude"));
    }

    public void Dispose() => _shell.Dispose();

    /// <summary>Points near 10° E 45° N, the last of them again and again without any other word.</summary>
    private static string Table(string headings) => new StringBuilder(headings).Append(",Team\n").AppendJoin('\n', Enumerable.Range(0, Rows)
        .Select(i => Math.Min(i, Rows - Equal)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{10 + i * 0.0001:F4},{45 + i * 0.0001:F4},T1"))).ToString();

    private int Found(params string[] verb) => _shell.Json(verb).GetProperty("groups").EnumerateArray()
        .Where(g => g.GetProperty("check").GetString() == "swapped-coordinates").Sum(g => g.GetProperty("findings").GetInt32());

    [Fact]
    public void All_rows_are_kept_and_the_exchange_is_named()
    {
        Assert.Equal(0, Found(["import", "right.csv", .. About]));
        Assert.NotEqual(0, _shell.Run(["import", "exchanged.csv", .. About, "--apply"]));
        var plan = _shell.Json(["import", "exchanged.csv", .. About, "--axes", "as-named", "--apply"]).GetProperty("account");
        Assert.Equal((Rows, Rows), (plan.GetProperty("read").GetInt32(), plan.GetProperty("withPoint").GetInt32()));
        Assert.Equal(Rows, Found("findings", "list", "--places", "places.geojson"));

        var again = _shell.Json(["import", "exchanged.csv", .. About]).GetProperty("account");
        Assert.Equal(Rows, again.GetProperty("alreadyHere").GetInt32());
    }

    /// <summary>What shows it without boundaries, in a programme that has nothing yet: file, then the standing and meaning of the axes.</summary>
    [Theory]
    [InlineData("code,Latitude,Longitude\nA,120.1,30.2\nB,120.2,30.3", "not-known")]
    [InlineData("code,Latitude,Longitude\nA,17.66 E,44.22 N\nB,17.67 E,44.23 N", "not-known")]
    [InlineData("code,Easting,Northing,Zone\nA,4899000,712000,33N\nB,4899500,712300,33N", "not-known")]
    [InlineData("code,Latitude,Longitude\nA,17.66,44.22\nB,17.67,44.23", "known as-named")]
    [InlineData("code,X,Y\nA,44.22,17.66\nB,44.23,17.67", "proposed x-is-east")]
    [InlineData("code,X,Y\nA,44.22,107.66\nB,44.23,107.67", "known x-is-north")]
    [InlineData("code,X,Y\nA,44.22 N,17.66 E\nB,44.23 N,17.67 E", "known x-is-north")]
    public void What_shows_the_order_is_told_and_what_speaks_against_it_is_asked(string table, string axes)
    {
        _shell.Write("a.csv", table);
        var entry = _shell.Json(["import", "a.csv", .. About.Where(a => a is not ("--crs" or "EPSG:4326" or "--places" or "places.geojson"))])
            .GetProperty("dictionary").EnumerateArray().Single(e => e.GetProperty("topic").GetString() == "axis-order");
        Assert.Equal(axes, $"{entry.GetProperty("standing").GetString()} {entry.GetProperty("meaning").GetString()}".Trim());
        Assert.NotEqual("", entry.GetProperty("why").GetString());
    }

    [Fact]
    public void Exchanged_beside_a_grid_reference_they_agree()
    {
        _shell.Write("a.csv", "code,Latitude,Longitude,MGRS\nA,10.001,45.001,REF1\nB,10.002,45.002,REF2".Replace("REF1", Mgrs.Format(10.001, 45.001), StringComparison.Ordinal)
            .Replace("REF2", Mgrs.Format(10.002, 45.002), StringComparison.Ordinal));
        var plan = _shell.Json(["import", "a.csv", .. About]);
        Assert.Equal(2, plan.GetProperty("account").GetProperty("refused").GetInt32());
        Assert.Contains(plan.GetProperty("dictionary").EnumerateArray(), e => e.GetProperty("topic").GetString() == "axis-order" && e.GetProperty("open").GetBoolean());
        Assert.Equal(0, _shell.Json(["import", "a.csv", .. About, "--axes", "exchanged"]).GetProperty("account").GetProperty("refused").GetInt32());
    }

    [Fact]
    public void Degrees_under_X_and_Y_need_no_answer_where_the_programme_works()
    {
        _shell.Write("a.csv", "code,X,Y\nA,10.001,45.001\nB,10.002,45.002");
        Assert.Equal(0, _shell.Run(["import", "a.csv", .. About, "--apply"]));
        _shell.Write("b.csv", "code,X,Y\nC,45.001,10.001\nD,45.002,10.002");
        Assert.NotEqual(0, _shell.Run(["import", "b.csv", .. About, "--apply"]));
        Assert.Equal(0, Found(["import", "b.csv", .. About, "--axes", "x-is-north", "--apply"]));
    }
}
