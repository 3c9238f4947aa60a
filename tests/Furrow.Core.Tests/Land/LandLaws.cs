using CsCheck;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Tests.Land;

/// <summary>The laws of the land ledger, for random programmes.</summary>
public sealed class LandLaws
{
    private const int Programmes = 2_000;
    private static readonly DateOnly End = new(2021, 1, 1);
    internal static readonly IReadOnlyList<KindSet> Books = Kinds.Accounted;

    [Fact]
    public void The_books_balance_exactly_for_every_kind_period_and_acceptance() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        foreach (var kind in Books)
        {
            for (var known = 0; known <= land.KnownAt; known++)
            {
                foreach (var from in new DateOnly?[] { null, new DateOnly(2020, 1, 3) })
                {
                    var balance = LandQuestions.Balance(land, new BalanceQuestion(new DateOnly(2020, 1, 5), from, known, kind));
                    if (balance.TrialBalanceMicro != 0)
                    {
                        throw new InvalidOperationException($"{kind} at {known} from {from}: off by {balance.TrialBalanceMicro}");
                    }
                }
            }
        }
    }, seed: "0000KoOw1fj3", samples: Programmes / 4, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Balances_of_several_kinds_in_one_reading_are_those_of_each_alone() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        var question = new BalanceQuestion(new DateOnly(2020, 1, 5), new DateOnly(2020, 1, 3), land.KnownAt / 2);
        var together = LandQuestions.Balances(land, question, Kinds.Accounted);
        foreach (var one in together)
        {
            Assert.Equivalent(LandQuestions.Balance(land, question with { Kind = one.Question.Kind }), one, strict: true);
        }
    }, seed: "0000KoOw1fj3", samples: Programmes / 10, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void Faces_fill_the_cell_and_the_outer_boundary_encloses_the_sum_of_faces() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        foreach (var row in land.Cells.RowNumbers())
        {
            foreach (var span in land.Cells.Row(row))
            {
                Books_of_a_cell(land, row, span);
            }
        }
    }, seed: "0000KoOw1fj4", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    private static void Books_of_a_cell(LandLedger land, int row, CellSpan span)
    {
        var arranger = CellArranger.OfThisThread;
        var edges = arranger.Arrange(RandomLand.WholeCell(Array.FindAll(span.Content.Claims, c => land.Counts(c.Claim))));
        var areas = arranger.AreasOf(edges, row, 0, 0);
        long sum = 0, outer = 0;
        for (var cover = 1; cover < areas.Length; cover++)
        {
            sum += areas[cover];
        }

        Assert.Equal(EllipsoidArea.OfRow(row).CellMicro, sum);
        // The outer boundary of what is covered by any claim, by another road: edges between covered and not.
        var covered = new bool[areas.Length];
        long inside = 0;
        for (var cover = 1; cover < areas.Length; cover++)
        {
            covered[cover] = RandomLand.Members(arranger.Covers, cover).Exists(m => m > 0);
            inside += covered[cover] ? areas[cover] : 0;
        }

        foreach (var e in edges)
        {
            if (covered[e.Left] != covered[e.Right])
            {
                var left = EllipsoidArea.OfRow(row).LeftOf(Node.X(e.A), Node.Y(e.A), Node.X(e.B), Node.Y(e.B));
                outer += covered[e.Left] ? left : -left;
            }
        }

        Assert.Equal(inside, outer);
    }

    [Fact]
    public void Edges_of_a_cell_meet_at_nodes_only_and_nodes_never_leave_it() =>
        RandomLand.Claim.Array[1, 4].Obeys(MeetAtNodesOnly, seed: "0000KoOw1fj5", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>Where outlines are a few grid steps large, nearly every crossing is rounded onto something.</summary>
    [Fact]
    public void Edges_a_few_steps_long_meet_at_nodes_only() =>
        RandomLand.TinyClaim.Array[1, 6].Obeys(MeetAtNodesOnly, seed: "bDg_wHNNLLa1", samples: 10 * Programmes, brokeOnce: RandomLand.BrokeOnce);

    private static void MeetAtNodesOnly(LandClaim[] claims)
    {
        var land = RandomLand.Run([new RandomLand.Step(claims, [])]);
        foreach (var row in land.Cells.RowNumbers())
        {
            foreach (var span in land.Cells.Row(row).Where(s => s.Content.HasEdges))
            {
                var edges = CellArranger.OfThisThread.Arrange(RandomLand.WholeCell(span.Content.Claims)).ToArray();
                for (var i = 0; i < edges.Length; i++)
                {
                    Assert.InRange(Node.X(edges[i].B), 0, (int)CellId.Size);
                    Assert.InRange(Node.Y(edges[i].B), 0, (int)CellId.Size);
                    for (var j = i + 1; j < edges.Length; j++)
                    {
                        Assert.False(Cross(edges[i], edges[j]), $"{edges[i].A:x}-{edges[i].B:x} and {edges[j].A:x}-{edges[j].B:x}");
                    }
                }
            }
        }
    }

    /// <summary>Properly, or an end of one inside the other.</summary>
    private static bool Cross(in Edge e, in Edge f)
    {
        if ((e.A == f.A && e.B == f.B) || Node.X(e.B) < Node.X(f.A) || Node.X(f.B) < Node.X(e.A))
        {
            return e.A == f.A && e.B == f.B;
        }

        int c1 = Math.Sign(Node.Turn(e.A, e.B, f.A)), c2 = Math.Sign(Node.Turn(e.A, e.B, f.B));
        int d1 = Math.Sign(Node.Turn(f.A, f.B, e.A)), d2 = Math.Sign(Node.Turn(f.A, f.B, e.B));
        return (c1 * c2 < 0 && d1 * d2 < 0)
            || (c1 == 0 && IsInside(e, f.A)) || (c2 == 0 && IsInside(e, f.B)) || (d1 == 0 && IsInside(f, e.A)) || (d2 == 0 && IsInside(f, e.B));
    }

    private static bool IsInside(in Edge e, ulong p) => p > e.A && p < e.B
        && Node.Y(p) >= Math.Min(Node.Y(e.A), Node.Y(e.B)) && Node.Y(p) <= Math.Max(Node.Y(e.A), Node.Y(e.B));

    [Fact]
    public void Postings_equal_a_fresh_computation_at_every_acceptance() => RandomLand.Programme.Obeys(steps =>
    {
        var land = LandLedger.Empty;
        foreach (var step in steps)
        {
            land = land.Accept(RandomLand.Next(land, step));
            Assert.Equal(Fresh(land), Posted(land));
        }
    }, seed: "0000KoOw1fj6", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>Lines by summing postings.</summary>
    internal static string Posted(LandLedger land) => Text(land.Postings.Range(0, land.Postings.Count)
        .Where(p => p.From != p.To)
        .Select(p => ((p.Claim, p.Kinds, p.From, p.To, p.FromArea, p.ToArea), p.AmountMicro)));

    /// <summary>Lines by folding the faces of a ledger that accepted the same claims, without looking at postings.</summary>
    internal static string Fresh(LandLedger land)
    {
        var lines = new List<((int, KindSet, LandStatus, LandStatus, int, int), long)>();
        var scratch = new List<FoldClaim>();
        foreach (var row in land.Cells.RowNumbers())
        {
            foreach (var span in land.Cells.Row(row))
            {
                foreach (var face in CellFaces.Of(Array.FindAll(span.Content.Claims, c => land.Counts(c.Claim)), row, land.Split))
                {
                    var fold = new List<FoldLine>();
                    land.FoldOf(face.Claims, scratch, fold);
                    lines.AddRange(fold.Where(l => l.From != l.To)
                        .Select(l => ((l.Claim, l.Mask, l.From, l.To, l.FromArea, l.ToArea), face.AreaMicro * span.Count)));
                }
            }
        }

        return Text(lines);
    }

    private static string Text(IEnumerable<((int, KindSet, LandStatus, LandStatus, int, int) Key, long Amount)> lines) => string.Join('\n', lines
        .GroupBy(l => l.Key).Select(g => (g.Key, Sum: g.Sum(l => l.Amount))).Where(g => g.Sum != 0).Select(g => $"{g.Key} {g.Sum}")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Answers_known_before_an_acceptance_never_change_after_it_and_undo_restores_them() => RandomLand.Programme.Obeys(steps =>
    {
        var land = LandLedger.Empty;
        var before = new List<string> { Answers(land) };
        foreach (var step in steps)
        {
            land = land.Accept(RandomLand.Next(land, step));
            before.Add(Answers(land));
        }

        for (var known = 0; known <= land.KnownAt; known++)
        {
            Assert.Equal(before[known], Answers(land.At(known)));
        }

        // One more acceptance that takes away what the last step added, and brings back what it removed, is as if it had not been.
        var last = RandomLand.Next(RandomLand.Run(steps[..^1]), steps[^1]);
        var undone = land.Accept(new LandAcceptance(land.KnownAt + 1,
            [.. last.Removes.Select((id, i) => land.Claim(id) with { Id = land.ClaimCount + i, AcceptedAt = land.KnownAt + 1 })],
            [.. last.Adds.Select(c => c.Id)]));
        Assert.Equal(before[^2], Answers(undone));
    }, seed: "0000KoOw1fj7", samples: Programmes / 2, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>Land by status and date, for every kind: what anyone can see, without the numbers of claims.</summary>
    internal static string Answers(LandLedger land) => string.Join('\n', Books.SelectMany(kind => Enumerable.Range(1, 7).Select(day =>
    {
        var b = LandQuestions.Balance(land, new BalanceQuestion(new DateOnly(2020, 1, day), null, null, kind));
        return $"{kind} {day}: {string.Join(' ', b.Accounts.Select(a => $"{a.Status}={a.ClosingMicro}/{a.HazardousAreas}"))}";
    })));

    [Fact]
    public void Order_of_arrival_before_acceptance_changes_nothing() => RandomLand.Claim.Array[1, 5].Obeys(claims =>
    {
        // The same claims accepted together, listed in two orders, keep their rows: order is a property of the report, not of the list.
        LandLedger Accept(IEnumerable<int> order) => LandLedger.Empty.Accept(new LandAcceptance(1,
            [.. order.Select((c, i) => claims[c] with { Id = i, Row = c, PlacedAt = 1, AcceptedAt = 1 })], []));
        Assert.Equal(Answers(Accept(Enumerable.Range(0, claims.Length))), Answers(Accept(Enumerable.Range(0, claims.Length).Reverse())));
    }, seed: "0000KoOw1fj8", samples: Programmes / 2, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void A_survey_over_released_land_never_unreleases_it() => Gen.Select(RandomLand.Programme, RandomLand.Claim).Obeys((steps, claim) =>
    {
        var land = RandomLand.Run(steps);
        var box = new GridPoint[] { new(-34 * CellId.Size, 16 * CellId.Size), new(-32 * CellId.Size, 16 * CellId.Size),
            new(-32 * CellId.Size, 18 * CellId.Size), new(-34 * CellId.Size, 18 * CellId.Size) };
        var survey = new RandomLand.Step([claim with
        {
            Shape = new Shape([[box]]), Effect = LandEffect.Confirm, Kinds = KindSet.All, Day = End.DayNumber,
        }], []);
        foreach (var kind in Books.Where(k => k != KindSet.Custody))
        {
            var after = land.Accept(RandomLand.Next(land, survey));
            var (was, now) = (Closing(land, kind), Closing(after, kind));
            foreach (var status in new[] { LandStatus.Cleared, LandStatus.Reduced, LandStatus.Cancelled, LandStatus.ReleasedUnderInvestigation })
            {
                // Overall may fall where only some kinds were released: the survey speaks of all of them.
                if (kind != KindSet.Overall)
                {
                    Assert.True(Math.Abs(was.GetValueOrDefault(status) - now.GetValueOrDefault(status)) <= RandomLand.RoundingMicro(after), $"{kind} {status}");
                }
            }
        }
    }, seed: "0000KoOw1fj9", samples: Programmes / 2, brokeOnce: RandomLand.BrokeOnce);

    [Fact]
    public void The_total_differs_from_the_drawn_union_by_at_most_perimeter_times_the_grid_step() => RandomLand.Programme.Obeys(steps =>
    {
        // As hazards of one kind, whatever is drawn counts once; the union is made by the repair, which knows no cells.
        var land = RandomLand.Run(steps.Select(s => s with { Adds = [.. s.Adds.Select(c => c with { Effect = LandEffect.Suspect })] }));
        var polygons = land.CountingClaims().SelectMany(c => c.Shape.Polygons).ToList();
        var union = polygons.Count == 0 ? 0 : ShapeRepair.Mend(polygons, isRelease: false).AreaMicro;
        var apart = Math.Abs(Closing(land, KindSet.Overall).Values.Sum() - union);
        Assert.True(apart <= RandomLand.RoundingMicro(land), $"{apart} of {RandomLand.RoundingMicro(land)}");
    }, seed: "0000KoOw1fjb", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);

    private static Dictionary<LandStatus, long> Closing(LandLedger land, KindSet kind) =>
        LandQuestions.Balance(land, new BalanceQuestion(End, null, null, kind)).Accounts.ToDictionary(a => a.Status, a => a.ClosingMicro);

    [Fact]
    public void Land_no_report_speaks_of_is_never_anything_but_unrecorded() => RandomLand.Programme.Obeys(steps =>
    {
        var land = RandomLand.Run(steps);
        var (drawn, recorded) = (land.CountingClaims().Sum(c => LandQuestions.AreaMicro(c.Shape)), Closing(land, KindSet.Overall).Values.Sum());
        Assert.True(recorded <= drawn + RandomLand.RoundingMicro(land));
        foreach (var kind in Kinds.Names.Select(n => n.Kind))
        {
            var claims = land.CountingClaims().Where(c => (c.Kinds & kind) != 0).ToList();
            Assert.True(claims.Count > 0 || Closing(land, kind).Count == 0);
            // Without a report that searched or released, nothing is released.
            if (!claims.Exists(c =>
                c.Effect is LandEffect.Clear or LandEffect.Reduce or LandEffect.Cancel or LandEffect.Discredit
                    or LandEffect.SearchSurface or LandEffect.Investigate))
            {
                Assert.DoesNotContain(Closing(land, kind), a => Statuses.IsReleased(a.Key) && a.Value != 0);
            }
        }
    }, seed: "0000KoOw1fja", samples: Programmes, brokeOnce: RandomLand.BrokeOnce);
}
