using CsCheck;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Tests.Land;

/// <summary>Repair of drawn rings, and the polygons the ledger gives back.</summary>
public sealed class FormsTests
{
    private static GridPoint P(long x, long y) => new(170_000_000_000 + x, 45_000_000_000 + y);

    private static string Text(RepairedShape repaired) => repaired.Shape is null ? "nothing"
        : string.Join(" + ", repaired.Shape.Polygons.Select(p => string.Join(" minus ", p.Select(r => r.Length)))) + " | "
            + string.Join(", ", repaired.Repairs.Select(r => r.Code));

    [Fact]
    public void Rings_are_mended_and_what_was_mended_is_told()
    {
        GridPoint[] square = [P(0, 0), P(1000, 0), P(1000, 1000), P(0, 1000)];
        GridPoint[] bowTie = [P(0, 0), P(1000, 1000), P(1000, 0), P(0, 1000)];
        GridPoint[] twice = [P(0, 0), P(3000, 0), P(3000, 3000), P(0, 3000), P(0, 0), P(1000, 0), P(1000, 1000), P(0, 1000)];
        Assert.Equal("4 | ", Text(ShapeRepair.Mend([[square]], false)));
        Assert.Equal("4 | ", Text(ShapeRepair.Mend([[[.. square.Reverse(), square[^1]]]], false)));
        Assert.Equal("4 | repeated-point", Text(ShapeRepair.Mend([[[square[0], .. square, square[0]]]], false)));
        Assert.Equal("3 + 3 | self-crossing", Text(ShapeRepair.Mend([[bowTie]], false)));
        Assert.Equal("nothing", Text(ShapeRepair.Mend([[[P(0, 0), P(5, 5), P(0, 0)]]], false)));
        Assert.Equal("ring-without-area", ShapeRepair.Mend([[[P(0, 0), P(5, 5)]]], false).Repairs[0].Code);
        Assert.Equal("4 | self-crossing, doubt-kept", Text(ShapeRepair.Mend([[twice]], false)));
        Assert.Equal("6 | self-crossing, doubt-left-out", Text(ShapeRepair.Mend([[twice]], true)));
        Assert.Equal("4 minus 4 | ", Text(ShapeRepair.Mend([[square, [P(100, 100), P(200, 100), P(200, 200), P(100, 200)]]], false)));
        Assert.Equal("8 | overlapping-parts", Text(ShapeRepair.Mend([[square], [[P(500, 500), P(1500, 500), P(1500, 1500), P(500, 1500)]]], true)));
    }

    /// <summary>A ring that comes back to its first point and runs round a hole, either way round: one drawing, one land, whatever format it came in.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_ring_that_pinches_a_hole_off_is_the_same_land_in_every_format(bool isReversed)
    {
        GridPoint[] ring = [P(0, 0), P(30_000, 0), P(30_000, 30_000), P(0, 30_000), P(0, 0), P(10_000, 20_000), P(20_000, 10_000)];
        ring = isReversed ? [.. ring.Reverse()] : ring;
        foreach (var (isRelease, told) in new[] { (false, "4 | self-crossing, doubt-kept"), (true, "4 minus 3 | self-crossing, doubt-left-out") })
        {
            RepairedShape declared = ShapeRepair.Mend([[ring]], isRelease), byDirection = ShapeRepair.Mend([[ring]], isRelease, RingRoles.ByDirection);
            Assert.Equal(told, Text(declared));
            Assert.Equal((told, declared.AreaMicro, declared.Doubt?.AreaMicro), (Text(byDirection), byDirection.AreaMicro, byDirection.Doubt?.AreaMicro));
        }
    }

    [Fact]
    public void A_repair_of_a_mended_shape_mends_nothing() => RandomLand.AnyShape.Obeys(shape =>
    {
        var again = ShapeRepair.Mend(shape.Polygons, false);
        Assert.True(Math.Abs(again.AreaMicro - ShapeArea.Micro(shape)) <= 2_000_000, "Mending a mended shape moved land.");
    }, seed: "0000KoOw1fje", samples: 2_000, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void A_ring_of_points_on_one_line_is_left_out_and_said()
    {
        GridPoint[] shell = [new(5, 5), new(20, 5), new(20, 20), new(5, 20)];
        // Along a cell line, where the grid alone would not see it.
        GridPoint[] line = [new(-322_500_000, 160_000_000), new(-332_500_000, 160_000_000), new(-335_000_002, 160_000_000)];
        var mended = ShapeRepair.Mend([[shell, line]], false);
        Assert.Equal("ring-without-area", Assert.Single(mended.Repairs).Code);
        Assert.Equal(new GridBox(5, 5, 20, 20), mended.Shape!.Bounds);
        Assert.Null(ShapeRepair.Mend([[line]], false).Shape);
        Assert.True(new Shape([[shell, line]]).Bounds.Contains(line[0]), "bounds hold every ring");
    }

    [Fact]
    public void The_features_of_a_window_carry_exactly_the_area_of_the_ledger() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        var features = LandQuestions.Window(land, new GridBox(-GridPoint.MaxLon, -GridPoint.MaxLat, GridPoint.MaxLon, GridPoint.MaxLat)).ToList();
        var at = new DateOnly(2020, 1, 4);
        foreach (var account in LandQuestions.Balance(land, new BalanceQuestion(at)).Accounts)
        {
            var here = features.Where(f => (f.Histories.FirstOrDefault(h => h.Kinds == KindSet.Overall)?.At(at) ?? LandStatus.Unrecorded) == account.Status)
                .ToList();
            // A sliver thinner than a grid step can have an area but no ring.
            Assert.True(Math.Abs(account.ClosingMicro - here.Sum(f => f.AreaMicro)) <= 1_000_000);
            Assert.True(Math.Abs(here.Sum(f => f.AreaMicro) - here.Sum(f => ShapeArea.Micro(f.Shape))) <= 1_000 * (1 + here.Count));
        }
    }, seed: "0000KoOw1fjf", samples: 1_000, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void The_remaining_polygon_of_an_area_has_the_area_the_books_say() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        foreach (var area in LandQuestions.HazardousAreas(land, new DateOnly(2021, 1, 1)))
        {
            var remaining = ShapeArea.Micro(LandQuestions.Remaining(land, area.Code, new DateOnly(2021, 1, 1)));
            Assert.True(Math.Abs(remaining - area.RemainingMicro) <= 3_000_000, $"{area.Code}: {remaining} instead of {area.RemainingMicro}");
        }
    }, seed: "0000KoOw1fjg", samples: 1_000, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Split_by_places_the_rows_sum_exactly_to_the_whole() =>
        Gen.Select(RandomLand.Programme, RandomLand.AnyShape.Array[1, 3]).Obeys((steps, shapes) =>
    {
        var land = RandomLand.Run(steps);
        var places = new PlaceSet("test", [.. shapes.Select((s, i) => new Place($"P{i}", s))]);
        var question = new BalanceQuestion(new DateOnly(2020, 1, 5), new DateOnly(2020, 1, 3), By: BalanceGroup.Place, Places: places);
        var balance = LandQuestions.Balance(land, question);
        foreach (var account in balance.Accounts)
        {
            Assert.Equal(account.ClosingMicro, balance.Rows.Sum(r => r.Accounts.Where(a => a.Status == account.Status).Sum(a => a.ClosingMicro)));
            Assert.Equal(account.OpeningMicro, balance.Rows.Sum(r => r.Accounts.Where(a => a.Status == account.Status).Sum(a => a.OpeningMicro)));
        }
    }, seed: "0000KoOw1fjh", samples: 1_000, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void A_replayed_programme_gives_the_same_bytes_and_a_snapshot_gives_them_back() => RandomLand.Programme.Obeys(steps =>
    {
        var bytes = LandSnapshot.Write(RandomLand.Run(steps));
        Assert.Equal(bytes, LandSnapshot.Write(RandomLand.Run(steps)));
        Assert.Equal(bytes, LandSnapshot.Write(LandSnapshot.Read(bytes)));
    }, seed: "0000KoOw1fji", samples: 1_000, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void The_bridge_leads_exactly_from_effort_to_land() => RandomLand.Programme.Obeys(steps =>
    {
        var bridge = LandQuestions.Bridge(RandomLand.Run(steps), new DateOnly(2019, 1, 1), new DateOnly(2021, 1, 1));
        Assert.Equal(bridge.WorkedMicro, bridge.Lines.Sum(l => l.AreaMicro));
        Assert.True(Math.Abs(bridge.Lines.Where(l => l.Heading == Heading.Rounding).Sum(l => l.AreaMicro)) <= 20_000_000);
    }, seed: "0000KoOw1fjj", samples: 1_000, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Where_an_edge_crosses_a_cell_line_both_cells_have_the_node_and_noding_adds_none_to_the_line() => RandomLand.Claim.Array[1, 4].Obeys(claims =>
    {
        var land = RandomLand.Run([new RandomLand.Step(claims, [])]);
        var nodes = new Dictionary<CellId, HashSet<GridPoint>>();
        foreach (var point in claims.SelectMany(c => c.Shape.Polygons).SelectMany(p => p).SelectMany(Crossings))
        {
            var east = CellId.Of(point);
            if (point.Lat % CellId.Size != 0)
            {
                Assert.Contains(point, NodesOf(east));
                Assert.Contains(point, NodesOf(east with { Column = east.Column - 1 }));
            }
        }

        foreach (var cell in nodes.Keys)
        {
            var ends = land.Cells.Find(cell)!.Claims.SelectMany(EndsOf).ToHashSet();
            Assert.All(nodes[cell].Where(n => n.Lon % CellId.Size == 0 && n.Lat % CellId.Size != 0), n => Assert.Contains(Local(cell, n), ends));
        }

        HashSet<GridPoint> NodesOf(CellId cell)
        {
            if (!nodes.TryGetValue(cell, out var known))
            {
                nodes.Add(cell, known = []);
                foreach (var e in CellArranger.OfThisThread.Arrange(RandomLand.WholeCell(land.Cells.Find(cell)!.Claims)))
                {
                    known.Add(Dissolve.PointOf(cell.Corner, e.A));
                    known.Add(Dissolve.PointOf(cell.Corner, e.B));
                }
            }

            return known;
        }
    }, seed: "0000KoOw1fjk", samples: 2_000, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>Where the edges of a ring cross lines of longitude of the cell grid. A steep edge within half a step of a line runs along it for a
    /// while after rounding: such ends lie on the line too, but only one side has an edge there.</summary>
    private static IEnumerable<GridPoint> Crossings(GridPoint[] ring)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            GridPoint a = ring[i], b = ring[(i + 1) % ring.Length];
            var chain = new List<GridPoint>();
            CellLines.CutsOf(a < b ? a : b, a < b ? b : a, CellId.Size, chain);
            chain.Insert(0, a < b ? a : b);
            chain.Add(a < b ? b : a);
            for (var k = 1; k + 1 < chain.Count; k++)
            {
                if (chain[k].Lon % CellId.Size == 0 && chain[k - 1].Lon != chain[k].Lon && chain[k + 1].Lon != chain[k].Lon)
                {
                    yield return chain[k];
                }
            }
        }
    }

    private static (int, int) Local(CellId cell, GridPoint p) => ((int)(p.Lon - cell.Corner.Lon), (int)(p.Lat - cell.Corner.Lat));

    private static IEnumerable<(int, int)> EndsOf(CellClaim claim)
    {
        var pieces = new List<Piece>();
        PieceCodec.Decode(claim.Pieces, pieces);
        return pieces.SelectMany(p => new[] { (p.X1, p.Y1), (p.X2, p.Y2) });
    }
}
