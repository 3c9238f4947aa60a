namespace Furrow.Core.Accreditation;

/// <summary>From which stage an accreditation goes to which. docs/user/accreditation.md shows the same table (a test compares).</summary>
public static class AccreditationMoves
{
    /// <summary>To stay where it is means: for another term. From suspended it goes back to what it was.</summary>
    public static IReadOnlyDictionary<AccreditationStage, IReadOnlyList<AccreditationStage>> Next { get; } =
        new Dictionary<AccreditationStage, IReadOnlyList<AccreditationStage>>
        {
            [AccreditationStage.Applied] = [AccreditationStage.DeskAssessment, AccreditationStage.Withdrawn, AccreditationStage.Refused],
            [AccreditationStage.DeskAssessment] = [AccreditationStage.OnSiteAssessment, AccreditationStage.Withdrawn, AccreditationStage.Refused],
            [AccreditationStage.OnSiteAssessment] =
                [AccreditationStage.Provisional, AccreditationStage.Full, AccreditationStage.Withdrawn, AccreditationStage.Refused],
            [AccreditationStage.Provisional] =
                [AccreditationStage.Provisional, AccreditationStage.Full, AccreditationStage.Suspended, AccreditationStage.Withdrawn],
            [AccreditationStage.Full] = [AccreditationStage.Full, AccreditationStage.Suspended, AccreditationStage.Withdrawn],
            [AccreditationStage.Suspended] = [AccreditationStage.Provisional, AccreditationStage.Full, AccreditationStage.Withdrawn],
            [AccreditationStage.Withdrawn] = [],
            [AccreditationStage.Refused] = [],
        };

    /// <summary>Why it cannot go there, naming where it can; null where it can.</summary>
    /// <param name="isLifted">A suspension is lifted: no other way leads from suspended to what is valid.</param>
    public static Problem? Refused(string name, AccreditationStage from, AccreditationStage to, bool isLifted = false) =>
        Next[from].Contains(to) && (from != AccreditationStage.Suspended || to == AccreditationStage.Withdrawn || isLifted) ? null : from switch
        {
            AccreditationStage.Applied => Problems.AccreditationFromApplied(name),
            AccreditationStage.DeskAssessment => Problems.AccreditationFromDesk(name),
            AccreditationStage.OnSiteAssessment => Problems.AccreditationFromOnSite(name),
            AccreditationStage.Provisional => Problems.AccreditationFromProvisional(name),
            AccreditationStage.Full => Problems.AccreditationFromFull(name),
            AccreditationStage.Suspended => Problems.AccreditationFromSuspended(name),
            _ => Problems.AccreditationOver(name),
        };
}
