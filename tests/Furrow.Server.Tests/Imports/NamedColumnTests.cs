using System.Globalization;
using System.Text;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Imports;

/// <summary>A column whose name says that it is a status, a date or a kind is never passed over for what stands in it.</summary>
public sealed class NamedColumnTests
{
    private static string Told(string word, string header, string values, Func<ImportOptions, ImportOptions>? more = null)
    {
        var plan = SquareRows.Plan(word, header, values.Split('|'), more);
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
    [InlineData("End date,Completion date", "2016-05-05,2016-05-05", "2016-05-05")]
    [InlineData("End date,Completion date", "2016-05-05,05/05/2016", "2016-05-05")]
    [InlineData("End date,Completion date", "2016-05-05,May 2016", "2016-05-05")]
    [InlineData("End date,Completion date", "2016-05-05,", "2016-05-05")]
    [InlineData("End date,Completion date", "2016-05-05,2017-05-05", "ends-differ:Completion date")]
    [InlineData("End date,Completion date", "2016-05-05,June 2016", "ends-differ:Completion date")]
    [InlineData("End date,Completion date", "2016-05-05,ongoing", "field-unreadable:Completion date")]
    [InlineData("End date,Completion date", "2016-05-05,2016-05-05|,2016-05-05", "2016-05-05 end-elsewhere:Completion date")]
    [InlineData("End date,Completed", "2016-05-05,2017-05-05", "ends-differ:Completed")]
    [InlineData("End date,Completed", "2016-05-05,yes", "2016-05-05")]
    [InlineData("End date,End date", "2016-05-05,2017-05-05", "ends-differ:End date (2)")]
    [InlineData("End date,Clearance finished on", "2016-05-05,2017-05-05", "ends-differ:Clearance finished on")]
    [InlineData("End date,Planned completion date", "2016-05-05,2017-05-05", "2016-05-05")]
    [InlineData("End date,Date of report", "2016-05-05,2017-05-05", "2016-05-05")]
    [InlineData("Bitiş tarihi,Tamamlanma tarihi", "2016-05-05,2017-05-05", "ends-differ:Tamamlanma tarihi")]
    [InlineData("Bitmə tarixi,Tamamlanma tarixi", "2016-05-05,2017-05-05", "ends-differ:Tamamlanma tarixi")]
    [InlineData("Дата окончания,Дата завершения", "2016-05-05,2017-05-05", "ends-differ:Дата завершения")]
    [InlineData("Datum završetka,Datum kraja", "2016-05-05,2017-05-05", "ends-differ:Datum kraja")]
    [InlineData("End date,تکمیل کی تاریخ", "2016-05-05,2017-05-05", "ends-differ:تکمیل کی تاریخ")]
    public void A_second_end_of_work_says_the_same_or_refuses_the_row(string header, string values, string told) =>
        Assert.Equal(told, Told("cleared", header, values));

    [Theory]
    [InlineData("Result", "failed", "status-contradicts")]
    [InlineData("QA result", "Rejected", "status-contradicts")]
    [InlineData("QA result", "not accepted", "status-contradicts")]
    [InlineData("QC Outcome", "Fail", "status-contradicts")]
    [InlineData("Outcome", "FAILED: 3 mines found", "result-unknown")]
    [InlineData("Outcome", "partly", "result-unknown")]
    [InlineData("QA result", "to be repeated", "result-unknown")]
    [InlineData("Inspection results", "?", "result-unknown")]
    [InlineData("Accepted", "no", "status-contradicts")]
    [InlineData("QA passed (Y/N)", "N", "status-contradicts")]
    [InlineData("Certified", "No", "status-contradicts")]
    [InlineData("Approved", "pending", "result-unknown")]
    [InlineData("Acceptance", "rejected", "status-contradicts")]
    [InlineData("Nəticə", "rədd edildi", "status-contradicts")]
    [InlineData("Keyfiyyətə nəzarət nəticəsi", "qəbul edilməyib", "status-contradicts")]
    [InlineData("Sonuç", "Başarısız", "status-contradicts")]
    [InlineData("Kalite kontrol sonucu", "kabul edilmedi", "status-contradicts")]
    [InlineData("Результат", "не принято", "status-contradicts")]
    [InlineData("Результат проверки", "Отклонено", "status-contradicts")]
    [InlineData("نتیجہ", "مسترد", "status-contradicts")]
    [InlineData("جانچ کا نتیجہ", "منظور نہیں", "status-contradicts")]
    [InlineData("Rezultat kontrole", "nije prihvaćeno", "status-contradicts")]
    public void A_result_that_is_none_is_no_release(string column, string value, string code)
    {
        Assert.Equal($"{code}:{column}", Told("cleared", column, value));
        Assert.Equal("2018-12-31", Told("cleared", column, value, o => o with { Leave = [column] }));
        Assert.Equal("2018-12-31", Told("suspected", column, value));
    }

    [Theory]
    [InlineData("QA result", "Passed|accepted|OK||2016-05-05|cleared")]
    [InlineData("Result", "12 AP mines, 1 UXO|no mines found|passed|Cleared|nothing found")]
    [InlineData("Outcome", "не обнаружено|bulunamadı")]
    [InlineData("Accepted", "yes|1")]
    [InlineData("acceptance", "1|2|317")]
    [InlineData("Kalite kontrol sonucu", "kabul edildi|Onaylandı")]
    [InlineData("Результат проверки", "принято")]
    [InlineData("Accepted by", "J. Smith")]
    public void A_result_that_is_one_or_another_thing_refuses_nothing(string column, string values) =>
        Assert.All(Told("cleared", column, values.Contains(", ", StringComparison.Ordinal) ? $"\"{values.Replace("|", "\"|\"", StringComparison.Ordinal)}\"" : values)
            .Split(' '), told => Assert.Equal("2018-12-31", told));

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
