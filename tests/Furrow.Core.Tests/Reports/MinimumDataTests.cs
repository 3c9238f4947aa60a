using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

public class MinimumDataTests
{
    public static TheoryData<string, Report, string> Refused => new()
    {
        { "no code", Hazard(1) with { Code = " \t" }, "code" },
        { "no organisation", Hazard(1) with { Organisation = "" }, "organisation" },
        { "no kind of contamination", Hazard(1) with { Kinds = KindSet.None }, "kinds" },
        { "a projection as kind", Hazard(1) with { Kinds = KindSet.Overall }, "kinds" },
        { "no parts", Hazard(1) with { Parts = [] }, "parts" },
        { "a hazard that clears", Hazard(1) with { Parts = [new ReportPart { Effect = LandEffect.Clear }] }, "effect" },
        { "corrects and withdraws", Hazard(1) with { Corrects = Id(2), Withdraws = Id(3) }, "corrects" },
        { "withdraws, but is a hazard", Hazard(1) with { Withdraws = Id(3) }, "withdraws" },
        { "before the century", Hazard(1) with { End = new ReportDate(new DateOnly(1215, 6, 15)) }, "end" },
        { "negative depth", Hazard(1) with { Parts = [new ReportPart { Effect = LandEffect.Suspect, DepthSearchedCm = -1 }] }, "depth" },
        { "stated area not a number", Hazard(1) with { Parts = [new ReportPart { Effect = LandEffect.Suspect, StatedSquareMetres = double.NaN }] },
            "stated area" },
        { "point beyond the pole", Hazard(1) with { Parts = [new ReportPart { Effect = LandEffect.Suspect,
            Point = new GridPoint(0, GridPoint.MaxLat + 1) }] }, "point" },
        { "re-opening without evidence", Reopening([], LandEffect.ReopenSuspected), "evidence" },
        { "confirmed re-opening on hearsay", Reopening([new Evidence(EvidenceStrength.Indirect, "interview")], LandEffect.ReopenConfirmed), "evidence" },
        { "handover to nobody", Hazard(1) with { Kind = ReportKind.Custody, Parts = [new ReportPart { Effect = LandEffect.HandOver }] }, "handed over to" },
    };

    private static Report Reopening(IReadOnlyList<Evidence> evidence, LandEffect effect) =>
        Hazard(1) with { Kind = ReportKind.Reopening, Evidence = evidence, Parts = [new ReportPart { Effect = effect, Shape = Square(1) }] };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_and_names_the_field(string why, Report report, string field) =>
        Assert.Equal((why, field), (why, MinimumData.Refusal(report)?.Where?.Field));

    [Fact]
    public void Takes_a_record_without_any_position() =>
        Assert.Null(MinimumData.Refusal(Hazard(1) with { Parts = [new ReportPart { Effect = LandEffect.Suspect }] }));

    public static TheoryData<string, Report, string> Expected => new()
    {
        { "a hazard", Hazard(1), "reference point, benchmark, evidence" },
        { "a hazard without land", Hazard(1) with { Parts = [new ReportPart { Effect = LandEffect.Suspect }] },
            "polygon, reference point, benchmark, evidence" },
        { "a confirmed hazard", Hazard(1) with { Kind = ReportKind.ConfirmedHazardousArea, Evidence = [new Evidence(EvidenceStrength.Indirect, "x")],
            Parts = [new ReportPart { Effect = LandEffect.Confirm, Shape = Square(1) }] }, "reference point, benchmark, direct evidence" },
        { "a clearance", Clearance(1) with { Parts = [new ReportPart { Effect = LandEffect.Clear, Shape = Square(1) }] },
            "start date, team, method, depth searched, hazardous area, reference point, benchmark" },
        { "a part not completed", Clearance(1) with { Parts = [new ReportPart { Effect = LandEffect.LeaveIncomplete, Shape = Square(1) }] },
            "start date, team, hazardous area, reference point, benchmark" },
        { "a surface search", Clearance(1) with { Kind = ReportKind.BattleAreaClearance,
            Parts = [new ReportPart { Effect = LandEffect.SearchSurface, Shape = Square(1), Method = "visual" }] },
            "start date, team, hazardous area, reference point, benchmark" },
        { "history before the ledger", Hazard(1, baseline: true) with { Parts = [new ReportPart { Effect = LandEffect.Suspect }] }, "polygon" },
        { "a find", Hazard(1) with { Kind = ReportKind.ResidualItem, Parts = [new ReportPart { Effect = LandEffect.Investigate }] }, "" },
        { "a withdrawal", Hazard(1) with { Kind = ReportKind.Withdrawal, Parts = [], Withdraws = Id(2), Remarks = "twice" }, "" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Names_what_a_report_should_say_without_refusing_it(string why, Report report, string missing)
    {
        Assert.Null(MinimumData.Refusal(report));
        Assert.Equal((why, missing), (why, string.Join(", ", MinimumFields.Missing(report).Select(f => f.Name))));
    }

    [Fact]
    public void Every_kind_of_report_has_a_name_and_every_effect_a_kind()
    {
        Assert.Equal(Enum.GetValues<ReportKind>(), ReportKinds.All.Select(k => k.Kind));
        Assert.Equal(Enum.GetValues<LandEffect>().Order(), ReportKinds.All.SelectMany(k => k.Effects).Distinct().Order());
    }

    [Fact]
    public void A_completion_makes_one_claim_for_each_part_in_order()
    {
        var report = Clearance(7, area: "A-1") with
        {
            Parts =
            [
                new ReportPart { Effect = LandEffect.Clear, Shape = Square(1), DepthSearchedCm = 20, Method = "manual" },
                new ReportPart { Effect = LandEffect.LeaveIncomplete, StatedSquareMetres = 40 },
            ],
        };
        var claims = ReportClaims.Of(report, report.Code, 5, 2, 3, 4).ToList();
        Assert.Equal([(5, 0, LandEffect.Clear, false), (6, 1, LandEffect.LeaveIncomplete, true)], claims.Select(c => (c.Id, c.Part, c.Effect, c.IsUnlocated)));
        Assert.All(claims, c => Assert.Equal(("A-1", 2, 3, 4), (c.HazardousArea, c.PlacedAt, c.Row, c.AcceptedAt)));
    }

    [Fact]
    public void A_hazard_without_an_area_is_an_area_of_its_own_and_a_clearance_is_not()
    {
        Assert.Equal("H-1", ReportClaims.Of(Hazard(1), "H-1", 0, 1, 1, 1).Single().HazardousArea);
        Assert.Null(ReportClaims.Of(Clearance(1), "H-1", 0, 1, 1, 1).Single().HazardousArea);
    }
}
