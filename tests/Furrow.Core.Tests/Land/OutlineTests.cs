using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Xunit;

namespace Furrow.Core.Tests.Land;

/// <summary>A hazardous area is what its own outline says, whoever lies over it; the balance counts each m² once.</summary>
public sealed class OutlineTests
{
    private static readonly DateOnly End = new(2030, 1, 1);
    private const KindSet Ap = KindSet.ApMines;

    /// <summary>A strip of squares of 0.001°, side by side eastwards.</summary>
    private static Shape Strip(double from, double to)
    {
        long lon = 18 * GridPoint.PerDegree, lat = 44 * GridPoint.PerDegree, side = GridPoint.PerDegree / 1_000;
        long west = lon + (long)(from * side), east = lon + (long)(to * side);
        return new Shape([[[new(west, lat), new(east, lat), new(east, lat + side), new(west, lat + side)]]]);
    }

    private static LandClaim Claim(LandEffect effect, string? area, double from, double to) => new()
    {
        Id = 0, Report = Guid.Empty, ReportCode = "", ReportKind = ReportKind.Clearance, Part = 0, Effect = effect, Kinds = Ap, Day = 0, PlacedAt = 0,
        Row = 0, AcceptedAt = 0, Shape = Strip(from, to), Organisation = "EXERCISE team", HazardousArea = area,
    };

    /// <summary>Accepts one claim after another, a day apart.</summary>
    private static LandLedger Accept(params LandClaim[] claims) => claims.Aggregate(LandLedger.Empty, (land, claim) =>
    {
        var n = land.KnownAt + 1;
        return land.Accept(new LandAcceptance(n, [claim with
        {
            Id = n - 1, Report = new Guid(n, 0, 0, new byte[8]), ReportCode = $"R-{n}", Day = new DateOnly(2024, 1, 1).DayNumber + n, PlacedAt = n,
            AcceptedAt = n,
        }], []));
    });

    private static LandClaim Suspect(string area, double from, double to) => Claim(LandEffect.Suspect, area, from, to);

    private static LandClaim Clear(double from, double to, string? area = null) => Claim(LandEffect.Clear, area, from, to);

    /// <summary>State, and tenths of a square remaining, released and passed on.</summary>
    private static string Tell(LandLedger land, string code, DateOnly? asOf = null)
    {
        var area = LandQuestions.HazardousArea(land, code, asOf ?? End)!;
        Assert.Equivalent(LandQuestions.HazardousAreas(land, asOf ?? End).Single(a => Codes.AreSame(a.Code, area.Code)), area, strict: true);
        Assert.Equal(area.RegisteredMicro, area.RemainingMicro + area.ReleasedMicro + area.PassedOnMicro);
        Assert.Equal(area.RemainingMicro, area.InBalanceMicro + area.CountedUnder.Sum(s => s.AreaMicro));
        return $"{area.State} {Squares(area.RegisteredMicro)} = {Squares(area.RemainingMicro)} + {Squares(area.ReleasedMicro)}"
            + (area.PassedOnMicro > 0 ? $" + {Squares(area.PassedOnMicro)} passed on" : "");
    }

    private static string Squares(long micro) => (Math.Round(10.0 * micro / ShapeArea.Micro(Strip(0, 1))) / 10).ToString(
        System.Globalization.CultureInfo.InvariantCulture);

    private static AreaCount Count(LandLedger land, DateOnly? from = null, DateOnly? asOf = null) =>
        LandQuestions.Balance(land, new BalanceQuestion(asOf ?? End, from)).Count;

    private static LandLedger Three => Accept(Suspect("A", 0, 2), Suspect("B", 1, 3), Suspect("C", 1.5, 1.8));

    [Fact]
    public void Areas_over_each_other_are_each_open_with_their_own_ground_and_the_balance_counts_it_once()
    {
        Assert.Equal(["Open 2 = 2 + 0", "Open 2 = 2 + 0", "Open 0.3 = 0.3 + 0"], new[] { "A", "B", "C" }.Select(c => Tell(Three, c)));
        var areas = LandQuestions.HazardousAreas(Three, End);
        Assert.Equal(["2", "1", "0"], areas.Select(a => Squares(a.InBalanceMicro)));
        Assert.Equal(["", "A 1", "A 0.3"], areas.Select(a => string.Join(", ", a.CountedUnder.Select(s => $"{s.Label} {Squares(s.AreaMicro)}"))));
        Assert.Equal(["B 1, C 0.3", "", ""], areas.Select(a => string.Join(", ", a.CountedHere.Select(s => $"{s.Label} {Squares(s.AreaMicro)}"))));
        var balance = LandQuestions.Balance(Three, new BalanceQuestion(End));
        Assert.Equal(balance.Accounts.Single().ClosingMicro, areas.Sum(a => a.InBalanceMicro));
        Assert.Equal((3, new AreaCount(0, 3, 0, 3)), (balance.Accounts.Single().HazardousAreas, balance.Count));
        Assert.Equal(["2", "2", "0.3"], areas.Select(a => Squares(ShapeArea.Micro(LandQuestions.Remaining(Three, a.Code, End)))));
    }

    [Fact]
    public void A_release_counts_for_every_outline_it_lies_in_whomever_it_names()
    {
        var land = new[] { Clear(1.5, 1.8, "C"), Clear(0, 1), Clear(1, 3, "A") }.Aggregate(new List<LandClaim>
        {
            Suspect("A", 0, 2), Suspect("B", 1, 3), Suspect("C", 1.5, 1.8),
        }, (all, next) => [.. all, next]);
        Assert.Equal(["PartlyReleased 2 = 1.7 + 0.3", "PartlyReleased 2 = 1.7 + 0.3", "Closed 0.3 = 0 + 0.3"],
            new[] { "A", "B", "C" }.Select(c => Tell(Accept([.. land.Take(4)]), c)));
        Assert.Equal(["PartlyReleased 2 = 0.7 + 1.3", "PartlyReleased 2 = 1.7 + 0.3", "Closed 0.3 = 0 + 0.3"],
            new[] { "A", "B", "C" }.Select(c => Tell(Accept([.. land.Take(5)]), c)));
        var all = Accept([.. land]);
        Assert.Equal(["Closed 2 = 0 + 2", "Closed 2 = 0 + 2", "Closed 0.3 = 0 + 0.3"], new[] { "A", "B", "C" }.Select(c => Tell(all, c)));
        Assert.Equal(new AreaCount(3, 0, 3, 0), Count(all, new DateOnly(2024, 1, 5)));
        // C closed on the fifth day, after it had opened: it stands in both columns.
        Assert.Equal(new AreaCount(0, 3, 1, 2), Count(all, null, new DateOnly(2024, 1, 5)));
    }

    public static TheoryData<string, string, LandClaim[]> Flows => new()
    {
        { "opened and closed within the period", "0 + 1 - 1 = 0", [Suspect("A", 0, 2), Clear(0, 2)] },
        { "closed, opened again and closed", "0 + 2 - 2 = 0", [Suspect("A", 0, 2), Clear(0, 2), Claim(LandEffect.ReopenSuspected, "A", 0, 1), Clear(0, 2)] },
        { "two areas, one released by the other's clearance", "0 + 2 - 1 = 1", [Suspect("A", 0, 2), Suspect("B", 0, 1), Clear(0, 1, "A")] },
        { "passed on to another and released there", "0 + 2 - 2 = 0", [Suspect("A", 0, 2), Suspect("A-1", 0, 2) with { Predecessors = ["A"] }, Clear(0, 2)] },
        { "partly released is still open", "0 + 1 - 0 = 1", [Suspect("A", 0, 2), Clear(0, 1)] },
        { "never a hazard", "0 + 0 - 0 = 0", [Clear(0, 2, "A")] },
        { "only unlocated", "0 + 0 - 0 = 0", [Suspect("A", 0, 1) with { Shape = Shape.Empty }] },
    };

    [Theory]
    [MemberData(nameof(Flows))]
    public void What_opens_and_closes_within_the_period_is_counted_in_both_columns(string story, string expected, LandClaim[] claims)
    {
        Assert.NotEmpty(story);
        Assert.Equal(expected, Told(Count(Accept(claims))));
        // The same on one day: each report is a step of its own.
        var land = Accept(claims);
        var sameDay = LandLedger.Empty.Accept(new LandAcceptance(1,
            [.. land.CountingClaims().Select(c => c with { Day = 738_000, PlacedAt = 1, Row = c.Id, AcceptedAt = 1 })], []));
        Assert.Equal(expected, Told(Count(sameDay)));
        for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2024, 1, 8); day = day.AddDays(1))
        {
            var (early, late) = (Count(land, null, day), Count(land, day.AddDays(1)));
            Assert.Equal((early.Closing, Count(land).Opened, Count(land).Closed), (late.Opening, early.Opened + late.Opened, early.Closed + late.Closed));
        }
    }

    private static string Told(AreaCount count) => $"{count.Opening} + {count.Opened} - {count.Closed} = {count.Closing}";

    public static TheoryData<string, LandClaim[]> Stories => new()
    {
        { "Open 2 = 2 + 0", [] },
        { "Open 3 = 3 + 0", [Suspect("a ", 1, 3)] },
        { "Open 2 = 2 + 0", [Claim(LandEffect.Confirm, "OTHER", 0, 1)] },
        { "WorkedOn 2 = 2 + 0", [Clear(0, 2, "A") with { DepthSearchedCm = 5, DepthRequiredCm = 20 }] },
        { "WorkedOn 2 = 2 + 0", [Claim(LandEffect.LeaveIncomplete, null, 0, 1)] },
        { "WorkedOn 2 = 2 + 0", [Clear(5, 6, "A")] },
        { "PartlyReleased 2 = 0.5 + 1.5", [Clear(0, 1), Claim(LandEffect.Reduce, "OTHER", 1, 1.5)] },
        { "Closed 2 = 0 + 2", [Claim(LandEffect.Cancel, null, -1, 3)] },
        { "Discredited 2 = 0 + 2", [Claim(LandEffect.Discredit, null, 0, 2)] },
        { "Discredited 2 = 0 + 2", [Claim(LandEffect.Confirm, "A", 0, 2), Claim(LandEffect.Discredit, "A", 0, 2)] },
        { "Closed 2 = 0 + 2", [Claim(LandEffect.Discredit, null, 0, 0.5), Clear(0.5, 2)] },
        { "Open 2 = 2 + 0", [Claim(LandEffect.FindNoEvidence, null, 0, 2)] },
        { "PartlyReleased 2 = 1 + 1", [Clear(0, 2), Claim(LandEffect.ReopenSuspected, "A", 1, 2)] },
        { "PartlyReleased 2 = 1 + 1", [Clear(0, 2), Suspect("A", 0, 2), Claim(LandEffect.ReopenConfirmed, "NEW", 1, 3), Suspect("A", 1, 2)] },
        { "Closed 2 = 0 + 2", [Clear(0, 2), Claim(LandEffect.Investigate, null, 1, 2)] },
        { "PassedOn 2 = 0 + 0 + 2 passed on", [Suspect("A-1", 0, 1) with { Predecessors = ["A"] }, Suspect("A-2", 1, 2) with { Predecessors = ["a"] }] },
        { "Open 2 = 1 + 0 + 1 passed on", [Suspect("A-1", 0, 1) with { Predecessors = ["A"] }] },
        { "Closed 2 = 0 + 2", [Suspect("A-1", 0, 2) with { Predecessors = ["A"] }, Clear(0, 2, "A-1")] },
        { "Closed 2 = 0 + 2", [Claim(LandEffect.Suspect, "IED", 0, 2) with { Kinds = KindSet.Ied }, Clear(0, 2)] },
        { "Open 2 = 2 + 0", [Clear(0, 2) with { Kinds = KindSet.Ied }] },
        { "Open 2 = 2 + 0", [Suspect("B", -1, 4), Suspect("C", 0, 2)] },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_state_of_an_area_follows_from_its_own_outline(string expected, LandClaim[] then) =>
        Assert.Equal(expected, Tell(Accept([Suspect("A", 0, 2), .. then]), "A"));

    [Fact]
    public void Where_an_area_reopens_a_cleared_one_it_is_open_and_the_cleared_one_is_not_its_own_ground()
    {
        var land = Accept(Suspect("A", 0, 2), Clear(0, 2, "A"), Claim(LandEffect.ReopenConfirmed, "NEW", 1, 3));
        // The ground of A is a hazard again, whoever says so.
        Assert.Equal("PartlyReleased 2 = 1 + 1", Tell(land, "A"));
        Assert.Equal("NEW", LandQuestions.HazardousArea(land, "A", End)!.CountedUnder.Single().Label);
        Assert.Equal("Closed 2 = 0 + 2", Tell(land, "A", new DateOnly(2024, 1, 3)));
        Assert.Equal(new AreaCount(0, 2, 0, 2), Count(land, new DateOnly(2024, 1, 4)));
    }

    [Fact]
    public void A_correction_replaces_an_outline_and_what_was_known_before_stays_known()
    {
        var land = Accept(Suspect("A", 0, 2), Suspect("B", 0, 2));
        var corrected = land.Accept(new LandAcceptance(3, [land.Claim(0) with { Id = 2, AcceptedAt = 3, Shape = Strip(5, 6) }], [0]));
        Assert.Equal("Open 1 = 1 + 0", Tell(corrected, "A"));
        Assert.Equal("2", Squares(LandQuestions.HazardousArea(corrected, "A", End, 2)!.RemainingMicro));
        Assert.Equal("2", Squares(ShapeArea.Micro(LandQuestions.Outline(corrected, "A", End, 2))));
        Assert.Null(LandQuestions.HazardousArea(corrected, "B", End, 1));
    }

    [Fact]
    public void Work_that_names_an_area_by_another_code_belongs_to_it_and_clearance_beyond_its_outline_is_told_apart()
    {
        var land = Accept(Suspect("A", 0, 2) with { Aliases = ["OLD 7"] }, Clear(1, 4, "old7"));
        var area = LandQuestions.HazardousArea(land, "OLD-7".Replace('-', ' '), End)!;
        Assert.Equal(("A", 2), (area.Code, area.Reports.Count));
        Assert.Equal("A", LandQuestions.HazardousAreas(land, End).Single().Code);
        var wider = LandQuestions.HazardousArea(Accept(Suspect("A", 0, 2), Clear(1, 4, "A")), "A", End)!;
        Assert.Equal(("2", "1", "2"), (Squares(wider.RegisteredMicro), Squares(wider.ReleasedMicro), Squares(wider.ReleasedOutsideMicro)));
    }

    [Theory]
    [InlineData("A", "R-2 C own 1, R-4 no area other 0.5")]
    [InlineData("B", "R-4 no area other 0.5, R-6 D other 0.5")]
    public void Who_released_an_area_is_told_whatever_name_it_was_recorded_under(string code, string expected)
    {
        var land = Accept(Suspect("A", 0, 2) with { Aliases = ["C"] }, Clear(0, 1, "C"), Suspect("B", 1, 2), Clear(1, 1.5),
            Claim(LandEffect.ReopenSuspected, "B", 1.5, 2), Claim(LandEffect.Reduce, "D", 1.5, 2));
        var area = LandQuestions.HazardousArea(land, code, End)!;
        Assert.Equal(area.ReleasedMicro, area.ReleasedBy.Sum(r => r.AreaMicro));
        Assert.Equal(expected + (code == "A" ? ", R-6 D other 0.5" : ""), string.Join(", ", area.ReleasedBy.Select(r =>
            $"{r.ReportCode} {(r.AreaLabel.Length > 0 ? r.AreaLabel : "no area")} {(r.IsOwn ? "own" : "other")} {Squares(r.AreaMicro)}")));
        Assert.Equal("R-2", LandQuestions.HazardousArea(land, "A", new DateOnly(2024, 1, 4))!.ReleasedBy.Single().ReportCode);
    }

    [Fact]
    public void A_code_without_a_drawn_hazard_is_unlocated_however_much_was_cleared_under_it()
    {
        var land = Accept(Clear(0, 2, "GHOST"), Suspect("POINT", 0, 1) with { Shape = Shape.Empty, StatedSquareMetres = 500 });
        Assert.Equal(["Unlocated 0 = 0 + 0", "Unlocated 0 = 0 + 0"], new[] { "GHOST", "POINT" }.Select(c => Tell(land, c)));
        Assert.Equal("2", Squares(LandQuestions.HazardousArea(land, "GHOST", End)!.ReleasedOutsideMicro));
    }

    [Fact]
    public void A_question_about_one_area_reads_what_that_area_holds_however_large_the_country_is()
    {
        LandLedger Country(int areas) => LandLedger.Empty.Accept(new LandAcceptance(1, [.. Enumerable.Range(0, areas).Select(i =>
            Suspect($"A-{i}", 30.0 * i, 30.0 * i + 2) with { Id = i, Row = i, PlacedAt = 1, AcceptedAt = 1, Day = 700_000 })], []));
        int Read(LandLedger land)
        {
            AreaQuestion.One(land, "A-1", End, null, out var faces);
            return faces;
        }

        var (small, large) = (Country(3), Country(600));
        Assert.Equal(Read(small), Read(large));
        Assert.InRange(AreaSums.OfAll(large, End.DayNumber).FacesRead, 600, 1_300);
    }

    /// <summary>Ten thousand reports on one spot are one face: looking at every area after each of them would be quadratic.</summary>
    [Fact]
    public void Counting_areas_on_one_spot_looks_at_each_of_them_some_times_and_not_at_all_after_each()
    {
        static long Looked(int areas)
        {
            var land = LandLedger.Empty.Accept(new LandAcceptance(1, [.. Enumerable.Range(0, areas).Select(i =>
                Suspect($"A-{i}", 0, 2) with { Id = i, Row = i, PlacedAt = 1, AcceptedAt = 1, Day = 700_000 + i })], []));
            var book = new BalanceBook(land, new BalanceQuestion(End), [Ap, KindSet.Overall]);
            Assert.All(book.Answers(), answer => Assert.Equal(areas, answer.Count.Closing));
            return book.AreasLooked;
        }

        var (few, many) = (Looked(50), Looked(500));
        Assert.InRange(many, 500, 11 * few);
    }
}
