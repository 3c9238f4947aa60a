using CsCheck;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Tests.Land;

/// <summary>How a cell is computed (apart where outlines lie apart, in parts where it is crowded) changes no book. The cells here count as crowded from
/// some ten vertices on, so that nearly every programme has some with parts, and acceptances that change how a cell is divided.</summary>
public sealed class CrowdedCellLaws
{
    private const int Programmes = 600;
    private static readonly CellSplit Early = new(48);

    [Fact]
    public void Outlines_arranged_apart_have_the_areas_of_all_arranged_together() => RandomLand.Claim.Array[1, 6].Obeys(claims =>
    {
        var land = RandomLand.Run([new RandomLand.Step(claims, [])]);
        foreach (var row in land.Cells.RowNumbers())
        {
            foreach (var span in land.Cells.Row(row))
            {
                var part = RandomLand.WholeCell(span.Content.Claims);
                var arranger = CellArranger.OfThisThread;
                var areas = arranger.AreasOf(arranger.Arrange(part), row, 0, 0).ToArray();
                var together = Enumerable.Range(1, areas.Length - 1).Where(c => areas[c] != 0)
                    .Select(c => (Claims: part.ClaimsOf(arranger.Covers, c), Area: areas[c])).Where(f => f.Claims.Length > 0)
                    .Select(f => $"{string.Join(' ', f.Claims)}: {f.Area}").Order(StringComparer.Ordinal).ToArray();
                Assert.Equal(together, TextOf(CellFaces.Of(span.Content.Claims, row, new CellSplit(int.MaxValue))));
            }
        }
    }, seed: "0000KoOw1fk1", samples: 4 * Programmes, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Postings_equal_a_fresh_computation_at_every_acceptance() => RandomLand.Programme.Obeys(steps =>
    {
        var land = LandLedger.EmptyWith(Early);
        foreach (var step in steps)
        {
            land = land.Accept(RandomLand.Next(land, step));
            Assert.Equal(LandLaws.Fresh(land), LandLaws.Posted(land));
        }
    }, seed: "0000KoOw1fk2", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void The_books_balance_and_answers_known_before_never_change() => RandomLand.Programme.Obeys(steps =>
    {
        var land = LandLedger.EmptyWith(Early);
        var before = new List<string> { LandLaws.Answers(land) };
        foreach (var step in steps)
        {
            land = land.Accept(RandomLand.Next(land, step));
            before.Add(LandLaws.Answers(land));
        }

        for (var known = 0; known <= land.KnownAt; known++)
        {
            Assert.Equal(before[known], LandLaws.Answers(land.At(known)));
            Assert.All(LandLaws.Books, kind =>
                Assert.Equal(0, LandQuestions.Balance(land, new BalanceQuestion(new DateOnly(2020, 1, 5), null, known, kind)).TrialBalanceMicro));
        }
    }, seed: "0000KoOw1fk3", samples: Programmes / 4, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Parts_move_a_border_by_no_more_than_a_grid_step() => RandomLand.Programme.Obeys(steps =>
    {
        var (whole, parted) = (RandomLand.Run(steps), RandomLand.Run(LandLedger.EmptyWith(Early), steps));
        var most = 1 + RandomLand.RoundingMicro(whole);
        foreach (var kind in LandLaws.Books)
        {
            var (a, b) = (Closing(whole, kind), Closing(parted, kind));
            foreach (var status in a.Keys.Union(b.Keys))
            {
                Assert.True(Math.Abs(a.GetValueOrDefault(status) - b.GetValueOrDefault(status)) <= most, $"{kind} {status}");
            }
        }
    }, seed: "0000KoOw1fk4", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Forms_spots_and_places_answer_from_parts_as_from_whole_cells() => Gen
        .Select(RandomLand.Programme, RandomLand.AnyShape, Gen.Int[1, 999_983].Array[2])
        .Obeys((steps, place, at) =>
        {
            var (whole, parted) = (RandomLand.Run(steps), RandomLand.Run(LandLedger.EmptyWith(Early), steps));
            var most = 1 + RandomLand.RoundingMicro(whole, place);
            var box = new GridBox(-34 * CellId.Size, 16 * CellId.Size, -32 * CellId.Size, 18 * CellId.Size);
            foreach (var feature in LandQuestions.Window(parted, box, null))
            {
                var drawn = LandQuestions.AreaMicro(feature.Shape);
                Assert.True(Math.Abs(drawn - feature.AreaMicro) <= most, $"{feature.Cell}: {drawn} {feature.AreaMicro}");
            }

            var places = new PlaceSet("Places", [new Place("P", place)]);
            var question = new BalanceQuestion(new DateOnly(2020, 1, 9), By: BalanceGroup.Place, Places: places);
            var rows = LandQuestions.Balance(parted, question);
            Assert.Equal(rows.Accounts.Sum(a => a.ClosingMicro), rows.Rows.Sum(r => r.Accounts.Sum(a => a.ClosingMicro)));

            // A spot beside every border: what covers it does not depend on parts.
            var spot = new GridPoint(-33 * CellId.Size + at[0] * 19 - CellId.Size + 7, 17 * CellId.Size + at[1] * 19 - CellId.Size + 3);
            Assert.Equal(StatusOf(whole, spot), StatusOf(parted, spot));
        }, seed: "0000KoOw1fk5", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Ten_thousand_copies_of_one_polygon_wherever_they_begin_are_noded_once()
    {
        GridPoint[] ring = [new(7, 5), new(900_001, 3), new(950_000, 700_000), new(400_000, 900_000), new(3, 600_000)];
        var claims = Enumerable.Range(0, 10_000).Select(i =>
        {
            GridPoint[] turned = [.. ring[(i % 5)..], .. ring[..(i % 5)]];
            return new CellClaim(i, 0, CellCutter.Cut([turned]).Cells[0].Pieces);
        }).ToArray();
        var (leaders, alike) = AlikeClaims.Group([.. claims, new CellClaim(10_000, 0, CellCutter.Cut([ring[..4]]).Cells[0].Pieces)]);
        Assert.Equal(2, leaders.Length);
        Assert.Equal([10_000, 1], alike.Select(a => a.Length));
        var faces = CellFaces.Of(claims, 10_000, CellSplit.Standard);
        Assert.Equal(10_000, Assert.Single(faces).Claims.Length);
    }

    [Theory]
    [InlineData(2_000, 0)]
    [InlineData(6_000, 1)]
    [InlineData(16_000, 2)]
    public void A_cell_is_divided_by_what_is_drawn_in_it(int vertices, int level)
    {
        var ring = Enumerable.Range(0, vertices).Select(i =>
        {
            var (angle, radius) = (2 * Math.PI * i / vertices, 4_000_000 + i % 7 * 1_000);
            return new GridPoint(5_000_000 + (long)(radius * Math.Cos(angle)), 5_000_000 + (long)(radius * Math.Sin(angle)));
        }).ToArray();
        var claim = new CellClaim(0, 0, CellCutter.Cut([ring]).Cells[0].Pieces);
        Assert.Equal(level, CellSplit.Standard.PartsOf([claim]).Level);
        // The same polygon many times is no more crowded, and a border beside it has no say.
        Assert.Equal(level, CellSplit.Standard.PartsOf([claim, claim with { Claim = 1 }, claim with { Claim = 2 }]).Level);
        Assert.Equal(level, CellSplit.Standard.PartsOf([claim, claim with { Claim = -1, Pieces = CellCutter.Cut([ring[..^1]]).Cells[0].Pieces }]).Level);
    }

    private static IEnumerable<string> TextOf(FaceArea[] faces) =>
        faces.Select(f => $"{string.Join(' ', f.Claims)}: {f.AreaMicro}").Order(StringComparer.Ordinal);

    private static string StatusOf(LandLedger land, GridPoint at) =>
        string.Join(' ', LandQuestions.Spot(land, at, null).Claims.Select(c => c.Claim.Id));

    private static Dictionary<LandStatus, long> Closing(LandLedger land, KindSet kind) =>
        LandQuestions.Balance(land, new BalanceQuestion(new DateOnly(2021, 1, 1), null, null, kind)).Accounts.ToDictionary(a => a.Status, a => a.ClosingMicro);
}
