using CsCheck;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Laws;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Accreditation;

/// <summary>No sequence of facts entitles a team without clause or mandate, accreditation, manning and qualification in force on the day.</summary>
public sealed class EntitlementLaws
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly Act Ann = By("Ann", "why");

    private static readonly FieldActivity[] Work = [FieldActivity.ManualClearance];

    /// <summary>First and last day of a thing, as days since the start; many of them hold on most days that are asked about.</summary>
    private static readonly Gen<(int From, int To)> Days = Gen.Select(Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[0, 20])),
        Gen.Frequency((4, Gen.Const(40)), (1, Gen.Int[0, 40])), (a, b) => (Math.Min(a, b), Math.Max(a, b)));

    /// <summary>0 clause, 1 organisation, 2 team, 3 procedure (accredited), 4 team there, 5 leader, 6 medic, 7 operator in the team, 8 ... 10 insured,
    /// 11 level of the operator; then days on which things are suspended.</summary>
    private static readonly Gen<((int From, int To)[] Holds, (int From, int To)[] Suspended, bool National)> Programmes =
        Gen.Select(Days.Array[12], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 8], (from, length) => (from, from + length)).Array[3], Gen.Bool);

    [Fact]
    public void A_yes_has_everything_that_a_yes_needs() => Programmes.Obeys(drawn =>
    {
        var known = ProgrammeState.Empty.ApplyAll(Placed(Facts(drawn)));
        for (var day = -1; day <= 41; day++)
        {
            var answer = Entitlement.Of(known, new(AccreditedKind.Team, Id(3), FieldActivity.ManualClearance, Start.AddDays(day)), CooperationSettings.Default);
            Assert.Equal((day, IsInOrder(drawn, day)), (day, answer.IsGiven));
            Assert.True(!answer.IsGiven || answer.By is not null);
        }
    }, "0000KoOw1fE1", 150);

    /// <summary>Suspending any of them and lifting it the same day answers for every day as before.</summary>
    [Fact]
    public void Suspending_and_lifting_returns_the_same_answers() => Gen.Select(Programmes, Gen.Int[0, 2], Gen.Int[0, 20]).Obeys(drawn =>
    {
        var (programme, which, after) = drawn;
        var known = ProgrammeState.Empty.ApplyAll(Placed(Facts(programme)));
        var accreditation = Id(21 + which);
        var from = known.Of<AccreditationRegister>().Find(accreditation)!.Last.From.AddDays(after);
        var ruling = AccreditationRules.Suspend(known, Ann, new(accreditation, from));
        var suspended = known.ApplyAll(Placed(ruling, after: 500));
        var lifted = suspended.ApplyAll(Placed(AccreditationRules.Lift(suspended, Ann, new(accreditation, from)), after: 600));
        for (var day = -1; day <= 60; day++)
        {
            Assert.Equal(Told(known, day), Told(lifted, day));
        }
    }, "0000KoOw1fE2", 100);

    private static string Told(ProgrammeState known, int day) => string.Join(' ', Entitlement.Of(known,
        new(AccreditedKind.Team, Id(3), FieldActivity.ManualClearance, Start.AddDays(day)), CooperationSettings.Default).WhyNot.Select(r => r.Problem));

    private static bool IsInOrder(((int From, int To)[] Holds, (int From, int To)[] Suspended, bool National) programme, int day) =>
        Array.TrueForAll(programme.Holds, h => h.From <= day && day <= h.To)
        && Enumerable.Range(0, 3).All(i => !IsSuspended(programme, i, day));

    /// <summary>From when it is given on, not before.</summary>
    private static bool IsSuspended(((int From, int To)[] Holds, (int From, int To)[] Suspended, bool National) programme, int which, int day) =>
        Math.Max(programme.Suspended[which].From, programme.Holds[1 + which].From) <= day
        && day < Math.Max(programme.Suspended[which].To, programme.Holds[1 + which].From);

    private static IEnumerable<IFact> Facts(((int From, int To)[] Holds, (int From, int To)[] Suspended, bool National) programme)
    {
        var h = programme.Holds;
        List<IFact> facts =
        [
            new OrganisationRegistered(Id(1), "Authority", OrganisationKind.NationalAuthority, "XA"),
            new OrganisationRegistered(Id(2), "Operator", programme.National ? OrganisationKind.StateOperator : OrganisationKind.MilitaryContingent, "XB"),
            new AgreementRecorded(Id(4), "Paper", programme.National ? AgreementKind.Mandate : AgreementKind.Protocol, AgreementLevel.Agencies, Start,
                At(h[0].From), At(h[0].To), [Id(1), Id(2)], []),
            new ClauseRecorded(Id(5), Id(4), "1", ClauseKind.Activity, Activity.Clear, [], [], null, null, null, null, null),
            new ProcedureRegistered(Id(6), Id(2), "SOP", "1", "Clearance", Start.AddDays(-9)),
            new TeamFormed(Id(3), "T-3", "T-3", Id(2), TeamWork.ManualClearance, At(h[4].From)),
            new TeamDisbanded(Id(3), At(h[4].To)),
            new CertificateRecorded(Id(7), Id(13), Competency.Eod3, null, "School", null, At(h[11].From), At(h[11].To), false),
        ];
        var functions = new[] { PersonFunction.TeamLeader, PersonFunction.Medic, PersonFunction.Deminer };
        for (var i = 0; i < 3; i++)
        {
            facts.Add(new TeamJoined(Id(31 + i), Id(3), Id(11 + i), functions[i], At(h[5 + i].From), false));
            facts.Add(new TeamLeft(Id(31 + i), Id(3), Id(11 + i), At(h[5 + i].To)));
            facts.Add(new InsuranceRecorded(Id(41 + i), Id(11 + i), At(h[8 + i].From), At(h[8 + i].To), "Insurer", null));
            facts.AddRange(Accreditation(i, h[1 + i], programme.Suspended[i]));
        }

        return facts;
    }

    private static IEnumerable<IFact> Accreditation(int which, (int From, int To) given, (int From, int To) suspended)
    {
        var (id, kind, subject) = (Id(21 + which), new[] { AccreditedKind.Organisation, AccreditedKind.Team, AccreditedKind.Procedure }[which],
            Id(new[] { 2, 3, 6 }[which]));
        yield return new AccreditationAppliedFor(id, kind, subject, Work, Start.AddDays(-5));
        yield return new AccreditationMoved(id, AccreditationStage.Full, At(given.From), At(given.To), Work, null);
        yield return new AccreditationSuspended(id, At(Math.Max(suspended.From, given.From)));
        yield return new AccreditationSuspensionLifted(id, At(Math.Max(suspended.To, given.From)));
    }

    private static DateOnly At(int day) => Start.AddDays(day);
}
