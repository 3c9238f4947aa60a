using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>Checks of what a record says: for each a record that fails, with its sentence and fix, and one that passes.</summary>
public sealed class RecordChecksTests
{
    [Theory]
    [InlineData("EXERCISE-SHA-1", "same: The code EXERCISE-SHA-1 is taken. [new-code]")]
    [InlineData("exercise-sha-1 ", "blanks-or-case: The code \"exercise-sha-1 \" differs from \"EXERCISE-SHA-1\" only in blanks or case. [new-code]")]
    [InlineData("EXERCISE - SHA\u00A0-1",
        "blanks-or-case: The code \"EXERCISE - SHA\u00A0-1\" differs from \"EXERCISE-SHA-1\" only in blanks or case. [new-code]")]
    [InlineData("EXERCISE-SHA-2", "")]
    public void A_code_belongs_to_one_report_whatever_its_blanks_and_case(string code, string expected)
    {
        var later = Hazard with { Id = Id(9), Code = code };
        var context = Context with { Codes = new CodeIndex([(Hazard.Id, Hazard.Code), (later.Id, later.Code)]) };
        Assert.Equal(expected, Findings("duplicate-code", Subject(later) with { Context = context }));
        Assert.Empty(Findings("duplicate-code", Subject(Hazard) with { Context = context }));
        Assert.Empty(Findings("duplicate-code", Subject(later with { Corrects = Hazard.Id }) with { Context = context }));
    }

    [Fact]
    public void A_date_in_the_future_is_found_with_regard_to_its_precision()
    {
        Assert.Equal("end-future: The end date 2026-06-16 has not come yet. [correct-date]",
            Findings("future-date", Subject(Hazard with { End = new ReportDate(new DateOnly(2026, 6, 16)) })));
        Assert.Empty(Findings("future-date", Subject(Hazard with { End = new ReportDate(new DateOnly(2026, 12, 31), DatePrecision.Year) })));
        Assert.Empty(Findings("future-date", Subject(Hazard with { End = new ReportDate(new DateOnly(2026, 6, 30), DatePrecision.Month) })));
        Assert.Equal("end-future: The end date 2027-01-01 has not come yet. [correct-date]",
            Findings("future-date", Subject(Hazard with { End = new ReportDate(new DateOnly(2027, 12, 31), DatePrecision.Year) })));
        Assert.Equal("start-too-early: The start date 0001-01-01 is too far back to be true. [correct-date]",
            Findings("future-date", Subject(Hazard with { Start = new ReportDate(DateOnly.MinValue) })));
        Assert.Empty(Findings("future-date", Subject(Hazard)));
    }

    [Fact]
    public void Dates_out_of_order_are_found_and_can_be_exchanged()
    {
        var reversed = Hazard with { Start = Hazard.End, End = Hazard.Start!.Value, Evidence = [] };
        Assert.Equal("start-after-end: It starts on 2026-05-01 but ends on 2026-04-01. [swap-dates]", Findings("date-order", Subject(reversed)));
        var mended = CheckList.Find("date-order")!.Judge(Subject(reversed)).Single().Fix.Mend!(reversed);
        Assert.Empty(Findings("date-order", Subject(mended)));
        Assert.Equal("evidence-after-end: Evidence (item seen) is dated 2026-05-02, after the report's end on 2026-05-01. [correct-date]",
            Findings("date-order", Subject(Hazard with { Evidence = [Hazard.Evidence[0] with { On = new DateOnly(2026, 5, 2) }] })));
        Assert.Empty(Findings("date-order", Subject(Hazard)));
    }

    [Fact]
    public void An_assumed_date_is_noticed()
    {
        var assumed = Hazard with { End = new ReportDate(new DateOnly(2015, 12, 31), DatePrecision.Assumed) };
        Assert.Equal("end: The date 2015-12-31 is assumed. [find-date]", Findings("assumed-date", Subject(assumed)));
        Assert.Equal("baseline: The date 2015-12-31 is assumed. [find-date]", Findings("assumed-date", Subject(assumed with { Baseline = true })));
        Assert.Empty(Findings("assumed-date", Subject(Hazard)));
    }

    [Fact]
    public void Searching_less_deep_than_required_is_an_error()
    {
        Assert.Equal("EXERCISE Team North: Searched to 10 cm where 20 cm are required. [search-deeper]",
            Findings("searched-too-shallow", Subject(Clearance.With(p => p with { DepthSearchedCm = 10 }))));
        Assert.Empty(Findings("searched-too-shallow", Subject(Clearance)));
        var unnamed = Clearance.With(p => p with { DepthSearchedCm = 10, DepthRequiredCm = null });
        Assert.Empty(Findings("searched-too-shallow", Subject(unnamed)));
        var national = Context with { Settings = CheckSettings.Default with { ClearanceDepthCm = 13 } };
        Assert.Equal("EXERCISE Team North: Searched to 10 cm where 13 cm are required. [search-deeper]",
            Findings("searched-too-shallow", Subject(unnamed) with { Context = national }));
    }

    [Fact]
    public void A_reopening_needs_evidence_of_its_own()
    {
        var reopening = (Hazard with { Kind = ReportKind.Reopening }).With(p => p with { Effect = LandEffect.ReopenSuspected });
        Assert.Equal("EXERCISE Team North: Released land is re-opened without any evidence. [add-evidence]",
            Findings("reopening-without-evidence", Subject(reopening with { Evidence = [] })));
        Assert.Empty(Findings("reopening-without-evidence", Subject(reopening)));
        Assert.Equal("EXERCISE Team North: A re-opening without any evidence. [add-evidence]",
            Findings("reopening-without-evidence", Subject(reopening with { Evidence = [], Parts = [] })));
    }

    [Fact]
    public void A_confirmed_hazard_needs_direct_evidence()
    {
        var confirmed = (Hazard with { Kind = ReportKind.ConfirmedHazardousArea }).With(p => p with { Effect = LandEffect.Confirm });
        Assert.Equal("EXERCISE Team North: Confirmed, but no direct evidence is named. [add-evidence-or-suspect]",
            Findings("confirmed-without-direct-evidence", Subject(confirmed with { Evidence = [new Evidence(EvidenceStrength.Indirect, "interview")] })));
        Assert.Empty(Findings("confirmed-without-direct-evidence", Subject(confirmed)));
        Assert.Empty(Findings("confirmed-without-direct-evidence", Subject(Hazard with { Evidence = [] })));
    }

    [Fact]
    public void Each_missing_field_is_a_finding_of_its_own_and_history_is_held_to_less()
    {
        var bare = new Report
        {
            Id = Id(3),
            Code = "EXERCISE-CLR-3",
            Kind = ReportKind.Clearance,
            End = new ReportDate(Today),
            Organisation = "EXERCISE Team North",
            Kinds = KindSet.ApMines,
            Parts = [new ReportPart { Effect = LandEffect.Clear }],
        };
        Assert.Equal("polygon, start date, team, method, depth searched, hazardous area, reference point, benchmark",
            string.Join(", ", CheckList.Find("missing-field")!.Judge(Subject(bare)).Select(f => f.Cause)));
        Assert.Equal("polygon",
            string.Join(", ", CheckList.Find("missing-field")!.Judge(Subject(bare with { Baseline = true })).Select(f => f.Cause)));
        Assert.Contains("polygon: No polygon: the record is kept in the unlocated account. [locate]", Findings("missing-field", Subject(bare)));
        Assert.Empty(Findings("missing-field", Subject(Hazard)));
        Assert.Empty(Findings("missing-field", Subject(Clearance)));
        Assert.Equal("evidence: The evidence is missing. [fill-in]", Findings("missing-field", Subject(Hazard with { Evidence = [] })));
    }
}
