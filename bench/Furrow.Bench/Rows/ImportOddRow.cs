using System.Diagnostics;
using System.Globalization;
using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Formats;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Bench.Rows;

/// <summary>Files that are small or plain to a person and were slow or lost somewhere once: a random knot, rows without end that hold nothing, and points under
/// exchanged headings, many of them equal.</summary>
public sealed class ImportOddRow : IBenchRow
{
    private const string Headings = "Code,Status,Date,Organisation,Latitude,Longitude\n";
    private const string Row = "A1,suspected,2020-01-01,EXERCISE,44.1,17.2\n";

    public string Name => "import-odd";

    public string Work => "odd files: a knot, blank rows, exchanged headings with equal rows";

    public void Run(BenchContext context, RowReport report)
    {
        using var folder = new TemporaryFolder();
        using var programme = BenchProgramme.Open(folder.File("odd.furrow"));
        Try(programme, folder, "warm-up.csv", Headings + Row);

        var (plan, seconds) = Try(programme, folder, "knot.geojson", Knot(context.Scaled(3_000)));
        report.Limit($"a random knot of {context.Scaled(3_000)} points, {plan.Rows[0].Verdict}", seconds, 5, 1, "s");

        var blank = context.Scaled(300_000);
        (plan, seconds) = Try(programme, folder, "blank.csv", Headings + Row + string.Concat(Enumerable.Repeat(",,,,,\n", blank)));
        report.Limit($"{blank} blank rows of a CSV, {plan.Account.Read} read", seconds, 3, 1, "s");
        (plan, seconds) = Try(programme, BlankWorkbook.Write(folder.File("blank.xlsx"), Headings + Row, blank), null);
        report.Limit($"{blank} blank rows of a workbook, {plan.Account.Read} read", seconds, 3, 1, "s");
        Exchanged(programme, folder, context.Scaled(12_390), report);
    }

    private static void Exchanged(Programme programme, TemporaryFolder folder, int rows, RowReport report)
    {
        var text = new StringBuilder(Headings);
        for (var i = 0; i < rows; i++)
        {
            // The last three tenths are one row, again and again.
            var n = Math.Min(i, rows * 7 / 10);
            text.Append(CultureInfo.InvariantCulture, $",suspected,2020-01-01,EXERCISE,{17 + n * 0.0001:F4},{44 + n * 0.0001:F4}\n");
        }

        var box = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"North"},"geometry":{"type":"Polygon","coordinates":[[[15,42],[20,42],[20,46],[15,46],[15,42]]]}}]}""";
        File.WriteAllText(folder.File("places.geojson"), box);
        var places = PlaceFile.Read(folder.File("places.geojson"), null).Get();
        var (plan, seconds) = Try(programme, folder, "exchanged.csv", text.ToString(), places);
        var named = plan.Groups.Where(g => g.Check.Code == "swapped-coordinates").Sum(g => g.Count);
        report.Same("rows kept", plan.Apply(programme).Get().Reports, rows, 0);
        report.Same("rows of which the exchange is named", named, rows, 0);
        report.SayCompared();
        report.Note(RowReport.Text($"{rows} rows under exchanged headings, three tenths equal: all kept, the exchange named for each, {seconds:F2} s"));
    }

    private static (ImportPlan Plan, double Seconds) Try(Programme programme, TemporaryFolder folder, string file, string text, PlaceSet? places = null)
    {
        File.WriteAllText(folder.File(file), text);
        return Try(programme, folder.File(file), places);
    }

    private static (ImportPlan Plan, double Seconds) Try(Programme programme, string path, PlaceSet? places)
    {
        var watch = Stopwatch.StartNew();
        var plan = ImportPlan.Prepare(SourceFile.At(path), new ImportOptions
        {
            As = ImportAs.Find("mapped")!,
            Confirms = true,
            Reading = path.EndsWith("json", StringComparison.Ordinal) ? ReadOptions.Default : new ReadOptions { Crs = "EPSG:4326" },
            Places = places is null ? PlaceChoice.Last : PlaceChoice.Of(places),
            By = Actor.Named(BenchProgramme.Author),
            At = BenchProgramme.At,
        }, programme.State);
        return plan.Problem is null ? (plan, watch.Elapsed.TotalSeconds) : throw new AnswersDifferException(plan.Problem.ToString());
    }

    private static string Knot(int points)
    {
        var random = new Random((int)BenchContext.Seed);
        string Point() => string.Create(CultureInfo.InvariantCulture, $"[{17 + random.NextDouble() * 0.01:F9},{44 + random.NextDouble() * 0.01:F9}]");
        var ring = Enumerable.Range(0, points).Select(_ => Point()).ToList();
        return $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"K1","status":"suspected","date":"2020-01-01","organisation":"EXERCISE"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', ring.Append(ring[0]))}}}]]}}]}""";
    }
}
