namespace Furrow.Core;

/// <summary>Refusals about a row of a list of people, each with its field.</summary>
public static partial class Problems
{
    public static Problem EngagedWithoutName() => new("engaged-without-name",
        $"Name the person, or give the service code that stands for the name.", 400, new ProblemPlace(null, null, "name"));

    public static Problem EngagedWithoutFunction() => new("engaged-without-function",
        $"Say the function they have in the team.", 400, new ProblemPlace(null, null, "function"));

    public static Problem EngagedTeamUnknown(string team, string organisation) => new("engaged-team-unknown",
        $"'{organisation}' has no team '{Short(team)}'. Record it first, or say that new teams are made known with it.", 404,
        new ProblemPlace(null, null, "team"));

    public static Problem EngagedTeamWithoutWork() => new("engaged-team-without-work",
        $"Say what a new team works at.", 400, new ProblemPlace(null, null, "work"));

    public static Problem EngagedWithoutIssue() => new("engaged-without-issue",
        $"A level needs the day its certificate was issued.", 400, new ProblemPlace(null, null, "issuedOn"));

    public static Problem EngagedWithoutLevel() => new("engaged-without-level",
        $"Say which level the certificate is for.", 400, new ProblemPlace(null, null, "eodLevel"));

    public static Problem EngagementTakenBackAlready(string file) =>
        new("engagement-taken-back-already", $"What came of '{Short(file)}' was taken back already.", 409);

    public static Problem EngagementUsedSince(string file, int count) => new("engagement-used-since",
        $"{count} people and teams of '{Short(file)}' have got something else since. Withdraw that first.", 409);
}
