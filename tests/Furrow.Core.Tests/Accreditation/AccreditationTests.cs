using System.Globalization;
using CsCheck;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Laws;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Accreditation;

/// <summary>How an accreditation goes from stage to stage, and where it stands on a day.</summary>
public sealed class AccreditationTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it was found");

    private static readonly DateOnly Day = new(2024, 1, 1);

    private static readonly FieldActivity[] Both = [FieldActivity.ManualClearance, FieldActivity.Eod];

    /// <summary>1 an organisation, 11 its procedure; accreditations 101 ... 108 of it, one in each stage since that day.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Operator", OrganisationKind.NonGovernmental),
        new ProcedureRegistered(Id(11), Id(1), "SOP-4", "1", "Manual clearance", Day),
        .. Enum.GetValues<AccreditationStage>().SelectMany(Standing),
    ]));

    public static TheoryData<AccreditationStage, AccreditationStage> EveryMove =>
        [.. from f in Enum.GetValues<AccreditationStage>() from t in Enum.GetValues<AccreditationStage>() select (f, t)];

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "applied for", "accreditation-applied-for", () => Apply(1, FieldActivity.Marking) },
        { "applied for while it is open", "accreditation-applied", () => Apply(1, FieldActivity.Eod) },
        { "for a procedure", "accreditation-applied-for", () => Apply(11, FieldActivity.Eod) },
        { "for no work", "accreditation-without-activity", () => Apply(11) },
        { "given for less", "accreditation-moved", () => Give(until: Day.AddDays(9), FieldActivity.Eod) },
        { "given for more", "accreditation-not-applied-for", () => Give(until: null, FieldActivity.Marking) },
        { "given and over before", "accreditation-ends-before-it-begins", () => Give(until: Day.AddDays(-1)) },
        { "an assessment with a last day", "accreditation-gives-nothing",
            () => Move(Known, Ann, new(Id(101), AccreditationStep.DeskAssessment, Day, Day)) },
        { "an assessment with conditions", "accreditation-gives-nothing",
            () => Move(Known, Ann, new(Id(101), AccreditationStep.DeskAssessment, Day, Conditions: "none")) },
        { "refused for no reason", "reason-missing", () => Move(Known, Ann, new(Id(101), AccreditationStep.Refused, Day)) },
        { "suspended for no reason", "reason-missing", () => AccreditationRules.Suspend(Known, Ann, new(Id(105), Day)) },
        { "withdrawn for no reason", "reason-missing", () => AccreditationRules.Withdraw(Known, Ann, new(Id(105), Day)) },
        { "lifted for no reason", "reason-missing", () => AccreditationRules.Lift(Known, Ann, new(Id(106), Day)) },
        { "lifted where nothing is suspended", "accreditation-not-suspended", () => AccreditationRules.Lift(Known, WithReason, new(Id(105), Day)) },
        { "suspended before it was given", "accreditation-runs-back", () => AccreditationRules.Suspend(Known, WithReason, new(Id(105), Day.AddDays(-1))) },
        { "lifted before it was suspended", "accreditation-runs-back", () => AccreditationRules.Lift(Known, WithReason, new(Id(106), Day.AddDays(-1))) },
        { "looked at on site", "accreditation-assessed", () => AccreditationRules.Assess(Known, Ann, new(Id(105), Day)) },
        { "looked at before it was given", "accreditation-runs-back", () => AccreditationRules.Assess(Known, Ann, new(Id(105), Day.AddDays(-1))) },
        { "looked at while it is suspended", "accreditation-not-given", () => AccreditationRules.Assess(Known, Ann, new(Id(106), Day)) },
        { "a step taken back", "accreditation-move-taken-back", () => AccreditationRules.TakeBack(Known, WithReason, new(Id(105))) },
        { "a step taken back for no reason", "reason-missing", () => AccreditationRules.TakeBack(Known, Ann, new(Id(105))) },
        { "the application taken back", "accreditation-not-moved", () => AccreditationRules.TakeBack(Known, WithReason, new(Id(101))) },
    };

    /// <summary>What the table lets happen, and nothing else; the refusal names where it can go.</summary>
    [Theory]
    [MemberData(nameof(EveryMove))]
    public void The_rules_go_by_the_table(AccreditationStage from, AccreditationStage to)
    {
        var id = Id(100 + (int)from);
        var ruling = to switch
        {
            AccreditationStage.Applied => null,
            AccreditationStage.Suspended => AccreditationRules.Suspend(Known, WithReason, new(id, Day)),
            AccreditationStage.Withdrawn => AccreditationRules.Withdraw(Known, WithReason, new(id, Day)),
            _ when from == AccreditationStage.Suspended && to == AccreditationStage.Full => AccreditationRules.Lift(Known, WithReason, new(id, Day)),
            _ => Move(Known, WithReason, new(id, (AccreditationStep)to, Day)),
        };
        var legal = AccreditationMoves.Next[from].Contains(to) && !(from == AccreditationStage.Suspended && to == AccreditationStage.Provisional);
        Assert.Equal(to != AccreditationStage.Applied && legal, ruling is { IsRefused: false });
        if (ruling is { IsRefused: false })
        {
            Assert.Equal(to, Known.ApplyAll(Placed(ruling, after: 100)).Of<AccreditationRegister>().Find(id)!.Last.Stage);
        }
        else if (ruling is not null)
        {
            Assert.StartsWith(from is AccreditationStage.Withdrawn or AccreditationStage.Refused ? "accreditation-over" : "accreditation-from-",
                ruling.Problem!.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    /// <summary>The days of the profile in effect when it is given, unless the decision names the last day; what was given before stays as it was.</summary>
    [Theory]
    [InlineData(AccreditationStep.Provisional, null, "2024-03-30")]
    [InlineData(AccreditationStep.Full, null, "2024-12-30")]
    [InlineData(AccreditationStep.Full, "FullValidDays=30", "2024-01-30")]
    [InlineData(AccreditationStep.Provisional, "ProvisionalValidDays=1", "2024-01-01")]
    public void It_is_valid_as_long_as_the_profile_says(AccreditationStep stage, string? setting, string until)
    {
        var known = setting is null ? Known : Known.ApplyAll(Placed(ProfileRules.TakeEffect(Known, WithReason, new SetProfile([setting])), after: 100));
        var moved = Move(known, Ann, new(Id(103), stage, Day)).Get().OfType<AccreditationMoved>().Single();
        Assert.Equal(until, moved.Until!.Value.ToString("o", CultureInfo.InvariantCulture));
        Assert.Equal(Both.Order(), moved.Activities);
    }

    [Fact]
    public void Where_it_stands_is_asked_for_a_day_and_what_lapsed_is_computed()
    {
        var accreditation = new AccreditationCase(Id(1), AccreditedKind.Team, Id(2), Both, Day)
            .With(new(AccreditationStage.OnSiteAssessment, Day.AddDays(5), null, [], null, null))
            .With(new(AccreditationStage.Full, Day.AddDays(10), Day.AddDays(30), [FieldActivity.Eod], null, null))
            .With(new(AccreditationStage.Suspended, Day.AddDays(20), null, [], null, null));
        accreditation = accreditation.With(accreditation.BeforeSuspension! with { From = Day.AddDays(25) });
        Assert.Equal(["", "Applied", "OnSiteAssessment", "Full", "Suspended", "Full", "Full lapsed"], new[] { -1, 0, 9, 19, 24, 30, 31 }.Select(d =>
            $"{accreditation.On(Day.AddDays(d))?.Stage}{(accreditation.On(Day.AddDays(d))?.HasLapsed(Day.AddDays(d)) == true ? " lapsed" : "")}"));
        Assert.Equal([false, true, false, true, false], new[] { 9, 19, 24, 30, 31 }.Select(d => accreditation.Holds(FieldActivity.Eod, Day.AddDays(d))));
        Assert.False(accreditation.Holds(FieldActivity.ManualClearance, Day.AddDays(19)));
        Assert.Equal(Day.AddDays(10), accreditation.LastAssessed(Day.AddDays(30)));
    }

    /// <summary>Whatever happened before, suspending and lifting on some days answers for every other day as before.</summary>
    [Fact]
    public void Suspending_and_lifting_gives_back_what_there_was() =>
        Gen.Select(Gen.Int[0, 60].Array[1, 6], Gen.Int[0, 40], Gen.Int[0, 20]).Obeys(drawn =>
        {
            var (lasts, after, length) = drawn;
            var accreditation = new AccreditationCase(Id(1), AccreditedKind.Team, Id(2), Both, Day);
            foreach (var (term, i) in lasts.Select((t, i) => (t, i)))
            {
                var from = Day.AddDays(i * 7);
                accreditation = accreditation.With(new(i % 2 == 0 ? AccreditationStage.Provisional : AccreditationStage.Full, from, from.AddDays(term),
                    i % 3 == 0 ? Both : [FieldActivity.Eod], null, null));
            }

            var known = ProgrammeState.Empty.ApplyAll(Placed(Facts(accreditation)));
            var (suspended, lifted) = (accreditation.Last.From.AddDays(after), accreditation.Last.From.AddDays(after + length));
            var then = known.ApplyAll(Placed(AccreditationRules.Suspend(known, WithReason, new(Id(1), suspended)), after: 50));
            then = then.ApplyAll(Placed(AccreditationRules.Lift(then, WithReason, new(Id(1), lifted)), after: 60));
            foreach (var day in Enumerable.Range(-1, 160).Select(Day.AddDays))
            {
                var during = day >= suspended && day < lifted;
                foreach (var activity in Both)
                {
                    Assert.Equal(!during && Of(known).Holds(activity, day), Of(then).Holds(activity, day));
                }

                Assert.Equal(Of(known).LastAssessed(day), Of(then).LastAssessed(day));
            }
        }, "0000KoOw1fA1", 200);

    private static AccreditationCase Of(ProgrammeState known) => known.Of<AccreditationRegister>().Find(Id(1))!;

    private static IEnumerable<IFact> Facts(AccreditationCase accreditation) =>
    [
        new AccreditationAppliedFor(accreditation.Id, accreditation.Kind, accreditation.Subject, accreditation.Activities, accreditation.AppliedOn),
        .. accreditation.Moves.Skip(1).Select(m => new AccreditationMoved(accreditation.Id, m.Stage, m.From, m.Until, m.Activities, null)),
    ];

    private static IEnumerable<IFact> Standing(AccreditationStage stage)
    {
        var id = Id(100 + (int)stage);
        yield return new AccreditationAppliedFor(id, AccreditedKind.Organisation, Id(1), Both, Day);
        if (stage == AccreditationStage.Suspended)
        {
            yield return new AccreditationMoved(id, AccreditationStage.Full, Day, Day.AddDays(9), Both, null);
            yield return new AccreditationSuspended(id, Day);
        }
        else if (stage == AccreditationStage.Withdrawn)
        {
            yield return new AccreditationWithdrawn(id, Day);
        }
        else if (stage != AccreditationStage.Applied)
        {
            var gives = stage is AccreditationStage.Provisional or AccreditationStage.Full;
            yield return new AccreditationMoved(id, stage, Day, gives ? Day.AddDays(9) : null, gives ? Both : [], null);
        }
    }

    private static Ruling Apply(int subject, params IReadOnlyList<FieldActivity> activities) =>
        AccreditationRules.Apply(Known, Ann, new(Id(subject), activities, Day));

    private static Ruling Move(ProgrammeState known, Act act, MoveAccreditation intent) =>
        AccreditationRules.Move(known, act, intent, known.Of<ProgrammeRecord>().Cooperation);

    private static Ruling Give(DateOnly? until, params IReadOnlyList<FieldActivity> activities) =>
        Move(Known, Ann, new(Id(103), AccreditationStep.Full, Day, until, activities));
}
