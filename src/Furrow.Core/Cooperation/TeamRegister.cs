using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>The teams of a programme and who was in them from which day to which. What reports carry as the name of a team is text and stays as it was
/// written; which team it names is asked here.</summary>
[Folds(typeof(TeamFormed), typeof(TeamRenamed), typeof(TeamChanged), typeof(TeamAliasAdded), typeof(TeamAliasRemoved), typeof(TeamDisbanded),
    typeof(TeamDisbandingTakenBack), typeof(TeamWithdrawn), typeof(TeamJoined), typeof(TeamLeft), typeof(TeamLeavingTakenBack),
    typeof(TeamJoiningWithdrawn))]
public sealed record TeamRegister : ISubject<TeamRegister>
{
    public static TeamRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, Team> Teams { get; init; } = ImmutableDictionary<Guid, Team>.Empty;

    private ImmutableDictionary<Guid, Membership> Memberships { get; init; } = ImmutableDictionary<Guid, Membership>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    private ImmutableList<Guid> MemberOrder { get; init; } = [];

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByTeam { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByPerson { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    /// <summary>In the order they were recorded; those recorded by mistake are not among them, those disbanded are.</summary>
    public IEnumerable<Team> All => Recorded.Where(t => !t.IsWithdrawn);

    /// <summary>Also those recorded by mistake.</summary>
    public IEnumerable<Team> Recorded => Order.Select(id => Teams[id]);

    /// <summary>Every time of somebody in a team, in the order they were recorded; those recorded by mistake are not among them.</summary>
    public IEnumerable<Membership> AllMemberships => RecordedMemberships.Where(m => !m.IsWithdrawn);

    /// <summary>Also those recorded by mistake.</summary>
    public IEnumerable<Membership> RecordedMemberships => MemberOrder.Select(id => Memberships[id]);

    /// <summary>Also one that was recorded by mistake.</summary>
    public Team? Find(Guid id) => Teams.GetValueOrDefault(id);

    public Membership? FindMembership(Guid id) => Memberships.GetValueOrDefault(id);

    /// <summary>Those that bear this name, as a code, a name or an alias. Teams of two organisations may have one name.</summary>
    public IEnumerable<Team> Bearing(string name) => All.Where(t => t.IsCalled(name));

    /// <summary>The times of a team's members, by their first day.</summary>
    public IEnumerable<Membership> MembershipsOf(Guid team) => Standing(ByTeam, team);

    /// <summary>The times of a person in teams, by their first day.</summary>
    public IEnumerable<Membership> MembershipsWith(Guid person) => Standing(ByPerson, person);

    /// <summary>The days of a membership: it ends with the team, if not before.</summary>
    public DayRange DaysOf(Membership membership) => membership.Days.EndingBy(Find(membership.Team)?.DisbandedOn);

    /// <summary>Who is in a team on a day, with the function they have in it; who has two stands twice. The leaders first, then by their first day. Nobody is
    /// in a team that is not there.</summary>
    public IReadOnlyList<Membership> Members(Guid team, DateOnly day) => Find(team) is { } found && found.IsThere(day)
        ? [.. MembershipsOf(team).Where(m => DaysOf(m).Holds(day)).OrderBy(m => m.Function).ThenBy(m => m.JoinedOn)] : [];

    /// <summary>The teams somebody is in on a day.</summary>
    public IEnumerable<Membership> MembershipsWith(Guid person, DateOnly day) =>
        MembershipsWith(person).Where(m => Find(m.Team)!.IsThere(day) && DaysOf(m).Holds(day));

    public TeamRegister Apply(Placed placed) => placed.Fact switch
    {
        TeamFormed f => Put(new Team(f.Team, f.Code, f.Name, f.Organisation, f.Work, f.FormedOn, placed.Act)),
        TeamRenamed f => Changed(f.Team, t => t with
        {
            Code = f.Code, Name = f.Name,
            Aliases = [.. t.Names.Where(n => !Codes.AreSame(n, f.Code) && !Codes.AreSame(n, f.Name)).Distinct(Codes.Comparer)],
        }),
        TeamChanged f => Changed(f.Team, t => t with { Organisation = f.Organisation, Work = f.Work, FormedOn = f.FormedOn }),
        TeamAliasAdded f => Changed(f.Team, t => t.IsCalled(f.Alias) ? t : t with { Aliases = t.Aliases.Add(f.Alias) }),
        TeamAliasRemoved f => Changed(f.Team, t => t with { Aliases = t.Aliases.RemoveAll(a => Codes.AreSame(a, f.Alias)) }),
        TeamDisbanded f => Changed(f.Team, t => t with { DisbandedOn = f.DisbandedOn }),
        TeamDisbandingTakenBack f => Changed(f.Team, t => t with { DisbandedOn = null }),
        TeamWithdrawn f => Changed(f.Team, t => t with { IsWithdrawn = true }),
        TeamJoined f => Put(new Membership(f.Membership, f.Team, f.Person, f.Function, f.JoinedOn, f.Also, placed.Act)),
        TeamLeft f => ChangedTime(f.Membership, m => m with { LeftOn = f.LeftOn }),
        TeamLeavingTakenBack f => ChangedTime(f.Membership, m => m with { LeftOn = null }),
        TeamJoiningWithdrawn f => ChangedTime(f.Membership, m => m with { IsWithdrawn = true }),
        _ => this,
    };

    private IEnumerable<Membership> Standing(ImmutableDictionary<Guid, ImmutableList<Guid>> by, Guid key) =>
        by.GetValueOrDefault(key, []).Select(id => Memberships[id]).Where(m => !m.IsWithdrawn).OrderBy(m => m.JoinedOn);

    private TeamRegister Changed(Guid id, Func<Team, Team> change) => Find(id) is { } team ? Put(change(team)) : this;

    private TeamRegister ChangedTime(Guid id, Func<Membership, Membership> change) => FindMembership(id) is { } membership ? Put(change(membership)) : this;

    private TeamRegister Put(Team team) => this with
    {
        Teams = Teams.SetItem(team.Id, team), Order = Teams.ContainsKey(team.Id) ? Order : Order.Add(team.Id),
    };

    private TeamRegister Put(Membership membership) => this with
    {
        Memberships = Memberships.SetItem(membership.Id, membership),
        MemberOrder = Memberships.ContainsKey(membership.Id) ? MemberOrder : MemberOrder.Add(membership.Id),
        ByTeam = With(ByTeam, membership.Team, membership.Id),
        ByPerson = With(ByPerson, membership.Person, membership.Id),
    };

    private ImmutableDictionary<Guid, ImmutableList<Guid>> With(ImmutableDictionary<Guid, ImmutableList<Guid>> by, Guid key, Guid id) =>
        Memberships.ContainsKey(id) ? by : by.SetItem(key, by.GetValueOrDefault(key, []).Add(id));
}
