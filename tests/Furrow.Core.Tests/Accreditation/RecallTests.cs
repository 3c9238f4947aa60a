using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Accreditation;

/// <summary>Which land rests on what is recalled, who holds it, and that none of it moves.</summary>
public sealed class RecallTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it was found");

    private static readonly DateOnly Day = new(2024, 1, 1);

    /// <summary>Hazards 1 ... 4 at four places, cleared by 11 ... 14; half of 11 handed over to the village and all of 12, which was taken back; 13 reopened
    /// since; 15 corrects 14. 51 a procedure by which 11, 12, 13 and 14 were done, 52 a detector used in 11 alone.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(50), "Survey office", OrganisationKind.StateOperator),
        new ProcedureRegistered(Id(51), Id(50), "SOP-4", "1", "Manual clearance", Day),
        new MachineTypeRegistered(Id(52), MachineKind.Detector, "Works", "D-1"),
        .. Accepted(1, Hazard(1), Hazard(2), Hazard(3), Hazard(4)),
        .. Accepted(2, Cleared(11, 1), Cleared(12, 2), Cleared(13, 3), Cleared(14, 4)),
        .. Accepted(3, Custody(21, Half(1), LandEffect.HandOver, "Village"), Custody(22, Square(2), LandEffect.HandOver, "Village")),
        .. Accepted(4, Custody(23, Square(2), LandEffect.TakeBack, null), Reopened(24, 3)),
        .. Accepted(5, Cleared(15, 4) with { Corrects = Id(14) }),
        new UseRecorded(Id(61), AccreditedKind.Procedure, Id(51), [Id(11), Id(12), Id(13), Id(14)], null),
        new UseRecorded(Id(62), AccreditedKind.MachineType, Id(52), [Id(11), Id(12)], null),
        new UseWithdrawn(Id(62)),
        new UseRecorded(Id(63), AccreditedKind.MachineType, Id(52), [Id(11)], null),
        new AccreditationAppliedFor(Id(71), AccreditedKind.Procedure, Id(51), [FieldActivity.ManualClearance], Day),
        new AccreditationMoved(Id(71), AccreditationStage.Full, Day, Day.AddDays(900), [FieldActivity.ManualClearance], null),
    ]));

    private static readonly long Area = LandQuestions.AreaMicro(Square(1));

    [Fact]
    public void Suspending_a_procedure_recalls_the_land_released_on_it_and_moves_none()
    {
        var facts = AccreditationRules.Suspend(Known, WithReason, new(Id(71), Day.AddDays(9)));
        Assert.Equal("accreditation-suspended recall-opened", facts.Answer());
        var then = Known.ApplyAll(Placed(facts, after: 100));
        var answer = RecallQuestion.Of(then, then.Land, then.Book, then.Of<RecallRegister>().All.Single());
        Assert.Equal(["11 released True, held Village True", "12 released True, held ", "13 released False, held ", "15 released True, held "],
            answer.Reports.Select(r => $"{r.Code[2..]} released {r.ReleasedMicro > 0}, held "
                + string.Join(' ', r.HandedOver.Select(h => $"{h.Holder} {Math.Abs(h.AreaMicro * 2 - Area) < 10}"))));
        Assert.Equal(answer.Holders.Sum(h => h.AreaMicro), answer.HandedOverMicro);
        Assert.Equal((4, "Survey office"), (answer.Undecided, answer.Users.Single().Organisation));
        Assert.Same(Known.Land, then.Land);
        Assert.Equal(Balance(Known), Balance(then));
    }

    /// <summary>A second reason for the same doubt opens no second recall, nor does withdrawing what nobody ever got.</summary>
    [Fact]
    public void One_recall_is_open_of_one_thing()
    {
        var then = Known.ApplyAll(Placed(AccreditationRules.Suspend(Known, WithReason, new(Id(71), Day.AddDays(9))), after: 100));
        Assert.Equal("accreditation-withdrawn", AccreditationRules.Withdraw(then, WithReason, new(Id(71), Day.AddDays(9))).Answer());
        Assert.Equal("recall-open-already", RecallRules.Open(then, WithReason, new(Id(51))).Answer());
        Assert.Equal("recall-opened", RecallRules.Open(then, WithReason, new(Id(52))).Answer());
        Assert.Equal("reason-missing", RecallRules.Open(then, Ann, new(Id(52))).Answer());
        Assert.Equal("recall-of-organisation", RecallRules.Open(then, WithReason, new(Id(50))).Answer());
        var applied = Known.ApplyAll(Placed([new AccreditationAppliedFor(Id(72), AccreditedKind.MachineType, Id(52), [FieldActivity.Eod], Day)], after: 100));
        Assert.Equal("accreditation-withdrawn", AccreditationRules.Withdraw(applied, WithReason, new(Id(72), Day)).Answer());
    }

    [Theory]
    [InlineData(null, "11")]
    [InlineData("2025-06-01", "11")]
    [InlineData("2025-06-02", "")]
    public void Work_before_a_day_is_not_in_doubt(string? since, string reports) => Assert.Equal(reports,
        Reports(Known, new Recall(Id(1), AccreditedKind.MachineType, Id(52), since is null ? null : IsoDay.Read(since), Ann)));

    /// <summary>A person decides each; the doubt is upheld or lifted for a reason, and the recall closes when nothing is left.</summary>
    [Fact]
    public void A_person_decides_on_each_report()
    {
        var then = Known.ApplyAll(Placed(RecallRules.Open(Known, WithReason, new(Id(51))), after: 100));
        var recall = then.Of<RecallRegister>().All.Single().Id;
        Assert.Equal("reason-missing", Decide(Ann, Id(11)));
        Assert.Equal("recall-not-of-report", Decide(WithReason, Id(21)));
        Assert.Equal("recall-undecided", Close());
        Assert.Equal("recall-decided", Decide(WithReason, Id(11)));
        then = then.ApplyAll(Placed(RecallRules.Decide(then, WithReason, new(recall, RecallDecision.Upheld), Recalled()), after: 200));
        Assert.Equal("recall-all-decided", Decide(WithReason));
        then = then.ApplyAll(Placed(RecallRules.Decide(then, WithReason, new(recall, RecallDecision.Lifted, [Id(11)]), Recalled()),
            after: 300));
        Assert.Equal([false, true, true, true], RecallQuestion.Of(then, then.Land, then.Book, then.Of<RecallRegister>().Find(recall)!).Reports
            .Select(r => r.IsInDoubt));
        Assert.Equal("recall-closed", Close());
        Assert.Equal(Balance(Known), Balance(then));

        IReadOnlyList<Guid> Recalled() => RecallQuestion.ReportsOf(then, then.Land, then.Book, then.Of<RecallRegister>().Find(recall)!);
        string Decide(Act act, params IReadOnlyList<Guid> reports) =>
            RecallRules.Decide(then, act, new(recall, RecallDecision.Upheld, reports), Recalled()).Answer();
        string Close() => RecallRules.Close(then, Ann, new(recall), Recalled()).Answer();
    }

    /// <summary>Reports that name a team rest on it, and on whoever was in it on their day; of another's team of that name nothing is said.</summary>
    [Fact]
    public void Work_of_a_team_rests_on_the_team_and_on_those_who_were_in_it()
    {
        var then = ProgrammeState.Empty.ApplyAll(Placed([
            new OrganisationRegistered(Id(50), "Survey office", OrganisationKind.StateOperator),
            new OrganisationRegistered(Id(49), "Company", OrganisationKind.Company),
            new TeamFormed(Id(81), "T-3", "T-3", Id(50), TeamWork.ManualClearance, Day),
            new TeamFormed(Id(82), "T-3", "T-3", Id(49), TeamWork.ManualClearance, Day),
            new TeamJoined(Id(83), Id(81), Id(90), PersonFunction.Deminer, Day, false),
            new TeamLeft(Id(83), Id(81), Id(90), new(2025, 6, 1)),
            .. Accepted(1, Hazard(1), Hazard(2)),
            .. Accepted(2, Cleared(11, 1) with { Team = "t-3" }, Cleared(12, 2) with { Team = "T-3", End = new ReportDate(new(2025, 6, 2)) }),
        ]));
        Assert.Equal(["11 12", "", "11"], new[] { (AccreditedKind.Team, 81), (AccreditedKind.Team, 82), (AccreditedKind.Person, 90) }.Select(s =>
            Reports(then, new Recall(Id(1), s.Item1, Id(s.Item2), null, Ann))));
    }

    [Fact]
    public void What_reports_name_themselves_is_not_recorded_again()
    {
        Assert.Equal("use-by-reports", RecallRules.Record(Known, Ann, new(Id(50), [Id(11)])).Answer());
        Assert.Equal("use-of-nothing", RecallRules.Record(Known, Ann, new(Id(51))).Answer());
        Assert.Equal("use-recorded", RecallRules.Record(Known, Ann, new(Id(51), [Id(11)])).Answer());
    }

    private static string Reports(ProgrammeState known, Recall recall) =>
        string.Join(' ', RecallQuestion.Of(known, known.Land, known.Book, recall).Reports.Select(r => r.Code[2..]));

    private static string Balance(ProgrammeState state) => string.Join(' ', LandQuestions.Balance(state.Land, new BalanceQuestion(Day.AddYears(9), null, null,
        KindSet.Overall, null, null)).Accounts.Select(a => a.ToString()));

    private static IEnumerable<IFact> Accepted(int number, params Report[] reports) =>
        [.. reports.Select(r => new ReportSubmitted(r, null)), new ReportsAccepted(number, null, [.. reports.Select(r => r.Id)])];

    private static Report Cleared(int n, int place) => Clearance(n) with
    {
        Code = $"C-{n}", Parts = [Clearance(n).Parts[0] with { Shape = Square(place) }],
    };

    private static Report Custody(int n, Shape shape, LandEffect effect, string? holder) => Clearance(n) with
    {
        Kind = ReportKind.Custody, HandedOverTo = holder, Parts = [new ReportPart { Effect = effect, Shape = shape }], End = new ReportDate(new(2025, 7, n)),
    };

    private static Report Reopened(int n, int place) => Hazard(n) with
    {
        Parts = [new ReportPart { Effect = LandEffect.ReopenSuspected, Shape = Square(place) }], End = new ReportDate(new(2025, 8, 1)),
    };

    /// <summary>The western half of a square.</summary>
    private static Shape Half(int n)
    {
        var ring = Square(n).Polygons[0][0];
        var middle = (ring.Min(p => p.Lon) + ring.Max(p => p.Lon)) / 2;
        return new Shape([[[.. ring.Select(p => p with { Lon = Math.Min(p.Lon, middle) })]]]);
    }
}
