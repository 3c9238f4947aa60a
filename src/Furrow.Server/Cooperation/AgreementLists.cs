using System.Globalization;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>Instruments, their clauses, and what was promised and came.</summary>
public static class AgreementLists
{
    private const string InForce = "in-force", NotYet = "not-in-force", Over = "over";

    public static readonly Listing<Agreement> Agreements = new("agreements", "agreements.title",
        ask => Register(ask).All.OrderByDescending(a => a.SignedOn ?? a.InForceOn ?? DateOnly.MinValue).ThenBy(a => a.Name, Codes.Order))
    {
        Of = AgreementRules.Thing,
        Id = a => a.Id,
        Nothing = "agreements.none",
        Columns =
        [
            new("name", "area.name", CellType.Text, (a, _) => a.Name),
            new("kind", "agreements.kind", CellType.Word, (a, _) => ListWord.Of("agreement-kind", a.Kind)),
            new("level", "agreements.level", CellType.Word, (a, _) => ListWord.Of("agreement-level", a.Level)),
            new("parties", "agreements.parties", CellType.Text, (a, ask) => PartiesOf(ask, a.Parties, a.Countries)),
            new("signed-on", "agreements.signed-on", CellType.Day, (a, _) => a.SignedOn),
            new("in-force-on", "agreements.in-force-on", CellType.Day, (a, _) => a.InForceOn),
            new("until", "agreements.until", CellType.Day, (a, _) => a.LastDay),
            new("state", "organisations.state", CellType.Word, (a, ask) => ListWordOf(StateOf(a, ask.AsOf))),
            new("rests-on", "agreements.rests-on", CellType.Text, (a, ask) => LinksOf(ask, a)),
            new("under-it", "agreements.under-it", CellType.Text, (a, ask) =>
                string.Join(" · ", Register(ask).Upon(a.Id).Select(u => AgreementIntents.LabelOf(u.Agreement)))),
            new("clauses", "clauses.title", CellType.Whole, (a, ask) => Register(ask).ClausesOf(a.Id).Count())
            {
                Link = a => $"/lists/clauses?agreement={a.Id:D}",
            },
        ],
        Filters =
        [
            new("q", "area.name", FilterType.Search, (a, words, _) => Codes.Has(a.Name, words)),
            new("what", "agreements.kind", FilterType.Choice, (a, kind, _) => Names.Of(a.Kind) == kind) { Choices = Choices<AgreementKind>("agreement-kind") },
            new("state", "organisations.state", FilterType.Choice, (a, state, ask) => StateOf(a, ask.AsOf) == state)
            {
                Choices = [.. new[] { InForce, NotYet, Over }.Select(s => new FilterChoice(s, "agreement-state." + s))],
            },
            new("party", "agreements.parties", FilterType.Name, (a, party, ask) => a.Countries.Contains(party)
                || a.Parties.Any(p => Codes.AreSame(NameOf(ask, p), party)))
            {
                Names = ask => Register(ask).All.SelectMany(a => a.Countries.Concat(a.Parties.Select(p => NameOf(ask, p)))).Distinct().Order(Codes.Order),
                Reads = _ => true,
            },
        ],
    };

    public static readonly Listing<Clause> Clauses = new("clauses", "clauses.title", ask => Register(ask).AllClauses)
    {
        Of = AgreementRules.ClauseThing,
        Id = c => c.Id,
        Nothing = "clauses.none",
        Columns =
        [
            new("number", "clauses.number", CellType.Code, (c, _) => c.Number),
            new("agreement", "clauses.agreement", CellType.Text, (c, ask) => AgreementIntents.LabelOf(Register(ask).Find(c.Agreement)!))
            {
                Link = c => $"/records/agreements/{c.Agreement:D}",
            },
            new("kind", "clauses.kind", CellType.Word, (c, _) => ListWord.Of("clause-kind", c.Kind)),
            new("activity", "clauses.activity", CellType.Word, (c, _) => c.Activity is { } a ? ListWord.Of("activity", a) : null),
            new("partners", "clauses.partners", CellType.Text, (c, ask) => PartiesOf(ask, c.Partners, [])),
            new("places", "clauses.places", CellType.Text, (c, _) => string.Join(" · ", c.Places)),
            new("from", "clauses.from", CellType.Day, (c, _) => c.From),
            new("until", "agreements.until", CellType.Day, (c, _) => c.Until),
            new("withdrawn-on", "clauses.withdrawn-on", CellType.Day, (c, _) => c.WithdrawnOn),
            new("text", "clauses.text", CellType.Text, (c, ask) => ask.Reader?.Open(c.Text)) { Tier = Tier.Restricted },
        ],
        Filters =
        [
            new("agreement", "clauses.agreement", FilterType.Link, (c, id, _) => c.Agreement == Guid.Parse(id)) { Reads = text => Guid.TryParse(text, out _) },
            new("what", "clauses.kind", FilterType.Choice, (c, kind, _) => Names.Of(c.Kind) == kind) { Choices = Choices<ClauseKind>("clause-kind") },
            new("activity", "clauses.activity", FilterType.Choice, (c, activity, _) => c.Activity is { } a && Names.Of(a) == activity)
            {
                Choices = Choices<Activity>("activity"),
            },
        ],
    };

    public static readonly Listing<PromiseAccount> Promises = new("promises", "promises.title", ask => PromiseAccount.Of(Register(ask), ask.AsOf))
    {
        Of = AgreementRules.PromiseThing,
        Id = p => p.Clause.Id,
        Nothing = "promises.none",
        Columns =
        [
            new("number", "clauses.number", CellType.Code, (p, _) => p.Clause.Number),
            new("agreement", "clauses.agreement", CellType.Text, (p, ask) => AgreementIntents.LabelOf(Register(ask).Find(p.Clause.Agreement)!))
            {
                Link = p => $"/records/agreements/{p.Clause.Agreement:D}",
            },
            new("what", "promises.what", CellType.Word, (p, _) => p.Clause.Promised is { } what ? ListWord.Of("promised", what) : null),
            new("currency", "promises.currency", CellType.Code, (p, _) => p.Clause.Currency),
            new("promised", "promises.promised", CellType.Code, (p, _) => Text(p.Promised)),
            new("delivered", "promises.delivered", CellType.Code, (p, _) => Text(p.Delivered)),
            new("in-service", "promises.in-service", CellType.Code, (p, _) => Text(p.InService)),
            new("lost", "promises.lost", CellType.Code, (p, _) => Text(p.Lost)),
            new("retired", "promises.retired", CellType.Code, (p, _) => Text(p.Retired)),
            new("missing", "promises.missing", CellType.Code, (p, _) => Text(p.Missing)),
        ],
        Filters =
        [
            new("q", "clauses.agreement", FilterType.Search, (p, words, ask) => Codes.Has(Register(ask).Find(p.Clause.Agreement)!.Name, words)),
        ],
    };

    public static readonly Listing<Delivery> Deliveries = new("deliveries", "deliveries.title", ask => Register(ask).AllDeliveries.Reverse())
    {
        Of = AgreementRules.DeliveryThing,
        Id = d => d.Id,
        Nothing = "deliveries.none",
        Columns =
        [
            new("on", "deliveries.on", CellType.Day, (d, _) => d.On),
            new("clause", "deliveries.clause", CellType.Text, (d, ask) => AgreementIntents.LabelOf(Register(ask), Register(ask).FindClause(d.Clause)!))
            {
                Link = d => $"/records/promises/{d.Clause:D}",
            },
            new("change", "deliveries.change", CellType.Word, (d, _) => ListWord.Of("delivery", d.Change)),
            new("quantity", "deliveries.quantity", CellType.Code, (d, _) => Text(d.Quantity)),
            new("withdrawn", "deliveries.withdrawn", CellType.Truth, (d, _) => d.IsWithdrawn),
        ],
    };

    private static AgreementRegister Register(ListAsk ask) => ask.State.Of<AgreementRegister>();

    private static IReadOnlyList<FilterChoice> Choices<T>(string group)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new FilterChoice(Names.Of(v), $"{group}.{Names.Of(v)}"))];

    private static string StateOf(Agreement agreement, DateOnly day) =>
        agreement.IsInForce(day) ? InForce : agreement.LastDay < day ? Over : NotYet;

    private static ListWord ListWordOf(string state) => new("agreement-state." + state, state, null,
        state == InForce ? "good" : state == Over ? "bad" : "warn");

    private static string NameOf(ListAsk ask, Guid organisation) => ask.State.Of<OrganisationRegister>() is var register
        && register.Find(organisation) is { } found ? register.StandingFor(found).Name : organisation.ToString("D")[..8];

    private static string PartiesOf(ListAsk ask, IReadOnlyList<Guid> parties, IReadOnlyList<string> countries) =>
        string.Join(" · ", countries.Concat(parties.Select(p => NameOf(ask, p)).Distinct()));

    private static string LinksOf(ListAsk ask, Agreement agreement) =>
        string.Join(" · ", agreement.Links.Select(l => AgreementIntents.LabelOf(Register(ask).Find(l.Other)!)));

    private static string Text(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
