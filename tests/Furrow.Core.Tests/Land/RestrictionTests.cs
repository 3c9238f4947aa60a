using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>There is one order of what restricts most; the projection over kinds, spots on a border and blocks of a small map all follow it.</summary>
public sealed class RestrictionTests
{
    [Fact]
    public void Every_status_has_its_own_place_in_the_order() => Assert.Equal(
        [
            LandStatus.Confirmed, LandStatus.Suspected, LandStatus.ReleasedUnderInvestigation, LandStatus.TakenBack, LandStatus.NotHandedOver,
            LandStatus.HandedOver, LandStatus.SurveyedNoEvidence, LandStatus.Cancelled, LandStatus.Reduced, LandStatus.Cleared, LandStatus.Unrecorded,
        ],
        Enum.GetValues<LandStatus>().GroupBy(Statuses.Restriction).OrderByDescending(g => g.Key).Select(g => g.Single()));

    [Fact]
    public void Unrecorded_land_restricts_nothing() => Assert.Equal(0, Statuses.Restriction(LandStatus.Unrecorded));
}
