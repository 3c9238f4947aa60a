namespace Furrow.Core;

/// <summary>Refusals of decisions on groups of findings.</summary>
public static partial class Problems
{
    public static Problem FindingGroupUnknown(string group) => new("finding-group-unknown",
        $"There is no group of findings \"{group}\" now. A group of the check across-places shows only with the boundaries it was found with.", 404);

    public static Problem FindingDecisionUnknown(string decision) => new("finding-decision-unknown",
        $"\"{decision}\" is not a decision on findings: accept-as-is, repair, send-back or reconsider.");

    public static Problem FindingsCountAlready(int reports) => new("findings-count-already",
        $"None of the {reports} reports of this group waits for review, so none can be sent back: they are accepted already. Correct or withdraw them.", 409);

    public static Problem FindingsWithoutFix(int findings) => new("findings-without-fix",
        $"None of the {findings} findings of this group can be corrected by the program: somebody has to know what is right. Send the reports back, correct "
        + $"them, or accept them as they are.", 409);

    public static Problem FindingsDecidedMeanwhile(string by, string decision) => new("findings-decided-meanwhile",
        $"Since this page was opened {by} decided on this group: {new Word(decision)}. Nothing was written. Read that decision; to take another, send this again.", 409);

    public static Problem FindingsNotDecided(string group) => new("findings-not-decided",
        $"Nothing was decided on \"{group}\", so there is nothing to reconsider.", 409);
}
