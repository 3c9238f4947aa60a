using System.Globalization;
using System.Text;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;

namespace Furrow.Server.Tests.Imports;

/// <summary>A column whose name says that it is a status, a date or a kind is never passed over for what stands in it.</summary>
public sealed class NamedColumnTests
{
    private static string Told(string word, string header, string values, Func<ImportOptions, ImportOptions>? more = null)
    {
        var options = new ImportOptions
        {
            As = ImportAs.Find(word)!,
            On = new ReportDate(new DateOnly(2018, 12, 31)),
            Organisation = "Survey office",
            By = "ann",
            At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Reading = new ReadOptions { Crs = "EPSG:4326" },
        };
        const string Land = "\"POLYGON((17 44,17.001 44,17.001 44.001,17 44.001,17 44))\"";
        var text = $"Code,WKT,{header}\n" + string.Concat(values.Split('|').Select((v, i) => $"A{i},{Land},{v}\n"));
        var plan = ImportPlan.Prepare(SourceFile.Of("a.csv", Encoding.UTF8.GetBytes(text)), more?.Invoke(options) ?? options, ProgrammeState.Empty);
        return plan.Problem is { } whole ? whole.Code
            : string.Join(' ', plan.Rows.Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}" : DayOf(plan, r.Row)));
    }

    private static string DayOf(ImportPlan plan, int row) =>
        plan.Reports.First(r => r.Source!.Row == row).End.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Cleared", "pending", "status-unknown")]
    [InlineData("Cleared", "partly", "status-unknown")]
    [InlineData("Cleared", "50%", "status-unknown")]
    [InlineData("Cleared", "?", "status-unknown")]
    [InlineData("Cleared", "-", "status-unknown")]
    [InlineData("Cleared", "No!", "status-unknown")]
    [InlineData("Cleared", "no (QA)", "status-unknown")]
    [InlineData("Cleared", "0.0", "status-unknown")]
    [InlineData("Cleared", "✗", "status-unknown")]
    [InlineData("Cleared", "Suspected", "status-contradicts")]
    [InlineData("CLEARED?", "pending", "status-unknown")]
    [InlineData("Clearance", "No", "status-contradicts")]
    [InlineData("Completed", "No", "status-contradicts")]
    [InlineData("Done", "no", "status-contradicts")]
    [InlineData("Safe", "No", "status-contradicts")]
    [InlineData("Mine free", "No", "status-contradicts")]
    [InlineData("Released", "not yet", "status-unknown")]
    [InlineData("Təmizlənib", "gözləyir", "status-unknown")]
    [InlineData("Tamamlandı", "hayır", "status-contradicts")]
    [InlineData("Разминировано", "частично", "status-unknown")]
    [InlineData("محفوظ", "نہیں", "status-contradicts")]
    [InlineData("Očišćeno", "djelimično", "status-unknown")]
    [InlineData("Task status", "Open", "status-unknown")]
    [InlineData("Area status code", "3", "status-unknown")]
    public void A_column_named_for_a_status_or_an_act_is_always_minded(string column, string value, string code)
    {
        Assert.Equal($"{code}:{column}", Told("cleared", column, value));
        Assert.DoesNotContain("status-", Told("cleared", column, value, o => o with { Leave = [column] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cleared", "Cleared", "yes||2016-05-05|cleared")]
    [InlineData("cleared", "Released", "yes|1|2016-05-05")]
    [InlineData("cancelled", "Mine free", "yes")]
    [InlineData("suspected", "Completed", "no")]
    [InlineData("suspected", "Released", "no")]
    [InlineData("cleared", "released_s", "1250|0|12.5")]
    [InlineData("cleared", "Cleared m2", "1250|0|12.5")]
    [InlineData("cleared", "SHA", "SHA-001|12")]
    public void What_agrees_or_is_another_thing_refuses_nothing(string word, string column, string values) =>
        Assert.All(Told(word, column, values).Split(' '), told => Assert.DoesNotContain(':', told));

    [Theory]
    [InlineData("Status,Status 2", "Cleared,Suspected", "status-contradicts:Status 2")]
    [InlineData("Status,Status", "Cleared,Suspected", "status-contradicts:Status")]
    [InlineData("Status,Task status", "Cleared,Open", "status-unknown:Task status")]
    [InlineData("Status,Cleared", "Cleared,pending", "status-unknown:Cleared")]
    public void A_second_status_is_minded_beside_the_one_that_is_read(string header, string values, string told) =>
        Assert.StartsWith(told, Told("cleared", header, values), StringComparison.Ordinal);

    [Theory]
    [InlineData("Date cleared", "not yet", "field-unreadable:Date cleared")]
    [InlineData("Clearance end", "ongoing", "field-unreadable:Clearance end")]
    [InlineData("Completion", "ongoing", "field-unreadable:Completion")]
    [InlineData("Clearance finished", "ongoing", "column-unclear")]
    [InlineData("Datum radova", "u toku", "column-unclear")]
    [InlineData("End date,Date", "unknown,2016-05-05", "field-unreadable:End date")]
    [InlineData("Date of clearance,Date of report", "2015-??-??,2016-05-05", "field-unreadable:Date of clearance")]
    [InlineData("Clearance finished on,Date", "ongoing,2016-05-05", "column-unclear")]
    [InlineData("Date cleared,Date of report", "2015-05-05,2016-05-05", "2015-05-05")]
    public void An_unreadable_end_of_work_falls_to_no_other_date(string header, string values, string told) =>
        Assert.Equal(told, Told("cleared", header, values));

    [Theory]
    [InlineData("Threat", "AP mines")]
    [InlineData("Kind", "no mines")]
    [InlineData("Mines", "no")]
    [InlineData("Mines", "no mines")]
    [InlineData("Hazard", "UXO")]
    [InlineData("Device type", "possibly IED")]
    [InlineData("Ammunition", "cluster munitions")]
    [InlineData("AP mines", "no")]
    [InlineData("UXO", "yes")]
    [InlineData("Угроза", "мины")]
    public void A_column_that_speaks_of_kinds_is_asked_about(string column, string value)
    {
        Assert.Equal("column-unclear", Told("suspected", column, value));
        Assert.Equal("2018-12-31", Told("suspected", column, value, o => o with { Leave = [column] }));
    }

    [Theory]
    [InlineData("AP mines", "12|3")]
    [InlineData("Hazard", "HA-12|HA-13")]
    [InlineData("Soil type", "clay|at the river")]
    public void Counts_and_codes_are_no_kinds(string column, string values) =>
        Assert.Equal("2018-12-31 2018-12-31", Told("suspected", column, values));
}
