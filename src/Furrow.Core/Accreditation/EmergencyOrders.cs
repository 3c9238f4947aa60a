using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>An emergency order as it is known.</summary>
/// <param name="What">Where it stands in the log; a reader opens it.</param>
public sealed record EmergencyOrder(Guid Id, AccreditedKind Kind, Guid Subject, Guid Officer, DateOnly On, string? Place, Sealed What)
{
    /// <summary>Where it stands in the log what came of it; null: it waits.</summary>
    public Sealed? Outcome { get; init; }

    /// <summary>It was recorded by mistake.</summary>
    public bool IsWithdrawn { get; init; }

    public bool Waits => Outcome is null && !IsWithdrawn;
}

/// <summary>The emergency orders of a programme.</summary>
[Folds(typeof(EmergencyOrdered), typeof(EmergencyOrderRegularised), typeof(EmergencyOrderWithdrawn))]
public sealed record EmergencyOrders : ISubject<EmergencyOrders>
{
    public static EmergencyOrders Empty { get; } = new();

    private ImmutableDictionary<Guid, EmergencyOrder> ById { get; init; } = ImmutableDictionary<Guid, EmergencyOrder>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> BySubject { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    /// <summary>In the order they were recorded.</summary>
    public IEnumerable<EmergencyOrder> All => Order.Select(id => ById[id]);

    public EmergencyOrder? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>Those that one subject was given for a day; what was recorded by mistake is not among them.</summary>
    public IReadOnlyList<EmergencyOrder> Of(Guid subject, DateOnly day) =>
        [.. BySubject.GetValueOrDefault(subject, []).Select(id => ById[id]).Where(o => o.On == day && !o.IsWithdrawn)];

    public EmergencyOrders Apply(Placed placed) => placed.Fact switch
    {
        EmergencyOrdered f => Find(f.EmergencyOrder) is null ? New(new(f.EmergencyOrder, f.Kind, f.Subject, f.Officer, f.On, f.Place, f.What)) : this,
        EmergencyOrderRegularised f => Changed(f.EmergencyOrder, o => o with { Outcome = f.Outcome }),
        EmergencyOrderWithdrawn f => Changed(f.EmergencyOrder, o => o with { IsWithdrawn = true }),
        _ => this,
    };

    private EmergencyOrders New(EmergencyOrder order) => this with
    {
        ById = ById.Add(order.Id, order),
        Order = Order.Add(order.Id),
        BySubject = BySubject.SetItem(order.Subject, BySubject.GetValueOrDefault(order.Subject, []).Add(order.Id)),
    };

    private EmergencyOrders Changed(Guid id, Func<EmergencyOrder, EmergencyOrder> change) =>
        Find(id) is { } order ? this with { ById = ById.SetItem(id, change(order)) } : this;
}
