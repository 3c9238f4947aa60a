namespace Furrow.Core;

/// <summary>Refusals about what is accredited and how.</summary>
public static partial class Problems
{
    public static Problem ThingNotClosed(string name) => new("thing-not-closed", $"'{name}' is not closed.", 409);

    /// <param name="field">"code" or "version".</param>
    public static Problem ProcedureBlank(string field) => new("procedure-blank",
        $"A procedure needs a code and a version that can be read.", 400, new ProblemPlace(null, null, field));

    public static Problem ProcedureShared(string name, string these) => new("procedure-shared",
        $"Several are called '{Short(name)}': {these}. Write the name with its organisation, or the id.", 409);

    public static Problem ProcedureOfAnother(string procedure, string organisation) => new("procedure-of-another",
        $"'{procedure}' is not a procedure of '{organisation}': a version replaces one of the same organisation.", 409,
        new ProblemPlace(null, null, "replaces"));

    public static Problem ProcedureClosedBefore(string procedure) =>
        new("procedure-closed-before", $"'{procedure}' would be closed before it was issued.", 409);

    public static Problem MachineTypeBlank() => new("machine-type-blank", $"A type of machine needs a maker and a model that can be read.", 400);

    public static Problem DogNameBlank() =>
        new("dog-name-blank", $"The name of a dog needs letters that can be read.", 400, new ProblemPlace(null, null, "dog"));

    public static Problem DogPairStands(string pair) =>
        new("dog-pair-stands", $"This dog works in the pair '{pair}' then. Dissolve that one first.", 409);

    public static Problem DogPairApart(string pair, DateOnly on) =>
        new("dog-pair-apart", $"'{pair}' did not work together on {on}.", 409, new ProblemPlace(null, null, "on"));

    public static Problem AccreditationShared(string name, string these) => new("accreditation-shared",
        $"Several accreditations are of '{Short(name)}': {these}. Write the name with the day it was applied for, or the id.", 409);

    public static Problem AccreditationWithoutActivity() => new("accreditation-without-activity",
        $"Say for which work it is to be accredited.", 400, new ProblemPlace(null, null, "activities"));

    public static Problem AccreditationApplied(string subject) =>
        new("accreditation-applied", $"For '{subject}' this was applied for already, and is not decided yet.", 409);

    public static Problem AccreditationFromApplied(string subject) => new("accreditation-from-applied",
        $"The accreditation of '{subject}' is applied for: it can go to desk assessment, be refused or be withdrawn.", 409);

    public static Problem AccreditationFromDesk(string subject) => new("accreditation-from-desk",
        $"The accreditation of '{subject}' is in desk assessment: it can go to on-site assessment, be refused or be withdrawn.", 409);

    public static Problem AccreditationFromOnSite(string subject) => new("accreditation-from-on-site",
        $"The accreditation of '{subject}' is in on-site assessment: it can become provisional or full, be refused or be withdrawn.", 409);

    public static Problem AccreditationFromProvisional(string subject) => new("accreditation-from-provisional",
        $"The accreditation of '{subject}' is provisional: it can be prolonged, become full, be suspended or be withdrawn.", 409);

    public static Problem AccreditationFromFull(string subject) => new("accreditation-from-full",
        $"The accreditation of '{subject}' is full: it can be renewed, suspended or withdrawn.", 409);

    public static Problem AccreditationFromSuspended(string subject) => new("accreditation-from-suspended",
        $"The accreditation of '{subject}' is suspended: the suspension can be lifted, or it can be withdrawn.", 409);

    public static Problem AccreditationOver(string subject) => new("accreditation-over",
        $"The accreditation of '{subject}' was withdrawn or refused: apply for it anew.", 409);

    public static Problem AccreditationNotSuspended(string subject) =>
        new("accreditation-not-suspended", $"The accreditation of '{subject}' is not suspended.", 409);

    public static Problem AccreditationNotGiven(string subject) => new("accreditation-not-given",
        $"The accreditation of '{subject}' is neither provisional nor full: take it on to on-site assessment instead.", 409);

    public static Problem AccreditationNotMoved(string subject) => new("accreditation-not-moved",
        $"Nothing happened to the accreditation of '{subject}' since it was applied for: withdraw it, if that was a mistake.", 409);

    public static Problem AccreditationRunsBack(string subject, DateOnly last) => new("accreditation-runs-back",
        $"The accreditation of '{subject}' is where it is since {last}: nothing can happen to it before. Take back the last step first, if that was a mistake.",
        409, new ProblemPlace(null, null, "from"));

    public static Problem AccreditationEndsBeforeItBegins(string subject) => new("accreditation-ends-before-it-begins",
        $"The accreditation of '{subject}' would end before it begins.", 400, new ProblemPlace(null, null, "until"));

    public static Problem AccreditationNotAppliedFor(string subject) => new("accreditation-not-applied-for",
        $"Some of this work was not applied for. Apply for it for '{subject}' by itself.", 409, new ProblemPlace(null, null, "activities"));

    public static Problem AccreditationGivesNothing() => new("accreditation-gives-nothing",
        $"A last day, work and conditions belong to a provisional or full accreditation alone.");
}
