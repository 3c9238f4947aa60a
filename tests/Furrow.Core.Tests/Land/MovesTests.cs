using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;

namespace Furrow.Core.Tests.Land;

/// <summary>The table of moves, as stories of one field. Each row: what was reported in order, what the land is then, and under which
/// headings it was kept.</summary>
public sealed class MovesTests
{
    private static readonly Shape Field = new([[[new(0, 0), new(1_000_000, 0), new(1_000_000, 1_000_000), new(0, 1_000_000)]]]);
    private static readonly GridPoint Inside = new(500_000, 500_000);

    [Theory]
    [InlineData("Suspect", "Suspected", "Move")]
    [InlineData("Suspect Confirm", "Confirmed", "Move Move")]
    [InlineData("Confirm Suspect", "Confirmed", "Move SuspicionOverConfirmed")]
    [InlineData("Suspect Cancel", "Cancelled", "Move Move")]
    [InlineData("Suspect Reduce", "Reduced", "Move Move")]
    [InlineData("Confirm Clear", "Cleared", "Move Move")]
    [InlineData("Confirm Cancel", "Confirmed", "Move CancellationOfConfirmed")]
    [InlineData("Confirm Discredit", "Cancelled", "Move Discredited")]
    [InlineData("Suspect FindNoEvidence", "Suspected", "Move NoEvidenceOverHazard")]
    [InlineData("FindNoEvidence", "SurveyedNoEvidence", "Move")]
    [InlineData("FindNoEvidence Suspect", "Suspected", "Move Move")]
    [InlineData("Clear", "Cleared", "ClearedOutsideHazard")]
    [InlineData("Cancel", "Unrecorded", "ReleaseOfUnrecorded")]
    [InlineData("Reduce", "Unrecorded", "ReleaseOfUnrecorded")]
    [InlineData("Suspect Clear Suspect", "Cleared", "Move Move SurveyOverReleased")]
    [InlineData("Suspect Clear Confirm", "Cleared", "Move Move SurveyOverReleased")]
    [InlineData("Suspect Reduce Clear", "Reduced", "Move Move SecondRelease")]
    [InlineData("Suspect Clear Investigate", "ReleasedUnderInvestigation", "Move Move Move")]
    [InlineData("Suspect Reduce Investigate EndInvestigation", "Reduced", "Move Move Move Move")]
    [InlineData("Suspect Clear Investigate ReopenConfirmed", "Confirmed", "Move Move Move Reopened")]
    [InlineData("Suspect Clear ReopenSuspected", "Suspected", "Move Move Reopened")]
    [InlineData("Suspect Clear ReopenSuspected Clear", "Cleared", "Move Move Reopened Move")]
    [InlineData("Suspect Investigate", "Suspected", "Move FindOutsideReleased")]
    [InlineData("Suspect SearchSurface", "Suspected", "Move SurfaceOnly")]
    [InlineData("Suspect LeaveIncomplete", "Suspected", "Move NotCompleted")]
    [InlineData("Suspect Clear Inspect", "Cleared", "Move Move Inspection")]
    [InlineData("EndInvestigation", "Unrecorded", "NothingToReopen")]
    public void What_is_reported_moves_land_as_the_table_says(string effects, string status, string headings)
    {
        var spot = Tell([.. effects.Split(' ').Select(e => Enum.Parse<LandEffect>(e))]);
        Assert.Equal(status, (spot.Histories.FirstOrDefault(h => h.Kinds == KindSet.Overall)?.At(new DateOnly(2030, 1, 1)) ?? LandStatus.Unrecorded)
            .ToString());
        Assert.Equal(headings, string.Join(' ', spot.Claims.Select(c => c.Moves.Single(m => (m.Kinds & KindSet.ApMines) != 0).Heading)));
    }

    [Fact]
    public void Clearance_shallower_than_required_releases_nothing()
    {
        var spot = Tell([LandEffect.Confirm, LandEffect.Clear], c => c with { DepthSearchedCm = 13, DepthRequiredCm = 20 });
        Assert.Equal(LandStatus.Confirmed, spot.Histories[0].At(new DateOnly(2030, 1, 1)));
        Assert.Equal(Heading.TooShallow, spot.Claims[1].Moves[0].Heading);
    }

    [Fact]
    public void A_surface_search_releases_only_where_order_and_profile_say_so()
    {
        var spot = Tell([LandEffect.Confirm, LandEffect.SearchSurface], c => c with { SurfaceReleases = true });
        Assert.Equal(LandStatus.Cleared, spot.Histories[0].At(new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void Overall_is_the_most_restrictive_of_the_kinds_anyone_reported_on()
    {
        var land = Accept([(LandEffect.Confirm, KindSet.ApMines | KindSet.Ied), (LandEffect.Clear, KindSet.ApMines)], c => c);
        var spot = LandQuestions.Spot(land, Inside);
        var at = new DateOnly(2030, 1, 1);
        Assert.Equal(LandStatus.Cleared, spot.Histories.Single(h => (h.Kinds & KindSet.ApMines) != 0).At(at));
        Assert.Equal(LandStatus.Confirmed, spot.Histories.Single(h => (h.Kinds & KindSet.Ied) != 0).At(at));
        Assert.Equal(LandStatus.Confirmed, spot.Histories.Single(h => h.Kinds == KindSet.Overall).At(at));
        Assert.DoesNotContain(spot.Histories, h => (h.Kinds & KindSet.AvMines) != 0);
    }

    [Fact]
    public void Handover_is_custody_beside_the_status_and_never_empties_cleared()
    {
        var spot = Tell([LandEffect.Suspect, LandEffect.Clear, LandEffect.HandOver, LandEffect.TakeBack]);
        Assert.Equal(LandStatus.Cleared, spot.Histories.Single(h => h.Kinds == KindSet.Overall).At(new DateOnly(2030, 1, 1)));
        Assert.Equal([LandStatus.HandedOver, LandStatus.TakenBack], spot.Histories.Single(h => h.Kinds == KindSet.Custody).Since.Select(s => s.Status));
    }

    [Fact]
    public void A_late_report_takes_its_place_by_date_and_a_same_day_correction_works()
    {
        var land = Accept([(LandEffect.Clear, KindSet.ApMines), (LandEffect.Suspect, KindSet.ApMines)], c => c with { Day = c.Day - 10 * c.Id });
        // The hazard was reported second but speaks of an earlier day: the clearance is then a regular move.
        Assert.Equal([Heading.Move, Heading.Move], LandQuestions.Spot(land, Inside).Claims.SelectMany(c => c.Moves).Select(m => m.Heading));
        var restated = LandQuestions.Restate(land, 1, 2, new DateOnly(2030, 1, 1), KindSet.Overall);
        Assert.Equal(2, restated.Until);
        var corrected = land.Accept(new LandAcceptance(3, [land.Claim(0) with { Id = 2, AcceptedAt = 3, Effect = LandEffect.Reduce }], [0]));
        Assert.Equal(LandStatus.Reduced, LandQuestions.Spot(corrected, Inside).Histories[0].At(new DateOnly(2030, 1, 1)));
        Assert.Contains(LandQuestions.Restate(corrected, 2, 3, new DateOnly(2030, 1, 1), KindSet.Overall).Lines,
            l => l.Status == LandStatus.Reduced && l.ChangeMicro > 0);
        Assert.Equal(LandStatus.Cleared, LandQuestions.Spot(corrected, Inside, 2).Histories[0].At(new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void Land_of_an_area_passes_to_the_area_that_grew_out_of_it()
    {
        var land = Accept([(LandEffect.Suspect, KindSet.ApMines), (LandEffect.Suspect, KindSet.ApMines), (LandEffect.Suspect, KindSet.ApMines)],
            c => c with { HazardousArea = $"HA-{c.Id}", Predecessors = c.Id == 1 ? ["ha-0 "] : [] });
        var areas = LandQuestions.HazardousAreas(land, new DateOnly(2030, 1, 1));
        Assert.Equal([AreaState.PassedOn, AreaState.Open, AreaState.Open], areas.Select(a => a.State));
        Assert.Equal(["HA-1"], areas[0].Successors);
        Assert.Equal(ShapeArea.Micro(Field), areas[1].RemainingMicro);
        // HA-0 opened, and closed when its land passed on.
        Assert.Equal(new AreaCount(0, 3, 1, 2), LandQuestions.Balance(land, new BalanceQuestion(new DateOnly(2030, 1, 1))).Count);
    }

    private static SpotHistory Tell(LandEffect[] effects, Func<LandClaim, LandClaim>? with = null) =>
        LandQuestions.Spot(Accept([.. effects.Select(e => (e, KindSet.ApMines))], with ?? (c => c)), Inside);

    /// <summary>Accepts one claim after another, a day apart.</summary>
    private static LandLedger Accept((LandEffect Effect, KindSet Kinds)[] claims, Func<LandClaim, LandClaim> change)
    {
        var land = LandLedger.Empty;
        foreach (var (effect, kinds) in claims)
        {
            var n = land.KnownAt + 1;
            land = land.Accept(new LandAcceptance(n, [change(new LandClaim
            {
                Id = n - 1, Report = new Guid(n, 0, 0, new byte[8]), ReportCode = $"R-{n}", ReportKind = ReportKind.Clearance, Part = 0, Effect = effect,
                    Kinds = kinds,
                Day = new DateOnly(2024, 1, 1).DayNumber + n, PlacedAt = n, Row = 0, AcceptedAt = n, Shape = Field, Organisation = "EXERCISE team",
                    HazardousArea = "HA-1",
            })], []));
        }

        return land;
    }
}
