using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Pages;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>The status words of our own exports come back as what they are: an effect, or a row that states nothing and makes no report.</summary>
public sealed class OwnStatusTests
{
    private static ImportPlan Plan(string word, params string[] properties) => RowStatusTests.Plan(word, properties);

    private static string Told(ImportPlan plan)
    {
        var reports = plan.Reports.ToDictionary(r => r.Source!.Row);
        return string.Join(' ', plan.Rows.Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}"
            : reports.TryGetValue(r.Row, out var report) ? report.Parts[0].Effect.ToString() : r.Verdict.ToString()));
    }

    [Theory]
    [InlineData("mapped", "NoReport Suspect Confirm FindNoEvidence Cancel Reduce Clear Investigate NoReport report-field-missing:handed~over~to TakeBack")]
    [InlineData("suspected", "NoReport Suspect * * * * * * NoReport * *")]
    [InlineData("cleared", "NoReport * * * * * Clear * NoReport * *")]
    public void Every_status_is_an_effect_or_states_nothing(string word, string told)
    {
        var plan = Plan(word, [.. Statuses.Names.Select(n => $$"""{"status":"{{n.Name}}"}""")]);
        Assert.Equal(told.Replace("*", "status-contradicts:status", StringComparison.Ordinal).Replace('~', ' '), Told(plan));
        Assert.Empty(plan.OpenWords);
        Assert.Equal(2, plan.Account.NoReport);
    }

    [Fact]
    public void A_row_that_states_nothing_is_counted_apart_and_told_in_each_language()
    {
        var plan = Plan("suspected", """{"status":"suspected"}""", """{"status":"Unrecorded"}""");
        Assert.Equal((2, 1, 1, 0), (plan.Account.Read, plan.Account.Taken, plan.Account.NoReport, plan.Account.Refused));
        var note = Assert.Single(plan.Rows[1].Notes);
        Assert.Contains("'Unrecorded'", note.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, Texts.Languages.Select(l => Said.Note(Texts.In(l.Code), note)).Distinct().Count());
    }

    [Fact]
    public void A_find_on_released_land_says_that_no_release_is_made_of_it()
    {
        var plan = Plan("mapped", """{"status":"released-under-investigation"}""");
        Assert.Equal((ReportKind.ResidualItem, LandEffect.Investigate), (plan.Reports[0].Kind, plan.Reports[0].Parts[0].Effect));
        Assert.Equal(5, Texts.Languages.Select(l => Said.Note(Texts.In(l.Code), plan.Rows[0].Notes[0])).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"status":"unrecorded","Cleared":"yes"}""", "status-contradicts:Cleared")]
    [InlineData("""{"status":"unrecorded","Cleared":"no"}""", "NoReport")]
    [InlineData("""{"status":"unrecorded","Task status":"cleared"}""", "status-contradicts:Task status")]
    [InlineData("""{"status":"unrecorded","Task status":"open"}""", "status-unknown:Task status")]
    [InlineData("""{"status":"unrecorded","report kind":"clearance"}""", "status-contradicts:report kind")]
    [InlineData("""{"status":"cleared","Task status":"unrecorded"}""", "status-contradicts:Task status")]
    [InlineData("""{"status":"not unrecorded"}""", "status-unknown:status")]
    [InlineData("""{"status":"unrecorded?"}""", "status-unknown:status")]
    public void Beside_it_nothing_may_be_stated(string properties, string told) => Assert.Equal(told, Told(Plan("cleared", properties)));

    [Fact]
    public void A_person_may_say_of_a_word_that_it_states_nothing()
    {
        var rows = new[] { """{"status":"blank"}""", """{"status":"cleared"}""" };
        var mapped = Plan("cleared", rows).Mapping.WithMeaning("status", "blank", ValueWords.Nothing).Value!;
        var options = Plan("cleared", rows).Options with { Mapping = mapped };
        var plan = ImportPlan.Prepare(SourceFile.Of("a.geojson", Encoding.UTF8.GetBytes(Collection(Square(0, 0, properties: rows[0]),
            Square(100, 0, properties: rows[1])))), options, ProgrammeState.Empty);
        Assert.Equal("NoReport Clear", Told(plan));
        Assert.Contains("'blank'", plan.Rows[0].Notes[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_command_line_exports_it_reads_again_without_an_unknown_word()
    {
        using var shell = new Shell();
        shell.Write("land.geojson", Collection(Square(0, 0, properties: """{"code":"H1"}"""), Square(100, 0, properties: """{"code":"H2"}"""),
            Square(200, 0, properties: """{"code":"H3"}""")));
        shell.Write("cleared.geojson", Collection(Square(0, 0, properties: """{"code":"C1"}"""), Square(100, 0, properties: """{"code":"C2"}""")));
        shell.Write("find.geojson", Collection(Square(102, 2, 3, """{"code":"F1"}""")));
        foreach (var (file, word, on) in new[] { ("land", "suspected", "2015-12-31"), ("cleared", "cleared", "2016-12-31"), ("find", "residual-item", "2017-06-30") })
        {
            Assert.Equal(0, shell.Run("import", file + ".geojson", "--as", word, "--on", on, "--organisation", "Survey office", "--baseline",
                "--accept", "old archive", "--apply"));
        }

        Assert.Equal(0, shell.Run("export", "areas", "areas.csv"));
        Assert.Contains("unrecorded", shell.Read("areas.csv"), StringComparison.Ordinal);
        Assert.Equal(0, shell.Run("export", "land", "pieces.csv"));
        Assert.Contains("released-under-investigation", shell.Read("pieces.csv"), StringComparison.Ordinal);
        foreach (var file in new[] { "areas.csv", "pieces.csv" })
        {
            var told = shell.Json("import", file, "--as", "mapped", "--on", "2018-12-31", "--organisation", "Survey office", "--programme", "again.furrow",
                "--leave", "kind");
            Assert.Equal(0, told.GetProperty("account").GetProperty("refused").GetInt32());
        }
    }
}
