using System.Collections.Immutable;

namespace Furrow.Core.Cooperation;

/// <summary>Things that are kept of people: each by its id, those of a person, and all in the order they were recorded. Immutable.</summary>
public sealed record KeptByPerson<T>
    where T : class
{
    public static readonly KeptByPerson<T> Empty = new();

    private ImmutableDictionary<Guid, T> ById { get; init; } = ImmutableDictionary<Guid, T>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByPerson { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    public IEnumerable<T> All => Order.Select(id => ById[id]);

    public T? Find(Guid id) => ById.GetValueOrDefault(id);

    public IEnumerable<T> Of(Guid person) => ByPerson.GetValueOrDefault(person, []).Select(id => ById[id]);

    public KeptByPerson<T> With(Guid id, Guid person, T thing) => ById.ContainsKey(id) ? this : this with
    {
        ById = ById.Add(id, thing), Order = Order.Add(id), ByPerson = ByPerson.SetItem(person, ByPerson.GetValueOrDefault(person, []).Add(id)),
    };

    public KeptByPerson<T> Changed(Guid id, Func<T, T> change) => Find(id) is { } thing ? this with { ById = ById.SetItem(id, change(thing)) } : this;
}
