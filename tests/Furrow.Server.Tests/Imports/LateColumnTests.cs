using System.Text;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>A column that has its first value behind the rows that are looked at first counts as any other.</summary>
public sealed class LateColumnTests
{
    private const int Before = 2_050;

    private static ImportPlan Plan(string name, string text)
    {
        var options = new ImportOptions
        {
            As = ImportAs.Find("cleared")!,
            On = new ReportDate(new DateOnly(2018, 12, 31)),
            Organisation = "Survey office",
            By = Actor.Named("ann"),
            At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };
        return ImportPlan.Prepare(SourceFile.Of(name, Encoding.UTF8.GetBytes(text)), options, ProgrammeState.Empty);
    }

    private static string Last(ImportPlan plan) => plan.Problem is { } whole ? whole.Code : plan.Rows[^1].Problem is { } p ? $"{p.Code}:{p.Where?.Field}"
        : plan.Reports.FirstOrDefault(r => r.Source!.Row == plan.Rows[^1].Row) is { } r ? $"{r.End.Day:yyyy-MM-dd} {r.Code} {r.Team}" : "?";

    [Theory]
    [InlineData("""{"status":"Suspected"}""", "status-contradicts:status")]
    [InlineData("""{"status":"not yet"}""", "status-unknown:status")]
    [InlineData("""{"phase":"Suspected"}""", "status-contradicts:phase")]
    [InlineData("""{"QA result":"failed"}""", "status-contradicts:QA result")]
    [InlineData("""{"Completion date":"2016-05-05"}""", "2016-05-05")]
    [InlineData("""{"code":"LATE-1"}""", "2018-12-31 LATE-1")]
    [InlineData("""{"team":"Team 4"}""", "2018-12-31 a/2051 Team 4")]
    [InlineData("""{"Threat":"AP mines"}""", "column-unclear")]
    [InlineData("""{"colour":"red"}""", "2018-12-31")]
    public void A_key_that_first_stands_in_a_late_feature_is_found(string properties, string told)
    {
        var plan = Plan("a.geojson", Collection([.. Enumerable.Range(0, Before).Select(_ => Nowhere()), Square(-90, 0, properties: properties)]));
        Assert.StartsWith(told, Last(plan), StringComparison.Ordinal);
        Assert.True(plan.Problem is not null || plan.Account.Read == Before + 1);
    }

    [Theory]
    [InlineData("Cleared", "pending", "status-unknown:Cleared")]
    [InlineData("phase", "Suspected", "status-contradicts:phase")]
    [InlineData("colour", "red", "2018-12-31")]
    public void A_column_of_a_table_that_is_blank_for_long_is_found(string column, string late, string told)
    {
        var text = $"no,{column},WKT\n" + string.Concat(Enumerable.Range(0, Before).Select(i => $"{i},,\n"))
            + $"{Before},{late},\"POLYGON((18 44,18.001 44,18.001 44.001,18 44))\"\n";
        var plan = Plan("a.csv", text);
        Assert.StartsWith(told, Last(plan), StringComparison.Ordinal);
        Assert.True(column != "colour" || plan.Rows[^1].Shape is not null);
    }
}
