using CsCheck;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Xunit;

namespace Furrow.Core.Tests.Land;

/// <summary>The laws of hazardous areas, for random programmes.</summary>
public sealed class OutlineLaws
{
    private const int Programmes = 1_000;
    private static readonly DateOnly Middle = new(2020, 1, 4);

    [Fact]
    public void What_remains_what_passed_on_and_what_is_released_make_up_the_outline_and_the_balance_counts_each_metre_once() =>
        RandomLand.Programme.Obeys(steps =>
        {
            var land = RandomLand.Run(steps);
            var rounded = RandomLand.RoundingMicro(land);
            for (var known = 0; known <= land.KnownAt; known++)
            {
                var areas = LandQuestions.HazardousAreas(land, Middle, known);
                var balance = LandQuestions.Balance(land, new BalanceQuestion(Middle, null, known));
                foreach (var area in areas)
                {
                    Assert.Equal(area.RegisteredMicro, area.RemainingMicro + area.ReleasedMicro + area.PassedOnMicro);
                    Assert.Equal(area.RemainingMicro, area.InBalanceMicro + area.CountedUnder.Sum(s => s.AreaMicro));
                    Assert.Equal(area.ReleasedMicro, area.ReleasedBy.Sum(r => r.AreaMicro));
                    // A face below 1e-6 m² may be rounded to less than nothing.
                    Assert.True(area.InBalanceMicro >= -rounded && area.RemainingMicro >= area.InBalanceMicro - rounded);
                    Assert.Equivalent(area, LandQuestions.HazardousArea(land, area.Code, Middle, known), strict: true);
                }

                // Hazards without any area (only in these programmes) are the rest.
                var hazard = balance.Accounts.Where(a => Statuses.IsHazard(a.Status)).Sum(a => a.ClosingMicro);
                Assert.InRange(areas.Sum(a => a.InBalanceMicro), -rounded, hazard + rounded);
                Assert.Equal(areas.Count(a => a.State is AreaState.Open or AreaState.WorkedOn or AreaState.PartlyReleased), balance.Count.Closing);
                Assert.Equal(balance.Count.Closing, balance.Count.Opening + balance.Count.Opened - balance.Count.Closed);
            }
        }, seed: "0000KoOw1fk1", samples: Programmes / 4, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>The flow of counts, for any period: it closes, it has at least what the two ends show, two periods one after another make one, and each state
    /// at an end is what the areas say by themselves.</summary>
    [Fact]
    public void The_flow_of_counts_closes_for_every_period_and_periods_add_up() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        AreaCount Count(int? from, int until) =>
            LandQuestions.Balance(land, new BalanceQuestion(Day(until), from is { } day ? Day(day) : null)).Count;
        HashSet<string> Open(int day) => [.. LandQuestions.HazardousAreas(land, Day(day))
            .Where(a => a.State is AreaState.Open or AreaState.WorkedOn or AreaState.PartlyReleased).Select(a => a.Code)];
        var whole = Count(null, Last);
        for (var day = 0; day <= Last; day++)
        {
            var (early, late) = (Count(null, day), Count(day + 1, Last));
            foreach (var count in (AreaCount[])[early, late])
            {
                Assert.Equal(count.Closing, count.Opening + count.Opened - count.Closed);
            }

            Assert.Equal((0, early.Closing, whole.Closing), (early.Opening, late.Opening, late.Closing));
            Assert.Equal((whole.Opened, whole.Closed), (early.Opened + late.Opened, early.Closed + late.Closed));
            var (then, now) = (Open(day), Open(Last));
            Assert.Equal((then.Count, now.Count), (late.Opening, late.Closing));
            Assert.True(late.Opened >= now.Except(then).Count() && late.Closed >= then.Except(now).Count());
        }
    }, seed: "0000KoOw1fk4", samples: Programmes / 10, brokeOnce: RandomLand.BrokeOnce);

    private const int Last = 7;

    private static DateOnly Day(int day) => new DateOnly(2020, 1, 1).AddDays(day);

    [Fact]
    public void Where_every_hazard_has_an_area_their_shares_are_the_balance() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps.Select(s => s with { Adds = [.. s.Adds.Select(c => c with { HazardousArea = c.HazardousArea ?? "HA-0" })] }));
        var hazard = LandQuestions.Balance(land, new BalanceQuestion(Middle)).Accounts.Where(a => Statuses.IsHazard(a.Status)).Sum(a => a.ClosingMicro);
        Assert.Equal(hazard, LandQuestions.HazardousAreas(land, Middle).Sum(a => a.InBalanceMicro));
    }, seed: "0000KoOw1fk2", samples: Programmes / 2, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>By another road: the outline is the union of the drawings, made by the repair; what remains is what it shares with the window's hazards.
    /// Neither knows of areas.</summary>
    [Fact]
    public void An_area_is_the_union_of_its_drawings_and_what_remains_is_its_common_ground_with_the_hazards() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps.Select(s => s with { Adds = [.. s.Adds.Select(c => c with
        {
            Kinds = KindSet.ApMines, Predecessors = [], HazardousArea = c.HazardousArea ?? "HA-0",
        })] }));
        var everywhere = land.CountingClaims().Aggregate(GridBox.Empty, (box, c) => box.With(c.Shape.Bounds));
        var hazards = everywhere.IsEmpty ? [] : LandQuestions.Window(land, everywhere)
            .Where(f => f.Histories.Any(h => h.Kinds == KindSet.ApMines && Statuses.IsHazard(h.At(Middle)))).Select(f => f.Shape).ToList();
        foreach (var area in LandQuestions.HazardousAreas(land, Middle))
        {
            var drawn = land.CountingClaims().Where(c => c.HazardousArea == area.Code && c.On <= Middle
                && c.Effect is LandEffect.Suspect or LandEffect.Confirm or LandEffect.ReopenSuspected or LandEffect.ReopenConfirmed)
                .SelectMany(c => c.Shape.Polygons).ToList();
            var outline = drawn.Count == 0 ? null : ShapeRepair.Mend(drawn, isRelease: false);
            IReadOnlyList<Shape> overlaid = outline?.Shape is { } shape ? [shape, .. hazards] : [];
            var common = LandQuestions.Overlaps(overlaid).Where(o => o.First == 0).Sum(o => o.AreaMicro);
            var bound = RandomLand.RoundingMicro(land, [.. overlaid]);
            Assert.True(Math.Abs((outline?.AreaMicro ?? 0) - area.RegisteredMicro) <= bound, $"{area.Code}: {area.RegisteredMicro}, drawn {outline?.AreaMicro}");
            Assert.True(Math.Abs(common - area.RemainingMicro) <= bound, $"{area.Code}: {area.RemainingMicro} left, {common} by overlay");
        }
    }, seed: "0000KoOw1fk3", samples: Programmes / 2, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void The_registered_polygon_has_the_registered_area() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        foreach (var area in LandQuestions.HazardousAreas(land, Middle))
        {
            var outline = ShapeArea.Micro(LandQuestions.Outline(land, area.Code, Middle));
            Assert.True(Math.Abs(outline - area.RegisteredMicro) <= 3_000_000, $"{area.Code}: {outline} instead of {area.RegisteredMicro}");
        }
    }, seed: "0000KoOw1fk4", samples: Programmes / 4, brokeOnce: RandomLand.BrokeOnce);
}
