using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Reports.Orders;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>A name that reports carry for who did the work.</summary>
/// <param name="Reports">How many carry it.</param>
/// <param name="Known">The organisation it speaks of; null while nobody has said which.</param>
public sealed record ReportedName(string Name, int Reports, Organisation? Known);

/// <summary>Organisations, and the names reports carry.</summary>
public static class OrganisationLists
{
    private const string Standing = "standing", Closed = "closed", Merged = "merged", Said = "said", Open = "open";

    public static readonly Listing<Organisation> Organisations =
        new("organisations", "organisations.title", ask => Register(ask).All.OrderBy(o => o.MergedInto is not null).ThenBy(o => o.Name, Codes.Order))
    {
        Of = OrganisationRules.Thing,
        Id = o => o.Id,
        Nothing = "organisations.none",
        Columns =
        [
            new("name", "area.name", CellType.Text, (o, _) => o.Name),
            new("kind", "organisations.kind", CellType.Word, (o, _) => ListWord.Of("organisation-kind", o.Kind)),
            new("country", "organisations.country", CellType.Code, (o, _) => o.Country),
            new("parent", "organisations.parent", CellType.Text, (o, ask) => Register(ask).ParentOf(o)?.Name),
            new("aliases", "organisations.aliases", CellType.Text, (o, _) => string.Join(" · ", o.Aliases)),
            new("reports", "organisations.reports", CellType.Whole,
                (o, ask) => o.MergedInto is null ? ReportsOf(ask, OrganisationNames.Of(Register(ask), o)) : null)
            {
                Link = o => "/reports?organisation=" + Uri.EscapeDataString(o.Name),
            },
            new("teams", "teams.title", CellType.Whole, (o, ask) => ask.State.Of<TeamRegister>().All.Count(t => TeamNames.IsOf(ask.State, t, o)))
            {
                Shown = false, Link = o => "/lists/teams?organisation=" + Uri.EscapeDataString(o.Name),
            },
            new("people", "people.title", CellType.Whole, (o, ask) => PersonLists.CountOf(ask, o))
            {
                Shown = false, Link = o => "/lists/people?organisation=" + Uri.EscapeDataString(o.Name),
            },
            new("closed-on", "organisations.closed-on", CellType.Day, (o, _) => o.ClosedOn),
            new("merged-into", "organisations.merged-into", CellType.Text, (o, ask) => o.MergedInto is null ? null : Register(ask).StandingFor(o).Name),
            new("contact", "organisations.contact", CellType.Text, (o, ask) => ask.Reader?.Open(o.Contact)) { Tier = Tier.Restricted },
        ],
        Filters =
        [
            new("q", "area.name", FilterType.Search, (o, words, _) => o.Names.Any(n => Codes.Has(n, words))),
            new("what", "organisations.kind", FilterType.Choice, (o, kind, _) => Names.Of(o.Kind) == kind)
            {
                Choices = [.. Enum.GetValues<OrganisationKind>().Select(k => new FilterChoice(Names.Of(k), "organisation-kind." + Names.Of(k)))],
            },
            new("state", "organisations.state", FilterType.Choice, (o, state, _) => StateOf(o) == state)
            {
                Choices = [.. new[] { Standing, Closed, Merged }.Select(s => new FilterChoice(s, "organisation-state." + s))],
            },
        ],
    };

    public static readonly Listing<ReportedName> ReportedNames = new("organisation-names", "organisations.reported", Reported)
    {
        Nothing = "organisations.reported.none",
        Columns =
        [
            new("name", "organisations.reported.name", CellType.Text, (n, _) => n.Name) { Link = n => "/reports?organisation=" + Uri.EscapeDataString(n.Name) },
            new("reports", "organisations.reports", CellType.Whole, (n, _) => n.Reports) { Sums = true },
            new("organisation", "by.organisation", CellType.Text, (n, _) => n.Known?.Name)
            {
                Link = n => n.Known is { } o ? $"/records/organisations/{o.Id:D}" : null,
            },
            new("register", "organisations.do", CellType.Word,
                (n, _) => n.Known is null ? new ListWord("intent.organisation-register", "organisation-register") : null)
            {
                Link = n => "/do/organisation-register?name=" + Uri.EscapeDataString(n.Name),
            },
            new("alias", "organisations.or", CellType.Word, (n, _) => n.Known is null ? new ListWord("intent.organisation-alias", "organisation-alias") : null)
            {
                Link = n => "/do/organisation-alias?alias=" + Uri.EscapeDataString(n.Name),
            },
            new("like", "organisations.like", CellType.Text,
                (n, ask) => n.Known is null ? NearNames.Of(n.Name, Register(ask).All.SelectMany(o => o.Names)) is [var near, ..] ? near : null : null),
        ],
        Filters =
        [
            new("q", "area.name", FilterType.Search, (n, words, _) => Codes.Has(n.Name, words)),
            new("spoken", "organisations.state", FilterType.Choice, (n, state, _) => (n.Known is null ? Open : Said) == state)
            {
                Choices = [new(Open, "organisation-name.open"), new(Said, "organisation-name.said")],
            },
        ],
    };

    private static OrganisationRegister Register(ListAsk ask) => ask.State.Of<OrganisationRegister>();

    private static string StateOf(Organisation o) => o.MergedInto is not null ? Merged : o.ClosedOn is not null ? Closed : Standing;

    /// <summary>The names nobody has spoken for first, and of these the most used.</summary>
    private static IEnumerable<ReportedName> Reported(ListAsk ask) => ask.Memory.Reports(ask.State.Book).Organisations
        .Select(name => new ReportedName(name, ReportsOf(ask, [name]), Register(ask).Named(name)))
        .OrderBy(n => n.Known is not null).ThenByDescending(n => n.Reports).ThenBy(n => n.Name, Codes.Order);

    private static int ReportsOf(ListAsk ask, IEnumerable<string> names) =>
        ask.Memory.Reports(ask.State.Book).Find(new ReportFilter { Organisations = [.. names] }, ReportOrder.Arrival, false, new Steps()).Count;
}
