using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>No guess changes a status, a kind of contamination or a date unseen, and the word of --as overrules none.</summary>
public sealed class RowStatusTests
{
    internal static ImportPlan Plan(string word, string[] rows, Func<ImportOptions, ImportOptions>? more = null)
    {
        var options = new ImportOptions
        {
            As = ImportAs.Find(word)!,
            On = new ReportDate(new DateOnly(2015, 12, 31)),
            Organisation = "Survey office",
            By = Actor.Named("ann"),
            At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };
        var text = Collection([.. rows.Select((properties, i) => Square(100 * i, 0, properties: properties))]);
        return ImportPlan.Prepare(SourceFile.Of("a.geojson", Encoding.UTF8.GetBytes(text)), more?.Invoke(options) ?? options, ProgrammeState.Empty);
    }

    /// <summary>For each row what it becomes, or the problem and column.</summary>
    private static string Told(ImportPlan plan)
    {
        var reports = plan.Reports.ToDictionary(r => r.Source!.Row);
        return plan.Problem is { } whole ? whole.Code
            : string.Join(' ', plan.Rows.Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}" : reports[r.Row].Parts[0].Effect.ToString()));
    }

    private static string[] Column(string name, params string[] values) =>
        [.. values.Select((v, i) => $$"""{"code":"W{{i}}","date":"2016-05-05","{{name}}":"{{v}}"}""")];

    private static readonly string[] Guesses =
    [
        "Not cleared", "To be cleared", "Clearance ongoing", "Clearance suspended", "Uncleared", "Partially cleared", "Unconfirmed", "Not confirmed",
        "Suspended", "No longer suspected", "Closed", "Open", "Awaiting clearance", "Cancelled task", "Shallow search", "Confirmed cleared",
    ];

    [Fact]
    public void A_status_that_is_no_known_word_refuses_its_row_and_is_listed_once()
    {
        foreach (var word in new[] { "mapped", "cleared", "completion", "suspected" })
        {
            var plan = Plan(word, Column("status", [.. Guesses, "Closed"]));
            Assert.All(plan.Rows, r => Assert.Equal(("status-unknown", "status"), (r.Problem!.Code, r.Problem.Where!.Field!)));
            Assert.Equal((17, Guesses.Length), (plan.Account.Refused, plan.OpenWords.Count));
            Assert.Equal(("status", "Closed", 2), (plan.OpenWords[0].Column, plan.OpenWords[0].Value, plan.OpenWords[0].Rows));
            Assert.Equal((2, 11), (plan.Causes[0].Rows, plan.Causes[0].FirstRow));
        }

        Assert.Equal("Clear", Told(Plan("mapped", Column("status", "Cleared"))));
    }

    [Fact]
    public void What_a_person_says_a_word_means_is_obeyed()
    {
        var rows = Column("status", "Not cleared", "Closed", "Cleared", "n/a");
        var plan = Plan("mapped", rows, o => o with { Meanings = [("status", "Not cleared", "confirmed"), ("effect", "Closed", "cancelled"), ("status", "n/a", "")] });
        Assert.Equal("Confirm Cancel Clear field-missing:effect", Told(plan));
        Assert.Equal("?", Plan("mapped", rows).Mapping.Fields.Single(f => f.Field == "effect").Values!["Closed"]);
        Assert.Equal("Confirm Cancel Clear field-missing:effect", Told(Plan("mapped", rows, o => o with { Mapping = plan.Mapping })));
        Assert.Equal("mapping-unreadable", Told(Plan("mapped", rows, o => o with { Meanings = [("status", "Closed", "finished")] })));
        Assert.Equal("mapping-unreadable", Told(Plan("mapped", rows, o => o with { Meanings = [("colour", "Closed", "cleared")] })));
    }

    [Theory]
    [InlineData("cleared", "Clear status-contradicts:status status-contradicts:status status-contradicts:status status-contradicts:status Clear")]
    [InlineData("suspected", "status-contradicts:status Suspect status-contradicts:status status-contradicts:status status-contradicts:status "
        + "status-contradicts:status")]
    [InlineData("completion", "Clear status-contradicts:status Cancel status-contradicts:status Reduce Clear")]
    [InlineData("technical-survey", "Clear Suspect status-contradicts:status Confirm Reduce Clear")]
    [InlineData("mapped", "Clear Suspect Cancel Confirm Reduce Clear")]
    public void A_status_that_says_something_else_is_never_overruled(string word, string told)
    {
        var rows = Column("status", "Cleared", "Suspected", "Cancelled", "Confirmed", "Reduced", "Cleared");
        Assert.Equal(told, Told(Plan(word, rows)));
        var left = Plan("cleared", rows, o => o with { Leave = ["status"] });
        Assert.Equal("Clear Clear Clear Clear Clear Clear", Told(left));
        Assert.Contains(left.Warnings, w => w.Code == "column-left");
        Assert.Equal("Suspected", left.Reports[1].Extra.Texts["status"]);
    }

    [Theory]
    [InlineData("Task status", "Closed", "status-unknown:Task status")]
    [InlineData("phase", "Clearance ongoing", "status-unknown:phase")]
    [InlineData("phase", "Suspected", "status-contradicts:phase")]
    [InlineData("phase", "Cleared", "Clear")]
    [InlineData("Cleared", "No", "status-contradicts:Cleared")]
    [InlineData("Cleared", "false", "status-contradicts:Cleared")]
    [InlineData("is cleared?", "no", "status-contradicts:is cleared?")]
    [InlineData("Cleared (Y/N)", "N", "status-contradicts:Cleared (Y/N)")]
    [InlineData("demined", "no", "status-contradicts:demined")]
    [InlineData("Təmizlənib", "xeyr", "status-contradicts:Təmizlənib")]
    [InlineData("Clearance needed", "yes", "status-unknown:Clearance needed")]
    [InlineData("suspected", "yes", "status-contradicts:suspected")]
    [InlineData("Cleared", "Yes", "Clear")]
    [InlineData("suspected", "no", "Clear")]
    [InlineData("reference", "SHA-001", "Clear")]
    [InlineData("reference", "CHA_12", "Clear")]
    [InlineData("status", "CHA-001", "status-unknown:status")]
    [InlineData("activity", "Mine clearance", "Clear")]
    [InlineData("remarks", "Not cleared in the north", "column-contradicts:remarks")]
    public void A_column_nobody_reads_that_speaks_of_status_is_not_passed_over(string column, string value, string told)
    {
        Assert.Equal(told, Told(Plan("cleared", Column(column, value))));
        Assert.Equal("Clear", Told(Plan("cleared", Column(column, value), o => o with { Leave = [column] })));
    }

    [Theory]
    [InlineData("reference", "technical-survey", "Reduce Reduce Reduce Reduce")]
    [InlineData("reference", "cleared", "Clear Clear Clear Clear")]
    [InlineData("reference", "mapped", "field-missing:effect field-missing:effect field-missing:effect field-missing:effect")]
    public void A_code_of_an_area_is_no_status(string column, string word, string told) =>
        Assert.Equal(told, Told(Plan(word, Column(column, "CHA-001", "CHA-001", "CHA-002", "CHA-002"))));

    [Fact]
    public void A_code_that_repeats_is_no_status_either() => Assert.Equal("Clear Clear Clear Clear", Told(Plan("cleared",
        [.. new[] { "CHA-001", "CHA-001", "CHA-002", "CHA-002" }.Select(c => $$"""{"code":"{{c}}","date":"2016-05-01"}""")])));

    [Theory]
    [InlineData("Contamination type", "no mines", "kinds-unknown:Contamination type")]
    [InlineData("Contamination type", "PMA-2", "kinds-unknown:Contamination type")]
    [InlineData("Contamination type", "Mines and UXO", "Suspect")]
    [InlineData("start date", "soon", "field-unreadable:start date")]
    [InlineData("depth", "surface", "field-unreadable:depth")]
    [InlineData("depth cm", "20", "Suspect")]
    [InlineData("completed", "31.02.2016", "field-unreadable:completed")]
    public void A_value_that_is_there_and_cannot_be_read_never_falls_to_a_default(string column, string value, string told) =>
        Assert.Equal(told, Told(Plan("suspected", Column(column, value))));

    [Theory]
    [InlineData("depthSearched", "surface", "field-unreadable:x")]
    [InlineData("depthSearched", "0.2", "field-unreadable:x")]
    [InlineData("depthSearched", "20-30", "field-unreadable:x")]
    [InlineData("depthSearched", "0.2 m", "Clear")]
    [InlineData("surfaceReleases", "perhaps", "field-unreadable:x")]
    [InlineData("evidenceStrength", "not direct", "field-unreadable:x")]
    [InlineData("start", "31.02.2016", "field-unreadable:x")]
    [InlineData("end", "31.02.2016", "field-unreadable:x")]
    [InlineData("kind", "survey of some sort", "field-unreadable:x")]
    [InlineData("kind", "technical survey", "status-contradicts:x")]
    [InlineData("kind", "clearance", "Clear")]
    [InlineData("kinds", "not mined", "kinds-unknown:x")]
    [InlineData("statedArea", "3 jerib", "Clear")]
    [InlineData("corrects", "R-1", "report-code-unknown:corrects")]
    public void Each_field_refuses_what_it_cannot_read_or_keeps_it_as_it_came(string field, string value, string told)
    {
        var mapping = new Mapping { Fields = [new FieldRule { Field = field, Column = "x" }], Leave = ["date"] };
        var plan = Plan("cleared", Column("x", value), o => o with { Mapping = mapping });
        Assert.Equal(told, Told(plan));
        if (field == "statedArea")
        {
            Assert.Equal(value, plan.Reports[0].Extra.Texts["x"]);
            Assert.Contains(plan.Groups, g => g.Check.Code == "field-unreadable");
        }
    }

    [Fact]
    public void A_stated_area_that_cannot_be_read_is_all_that_a_row_without_polygon_has()
    {
        var text = Collection("""{"type":"Feature","geometry":null,"properties":{"area":"3 jerib"}}""");
        var plan = ImportPlan.Prepare(SourceFile.Of("a.geojson", Encoding.UTF8.GetBytes(text)), Plan("cleared", []).Options with
        {
            Mapping = new Mapping { Fields = [new FieldRule { Field = "statedArea", Column = "area" }] },
        }, ProgrammeState.Empty);
        Assert.Equal("field-unreadable:area", Told(plan));
    }

    [Theory]
    [InlineData("Planned completion date", "2016-05-05", "column-unclear")]
    [InlineData("Date entered", "2016-05-05", "column-unclear")]
    [InlineData("Main hazard type", "mines", "column-unclear")]
    [InlineData("Contract number", "2016", "Suspect")]
    public void A_column_that_may_be_the_date_or_the_contamination_is_asked_about(string column, string value, string told)
    {
        var row = new[] { $$"""{"{{column}}":"{{value}}"}""" };
        Assert.Equal(told, Told(Plan("suspected", row)));
        Assert.Equal("Suspect", Told(Plan("suspected", row, o => o with { Leave = [column] })));
    }

    [Theory]
    [InlineData("date", "soon")]
    [InlineData("Completion date", "1394/10/10")]
    [InlineData("depth", "deep")]
    public void A_column_of_the_right_name_refuses_row_by_row_what_is_not_of_its_kind(string column, string value) =>
        Assert.Equal($"field-unreadable:{column} Suspect", Told(Plan("suspected", [$$"""{"{{column}}":"{{value}}"}""", """{"other":"x"}"""])));

    [Fact]
    public void The_end_of_work_goes_before_the_date_of_its_report()
    {
        var plan = Plan("cleared", ["""{"Date of report":"2016-06-30","Completion date":"2016-05-31","Start date":"2016-05-01"}"""]);
        Assert.Equal((new DateOnly(2016, 5, 1), new DateOnly(2016, 5, 31)), (plan.Reports[0].Start!.Value.Day, plan.Reports[0].End.Day));
    }

    [Fact]
    public void A_mapping_whose_columns_no_row_has_is_refused()
    {
        Mapping Of(params string[] fields) => new() { Fields = [.. fields.Select(f => new FieldRule { Field = f, Column = f == "code" ? "code" : "colour" })] };
        Assert.Equal("column-missing", Told(Plan("cleared", Column("x", "y"), o => o with { Mapping = Of("effect", "code") with { Leave = ["date"] } })));
        Assert.Equal("column-missing", Told(Plan("cleared", Column("x", "y"), o => o with { Mapping = Of("remarks") with { Leave = ["date"] } })));
        var told = Plan("cleared", Column("x", "y"), o => o with { Mapping = Of("remarks", "code") with { Leave = ["date"] } });
        Assert.Equal("Clear", Told(told));
        Assert.Contains(told.Warnings, w => w.Code == "column-missing");
    }
}
