using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;

namespace Furrow.Server.Tests.Imports;

/// <summary>Records that an office has not approved are not imported as approved, and a person says which rows are meant.</summary>
public sealed class ChosenRowTests
{
    private static string Told(ImportPlan plan) => plan.Problem?.Code ?? string.Join(' ', plan.Rows.Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}" : "taken"));

    private static ImportPlan Plan(string column, string[] values, params string[] only) => RowStatusTests.Plan("suspected",
        [.. values.Select(v => $$"""{"{{column}}":"{{v}}"}""")], o => only.Length == 0 ? o
            : o with { Reading = new ReadOptions { Only = new Dictionary<string, IReadOnlyList<string>> { [column] = only } } });

    [Theory]
    [InlineData("Approval", "taken record-not-approved:Approval record-not-approved:Approval taken")]
    [InlineData("Workflow", "taken record-not-approved:Workflow record-not-approved:Workflow taken")]
    [InlineData("Status", "status-unknown:Status status-unknown:Status status-unknown:Status status-unknown:Status")]
    public void A_row_that_nobody_approved_is_not_imported(string column, string told) =>
        Assert.Equal(told, Told(Plan(column, ["Approved", "Rejected", "Draft", "Validated"])));

    /// <summary>Whatever the column is called, a release waits for a person.</summary>
    [Theory]
    [InlineData("Report state", "column-contradicts", "column-contradicts")]
    [InlineData("Stanje izvještaja", "status-unknown", "status-unknown")]
    [InlineData("State", "column-contradicts", "column-contradicts")]
    [InlineData("Phase", "column-contradicts", "column-contradicts")]
    [InlineData("Decision", "column-contradicts", "column-contradicts")]
    [InlineData("Razvrstavanje", "column-contradicts", "column-contradicts")]
    [InlineData("Approval", "status-contradicts", "record-not-approved")]
    [InlineData("Approved by QA", "column-contradicts", "column-contradicts")]
    public void Nor_does_it_come_in_as_a_release_under_any_name(string column, string rejected, string draft) => Assert.Equal((rejected, draft),
        Codes(RowStatusTests.Plan("cleared", [.. ((string[])["Rejected", "Draft"]).Select(v => $$"""{"{{column}}":"{{v}}"}""")])));

    private static (string? First, string? Second) Codes(ImportPlan plan) => (plan.Rows[0].Problem?.Code, plan.Rows[1].Problem?.Code);

    [Fact]
    public void A_word_of_the_office_among_others_makes_a_release_wait() => Assert.Equal("taken column-contradicts:Phase taken",
        Told(RowStatusTests.Plan("cleared", ["""{"Phase":"summer"}""", """{"Phase":"Draft"}""", """{"Phase":"second half"}"""])));

    [Theory]
    [InlineData("Approval")]
    [InlineData("Status")]
    [InlineData("Record status")]
    public void Rows_are_chosen_by_a_column_that_is_then_no_status_of_land(string column)
    {
        var plan = Plan(column, ["Approved", "Rejected", "Draft", "approved"], "Approved");
        Assert.Equal("taken taken", Told(plan));
        Assert.Contains(plan.Warnings, w => w.Code == "rows-not-chosen");
        Assert.Equal(["Approved"], Mapping.FromJson(plan.Mapping.ToJson()).Value!.Only![column]);
    }

    [Fact]
    public void Rows_chosen_by_the_status_of_land_keep_it() =>
        Assert.Equal("taken status-contradicts:status", Told(Plan("status", ["suspected", "cleared", "confirmed"], "suspected", "cleared")));
}
