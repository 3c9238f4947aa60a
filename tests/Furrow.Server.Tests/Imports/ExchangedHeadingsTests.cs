using System.Globalization;
using System.Text;
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
        var plan = _shell.Json(["import", "exchanged.csv", .. About, "--apply"]).GetProperty("account");
        Assert.Equal((Rows, Rows), (plan.GetProperty("read").GetInt32(), plan.GetProperty("withPoint").GetInt32()));
        Assert.Equal(Rows, Found("findings", "list", "--places", "places.geojson"));

        var again = _shell.Json(["import", "exchanged.csv", .. About]).GetProperty("account");
        Assert.Equal(Rows, again.GetProperty("alreadyHere").GetInt32());
    }
}
