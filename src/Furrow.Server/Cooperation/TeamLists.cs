using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports.Orders;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>Teams, and who was in them from which day to which.</summary>
public static class TeamLists
{
    private const string There = "there", Over = "over", NotYet = "not-yet", Withdrawn = "withdrawn";

    public static readonly Listing<Team> Teams = new("teams", "teams.title", ask => Register(ask).Recorded.OrderBy(t => t.IsWithdrawn)
        .ThenBy(t => NameOf(ask.State, t.Organisation), Codes.Order).ThenBy(t => t.Code, Codes.Order))
    {
        Of = TeamRules.Thing,
        Id = t => t.Id,
        Nothing = "teams.none",
        Columns =
        [
            new("code", "teams.code", CellType.Code, (t, _) => t.Code),
            new("name", "area.name", CellType.Text, (t, _) => t.Name),
            new("organisation", "by.organisation", CellType.Text, (t, ask) => NameOf(ask.State, t.Organisation))
            {
                Link = t => $"/records/organisations/{t.Organisation:D}",
            },
            new("work", "teams.work", CellType.Word, (t, _) => ListWord.Of("team-work", t.Work)),
            new("members", "teams.members", CellType.Whole, (t, ask) => Register(ask).Members(t.Id, ask.AsOf).Select(m => m.Person).Distinct().Count())
            {
                Link = t => $"/lists/members?team={t.Id:D}&state={There}",
            },
            new("formed-on", "teams.formed-on", CellType.Day, (t, _) => t.FormedOn),
            new("disbanded-on", "teams.disbanded-on", CellType.Day, (t, _) => t.DisbandedOn),
            new("state", "organisations.state", CellType.Word, (t, ask) => WordOf("team-state", StateOf(t.IsWithdrawn, t.Days, ask.AsOf))),
            new("aliases", "organisations.aliases", CellType.Text, (t, _) => string.Join(" · ", t.Aliases)) { Shown = false },
            new("reports", "organisations.reports", CellType.Whole, (t, ask) => t.Names.Distinct(Codes.Comparer)
                .Sum(name => ReportsOf(ask.Memory, ask.State, t, name))) { Shown = false },
        ],
        Filters =
        [
            new("q", "area.name", FilterType.Search, (t, words, _) => t.Names.Any(n => Codes.Has(n, words))),
            new("organisation", "by.organisation", FilterType.Name, (t, name, ask) => Codes.AreSame(NameOf(ask.State, t.Organisation), name))
            {
                Names = ask => Register(ask).All.Select(t => NameOf(ask.State, t.Organisation)).Distinct().Order(Codes.Order), Reads = _ => true,
            },
            new("work", "teams.work", FilterType.Choice, (t, work, _) => Names.Of(t.Work) == work) { Choices = Choices<TeamWork>("team-work") },
            new("state", "organisations.state", FilterType.Choice, (t, state, ask) => StateOf(t.IsWithdrawn, t.Days, ask.AsOf) == state)
            {
                Choices = [.. new[] { There, NotYet, Over, Withdrawn }.Select(s => new FilterChoice(s, "team-state." + s))],
            },
        ],
    };

    public static readonly Listing<Membership> Members = new("members", "members.title", ask => Register(ask).RecordedMemberships.OrderBy(m => m.IsWithdrawn)
        .ThenBy(m => Register(ask).Find(m.Team)!.Code, Codes.Order).ThenBy(m => m.JoinedOn))
    {
        Of = TeamRules.MembershipThing,
        Id = m => m.Id,
        Nothing = "members.none",
        Columns =
        [
            new("team", "by.team", CellType.Code, (m, ask) => Register(ask).Find(m.Team)!.Code) { Link = m => $"/records/teams/{m.Team:D}" },
            new("person", "members.person", CellType.Text, (m, ask) => ask.NameOf(m.Person))
            {
                Tier = Tier.Personal, Link = m => $"/records/people/{m.Person:D}",
            },
            new("id", "figures.id", CellType.Text, (m, _) => m.Person.ToString("D")) { Shown = false },
            new("function", "members.function", CellType.Word, (m, _) => ListWord.Of("person-function", m.Function)),
            new("joined-on", "members.joined-on", CellType.Day, (m, _) => m.JoinedOn),
            new("left-on", "members.left-on", CellType.Day, (m, ask) => Register(ask).DaysOf(m).Until),
            new("also", "members.also", CellType.Truth, (m, _) => m.Also) { Shown = false },
            new("state", "organisations.state", CellType.Word, (m, ask) => WordOf("member-state", StateOf(m.IsWithdrawn, Register(ask).DaysOf(m), ask.AsOf))),
        ],
        Filters =
        [
            new("team", "by.team", FilterType.Link, (m, id, _) => m.Team == Guid.Parse(id)) { Reads = text => Guid.TryParse(text, out _) },
            new("person", "members.person", FilterType.Link, (m, id, _) => m.Person == Guid.Parse(id)) { Reads = text => Guid.TryParse(text, out _) },
            new("function", "members.function", FilterType.Choice, (m, function, _) => Names.Of(m.Function) == function)
            {
                Choices = Choices<PersonFunction>("person-function"),
            },
            new("state", "organisations.state", FilterType.Choice, (m, state, ask) => StateOf(m.IsWithdrawn, Register(ask).DaysOf(m), ask.AsOf) == state)
            {
                Choices = [.. new[] { There, NotYet, Over, Withdrawn }.Select(s => new FilterChoice(s, "member-state." + s))],
            },
        ],
    };

    /// <summary>How many reports speak of the team by this name, under a name of its organisation.</summary>
    internal static int ReportsOf(ListCache memory, ProgrammeState state, Team team, string name) => memory.Reports(state.Book).Find(new ReportFilter
    {
        Team = name, Organisations = [.. state.Of<OrganisationRegister>().SpellingsOf(NameOf(state, team.Organisation))],
    }, ReportOrder.Arrival, false, new Steps()).Count;

    internal static string NameOf(ProgrammeState state, Guid organisation) => state.Of<OrganisationRegister>() is var register
        && register.Find(organisation) is { } found ? register.StandingFor(found).Name : organisation.ToString("D")[..8];

    private static TeamRegister Register(ListAsk ask) => ask.State.Of<TeamRegister>();

    private static IReadOnlyList<FilterChoice> Choices<T>(string group)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new FilterChoice(Names.Of(v), $"{group}.{Names.Of(v)}"))];

    private static string StateOf(bool isWithdrawn, DayRange days, DateOnly day) =>
        isWithdrawn ? Withdrawn : days.Holds(day) ? There : days.Until < day ? Over : NotYet;

    private static ListWord WordOf(string group, string state) => new($"{group}.{state}", state, null, state == There ? "good" : state == NotYet ? "warn" : null);
}
