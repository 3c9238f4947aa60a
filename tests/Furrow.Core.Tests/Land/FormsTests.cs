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
        Assert.Equal("4 | self-crossing", Text(ShapeRepair.Mend([[twice]], false)));
        Assert.Equal("6 | self-crossing", Text(ShapeRepair.Mend([[twice]], true)));
        Assert.Equal("4 minus 4 | ", Text(ShapeRepair.Mend([[square, [P(100, 100), P(200, 100), P(200, 200), P(100, 200)]]], false)));
        Assert.Equal("8 | overlapping-parts", Text(ShapeRepair.Mend([[square], [[P(500, 500), P(1500, 500), P(1500, 1500), P(500, 1500)]]], true)));
    }

    [Fact]
    public void A_repair_of_a_mended_shape_mends_nothing() => RandomLand.AnyShape.Sample(shape =>
    {
        var again = ShapeRepair.Mend(shape.Polygons, false);
        Assert.True(Math.Abs(again.AreaMicro - ShapeArea.Micro(shape)) <= 2_000_000, "Mending a mended shape moved land.");
    }, iter: 2_000, seed: "0000KoOw1fje");

    [Fact]
    public void The_features_of_a_window_carry_exactly_the_area_of_the_ledger() => RandomLand.Programme.Sample(steps =>
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
    }, iter: 1_000, seed: "0000KoOw1fjf");

    [Fact]
    public void The_remaining_polygon_of_an_area_has_the_area_the_books_say() => RandomLand.Programme.Sample(steps =>
    {
        var land = RandomLand.Run(steps);
        foreach (var area in LandQuestions.HazardousAreas(land, new DateOnly(2021, 1, 1)))
        {
            var remaining = ShapeArea.Micro(LandQuestions.Remaining(land, area.Code, new DateOnly(2021, 1, 1)));
            Assert.True(Math.Abs(remaining - area.RemainingMicro) <= 3_000_000, $"{area.Code}: {remaining} instead of {area.RemainingMicro}");
        }
    }, iter: 1_000, seed: "0000KoOw1fjg");

    [Fact]
    public void Split_by_places_the_rows_sum_exactly_to_the_whole() =>
        Gen.Select(RandomLand.Programme, RandomLand.AnyShape.Array[1, 3]).Sample((steps, shapes) =>
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
    }, iter: 1_000, seed: "0000KoOw1fjh");

    [Fact]
    public void A_replayed_programme_gives_the_same_bytes_and_a_snapshot_gives_them_back() => RandomLand.Programme.Sample(steps =>
    {
        var bytes = LandSnapshot.Write(RandomLand.Run(steps));
        Assert.Equal(bytes, LandSnapshot.Write(RandomLand.Run(steps)));
        Assert.Equal(bytes, LandSnapshot.Write(LandSnapshot.Read(bytes)));
    }, iter: 1_000, seed: "0000KoOw1fji");

    [Fact]
    public void The_bridge_leads_exactly_from_effort_to_land() => RandomLand.Programme.Sample(steps =>
    {
        var bridge = LandQuestions.Bridge(RandomLand.Run(steps), new DateOnly(2019, 1, 1), new DateOnly(2021, 1, 1));
        Assert.Equal(bridge.WorkedMicro, bridge.Lines.Sum(l => l.AreaMicro));
        Assert.True(Math.Abs(bridge.Lines.Where(l => l.Heading == Heading.Rounding).Sum(l => l.AreaMicro)) <= 20_000_000);
    }, iter: 1_000, seed: "0000KoOw1fjj");

    [Fact]
    public void Both_cells_beside_a_line_have_the_same_nodes_on_it_where_edges_cross_it() =>
        RandomLand.Claim.Array[1, 4].Where(All_edges_leave_the_lines).Sample(claims =>
    {
        var land = RandomLand.Run([new RandomLand.Step(claims, [])]);
        foreach (var row in land.Cells.RowNumbers())
        {
            var spans = land.Cells.Row(row);
            for (var i = 0; i + 1 < spans.Length; i++)
            {
                if (spans[i].To + 1 == spans[i + 1].From && spans[i].Content.HasEdges && spans[i + 1].Content.HasEdges)
                {
                    var (west, east) = (Crossings(spans[i].Content, (int)CellId.Size), Crossings(spans[i + 1].Content, 0));
                    Assert.Equal(west.Select(c => c.Claims), east.Select(c => c.Claims));
                    // Where an edge is cut twice within a grid step of a corner, the step between the cuts lies on the line: the two sides begin a step apart.
                    Assert.All(west.Zip(east), pair => Assert.InRange(pair.Second.Y - pair.First.Y, -1, 1));
                }
            }
        }
    }, iter: 2_000, seed: "0000KoOw1fjk");

    /// <summary>An edge that runs along a cell line makes the two sides differ on purpose.</summary>
    private static bool All_edges_leave_the_lines(LandClaim[] claims) => claims.All(c => c.Shape.Polygons.All(p => p.All(ring =>
        ring.Select((a, i) => (A: a, B: ring[(i + 1) % ring.Length])).All(e => e.A.Lon != e.B.Lon || e.A.Lon % CellId.Size != 0))));

    /// <summary>Where covers change along a vertical cell line, as seen from one side: heights and how the set of claims changes there.</summary>
    private static List<(int Y, string Claims)> Crossings(CellContent content, int x)
    {
        var (whole, edged) = CellFaces.Divide(content.Claims);
        var arranger = CellArranger.Mine;
        var along = new List<(int Y, string Claims)>();
        foreach (var e in arranger.Arrange(edged))
        {
            if (Node.X(e.A) == x && Node.X(e.B) == x && Node.Y(e.B) - Node.Y(e.A) > 1)
            {
                var inside = x == 0 ? e.Right : e.Left;
                along.Add((Node.Y(e.A), string.Join(',', CellFaces.ClaimsOf(arranger.Covers.Members(inside), edged, whole))));
            }
        }

        along.Sort();
        return [.. along.Where((a, i) => i == 0 || a.Claims != along[i - 1].Claims)];
    }
}
