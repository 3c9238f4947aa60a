namespace Furrow.Core;

/// <summary>Refusals about teams and who is in them. None says a name of a person.</summary>
public static partial class Problems
{
    private static readonly ProblemPlace AtTeam = new(null, null, "team");

    public static Problem TeamNameShared(string name, string these) => new("team-name-shared",
        $"Several teams are called '{Short(name)}': {these}. Write it with its organisation in brackets, or the id.", 409);

    public static Problem TeamNotKnownThen(string team, DateOnly then) =>
        new("team-not-known-then", $"Team '{team}' was not recorded by the end of {then}.", 404);

    public static Problem TeamNameBlank() =>
        new("team-name-blank", $"The code of a team needs letters that can be read.", 400, new ProblemPlace(null, null, "code"));

    public static Problem TeamUnchanged(string team) => new("team-unchanged", $"That is what is known of team '{team}' already.", 409);

    public static Problem TeamAliasUnknown(string team, string alias) =>
        new("team-alias-unknown", $"Team '{team}' is not called '{Short(alias)}' as well; its own code and name are changed by renaming.", 404);

    public static Problem TeamIsWithdrawn(string team) => new("team-is-withdrawn", $"Team '{team}' was recorded by mistake and withdrawn.", 409, AtTeam);

    public static Problem TeamNotDisbanded(string team) => new("team-not-disbanded", $"Team '{team}' was not disbanded.", 409);

    public static Problem TeamEndsBeforeItBegins(string team) => new("team-ends-before-it-begins", $"Team '{team}' would end before it is formed.", 400);

    public static Problem TeamHasMembersBefore(string team, DateOnly first) =>
        new("team-has-members-before", $"Somebody is in team '{team}' since {first}. Withdraw or change that first.", 409);

    public static Problem TeamHasMembersAfter(string team, DateOnly last) =>
        new("team-has-members-after", $"Somebody joined or left team '{team}' on {last}: it was there on that day.", 409);

    public static Problem TeamNotYetThere(string team, DateOnly formed) =>
        new("team-not-yet-there", $"Team '{team}' is there from {formed} on.", 409, AtTeam);

    public static Problem TeamDisbandedThen(string team, DateOnly last) =>
        new("team-disbanded-then", $"Team '{team}' was there until {last}.", 409, AtTeam);

    public static Problem MemberAlready(string team, DateOnly from) =>
        new("member-already", $"They are in team '{team}' with this function since {from}.", 409, AtTeam);

    public static Problem MemberHasFunction(string team, DateOnly from) => new("member-has-function",
        $"They have another function in team '{team}', from {from} on both. If they are to have two, say so.", 409, AtTeam);

    public static Problem MemberElsewhere(string team, DateOnly since, DateOnly from) => new("member-elsewhere",
        $"They are in team '{team}' since {since}: from {from} on they would be in two. Have them leave it first; if they are to be in two, say so.", 409, AtTeam);

    public static Problem MemberElsewhereUntil(string team, DateOnly since, DateOnly until, DateOnly from) => new("member-elsewhere-until",
        $"They are in team '{team}' from {since} to {until}: from {from} on they would be in two. If they are to be in two, say so.", 409, AtTeam);

    public static Problem MembershipIsWithdrawn(string team) =>
        new("membership-is-withdrawn", $"That somebody was in team '{team}' was recorded by mistake and withdrawn.", 409);

    public static Problem MemberLeftAlready(string team, DateOnly left) => new("member-left-already", $"They left team '{team}' on {left}.", 409);

    public static Problem MemberLeavesBeforeJoining(string team, DateOnly joined) =>
        new("member-leaves-before-joining", $"They came into team '{team}' on {joined} only.", 400, new ProblemPlace(null, null, "leftOn"));

    public static Problem MemberNotLeft(string team) => new("member-not-left", $"They did not leave team '{team}'.", 409);
}
