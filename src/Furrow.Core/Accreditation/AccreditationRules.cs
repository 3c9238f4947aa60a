using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>How an accreditation goes from an application to a decision, is suspended and ends. What has lapsed is computed, never recorded.</summary>
public static class AccreditationRules
{
    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "accreditation", SubjectThing = "accredited";

    public static Ruling Apply(IKnown known, Act act, ApplyForAccreditation intent)
    {
        var kind = AccreditedSubjects.KindOf(known, intent.Subject)!.Value;
        var activities = Distinct(intent.Activities);
        return activities.Count == 0 ? Problems.AccreditationWithoutActivity()
            : Of(known).Of(intent.Subject).Any(c => c.IsOpen && c.Activities.Intersect(activities).Any())
                ? Problems.AccreditationApplied(AccreditedSubjects.NameOf(known, kind, intent.Subject))
            : [new AccreditationAppliedFor(DerivedId.Of(act.Id, Thing), kind, intent.Subject, activities, intent.AppliedOn)];
    }

    /// <param name="settings">Of the profile in effect: how long it is valid where nobody says.</param>
    public static Ruling Move(IKnown known, Act act, MoveAccreditation intent, CooperationSettings settings)
    {
        var (accreditation, stage) = (Of(known).Find(intent.Accreditation)!, (AccreditationStage)intent.Stage);
        var gives = stage is AccreditationStage.Provisional or AccreditationStage.Full;
        var activities = gives ? intent.Activities is { Count: > 0 } some ? Distinct(some) : Given(accreditation) : [];
        DateOnly? until = gives ? intent.Until ?? LastDay(settings, stage, intent.From) : null;
        return Refused(known, accreditation, stage, intent.From) is { } problem ? problem
            : !gives && (intent.Until is not null || intent.Activities is { Count: > 0 } || !Codes.IsBlank(intent.Conditions))
                ? Problems.AccreditationGivesNothing()
            : until < intent.From ? Problems.AccreditationEndsBeforeItBegins(NameOf(known, accreditation))
            : activities.Except(accreditation.Activities).Any() ? Problems.AccreditationNotAppliedFor(NameOf(known, accreditation))
            : stage == AccreditationStage.Refused && act.IsWithoutReason ? Problems.ReasonMissing("refuse an accreditation")
            : [new AccreditationMoved(intent.Accreditation, stage, intent.From, until, activities, intent.Assessor,
                Codes.IsBlank(intent.Conditions) ? null : intent.Conditions!.Trim())];
    }

    public static Ruling Assess(IKnown known, Act act, AssessAccreditation intent)
    {
        var accreditation = Of(known).Find(intent.Accreditation)!;
        return !accreditation.Last.Gives ? Problems.AccreditationNotGiven(NameOf(known, accreditation))
            : intent.On < accreditation.Last.From ? Problems.AccreditationRunsBack(NameOf(known, accreditation), accreditation.Last.From)
            : [new AccreditationAssessed(intent.Accreditation, intent.On, intent.Assessor)];
    }

    public static Ruling Suspend(IKnown known, Act act, SuspendAccreditation intent)
    {
        var accreditation = Of(known).Find(intent.Accreditation)!;
        return Refused(known, accreditation, AccreditationStage.Suspended, intent.From) is { } problem ? problem
            : act.IsWithoutReason ? Problems.ReasonMissing("suspend an accreditation")
            : [new AccreditationSuspended(intent.Accreditation, intent.From), .. RecallRules.Opened(known, act, accreditation, intent.DoubtSince)];
    }

    public static Ruling Lift(IKnown known, Act act, LiftSuspension intent)
    {
        var accreditation = Of(known).Find(intent.Accreditation)!;
        return accreditation.BeforeSuspension is not { } before ? Problems.AccreditationNotSuspended(NameOf(known, accreditation))
            : Refused(known, accreditation, before.Stage, intent.From, isLifted: true) is { } problem ? problem
            : act.IsWithoutReason ? Problems.ReasonMissing("lift a suspension")
            : [new AccreditationSuspensionLifted(intent.Accreditation, intent.From)];
    }

    public static Ruling Withdraw(IKnown known, Act act, WithdrawAccreditation intent)
    {
        var accreditation = Of(known).Find(intent.Accreditation)!;
        return Refused(known, accreditation, AccreditationStage.Withdrawn, intent.From) is { } problem ? problem
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw an accreditation")
            : [new AccreditationWithdrawn(intent.Accreditation, intent.From),
                .. accreditation.IsOpen ? [] : RecallRules.Opened(known, act, accreditation, intent.DoubtSince)];
    }

    public static Ruling TakeBack(IKnown known, Act act, TakeBackAccreditationMove intent)
    {
        var accreditation = Of(known).Find(intent.Accreditation)!;
        return accreditation.Moves.Count < 2 ? Problems.AccreditationNotMoved(NameOf(known, accreditation))
            : act.IsWithoutReason ? Problems.ReasonMissing("take back a step of an accreditation")
            : [new AccreditationMoveTakenBack(intent.Accreditation)];
    }

    private static AccreditationRegister Of(IKnown known) => known.Of<AccreditationRegister>();

    private static string NameOf(IKnown known, AccreditationCase accreditation) => AccreditedSubjects.NameOf(known, accreditation);

    private static Problem? Refused(IKnown known, AccreditationCase accreditation, AccreditationStage to, DateOnly from, bool isLifted = false) =>
        AccreditationMoves.Refused(NameOf(known, accreditation), accreditation.Last.Stage, to, isLifted)
        ?? (from < accreditation.Last.From ? Problems.AccreditationRunsBack(NameOf(known, accreditation), accreditation.Last.From) : null);

    /// <summary>For another term: what was given before; the first time: all that was applied for.</summary>
    private static IReadOnlyList<FieldActivity> Given(AccreditationCase accreditation) =>
        accreditation.Last.Gives ? accreditation.Last.Activities : accreditation.Activities;

    private static DateOnly LastDay(CooperationSettings settings, AccreditationStage stage, DateOnly from)
    {
        var days = stage == AccreditationStage.Full ? settings.FullValidDays : settings.ProvisionalValidDays;
        return from.DayNumber + days - 1 is var last && last <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(last) : DateOnly.MaxValue;
    }

    private static IReadOnlyList<FieldActivity> Distinct(IReadOnlyList<FieldActivity> activities) => [.. activities.Distinct().Order()];
}
