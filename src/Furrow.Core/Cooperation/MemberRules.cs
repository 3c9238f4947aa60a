using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Who comes into a team and leaves it. On one day nobody is in two teams, or in one with two functions, unless it is said to be meant.</summary>
public static class MemberRules
{
    public static Ruling Join(IKnown known, Act act, JoinTeam intent)
    {
        var fact = new TeamJoined(DerivedId.Of(act.Id, TeamRules.MembershipThing), intent.Team, intent.Whom, intent.Function, intent.JoinedOn,
            intent.Also == true);
        return Refused(known, Of(known).Find(intent.Team)!, fact) is { } problem ? problem : [fact];
    }

    public static Ruling Leave(IKnown known, Act act, LeaveTeam intent)
    {
        var (membership, team) = Named(known, intent.Membership);
        return membership.IsWithdrawn ? Problems.MembershipIsWithdrawn(team.Code)
            : membership.LeftOn is { } left ? Problems.MemberLeftAlready(team.Code, left)
            : intent.LeftOn < membership.JoinedOn ? Problems.MemberLeavesBeforeJoining(team.Code, membership.JoinedOn)
            : team.DisbandedOn is { } disbanded && disbanded < intent.LeftOn ? Problems.TeamDisbandedThen(team.Code, disbanded)
            : [new TeamLeft(membership.Id, membership.Team, membership.Person, intent.LeftOn)];
    }

    /// <summary>They may have come into another team since: then it is refused, with the days.</summary>
    public static Ruling TakeBackLeaving(IKnown known, Act act, TakeBackLeaving intent)
    {
        var (membership, team) = Named(known, intent.Membership);
        return membership.IsWithdrawn ? Problems.MembershipIsWithdrawn(team.Code)
            : membership.LeftOn is null ? Problems.MemberNotLeft(team.Code)
            : Collides(known, membership, new DayRange(membership.JoinedOn, team.DisbandedOn)) is { } problem ? problem
            : [new TeamLeavingTakenBack(membership.Id, membership.Team, membership.Person)];
    }

    public static Ruling WithdrawJoining(IKnown known, Act act, WithdrawJoining intent)
    {
        var (membership, team) = Named(known, intent.Membership);
        return membership.IsWithdrawn ? Problems.MembershipIsWithdrawn(team.Code)
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a member of a team")
            : [new TeamJoiningWithdrawn(membership.Id, membership.Team, membership.Person)];
    }

    /// <summary>Why they cannot come into the team; null when they can.</summary>
    internal static Problem? Refused(IKnown known, Team team, TeamJoined joined) =>
        TeamRules.Refused(team) is { } problem ? problem
        : joined.JoinedOn < team.FormedOn ? Problems.TeamNotYetThere(team.Code, team.FormedOn)
        : team.DisbandedOn is { } disbanded && disbanded < joined.JoinedOn ? Problems.TeamDisbandedThen(team.Code, disbanded)
        : Collides(known, new Membership(joined.Membership, joined.Team, joined.Person, joined.Function, joined.JoinedOn, joined.Also, Act.Unread),
            new DayRange(joined.JoinedOn, team.DisbandedOn));

    /// <summary>Who would be in two teams on one day, if the team had not been disbanded; null when nobody would.</summary>
    internal static Problem? CollidesWithoutEnd(IKnown known, Team team) =>
        Of(known).MembershipsOf(team.Id).Select(m => Collides(known, m, m.Days)).FirstOrDefault(p => p is not null);

    /// <summary>The same function in the same team twice is never meant; anything else may be.</summary>
    private static Problem? Collides(IKnown known, Membership membership, DayRange days)
    {
        foreach (var other in Of(known).MembershipsWith(membership.Person).Where(m => m.Id != membership.Id && Of(known).DaysOf(m).Overlaps(days)))
        {
            var (theirs, team) = (Of(known).DaysOf(other), Of(known).Find(other.Team)!);
            var isSame = other.Team == membership.Team && other.Function == membership.Function;
            if (isSame || !(membership.Also || other.Also))
            {
                var from = theirs.FirstOfBoth(days);
                return isSame ? Problems.MemberAlready(team.Code, theirs.From)
                    : other.Team == membership.Team ? Problems.MemberHasFunction(team.Code, from)
                    : theirs.Until is { } until ? Problems.MemberElsewhereUntil(team.Code, theirs.From, until, from)
                    : Problems.MemberElsewhere(team.Code, theirs.From, from);
            }
        }

        return null;
    }

    private static TeamRegister Of(IKnown known) => known.Of<TeamRegister>();

    private static (Membership Membership, Team Team) Named(IKnown known, Guid id) =>
        Of(known).FindMembership(id) is { } membership ? (membership, Of(known).Find(membership.Team)!) : default;
}
