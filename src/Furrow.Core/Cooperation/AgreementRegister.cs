using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>An instrument as it is known.</summary>
public sealed record Agreement(Guid Id, string Name, AgreementKind Kind, AgreementLevel Level, DateOnly? SignedOn, DateOnly? InForceOn, DateOnly? Until,
    IReadOnlyList<Guid> Parties, IReadOnlyList<string> Countries)
{
    /// <summary>The last day it was in force, where somebody ended it.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>What it rests on, amends or replaces.</summary>
    public ImmutableList<(Guid Other, AgreementLink Link)> Links { get; init; } = [];

    /// <summary>The last day it is in force: of what was agreed and when it was ended, the earlier. Null: no end is known.</summary>
    public DateOnly? LastDay => EndedOn is { } ended && Until is { } until ? (ended < until ? ended : until) : EndedOn ?? Until;

    /// <summary>Whether it can give anybody a right to act: what only says intentions cannot.</summary>
    public bool IsOperational => Kind is not (AgreementKind.Declaration or AgreementKind.JointStatement);

    public bool IsInForce(DateOnly day) => InForceOn is { } first && first <= day && (LastDay is not { } last || day <= last);
}

/// <summary>A clause as it is known.</summary>
/// <param name="Text">Where it stands in the log; a reader opens it.</param>
public sealed record Clause(Guid Id, Guid Agreement, string Number, ClauseKind Kind, Activity? Activity, IReadOnlyList<Guid> Partners,
    IReadOnlyList<string> Places, DateOnly? From, DateOnly? Until, PromisedThing? Promised, decimal? Quantity, string? Currency, Sealed? Text)
{
    /// <summary>The first day it does not hold.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>By its own days; whether its instrument is in force is another question.</summary>
    public bool Holds(DateOnly day) => !(From > day) && !(Until < day) && !(WithdrawnOn <= day);
}

/// <summary>Something of a promise came, was lost, or went out of service.</summary>
public sealed record Delivery(Guid Id, Guid Clause, DeliveryChange Change, DateOnly On, decimal Quantity, bool IsWithdrawn = false);

/// <summary>The instruments of a programme, their clauses, and what came of what they promise.</summary>
[Folds(typeof(AgreementRecorded), typeof(AgreementChanged), typeof(AgreementEnded), typeof(AgreementEndTakenBack), typeof(AgreementLinked),
    typeof(AgreementUnlinked), typeof(ClauseRecorded), typeof(ClauseChanged), typeof(ClauseWithdrawn), typeof(ClauseWithdrawalTakenBack),
    typeof(DeliveryRecorded), typeof(DeliveryWithdrawn))]
public sealed record AgreementRegister : ISubject<AgreementRegister>
{
    public static AgreementRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, Agreement> Agreements { get; init; } = ImmutableDictionary<Guid, Agreement>.Empty;

    private ImmutableDictionary<Guid, Clause> Clauses { get; init; } = ImmutableDictionary<Guid, Clause>.Empty;

    private ImmutableDictionary<Guid, Delivery> Deliveries { get; init; } = ImmutableDictionary<Guid, Delivery>.Empty;

    /// <summary>Of all three, in the order they were recorded.</summary>
    private ImmutableList<Guid> Order { get; init; } = [];

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByAgreement { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByClause { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    /// <summary>In the order they were recorded.</summary>
    public IEnumerable<Agreement> All => Order.Select(Find).OfType<Agreement>();

    public IEnumerable<Clause> AllClauses => Order.Select(FindClause).OfType<Clause>();

    public IEnumerable<Delivery> AllDeliveries => Order.Select(FindDelivery).OfType<Delivery>();

    public Agreement? Find(Guid id) => Agreements.GetValueOrDefault(id);

    public Clause? FindClause(Guid id) => Clauses.GetValueOrDefault(id);

    public Delivery? FindDelivery(Guid id) => Deliveries.GetValueOrDefault(id);

    /// <summary>The clauses of an instrument, in the order they were recorded.</summary>
    public IEnumerable<Clause> ClausesOf(Guid agreement) => ByAgreement.GetValueOrDefault(agreement, []).Select(id => Clauses[id]);

    /// <summary>What came of a promise, in the order of days; what was recorded by mistake is not in it.</summary>
    public IEnumerable<Delivery> DeliveriesOf(Guid clause) =>
        ByClause.GetValueOrDefault(clause, []).Select(id => Deliveries[id]).Where(d => !d.IsWithdrawn).OrderBy(d => d.On);

    /// <summary>Those that rest on an instrument, amend or replace it.</summary>
    public IEnumerable<(Agreement Agreement, AgreementLink Link)> Upon(Guid agreement) =>
        All.SelectMany(a => a.Links.Where(l => l.Other == agreement).Select(l => (a, l.Link)));

    /// <summary>Whether one comes back to an instrument, going along its links.</summary>
    public bool LeadsBack(Guid agreement)
    {
        var (open, seen) = (new Stack<Guid>([agreement]), new HashSet<Guid>());
        while (open.TryPop(out var at))
        {
            foreach (var (other, _) in Find(at)?.Links ?? [])
            {
                if (other == agreement)
                {
                    return true;
                }

                if (seen.Add(other))
                {
                    open.Push(other);
                }
            }
        }

        return false;
    }

    public AgreementRegister Apply(Placed placed) => placed.Fact switch
    {
        AgreementRecorded f => Put(new Agreement(f.Agreement, f.Name, f.Kind, f.Level, f.SignedOn, f.InForceOn, f.Until, f.Parties, f.Countries)),
        AgreementChanged f => Changed(f.Agreement, a => a with
        {
            Name = f.Name, Kind = f.Kind, Level = f.Level, SignedOn = f.SignedOn, InForceOn = f.InForceOn, Until = f.Until, Parties = f.Parties,
            Countries = f.Countries,
        }),
        AgreementEnded f => Changed(f.Agreement, a => a with { EndedOn = f.EndedOn }),
        AgreementEndTakenBack f => Changed(f.Agreement, a => a with { EndedOn = null }),
        AgreementLinked f => Changed(f.Agreement, a => a with { Links = a.Links.Remove((f.Other, f.Link)).Add((f.Other, f.Link)) }),
        AgreementUnlinked f => Changed(f.Agreement, a => a with { Links = a.Links.Remove((f.Other, f.Link)) }),
        ClauseRecorded f => Put(new Clause(f.Clause, f.Agreement, f.Number, f.Kind, f.Activity, f.Partners, f.Places, f.From, f.Until, f.Promised, f.Quantity,
            f.Currency, f.Text)),
        ClauseChanged f => FindClause(f.Clause) is { } clause ? Put(new Clause(f.Clause, clause.Agreement, f.Number, f.Kind, f.Activity, f.Partners, f.Places,
            f.From, f.Until, f.Promised, f.Quantity, f.Currency, f.Text) { WithdrawnOn = clause.WithdrawnOn }) : this,
        ClauseWithdrawn f => FindClause(f.Clause) is { } clause ? Put(clause with { WithdrawnOn = f.WithdrawnOn }) : this,
        ClauseWithdrawalTakenBack f => FindClause(f.Clause) is { } clause ? Put(clause with { WithdrawnOn = null }) : this,
        DeliveryRecorded f => Put(new Delivery(f.Delivery, f.Clause, f.Change, f.On, f.Quantity)),
        DeliveryWithdrawn f => FindDelivery(f.Delivery) is { } delivery ? Put(delivery with { IsWithdrawn = true }) : this,
        _ => this,
    };

    private AgreementRegister Changed(Guid id, Func<Agreement, Agreement> change) => Find(id) is { } agreement ? Put(change(agreement)) : this;

    private AgreementRegister Put(Agreement agreement) => this with
    {
        Agreements = Agreements.SetItem(agreement.Id, agreement), Order = Agreements.ContainsKey(agreement.Id) ? Order : Order.Add(agreement.Id),
    };

    private AgreementRegister Put(Clause clause) => this with
    {
        Clauses = Clauses.SetItem(clause.Id, clause),
        Order = Clauses.ContainsKey(clause.Id) ? Order : Order.Add(clause.Id),
        ByAgreement = Clauses.ContainsKey(clause.Id) ? ByAgreement
            : ByAgreement.SetItem(clause.Agreement, ByAgreement.GetValueOrDefault(clause.Agreement, []).Add(clause.Id)),
    };

    private AgreementRegister Put(Delivery delivery) => this with
    {
        Deliveries = Deliveries.SetItem(delivery.Id, delivery),
        Order = Deliveries.ContainsKey(delivery.Id) ? Order : Order.Add(delivery.Id),
        ByClause = Deliveries.ContainsKey(delivery.Id) ? ByClause
            : ByClause.SetItem(delivery.Clause, ByClause.GetValueOrDefault(delivery.Clause, []).Add(delivery.Id)),
    };
}
