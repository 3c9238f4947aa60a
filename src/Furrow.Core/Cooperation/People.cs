using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Somebody who acts in a programme.</summary>
/// <param name="Name">Where the name stands; a reader opens it.</param>
public sealed record Person(Guid Id, Sealed Name);

/// <summary>Everybody who ever acted, by opaque id. Their names are read by a reader.</summary>
[Folds(typeof(PersonRegistered))]
public sealed class People : ISubject<People>
{
    public static People Empty { get; } = new();

    private ImmutableDictionary<Guid, Person> ById { get; init; } = ImmutableDictionary<Guid, Person>.Empty;

    /// <summary>In the order they were registered.</summary>
    public ImmutableList<Person> All { get; private init; } = [];

    public Person? Find(Guid id) => ById.GetValueOrDefault(id);

    public People Apply(Placed placed) => placed.Fact is PersonRegistered fact ? Apply(fact) : this;

    private People Apply(PersonRegistered fact)
    {
        var person = new Person(fact.Person, fact.Name);
        return ById.ContainsKey(fact.Person) ? this : new People { ById = ById.Add(person.Id, person), All = All.Add(person) };
    }
}
