using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How teams come into the register, and what can be said of them there.</summary>
public static class TeamRules
{
    public const int LongestCode = 40;
    public const int LongestName = 120;

    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "team", MembershipThing = "membership";

    public static Ruling Form(IKnown known, Act act, FormTeam intent)
    {
        var fact = new TeamFormed(DerivedId.Of(act.Id, Thing), intent.Code.Trim(), NameOf(intent.Code, intent.Name), intent.Organisation, intent.Work,
            intent.FormedOn);
        return (OrganisationRefused(known, intent.Organisation)
            ?? NamesRefused(known, intent.Organisation, null, [fact.Code, fact.Name], intent.Another)) is { } problem ? problem : [fact];
    }

    public static Ruling Rename(IKnown known, Act act, RenameTeam intent)
    {
        var (team, code, name) = (Of(known).Find(intent.Team)!, intent.Code.Trim(), NameOf(intent.Code, intent.Name));
        return (Refused(team) ?? NamesRefused(known, team.Organisation, team, [code, name], intent.Another)) is { } problem ? problem
            : (team.Code, team.Name) == (code, name) ? Problems.TeamUnchanged(team.Code)
            : [new TeamRenamed(team.Id, code, name)];
    }

    /// <summary>Nobody is in it before it is there, and in its organisation no other has one of its names.</summary>
    public static Ruling Change(IKnown known, Act act, ChangeTeam intent)
    {
        var team = Of(known).Find(intent.Team)!;
        return (Refused(team) ?? OrganisationRefused(known, intent.Organisation)
            ?? NamesRefused(known, intent.Organisation, team, team.Names, another: true)) is { } problem ? problem
            : (team.Organisation, team.Work, team.FormedOn) == (intent.Organisation, intent.Work, intent.FormedOn) ? Problems.TeamUnchanged(team.Code)
            : Of(known).MembershipsOf(team.Id).FirstOrDefault() is { } first && first.JoinedOn < intent.FormedOn
                ? Problems.TeamHasMembersBefore(team.Code, first.JoinedOn)
            : team.DisbandedOn < intent.FormedOn ? Problems.TeamEndsBeforeItBegins(team.Code)
            : [new TeamChanged(team.Id, intent.Organisation, intent.Work, intent.FormedOn)];
    }

    public static Ruling AddAlias(IKnown known, Act act, AddTeamAlias intent)
    {
        var team = Of(known).Find(intent.Team)!;
        return (Refused(team) ?? NamesRefused(known, team.Organisation, null, [intent.Alias], intent.Another)) is { } problem ? problem
            : [new TeamAliasAdded(team.Id, intent.Alias.Trim())];
    }

    public static Ruling RemoveAlias(IKnown known, Act act, RemoveTeamAlias intent)
    {
        var team = Of(known).Find(intent.Team)!;
        return team.Aliases.Find(a => Codes.AreSame(a, intent.Alias)) is { } alias ? [new TeamAliasRemoved(team.Id, alias)]
            : Problems.TeamAliasUnknown(team.Code, intent.Alias);
    }

    /// <summary>Whoever is in it leaves with that day. Nobody can have come into it, or left it, later.</summary>
    public static Ruling Disband(IKnown known, Act act, DisbandTeam intent)
    {
        var team = Of(known).Find(intent.Team)!;
        return Refused(team) is { } problem ? problem
            : team.DisbandedOn is not null ? Problems.ClosedAlready(team.Code)
            : intent.DisbandedOn < team.FormedOn ? Problems.TeamEndsBeforeItBegins(team.Code)
            : Of(known).MembershipsOf(team.Id).Select(m => m.LeftOn > m.JoinedOn ? m.LeftOn.Value : m.JoinedOn).DefaultIfEmpty().Max() is var last
                && last > intent.DisbandedOn ? Problems.TeamHasMembersAfter(team.Code, last)
            : act.IsWithoutReason ? Problems.ReasonMissing("disband a team")
            : [new TeamDisbanded(team.Id, intent.DisbandedOn)];
    }

    public static Ruling TakeBackDisbanding(IKnown known, Act act, TakeBackDisbanding intent)
    {
        var team = Of(known).Find(intent.Team)!;
        return team.DisbandedOn is null ? Problems.TeamNotDisbanded(team.Code)
            : MemberRules.CollidesWithoutEnd(known, team) is { } problem ? problem
            : [new TeamDisbandingTakenBack(team.Id)];
    }

    public static Ruling Withdraw(IKnown known, Act act, WithdrawTeam intent)
    {
        var team = Of(known).Find(intent.Team)!;
        return Refused(team) is { } problem ? problem
            : Of(known).MembershipsOf(team.Id).FirstOrDefault() is { } member ? Problems.TeamHasMembersBefore(team.Code, member.JoinedOn)
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a team")
            : [new TeamWithdrawn(team.Id)];
    }

    internal static TeamRegister Of(IKnown known) => known.Of<TeamRegister>();

    /// <summary>Nothing is changed of what was recorded by mistake.</summary>
    internal static Problem? Refused(Team team) => team.IsWithdrawn ? Problems.TeamIsWithdrawn(team.Code) : null;

    /// <summary>Why it cannot have a team; null when it can.</summary>
    internal static Problem? OrganisationRefused(IKnown known, Guid organisation) =>
        known.Of<OrganisationRegister>().Find(organisation) is { MergedInto: not null } merged ? Problems.OrganisationMerged(merged.Name) : null;

    /// <summary>Why these are no names for a team of this organisation; null when they are.</summary>
    /// <param name="own">Whose names they become: it may take one of its own.</param>
    internal static Problem? NamesRefused(IKnown known, Guid organisation, Team? own, IEnumerable<string> names, bool? another)
    {
        var whose = known.Of<OrganisationRegister>().Find(organisation)!;
        return names.Distinct(Codes.Comparer).Select(Refused).FirstOrDefault(p => p is not null);

        Team? Bearing(string name) => Of(known).Bearing(name).FirstOrDefault(t => t.Id != own?.Id && TeamNames.IsOf(known, t, whose));

        Problem? Refused(string name) => Codes.IsBlank(name) ? Problems.TeamNameBlank()
            : Bearing(name) is not null ? Problems.NameTaken(name)
            : another == true ? null
            : Lookalikes.Of(name).Select(Bearing).FirstOrDefault(t => t is not null) is { } like ? Problems.NameLooksLike(name, like.Code)
            : Lookalikes.MixedWord(name) is { } word ? Problems.NameOfTwoScripts(word) : null;
    }

    private static string NameOf(string code, string? name) => Codes.IsBlank(name) ? code.Trim() : name!.Trim();
}
