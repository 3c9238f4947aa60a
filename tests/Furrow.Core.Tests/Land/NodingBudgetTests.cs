using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>What a drawing from outside may cost is counted: what goes beyond is refused by name after few steps, and what people draw and walk is far
/// below.</summary>
public sealed class NodingBudgetTests
{
    private static readonly GridPoint Corner = new(1_750 * CellId.Size, 4_410 * CellId.Size);

    public static TheoryData<string, long, string?> Drawings => new()
    {
        { "1,000 random points in a cell", 40_000_000, "outline-crosses-too-often" },
        { "1,000 random points in a hundred cells", 60_000_000, "outline-crosses-too-often" },
        { "10,000 random points in a cell", 40_000_000, "outline-crosses-too-often" },
        { "1,000 random points all over the earth", 0, "outline-too-long" },
        { "a star of 300 points", 80_000_000, null },
        { "a day at a standstill", 40_000_000, null },
        { "a comb of 20,000 teeth", 400_000_000, null },
        { "2,000 rings in each other", 800_000_000, null },
        { "6,000 rings in each other", 1_100_000_000, "outline-too-entangled" },
        { "5,000 equal squares", 10_000_000, null },
        { "2,000 holes in each other", 800_000_000, null },
        { "3,000 equal holes", 10_000_000, null },
        { "3,000 bars on one line", 1_100_000_000, "outline-too-entangled" },
        { "25,000 rays of one point", 1_100_000_000, "outline-too-entangled" },
        { "a square drawn round 3,001 times", 40_000_000, null },
        { "a hand-drawn area", 1_000, null },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_drawing_costs_no_more_steps_than_are_counted_here(string what, long mostSteps, string? refused)
    {
        foreach (var way in Enumerable.Range(0, 4))
        {
            var (isRelease, roles) = (way % 2 == 0, way < 2 ? RingRoles.ByDirection : RingRoles.Declared);
            var budget = NodingBudget.Standard();
            var mended = ShapeRepair.Mend([.. Drawing(what)], isRelease, roles, budget);
            Assert.Equal(refused, mended.Problem?.Code);
            Assert.True(refused is null == (mended.Shape is not null || mended.Doubt.AreaMicro > 0), what);
            Assert.True(budget.Steps <= mostSteps, $"{what}: {budget.Steps} steps, {budget.Crossings} crossings");
        }
    }

    [Fact]
    public void Nothing_is_read_on_when_nobody_wants_the_answer()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var budget = NodingBudget.Standard(stop.Token);
        Assert.Throws<OperationCanceledException>(() => ShapeRepair.Mend([.. Drawing("1,000 random points in a cell")], false, budget: budget));
        Assert.True(budget.Steps < 200_000, $"{budget.Steps} steps");
    }

    [Fact]
    public void Land_is_not_arranged_on_when_nobody_wants_it()
    {
        using var stop = new CancellationTokenSource();
        var land = LandLedger.Empty;
        var step = new RandomLand.Step([.. Enumerable.Range(0, 5).Select(i => Claim(i))], []);
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => land.Accept(RandomLand.Next(land, step), stop.Token));
        Assert.Equal(5, land.Accept(RandomLand.Next(land, step)).ClaimCount);
        Assert.Equal(0, land.ClaimCount);
    }

    private static LandClaim Claim(int row) => new()
    {
        Id = 0, Report = Guid.Empty, ReportCode = "", ReportKind = Core.Land.ReportKind.Clearance, Part = 0, Effect = LandEffect.Suspect,
        Kinds = KindSet.All,
        Day = 0, PlacedAt = 0, Row = 0, AcceptedAt = 0, Organisation = "A", Shape = new Shape([[Square(0, row * CellId.Size, CellId.Size / 2)]]),
    };

    private static IEnumerable<GridPoint[][]> Drawing(string what) => what switch
    {
        "1,000 random points in a cell" => [[Random(1_000, CellId.Size, CellId.Size)]],
        "1,000 random points in a hundred cells" => [[Random(1_000, 10 * CellId.Size, 10 * CellId.Size)]],
        "10,000 random points in a cell" => [[Random(10_000, CellId.Size, CellId.Size)]],
        "1,000 random points all over the earth" => [[Random(1_000, 100 * GridPoint.PerDegree, 40 * GridPoint.PerDegree)]],
        "a star of 300 points" => [[Star(300)]],
        "a day at a standstill" => [[Walk(10_000)]],
        "a comb of 20,000 teeth" => [[Comb(20_000)]],
        "2,000 rings in each other" => Enumerable.Range(0, 2_000).Select(i => new[] { Nested(i) }),
        "6,000 rings in each other" => Enumerable.Range(0, 6_000).Select(i => new[] { Square(i * 700, i * 700, 9_000_000 - i * 1_400) }),
        "5,000 equal squares" => Enumerable.Range(0, 5_000).Select(_ => new[] { Nested(0) }),
        "2,000 holes in each other" => [[.. Enumerable.Range(0, 2_001).Select(i => i == 0 ? Nested(i) : [.. Nested(i).Reverse()])]],
        "3,000 equal holes" => [[.. Enumerable.Range(0, 3_001).Select(i => i == 0 ? Nested(0) : [.. Nested(9).Reverse()])]],
        "3,000 bars on one line" => Enumerable.Range(0, 3_000).Select(i => new[] { Square(i * 1_000, 1_000, 3_000_000) }),
        "25,000 rays of one point" => [[[.. Enumerable.Range(0, 25_000).Select(i => i * 2 * Math.PI / 25_000).SelectMany(turn => new[]
        {
            At(5_000_000, 5_000_000), Round(turn), Round(turn + Math.PI / 25_000),
        })]]],
        "a square drawn round 3,001 times" => [[[.. Enumerable.Range(0, 3_001).SelectMany(_ => Square(0, 0, 9_000_000))]]],
        _ => [[[At(0, 0), At(2_000_000, 100_000), At(2_100_000, 1_500_000), At(900_000, 2_000_000), At(-100_000, 1_200_000)]]],
    };

    private static GridPoint[] Random(int count, long width, long height)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => At((long)(random.NextDouble() * width), (long)(random.NextDouble() * height)))];
    }

    /// <summary>Every point joined with the one nearly opposite: some 45,000 crossings.</summary>
    private static GridPoint[] Star(int count) => [.. Enumerable.Range(0, count).Select(i => i * (count / 2 - 1) % count * 2 * Math.PI / count)
        .Select(turn => At(5_000_000 + (long)(4_000_000 * Math.Cos(turn)), 5_000_000 + (long)(4_000_000 * Math.Sin(turn))))];

    /// <summary>Round a circle, with a long rest where the receiver jumps about.</summary>
    private static GridPoint[] Walk(int rest)
    {
        var random = new Random(2);
        GridPoint around(double turn) => At(5_000_000 + (long)(1_000_000 * Math.Cos(turn)), 5_000_000 + (long)(1_000_000 * Math.Sin(turn)));
        long x = 6_000_000, y = 5_000_000;
        return
        [
            .. Enumerable.Range(1, 499).Select(i => around(2 * Math.PI * i / 500)),
            .. Enumerable.Range(0, rest).Select(_ => At(x += random.Next(-10_000, 10_000), y += random.Next(-10_000, 10_000))),
        ];
    }

    private static GridPoint[] Comb(int teeth) =>
    [
        .. Enumerable.Range(0, teeth).SelectMany(i => new[] { At(i * 400, 1_000), At(i * 400 + 100, 9_000_000), At(i * 400 + 200, 1_000) }),
        At(teeth * 400, 0), At(0, 0),
    ];

    private static GridPoint Round(double turn) => At(5_000_000 + (long)(4_900_000 * Math.Cos(turn)), 5_000_000 + (long)(4_900_000 * Math.Sin(turn)));

    private static GridPoint[] Nested(long i) => Square(i * 2_000, i * 2_000, 9_000_000 - i * 4_000);

    private static GridPoint[] Square(long x, long y, long side) => [At(x, y), At(x + side, y), At(x + side, y + side), At(x, y + side)];

    private static GridPoint At(long x, long y) => new(Corner.Lon + x, Corner.Lat + y);
}
