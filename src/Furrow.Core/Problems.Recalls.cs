namespace Furrow.Core;

/// <summary>Refusals about recalls, and about what reports rest on.</summary>
public static partial class Problems
{
    public static Problem UseByReports(string name) => new("use-by-reports",
        $"Reports themselves name the organisation and the team: for '{name}' nothing need be recorded.", 409, new ProblemPlace(null, null, "subject"));

    public static Problem UseOfNothing() => new("use-of-nothing", $"Name the reports, or the file they came in.", 400, new ProblemPlace(null, null, "reports"));

    public static Problem RecallOfOrganisation(string name) => new("recall-of-organisation",
        $"'{name}' is an organisation: recall what its land was released on, a team, a procedure, a type of machine, a pair or a person.", 409,
        new ProblemPlace(null, null, "subject"));

    public static Problem RecallOpenAlready(string name) => new("recall-open-already", $"A recall of '{name}' is open already: decide on it.", 409);

    public static Problem RecallNotOfReport(string name) => new("recall-not-of-report",
        $"Some of these reports are not under the recall of '{name}'.", 409, new ProblemPlace(null, null, "reports"));

    public static Problem RecallAllDecided(string name) => new("recall-all-decided",
        $"All land under the recall of '{name}' is decided. Name a report to decide otherwise on it.", 409);

    public static Problem RecallUndecided(string name, int open) => new("recall-undecided",
        $"Reports under the recall of '{name}' that nobody has decided on: {open}.", 409);
}
