using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Accreditation;

/// <summary>A contingent of 136 people in 8 teams, as it really comes: seven EOD 2 have lapsed, three of them the only ones of teams 2, 5 and 8; the only medic
/// of team 6 is not insured; two pairs, with handlers of teams 1 and 3, were never tested.</summary>
public sealed class EntitlementTests
{
    private static readonly DateOnly First = new(2024, 1, 1), Day = new(2024, 6, 1), Last = new(2025, 12, 31);

    private static readonly FieldActivity[] Work = [FieldActivity.ManualClearance, FieldActivity.DogClearance, FieldActivity.Eod];

    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Authority", OrganisationKind.NationalAuthority, "XA"),
        new OrganisationRegistered(Id(2), "Contingent", OrganisationKind.MilitaryContingent, "XB"),
        new AgreementRecorded(Id(3), "Arrangement", AgreementKind.TechnicalArrangement, AgreementLevel.Agencies, First, First, null, [Id(1), Id(2)], []),
        Clause(4, Activity.Clear),
        Clause(5, Activity.Eod),
        new ProcedureRegistered(Id(6), Id(2), "SOP-4", "1", "Clearance", First),
        .. Given(11, AccreditedKind.Organisation, 2),
        .. Given(12, AccreditedKind.Procedure, 6),
        .. Enumerable.Range(1, 8).SelectMany(Team),
        new DogPairFormed(Id(81), "Rex", null, PersonOf(1, 10), Id(2), First),
        new DogPairFormed(Id(82), "Max", null, PersonOf(3, 10), Id(2), First),
        new DogPairFormed(Id(83), "Bella", null, PersonOf(4, 10), Id(2), First),
        new DogTestRecorded(Id(84), Id(83), First, DogTestResult.Passed),
        .. Given(13, AccreditedKind.DogPair, 81),
        .. Given(14, AccreditedKind.DogPair, 82),
        .. Given(15, AccreditedKind.DogPair, 83),
    ]));

    public static TheoryData<string, string> Settings => new()
    {
        { "InsuranceNeeded=no", "2 5 8" },
        { "Manning=team-leader=1", "" },
        { "Manning=none", "" },
        { "Manning=medic=2", "1 2 3 4 5 6 7 8" },
        { "Manning=eod:eod-2=1", "" },
        { "Manning=manual-clearance:eod-1=1", "2 5 8" },
        { "AccreditationNeeded=person", "1 2 3 4 5 6 7 8" },
        { "PersonStandDownDays=200", "2 5 6 8" },
        { "PersonStandDownDays=100", "1 2 3 4 5 6 7 8" },
        { "TurnoverSharePercent=50", "2 5 6 8" },
    };

    [Fact]
    public void Teams_2_5_6_and_8_are_refused_each_reason_with_its_remedy_and_the_others_can_be_tasked()
    {
        var told = Enumerable.Range(1, 8).Select(team => Told(AccreditedKind.Team, TeamId(team), FieldActivity.ManualClearance));
        Assert.Equal(["yes", "manning-short-of-level qualification-lapsed", "yes", "yes", "manning-short-of-level qualification-lapsed",
            "manning-short entitlement-uninsured", "yes", "manning-short-of-level qualification-lapsed"], told);
        var medic = Ask(Known, AccreditedKind.Team, TeamId(6), FieldActivity.ManualClearance, Day).WhyNot[1];
        Assert.Equal((AccreditedKind.Person, PersonOf(6, 2)), (medic.Kind, medic.Subject));
    }

    [Theory]
    [InlineData(6, 2, FieldActivity.ManualClearance, "entitlement-uninsured")]
    [InlineData(6, 2, FieldActivity.Eod, "entitlement-uninsured qualification-lacking")]
    [InlineData(2, 3, FieldActivity.Eod, "qualification-lapsed")]
    [InlineData(2, 3, FieldActivity.ManualClearance, "yes")]
    [InlineData(1, 3, FieldActivity.Eod, "qualification-lapsed")]
    [InlineData(1, 4, FieldActivity.Eod, "yes")]
    [InlineData(1, 10, FieldActivity.ManualClearance, "yes")]
    [InlineData(1, 10, FieldActivity.DogClearance, "entitlement-by-pair")]
    [InlineData(1, 10, FieldActivity.Training, "right-without-clause accreditation-missing entitlement-without-procedure")]
    public void Persons_are_judged_by_themselves(int team, int number, FieldActivity activity, string answer) =>
        Assert.Equal(answer, Told(AccreditedKind.Person, PersonOf(team, number), activity));

    [Fact]
    public void Seven_of_136_have_a_lapsed_level_and_may_clear_by_hand()
    {
        var everybody = Enumerable.Range(1, 8).SelectMany(t => Enumerable.Range(1, 17).Select(n => PersonOf(t, n))).ToList();
        var lapsed = everybody.Where(p => Told(AccreditedKind.Person, p, FieldActivity.Eod) == "qualification-lapsed").ToList();
        Assert.Equal((136, 7, 135), (everybody.Count, lapsed.Count, everybody.Count(p => Told(AccreditedKind.Person, p, FieldActivity.ManualClearance) == "yes")));
        Assert.All(lapsed, p => Assert.Equal("yes", Told(AccreditedKind.Person, p, FieldActivity.ManualClearance)));
    }

    [Theory]
    [InlineData(81, "entitlement-pair-untested")]
    [InlineData(82, "entitlement-pair-untested")]
    [InlineData(83, "yes")]
    public void Pairs_need_a_test(int pair, string answer) => Assert.Equal(answer, Told(AccreditedKind.DogPair, Id(pair), FieldActivity.DogClearance));

    /// <summary>A team works with dogs by a pair that may.</summary>
    [Theory]
    [InlineData(1, "entitlement-without-pair entitlement-pair-untested")]
    [InlineData(4, "yes")]
    [InlineData(7, "entitlement-without-pair")]
    public void Teams_with_dogs(int team, string answer) => Assert.Equal(answer, Told(AccreditedKind.Team, TeamId(team), FieldActivity.DogClearance));

    /// <summary>What is asked for is the profile's to say. 150 days before somebody tested everybody; nobody joined since the teams were accredited.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void The_profile_decides_what_is_needed(string setting, string refused)
    {
        var known = Known.ApplyAll(Placed(ProfileRules.TakeEffect(Known, By("Ann", "law"), new SetProfile([setting])), after: 5_000));
        Assert.Equal(refused, string.Join(' ', Enumerable.Range(1, 8).Where(team =>
            !Ask(known, AccreditedKind.Team, TeamId(team), FieldActivity.ManualClearance, Day).IsGiven)));
    }

    [Fact]
    public void Every_reason_is_said_at_once()
    {
        var then = Known.ApplyAll(Placed([
            new AgreementEnded(Id(3), Day.AddDays(-1)),
            new AccreditationSuspended(Id(11), Day),
            new AccreditationWithdrawn(Id(12), Day),
            new AccreditationSuspended(Id(20 + 2), Day),
        ], after: 5_000));
        Assert.Equal("right-ended accreditation-suspended-since entitlement-without-procedure accreditation-withdrawn-since accreditation-suspended-since "
            + "manning-short-of-level qualification-lapsed", Told(then, AccreditedKind.Team, TeamId(2), FieldActivity.ManualClearance, Day));
        Assert.Equal("yes", Told(then, AccreditedKind.Team, TeamId(1), FieldActivity.ManualClearance, Day.AddDays(-1)));
    }

    /// <summary>Of the 17 people of team 1 nine left and nine others came: more than half, until somebody looks at the team.</summary>
    [Fact]
    public void Turnover_beyond_the_profile_suspends_a_team_until_it_is_assessed_on_site()
    {
        var known = Known.ApplyAll(Placed(ProfileRules.TakeEffect(Known, By("Ann", "law"), new SetProfile(["TurnoverSharePercent=50"])), after: 5_000));
        var then = known.ApplyAll(Placed(Enumerable.Range(9, 9).SelectMany(n => (IFact[])
        [
            new TeamLeft(MembershipOf(1, n), TeamId(1), PersonOf(1, n), Day.AddDays(-1)),
            new TeamJoined(Id(9_000 + n), TeamId(1), Id(9_100 + n), PersonFunction.Deminer, Day, false),
        ]), after: 6_000));
        Assert.Equal(["yes", "entitlement-turnover"], new[] { Day.AddDays(-1), Day }.Select(day =>
            Told(then, AccreditedKind.Team, TeamId(1), FieldActivity.ManualClearance, day)));
        var assessed = then.ApplyAll(Placed([new AccreditationAssessed(Id(20 + 1), Day, Id(1))], after: 7_000));
        Assert.Equal("yes", Told(assessed, AccreditedKind.Team, TeamId(1), FieldActivity.ManualClearance, Day));
    }

    [Fact]
    public void Suspending_a_person_refuses_them_though_persons_need_no_accreditation()
    {
        var person = PersonOf(6, 9);
        var then = Known.ApplyAll(Placed([
            new AccreditationAppliedFor(Id(7_001), AccreditedKind.Person, person, Work, First),
            new AccreditationMoved(Id(7_001), AccreditationStage.Full, First, Last, Work, null),
            new AccreditationSuspended(Id(7_001), Day),
        ], after: 5_000));
        Assert.Equal(["yes", "accreditation-suspended-since"], new[] { Day.AddDays(-1), Day }.Select(day =>
            Told(then, AccreditedKind.Person, person, FieldActivity.ManualClearance, day)));
    }

    /// <summary>What was done by an officer's word is recorded, waits for somebody else, and entitles nobody, on that day or later.</summary>
    [Fact]
    public void An_emergency_order_entitles_nobody_and_waits_until_somebody_else_closes_it()
    {
        var (officer, act) = (Act("Cem"), By("Dan", "why"));
        var intent = new RecordEmergencyOrder(TeamId(2), officer.Person, Day, "A shell in the school yard", "Hill");
        var then = Known.ApplyAll(Placed(EmergencyRules.Record(Known, officer, intent), after: 5_000));
        var order = then.Of<EmergencyOrders>().All.Single();
        Assert.Equal("emergency-by-officer", EmergencyRules.Regularise(then, officer, new(order.Id, "It was in order")).Answer());
        var closed = then.ApplyAll(Placed(EmergencyRules.Regularise(then, act, new(order.Id, "It was in order")), after: 6_000));
        foreach (var state in new[] { then, closed })
        {
            var answer = Ask(state, AccreditedKind.Team, TeamId(2), FieldActivity.Eod, Day);
            Assert.Equal((false, 1), (answer.IsGiven, answer.Orders.Count));
            Assert.Empty(Ask(state, AccreditedKind.Team, TeamId(2), FieldActivity.ManualClearance, Day).Orders);
            Assert.Empty(Ask(state, AccreditedKind.Team, TeamId(2), FieldActivity.Eod, Day.AddDays(1)).Orders);
        }

        Assert.Equal((true, false), (order.Waits, closed.Of<EmergencyOrders>().All.Single().Waits));
        Assert.Equal("emergency-closed", EmergencyRules.Regularise(closed, act, new(order.Id, "Again")).Answer());
        Assert.Equal("emergency-closed", EmergencyRules.Withdraw(closed, act, new(order.Id)).Answer());
        Assert.Equal("emergency-order-withdrawn", EmergencyRules.Withdraw(then, act, new(order.Id)).Answer());
        Assert.Equal("emergency-of-whom", EmergencyRules.Record(Known, officer, intent with { Subject = Id(2) }).Answer());
        var one = Known.ApplyAll(Placed([new PersonRegistered(Id(9_500), "Eve")], after: 5_000));
        Assert.Equal("emergency-of-oneself", EmergencyRules.Record(one, officer, intent with { Subject = Id(9_500), Officer = Id(9_500) }).Answer());
    }

    [Fact]
    public void A_team_before_it_was_formed_and_a_person_who_serves_nobody()
    {
        Assert.Equal("entitlement-team-not-there", Told(Known, AccreditedKind.Team, TeamId(1), FieldActivity.ManualClearance, First.AddDays(-1)));
        Assert.Equal("entitlement-serves-nobody entitlement-uninsured", Told(AccreditedKind.Person, Id(9_999), FieldActivity.ManualClearance));
    }

    [Fact]
    public void Many_at_once_are_answered_as_each_alone()
    {
        var asked = Enumerable.Range(1, 8).Select(t => new EntitlementAsked(AccreditedKind.Team, TeamId(t), FieldActivity.ManualClearance, Day)).ToList();
        Assert.Equal(asked.Select(a => Told(Entitlement.Of(Known, a, CooperationSettings.Default))),
            Entitlement.OfAll(Known, asked, CooperationSettings.Default).Select(Told));
    }

    private static Act Act(string person) => By(person, "why");

    private static Guid TeamId(int team) => Id(30 + team);

    private static Guid PersonOf(int team, int number) => Id(1_000 + 20 * team + number);

    private static Guid MembershipOf(int team, int number) => Id(2_000 + 20 * team + number);

    private static EntitlementAnswer Ask(ProgrammeState known, AccreditedKind kind, Guid subject, FieldActivity activity, DateOnly day) =>
        Entitlement.Of(known, new(kind, subject, activity, day), known.Of<ProgrammeRecord>().Cooperation);

    private static string Told(AccreditedKind kind, Guid subject, FieldActivity activity) => Told(Known, kind, subject, activity, Day);

    private static string Told(ProgrammeState known, AccreditedKind kind, Guid subject, FieldActivity activity, DateOnly day) =>
        Told(Ask(known, kind, subject, activity, day));

    private static string Told(EntitlementAnswer answer) => answer.IsGiven ? "yes" : string.Join(' ', answer.WhyNot.Select(r => r.Problem.Code));

    private static ClauseRecorded Clause(int id, Activity activity) =>
        new(Id(id), Id(3), $"4.{id}", ClauseKind.Activity, activity, [Id(2)], [], null, null, null, null, null);

    private static IEnumerable<IFact> Given(int id, AccreditedKind kind, int subject) =>
    [
        new AccreditationAppliedFor(Id(id), kind, Id(subject), Work, First),
        new AccreditationMoved(Id(id), AccreditationStage.Full, First, Last, Work, Id(1)),
    ];

    /// <summary>Leader, medic, one to two EOD operators, deminers and a dog handler. Number 3 has a lapsed level in teams 1 to 5, 7 and 8, where teams 1, 3, 4
    /// and 7 have another whose level is valid.</summary>
    private static IEnumerable<IFact> Team(int team)
    {
        yield return new TeamFormed(TeamId(team), $"T-{team}", $"Team {team}", Id(2), TeamWork.ManualClearance, First);
        foreach (var fact in Given(20 + team, AccreditedKind.Team, 30 + team))
        {
            yield return fact;
        }

        for (var n = 1; n <= 17; n++)
        {
            var function = n switch
            {
                1 => PersonFunction.TeamLeader, 2 => PersonFunction.Medic, 3 => PersonFunction.EodOperator, 10 => PersonFunction.DogHandler,
                _ => PersonFunction.Deminer,
            };
            yield return new TeamJoined(MembershipOf(team, n), TeamId(team), PersonOf(team, n), function, First, false);
            yield return new FieldWorkRecorded(PersonOf(team, n), First, First);
            if ((team, n) != (6, 2))
            {
                yield return new InsuranceRecorded(Id(4_000 + 20 * team + n), PersonOf(team, n), First, Last, "Insurer", null);
            }
        }

        yield return Level(team, 3, team == 6 ? Last : Day.AddDays(-1));
        if (team is 1 or 3 or 4 or 7)
        {
            yield return Level(team, 4, Last);
        }
    }

    private static CertificateRecorded Level(int team, int number, DateOnly expires) =>
        new(Id(5_000 + 20 * team + number), PersonOf(team, number), Competency.Eod2, null, "School", null, First, expires, false);
}
