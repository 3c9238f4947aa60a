using CsCheck;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Land.Orders;
using Furrow.Core.Land.Questions;
using Xunit;

namespace Furrow.Core.Tests.Land;

/// <summary>The orders of hazardous areas say what the question about all of them says, after any history, and cost what is shown.</summary>
public sealed class AreaOrdersTests
{
    /// <summary>Programmes in which codes are also known by others, for which some other area speaks.</summary>
    private static readonly Gen<(RandomLand.Step[] Steps, int[] Days, int[] Aliases)> Programmes =
        Gen.Select(RandomLand.Programme, Gen.Int[0, 7].Array[6], Gen.Int[0, 9].Array[12]);

    [Fact]
    public void Orders_brought_from_state_to_state_say_what_the_question_about_all_areas_says() => Programmes.Obeys(programme =>
    {
        var (land, orders, alias) = (LandLedger.Empty, AreaOrders.Of(LandLedger.Empty, Day(3), 3), 0);
        foreach (var (step, i) in programme.Steps.Select((step, i) => (step, i)))
        {
            var known = step with { Adds = [.. step.Adds.Select(a => Known(a, programme.Aliases[alias++ % programme.Aliases.Length]))] };
            land = land.Accept(RandomLand.Next(land, known));
            var day = Day(i % 2 == 0 ? 3 : programme.Days[i]);
            orders = orders.At(land, day) ?? AreaOrders.Of(land, day, 3);
            AssertSays(land, day, orders);
        }
    }, seed: "0000KoOw1fk1", samples: 250, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void A_day_on_which_nothing_was_reported_is_as_the_day_before()
    {
        var land = LandOf(1, 40);
        var orders = AreaOrders.Of(land, Day(60));
        Assert.NotNull(orders.At(land, Day(61)));
        Assert.Null(orders.At(land, Day(20)));
        Assert.Null(orders.At(LandLedger.Empty, Day(60)));
    }

    /// <summary>A hundred rows, and one more report, cost the same among 500 areas as among 6,000.</summary>
    [Fact]
    public void What_a_page_and_a_change_cost_grows_with_the_rows_shown_only()
    {
        var (land, day) = (LandOf(1, 6_000), Day(400));
        var orders = AreaOrders.Of(land, day, 500);
        (Func<AreaFacet, bool>? Filter, string? Words)[] asked = [(null, null), (f => f.State == AreaState.Open, null), (f => f.HasConfirmed, null),
            (f => f.State == AreaState.Closed, null), (null, "ha"), (null, "ha-59"), (null, "5999"), (null, "nothing")];
        foreach (var order in Enum.GetValues<AreaOrder>())
        {
            foreach (var (filter, words) in asked)
            {
                foreach (var part in (double[])[0, 0.5, 0.98])
                {
                    var steps = new Steps();
                    var found = orders.Find(filter, words, order, part > 0.6, steps);
                    Assert.Equal(found.Count > 0, found.From((int)(found.Count * part)).Take(100).Any());
                    Assert.InRange(steps.Count, 1, 3_500);
                }
            }
        }

        var later = land.Accept(RandomLand.Next(land, new RandomLand.Step([Claim(6_001)], [])));
        Assert.InRange(AreaChanges.Between(land, later, day.DayNumber).Areas.Count, 1, 3);
        AssertSays(later, day, orders.At(later, day)!);
    }

    private static LandClaim Known(LandClaim claim, int alias) => alias is > 0 and < 5 && claim.HazardousArea is not null
        ? claim with { Aliases = [alias < 3 ? $"HA-{alias}" : $"old {alias}"], HazardousAreaName = $"name {alias}" } : claim;

    private static void AssertSays(LandLedger land, DateOnly day, AreaOrders orders)
    {
        var all = LandQuestions.HazardousAreas(land, day).Select(Row).ToList();
        AssertFound(all, a => a.Label, orders.Find(null, null, AreaOrder.Label, false, new Steps()));
        AssertFound(all, a => a.State, orders.Find(null, null, AreaOrder.State, false, new Steps()));
        AssertFound(all, a => a.Status, orders.Find(null, null, AreaOrder.Status, false, new Steps()));
        AssertFound(all, a => a.Registered, orders.Find(null, null, AreaOrder.Registered, false, new Steps()));
        AssertFound(all, a => a.Last, orders.Find(null, null, AreaOrder.LastReported, false, new Steps()));
        foreach (var state in Enum.GetValues<AreaState>())
        {
            AssertFound([.. all.Where(a => a.State == state)], a => a.Remaining,
                orders.Find(f => f.State == state, null, AreaOrder.Remaining, false, new Steps()));
        }

        AssertFound([.. LandQuestions.HazardousAreas(land, day).Where(a => a.HasLandIn(LandStatus.Confirmed)).Select(Row)], a => a.First,
            orders.Find(f => f.HasConfirmed, null, AreaOrder.FirstReported, false, new Steps()));
        foreach (var words in (string[])["ha-1", "old", "name 2", "4"])
        {
            AssertFound([.. LandQuestions.HazardousAreas(land, day).Where(a => SearchedWords.Has(a.Label, words) || SearchedWords.Has(a.Name, words)
                || a.Aliases.Any(alias => SearchedWords.Has(alias, words))).Select(Row)], a => a.Label,
                orders.Find(null, words, AreaOrder.Label, false, new Steps()));
        }
    }

    private static void AssertFound<T>(IReadOnlyList<AreaRow> wanted, Func<AreaRow, T> by, FoundAreas found)
    {
        Assert.Equal(wanted.Count, found.Count);
        var sorted = typeof(T) == typeof(string) ? wanted.OrderBy(a => a.Label, Codes.Order) : wanted.OrderBy(by).ThenBy(a => a.Label, Codes.Order);
        Assert.Equal(sorted, found.From(0).Select(Row));
        Assert.Equal((wanted.Sum(a => a.Registered), wanted.Sum(a => a.Remaining), wanted.Sum(a => a.Balance), wanted.Sum(a => a.Released)),
            (found.Totals.Registered, found.Totals.Remaining, found.Totals.InBalance, found.Totals.Released));
    }

    private sealed record AreaRow(string Code, string Label, string? Name, AreaState State, LandStatus Status, long Registered, long Remaining, long Balance,
        long Released, DateOnly First, DateOnly Last, string Aliases);

    private static AreaRow Row(HazardousAreaAnswer a) => new(a.Code, a.Label, a.Name, a.State, a.Status, a.RegisteredMicro, a.RemainingMicro, a.InBalanceMicro,
        a.ReleasedMicro, a.FirstReported, a.LastReported, string.Join(' ', a.Aliases));

    private static LandLedger LandOf(int from, int count) =>
        LandLedger.Empty.Accept(RandomLand.Next(LandLedger.Empty, new RandomLand.Step([.. Enumerable.Range(from, count).Select(Claim)], [])));

    /// <summary>Each a small square of its own.</summary>
    private static LandClaim Claim(int n)
    {
        var (lon, lat) = (10 * GridPoint.PerDegree + n % 100 * 2_000_000L, 45 * GridPoint.PerDegree + n / 100 * 2_000_000L);
        return new LandClaim
        {
            Id = 0, Report = Guid.Empty, ReportCode = "", ReportKind = ReportKind.SuspectedHazardousArea, Part = 0, Kinds = KindSet.ApMines, PlacedAt = 0,
            Effect = n % 3 == 0 ? LandEffect.Confirm : LandEffect.Suspect, Day = Day(n % 50).DayNumber, Row = 0, AcceptedAt = 0, HazardousArea = $"HA-{n}",
            Shape = new Shape([[[new(lon, lat), new(lon + 900_000, lat), new(lon + 900_000, lat + 900_000), new(lon, lat + 900_000)]]]),
            Organisation = "A", Baseline = false, Predecessors = [],
        };
    }

    private static DateOnly Day(int n) => new DateOnly(2020, 1, 1).AddDays(n);
}
