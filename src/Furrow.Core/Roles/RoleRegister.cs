using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Roles;

/// <summary>A role as somebody has it, or had it.</summary>
/// <param name="Given">The act that gave it.</param>
/// <param name="Taken">The act that took it; null while it is held.</param>
public sealed record HeldRole(Guid Id, Guid Person, Role Role, Guid? Organisation, Guid? PlaceSet, string? Place, DateOnly? From, DateOnly? Until, Act Given,
    Act? Taken = null)
{
    /// <summary>Nothing bounds it: neither organisation, place nor time.</summary>
    public bool IsUnbounded => Organisation is null && Place is null && From is null && Until is null;

    public bool IsInForce(DateOnly day) => Taken is null && (From is not { } from || day >= from) && (Until is not { } until || day <= until);
}

/// <summary>Who has which role in the programme, and who is suspended.</summary>
[Folds(typeof(RoleGiven), typeof(RoleTaken), typeof(PersonSuspended), typeof(PersonSuspensionLifted))]
public sealed class RoleRegister : ISubject<RoleRegister>
{
    public static RoleRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, HeldRole> ById { get; init; } = ImmutableDictionary<Guid, HeldRole>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByPerson { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    private ImmutableHashSet<Guid> Suspended { get; init; } = [];

    /// <summary>In the order they were given, those that were taken too.</summary>
    public IEnumerable<HeldRole> All => Order.Select(id => ById[id]);

    public HeldRole? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>Every role somebody was ever given.</summary>
    public IEnumerable<HeldRole> Of(Guid person) => ByPerson.GetValueOrDefault(person, []).Select(id => ById[id]);

    public bool IsSuspended(Guid person) => Suspended.Contains(person);

    /// <summary>Who can give every role, today and always. Without one, nobody could be let in again.</summary>
    public IEnumerable<Guid> Administrators =>
        ById.Values.Where(h => h is { Role: Role.Administrator, IsUnbounded: true, Taken: null } && !IsSuspended(h.Person)).Select(h => h.Person).Distinct();

    public RoleRegister Apply(Placed placed) => placed.Fact switch
    {
        RoleGiven f => Find(f.HeldRole) is null
            ? With(new HeldRole(f.HeldRole, f.Person, f.Role, f.Organisation, f.PlaceSet, f.Place, f.From, f.Until, placed.Act)) : this,
        RoleTaken f => Find(f.HeldRole) is { } held ? new RoleRegister
        {
            ById = ById.SetItem(held.Id, held with { Taken = placed.Act }), ByPerson = ByPerson, Order = Order, Suspended = Suspended,
        } : this,
        PersonSuspended f => new RoleRegister { ById = ById, ByPerson = ByPerson, Order = Order, Suspended = Suspended.Add(f.Person) },
        PersonSuspensionLifted f => new RoleRegister { ById = ById, ByPerson = ByPerson, Order = Order, Suspended = Suspended.Remove(f.Person) },
        _ => this,
    };

    private RoleRegister With(HeldRole held) => new()
    {
        ById = ById.Add(held.Id, held),
        ByPerson = ByPerson.SetItem(held.Person, ByPerson.GetValueOrDefault(held.Person, []).Add(held.Id)),
        Order = Order.Add(held.Id),
        Suspended = Suspended,
    };
}
