using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about teams and who is in them, and how an intent names one.</summary>
internal sealed class TeamIntents : SubjectIntents
{
    private static readonly TeamIntentsJson Json = TeamIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<FormTeam>("team-form", Json, TeamRules.Form, undoneBy: "team-withdraw",
            leadsTo: (act, _) => $"/records/teams/{DerivedId.Of(act, TeamRules.Thing):D}"),
        Intent<RenameTeam>("team-rename", Json, TeamRules.Rename),
        Intent<ChangeTeam>("team-change", Json, TeamRules.Change),
        Intent<AddTeamAlias>("team-alias", Json, TeamRules.AddAlias, undoneBy: "team-unalias"),
        Intent<RemoveTeamAlias>("team-unalias", Json, TeamRules.RemoveAlias,
            offers: (state, id) => IsOffered(state, id) && Of(state).Find(id)!.Aliases.Count > 0),
        Intent<DisbandTeam>("team-disband", Json, TeamRules.Disband, undoneBy: "team-undisband"),
        Intent<TakeBackDisbanding>("team-undisband", Json, TeamRules.TakeBackDisbanding, offers: (state, id) => Of(state).Find(id)?.DisbandedOn is not null),
        Intent<WithdrawTeam>("team-withdraw", Json, TeamRules.Withdraw,
            offers: (state, id) => IsOffered(state, id) && !Of(state).MembershipsOf(id).Any()),
        Intent<JoinTeam>("team-join", Json, MemberRules.Join, undoneBy: "team-unjoin",
            leadsTo: (_, draft) => Guid.TryParse(draft["team"], out var team) ? $"/records/teams/{team:D}" : null),
        Intent<LeaveTeam>("team-leave", Json, MemberRules.Leave, undoneBy: "team-unleave",
            offers: (state, id) => Of(state).FindMembership(id) is { IsWithdrawn: false, LeftOn: null }),
        Intent<TakeBackLeaving>("team-unleave", Json, MemberRules.TakeBackLeaving,
            offers: (state, id) => Of(state).FindMembership(id) is { IsWithdrawn: false, LeftOn: not null }),
        Intent<WithdrawJoining>("team-unjoin", Json, MemberRules.WithdrawJoining),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(TeamRules.Thing, Find, (state, _) => Named(state, t => IsOffered(state, t.Id)),
            (state, _, id) => Of(state).Find(id) is { } team ? TeamNames.LabelOf(state, team) : null)
        {
            Every = (state, _) => Named(state, _ => true), Offers = IsOffered,
        },
        new(TeamRules.MembershipThing, FindMembership,
            (state, reader) => Of(state).AllMemberships.Where(m => m.LeftOn is null).Select(m => (m.Id, LabelOf(state, reader, m))),
            (state, reader, id) => Of(state).FindMembership(id) is { } membership ? LabelOf(state, reader, membership) : null)
        {
            Every = (state, reader) => Of(state).AllMemberships.Select(m => (m.Id, LabelOf(state, reader, m))),
            Offers = (state, id) => Of(state).FindMembership(id) is { IsWithdrawn: false },
        },
    ];

    /// <summary>By id, by a code, name or alias where one team alone has it, or with its organisation in brackets.</summary>
    internal static Outcome<Guid>? Find(ProgrammeState state, string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return Of(state).Find(id) is null ? null : id;
        }

        var found = Of(state).Bearing(text).ToList();
        found = found.Count > 0 ? found : [.. Of(state).All.Where(t => t.Names.Prepend(TeamNames.LabelOf(state, t))
            .Any(n => Codes.AreSame(n, text) || Codes.AreSame($"{n} ({Whose(state, t)})", text)))];
        return found switch
        {
            [] => null,
            [var one] => one.Id,
            _ => Problems.TeamNameShared(text, string.Join(", ", found.Select(t => TeamNames.LabelOf(state, t)))),
        };
    }

    /// <summary>By id, or "TEAM, PERSON": the time they joined last.</summary>
    private static Outcome<Guid>? FindMembership(ProgrammeState state, string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return Of(state).FindMembership(id) is null ? null : id;
        }

        var comma = text.LastIndexOf(',');
        return comma > 0 && Find(state, text[..comma].Trim()) is { IsRefused: false } team && state.PersonNamed(text[(comma + 1)..].Trim()) is { } person
            && Of(state).MembershipsOf(team.Value).LastOrDefault(m => m.Person == person) is { } membership ? membership.Id : null;
    }

    private static TeamRegister Of(ProgrammeState state) => state.Of<TeamRegister>();

    private static bool IsOffered(ProgrammeState state, Guid id) => Of(state).Find(id) is { IsWithdrawn: false, DisbandedOn: null };

    private static IEnumerable<(Guid Id, string Name)> Named(ProgrammeState state, Func<Team, bool> which) =>
        Of(state).All.Where(which).Select(t => (t.Id, Name: TeamNames.LabelOf(state, t))).OrderBy(t => t.Name, Codes.Order);

    private static string Whose(ProgrammeState state, Team team) =>
        state.Of<OrganisationRegister>() is var register && register.Find(team.Organisation) is { } own ? register.StandingFor(own).Name : "";

    private static string LabelOf(ProgrammeState state, Reader reader, Membership membership) =>
        $"{Of(state).Find(membership.Team)!.Code}, {reader.NameOf(membership.Person)}, {Names.Iso(membership.JoinedOn)}";
}
