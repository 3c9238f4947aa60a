using System.Net;
using System.Text.Json;

namespace Furrow.Server.Tests.Imports;

/// <summary>The rules of the field's own check of geometries, a file for each: what is named as finding, repair or refusal, by the command line and by the
/// page.</summary>
public sealed class GeocheckTests(CasesByDoor doors) : IClassFixture<CasesByDoor>
{
    private static readonly (string, string)[] About = [("as", "suspected"), ("on", "2020-01-01"), ("organisation", "EXERCISE")];

    /// <summary>Findings about what a record lacks: they say nothing of what is drawn.</summary>
    private static readonly string[] OfMinimumData = ["missing-field", "assumed-date"];

    /// <summary>File, and all that is named.</summary>
    public static TheoryData<string, string> Rules => new()
    {
        { "01_bowtie.geojson", "The line crosses itself near 18.001 44. | The outline crossed or touched itself." },
        { "02_two_points.geojson", "A ring has 2 different points; land needs at least three. | A ring of 2 different points encloses nothing and was left out." },
        { "02b_one_point_thrice.geojson", "2 repeated points were left out. | 3 points are entered twice in a row. | A ring has 1 different points; land needs at least three. | "
            + "A ring of 1 different points encloses nothing and was left out." },
        { "03_dup_polygon_in_record.geojson", "Parts of the polygon overlapped and were joined. | Polygons 1 and 2 of the record are the same, point by point." },
        { "03b_dup_polygon_two_records.geojson", "The polygon is that of G3b1, point by point." },
        { "04_dup_code.geojson", "The code G4 is taken." },
        { "05_dup_code_trimmed.geojson", "The code \"G5 \" differs from \"G5\" only in blanks or case." },
        { "06_dup_point_nonconsecutive.geojson", "The line comes to the point 18.0605 44.0005 2 times, not in a row. | The line touches itself near 18.06 44.001. | "
            + "The outline crossed or touched itself." },
        { "06b_dup_point_consecutive.geojson", "1 repeated points were left out. | One point is entered twice in a row." },
        { "09_dup_points.geojson", "The point 18.07 44 is that of G9a." },
        { "14_long_leg.geojson", "From 18.1 44 to 18.17 44 it is 5.6 km, more than 5 km." },
        { "15_multipart_overlap.geojson", "Parts of the polygon overlapped and were joined. | Polygons 1 and 2 of the record overlap by 891 m², 10 % of the smaller." },
        { "15b_multipart_overlap_1pc.geojson", "Parts of the polygon overlapped and were joined. | Polygons 1 and 2 of the record overlap by 178 m², 2 % of the smaller." },
        { "16_closing_repeated.geojson", "1 repeated points were left out. | The point that closes the line is entered more than once." },
        { "17_last2_first2.geojson", "Lines of the drawing touched or lay on each other; the outline was drawn anew. | The last two points of the line are its first two again." },
        { "18_not_closed.geojson", "The line of the polygon was not closed; its last point was joined to its first." },
        { "19_spike.geojson", "The line runs out to 18.331 44.003 and back over itself: a spike without land. | The outline crossed or touched itself." },
        { "20_tp_ok.csv", "" },
        { "21_tp_dup_shapeid_in_record.csv", "The polygon id 'P1' stands for 2 polygons of the record: the numbers of its points begin again. Each was taken as a polygon." },
        { "22_tp_dup_shapeid_trimmed.csv", "The polygon ids 'P1' and 'P1 ' differ only in blanks and stand for 2 polygons of the record. Each was taken as a polygon." },
        { "23_tp_two_shapes_one_record.csv", "" },
        { "24_tp_dup_label.csv", "The label 'TP2' stands at 2 points of one polygon." },
        { "25_tp_closing_repeated.csv", "The last point of the polygon is its first again; it was taken once." },
        { "26_tp_last2_first2.csv", "Lines of the drawing touched or lay on each other; the outline was drawn anew. | The last two points of the line are its first two again." },
        { "27_tp_two_only.csv", "The polygon has 2 turning points; it needs three." },
        { "28_tp_unordered.csv", "The points of the polygon do not stand in order; they were put in the order of their numbers or labels." },
        { "29_tp_wrong_order_numbers.csv", "The line crosses itself near 18.401 44.09. | The outline crossed or touched itself." },
        { "30_point_dup_localid.csv", "The code \"B2\" differs from \"B2 \" only in blanks or case. | The code B1 is taken." },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_that_is_broken_is_named_by_both_doors(string file, string named)
    {
        var path = CaseFiles.Of(doors.Shell, "geocheck/" + file);
        var answer = doors.Shell.Json(["import", path, .. About.SelectMany(a => new[] { "--" + a.Item1, a.Item2 })]);
        var told = OfGroups(answer).Concat(OfRows(answer)).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(named, string.Join(" | ", told));
        var page = WebUtility.HtmlDecode(await doors.PageOf(path, About));
        Assert.All(told, sentence => Assert.Contains(sentence, page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> OfGroups(JsonElement answer) => answer.GetProperty("groups").EnumerateArray()
        .Where(g => !OfMinimumData.Contains(g.GetProperty("check").GetString()))
        .SelectMany(g => g.GetProperty("examples").EnumerateArray().Select(e => e.GetProperty("sentence").GetString()!));

    private static IEnumerable<string> OfRows(JsonElement answer) => answer.GetProperty("rows").EnumerateArray()
        .SelectMany(r => r.GetProperty("repairs").EnumerateArray().Select(SentenceOf)
            .Concat(r.GetProperty("problem") is { ValueKind: JsonValueKind.Object } problem ? [SentenceOf(problem)] : []));

    private static string SentenceOf(JsonElement said) => said.ValueKind == JsonValueKind.String ? said.GetString()! : said.GetProperty("sentence").GetString()!;
}
