using System.Globalization;
using System.Text;
using Furrow.Exchange.Formats;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Labels as people write them: the points of a polygon are put in their order wherever their rows stand, and a benchmark is never a corner.</summary>
public sealed class PointLabelTests
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    public static TheoryData<string> Forms =>
    [
        "TP{0}", "TP {0}", "TP-{0}", "TP_{0}", "TP.{0}", "TP#{0}", "TP №{0}", "TP0{0}", "T.P. {0}", "TP({0})", "TP[{0}]", "({0})", "{0}.", "{0})",
        "#{0}", "No.{0}", "№ {0}", "Pt {0}", "A{0}", "Turning Point {0}", "H-17/TP{0}", "SHA-001-TP{0}", "{0} of 12", "{0}/12", "{0}TP", "{0}-TP",
        "{0} TP", "ПТ{0}", "Dönüş noktası {0}", "TP-{0} (by the road)", "TP{0}: tree", "TP 7-{0}",
        "LETTER", "letter", "1LETTER", "ROMAN", "ORDINAL", "URDU", "ARABIC", "WIDE",
    ];

    private static string Label(string form, int i) => form switch
    {
        "LETTER" => ((char)('A' + i - 1)).ToString(),
        "letter" => ((char)('a' + i - 1)).ToString(),
        "1LETTER" => $"1{(char)('A' + i - 1)}",
        "ROMAN" => Roman[i - 1],
        "ORDINAL" => i + (i == 1 ? "st" : i == 2 ? "nd" : i == 3 ? "rd" : "th"),
        "URDU" => Digits(i, '۰'),
        "ARABIC" => "TP" + Digits(i, '٠'),
        "WIDE" => Digits(i, '０'),
        _ => string.Format(CultureInfo.InvariantCulture, form, i),
    };

    private static string Digits(int number, char zero) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => (char)(zero + d - '0')));

    private static List<InputRow> Read(string heading, IEnumerable<(string Area, string Label, int Corner)> rows) => [.. FormatDetector.Open(SourceFile.Of("a.csv",
        Encoding.UTF8.GetBytes($"hazard code,{heading},latitude,longitude\n" + string.Concat(rows.Select(r =>
            $"{r.Area},\"{r.Label}\",{44 + Turn(r.Corner).Lat:0.000},{(r.Area == "A" ? 18 : 19) + Turn(r.Corner).Lon:0.000}\n"))))).Get().Rows];

    /// <summary>Twelve corners on a line that turns left.</summary>
    private static (double Lon, double Lat) Turn(int corner) => (0.1 * Math.Cos(corner * Math.PI / 6), 0.1 * Math.Sin(corner * Math.PI / 6));

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_points_stand_in_the_order_of_their_labels(string form)
    {
        int[] corners = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], shuffled = [4, 11, 2, 7, 12, 1, 9, 3, 10, 6, 8, 5];
        foreach (var heading in new[] { "point label", "point" })
        {
            var right = Read(heading, new[] { "A", "B" }.SelectMany(a => corners.Select(c => (a, Label(form, c), c)))).ConvertAll(r => Reading.Text(r.Geometry));
            Assert.Equal(2, right.Count);
            var rows = Read(heading, new[] { "A", "B" }.SelectMany(a => shuffled.Select(c => (a, Label(form, c), c))));
            Assert.Equal(right, rows.ConvertAll(r => r.Problem?.ToString() ?? Reading.Text(r.Geometry)));
            Assert.All(rows, r => Assert.Equal("points-put-in-order", Assert.Single(r.Repairs).Code));
        }
    }

    [Theory]
    [InlineData("BM")]
    [InlineData("BM(1)")]
    [InlineData("BM-A")]
    [InlineData("BM A")]
    [InlineData("1 BM")]
    [InlineData("BM: bridge")]
    [InlineData("BM (bridge)")]
    [InlineData("BM١")]
    [InlineData("Reference point (mosque)")]
    public void A_benchmark_is_no_corner_however_it_is_labelled(string label)
    {
        var rows = Read("point label", [("A", label, 30), .. Enumerable.Range(1, 4).Select(c => ("A", $"TP({c})", 3 * c)), ("B", label, 30),
            .. Enumerable.Range(1, 4).Select(c => ("B", $"TP({c})", 3 * c))]);
        Assert.Equal([4, 4], rows.Select(r => r.Geometry.Polygons.Single()[0].Length / 2));
        Assert.Equal([1, 1], rows.Select(r => r.Points.Count));
    }

    /// <summary>What does not tell an order is left in the order of the rows, or refused.</summary>
    [Theory]
    [InlineData("north,oak,gate")]
    [InlineData("A,B,gate")]
    [InlineData("1A,2B,3")]
    public void Words_are_no_order(string labels) => Assert.Null(Furrow.Exchange.Tables.PointLabels.OrderOf(labels.Split(',')));
}
