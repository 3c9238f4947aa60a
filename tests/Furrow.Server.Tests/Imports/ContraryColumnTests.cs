using System.Text;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Imports;

/// <summary>A column whose name nobody knows stands beside a release and may contradict it: the row waits for a person, who leaves the column or takes the
/// row; beside a hazard, and where it says another thing, the same column is kept as it comes.</summary>
public sealed class ContraryColumnTests
{
    private static ImportPlan Plan(string word, string column, string values, Func<ImportOptions, ImportOptions>? more = null) =>
        SquareRows.Plan(word, $"Status,\"{column}\"", values.Split('|').Select(value => $"{word},\"{value}\""), more);

    private static string Told(ImportPlan plan) => plan.Problem?.Code
        ?? string.Join(' ', plan.Rows.Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}" : "in"));

    [Theory]
    [InlineData("Condition", "Contaminated|Heavily contaminated|contaminated with UXO|Dangerous|Unsafe|still mined")]
    [InlineData("Inspection", "Failed|FAILED (2 targets)|Rejected|not passed|pending|to be inspected again")]
    [InlineData("Works", "Ongoing|in progress|Suspended|not finished|Partially|partly cleared|planned|40% done|not started")]
    [InlineData("Remarks", "Not cleared|still contaminated|Work suspended|nije očišćeno")]
    [InlineData("Percent cleared", "40|99.5|0|12 %")]
    [InlineData("% demined", "40%|0.4|99")]
    [InlineData("Progress", "80")]
    [InlineData("Percent remaining", "60")]
    [InlineData("Deleted", "Yes|true|1|2019-05-05")]
    [InlineData("Record void", "Y")]
    [InlineData("Lifecycle", "deleted|withdrawn|Superseded")]
    [InlineData("Residual mines left", "Yes")]
    [InlineData("Further work required", "yes")]
    [InlineData("Fit for use", "No")]
    [InlineData("Valid", "No")]
    [InlineData("Sahə qeydi", "çirklənmiş|Təhlükəli|bitməyib|davam edir|qismən|gözləyir|uğursuz")]
    [InlineData("Təmizlənmə faizi", "40")]
    [InlineData("Silinib", "bəli")]
    [InlineData("Arazi notu", "kirli|Tehlikeli|mayınlı|bitmedi|devam ediyor|kısmen|beklemede|başarısız")]
    [InlineData("Temizlenme yüzdesi", "40")]
    [InlineData("Silindi", "evet")]
    [InlineData("Вид земли", "загрязнена|опасно|заминирован|не закончено|в процессе|частично|приостановлено|провал|не очищено")]
    [InlineData("Процент очистки", "40")]
    [InlineData("Удалено", "да")]
    [InlineData("زمین", "آلودہ|خطرناک|غیر مکمل|زیر التوا|جزوی|صاف نہیں|ناکام|جاری ہے")]
    [InlineData("صفائی فیصد", "40")]
    [InlineData("حذف شدہ", "ہاں")]
    [InlineData("Teren", "kontaminirano|opasno|minirana|u toku|nije gotovo|djelimično|nije očišćeno|odbijeno")]
    [InlineData("Postotak očišćenog", "40")]
    [InlineData("Obrisano", "da")]
    public void A_release_waits_while_a_column_speaks_against_it(string column, string values)
    {
        var plan = Plan("cleared", column, values);
        Assert.Null(plan.Problem);
        Assert.All(plan.Rows,
            row => Assert.Equal(("column-contradicts", column, true, false), (row.Problem?.Code, row.Problem?.Where?.Field, row.Waits, row.ComesIn)));
        Assert.All(Plan("cleared", column, values, o => o with { Leave = [column] }).Rows, row => Assert.True(row.ComesIn));
    }

    /// <summary>Beside a hazard work may be at no end; a record that is a draft, rejected or struck out is none, whatever it is of.</summary>
    [Theory]
    [InlineData("Lage", "Draft|drafted|Rejected|unverified|Not approved|In review|Superseded|duplicate")]
    [InlineData("Notiz", "qaralama|təsdiqlənməyib|taslak|черновик|не утверждено|مسودہ|nacrt|нацрт")]
    [InlineData("Remarks", "Draft|Rejected")]
    [InlineData("Report state", "pending|Draft|submitted")]
    [InlineData("Work note", "Draft|unverified")]
    [InlineData("Deleted", "Yes|true|2019-05-05")]
    [InlineData("Obrisano", "da")]
    public void A_hazard_waits_while_a_column_says_that_its_record_is_none(string column, string values)
    {
        foreach (var word in new[] { "suspected", "confirmed", "cleared" })
        {
            Assert.All(Plan(word, column, values).Rows,
                row => Assert.Equal(("column-contradicts", column, true, false), (row.Problem?.Code, row.Problem?.Where?.Field, row.Waits, row.ComesIn)));
        }

        Assert.All(Plan("suspected", column, values, o => o with { Leave = [column] }).Rows, row => Assert.True(row.ComesIn));
    }

    [Theory]
    [InlineData("Condition", "Contaminated|Dangerous|still mined")]
    [InlineData("Works", "Ongoing|in progress|Suspended|pending|not started|rejected")]
    [InlineData("Task", "Rejected|pending|returned")]
    [InlineData("Percent cleared", "40|0")]
    [InlineData("Residual mines left", "Yes")]
    [InlineData("Payment", "rejected|pending")]
    [InlineData("Deleted", "No|false")]
    [InlineData("Survey date", "2019-05-05")]
    public void What_says_how_work_goes_holds_no_hazard_back(string column, string values) =>
        Assert.All(Plan("suspected", column, values).Rows, row => Assert.True(row.ComesIn, row.Problem?.Sentence));

    [Theory]
    [InlineData("Stat", "Suspected|SHA|confirmed|not completed|incomplete")]
    [InlineData("Hal", "şübhəli|tamamlanmayıb")]
    [InlineData("Hâl", "şüpheli")]
    [InlineData("Вид", "подозрительная")]
    [InlineData("درجہ", "مشتبہ")]
    [InlineData("Vrsta", "sumnjiva površina|nezavršeno")]
    public void An_exact_word_for_another_status_refuses_the_row(string column, string values) =>
        Assert.All(Plan("cleared", column, values).Rows, row =>
        {
            Assert.Equal(("status-contradicts", column, false), (row.Problem?.Code, row.Problem?.Where?.Field, row.Waits));
        });

    [Theory]
    [InlineData("Condition", "Good|clean|no longer contaminated|not contaminated|decontaminated|free of mines|Demined")]
    [InlineData("Inspection", "Passed|accepted|2016-05-05|J. Smith|yes|no")]
    [InlineData("Works", "finished|completed|manual|100% done")]
    [InlineData("Percent cleared", "100|100 %|100.0")]
    [InlineData("% demined", "1|1")]
    [InlineData("% demined", "100%|100")]
    [InlineData("Percent sampled", "10")]
    [InlineData("Slope %", "20")]
    [InlineData("Percent remaining", "0")]
    [InlineData("Deleted", "No|false|0")]
    [InlineData("Mines found", "yes|3|no")]
    [InlineData("Fenced", "no")]
    [InlineData("Fit for use", "Yes")]
    [InlineData("Payment", "pending|rejected|partially")]
    [InlineData("Handover to owner", "pending|not yet")]
    [InlineData("Weather", "partly cloudy|dangerous")]
    [InlineData("Village", "Partizan|Opatovac|Half Moon|Kala|Minara|Waiting Hill 12")]
    [InlineData("Area code", "CHA-001|SHA_12|F-12")]
    [InlineData("Soil", "clay|sand|partially rocky")]
    [InlineData("Accidents", "no|none|0|کوئی نہیں|нет|yok")]
    [InlineData("Village", "Təzəkənd|Kirkuk|Опарино|بازار|Opatija")]
    public void What_says_another_thing_is_kept_as_it_comes(string column, string values) =>
        Assert.All(Plan("cleared", column, values).Rows, row => Assert.True(row.ComesIn, $"{row.Row}: {row.Problem?.Sentence}"));

    [Fact]
    public void A_row_taken_by_its_number_comes_in_with_a_finding_beside_it_and_keeps_that_it_was_taken()
    {
        var plan = Plan("cleared", "Condition", "Contaminated|Dangerous|good", o => o with { InDoubt = [2] });

        Assert.Equal((1, 2), (plan.Account.Waiting, plan.Account.Taken));
        Assert.Equal(["in", "column-contradicts:Condition", "in"], Told(plan).Split(' '));
        var group = Assert.Single(plan.Groups, g => g.Check.Code == "column-contradicts");
        Assert.Equal(("Condition", 1, "A0"), (group.Cause, group.Count, group.Examples[0].ReportCode));
        Assert.Equal(["taken-all-the-same"], plan.Reports[0].Parts[0].Repairs.Select(r => r.Code));
        Assert.Empty(plan.Reports[1].Parts[0].Repairs);
        Assert.Equal("Contaminated", plan.Reports[0].Extra.Texts["Condition"]);
    }

    [Fact]
    public void A_row_without_polygon_waits_too()
    {
        using var shell = new Shell();
        shell.Write("a.csv", "Code,Lat,Lon,Status,Condition\nA,44,17,cleared,Contaminated\n");
        Assert.Equal(1, shell.Run("import", "a.csv", "--as", "cleared", "--on", "2018-12-31", "--organisation", "Survey office", "--crs", "EPSG:4326"));
        Assert.Contains("(1 of them wait for a person's word", shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, shell.Run("import", "a.csv", "--as", "cleared", "--on", "2018-12-31", "--organisation", "Survey office", "--crs", "EPSG:4326",
            "--take-in-doubt", "all"));
    }
}
