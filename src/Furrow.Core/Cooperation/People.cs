using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Somebody who acts in a programme.</summary>
/// <param name="Name">As registered; <see cref="Log.SensitiveText.Erased"/> or <see cref="Log.SensitiveText.Withheld"/> where this ledger has it no
/// more, or never had.</param>
public sealed record Person(Guid Id, string Name);

/// <summary>Everybody who ever acted, by opaque id and by name.</summary>
[Folds(typeof(PersonRegistered))]
public sealed class People : ISubject<People>
{
    public static People Empty { get; } = new();

    private ImmutableDictionary<Guid, Person> ById { get; init; } = ImmutableDictionary<Guid, Person>.Empty;

    /// <summary>In the order they were registered.</summary>
    public ImmutableList<Person> All { get; private init; } = [];

    public Person? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>By the whole name, compared as codes are: case, blanks, marks nobody sees and ways to compose a letter do not make another person. A name that
    /// was erased finds nobody.</summary>
    public Person? FindByName(string name) => All.Find(p => IsName(p.Name) && Codes.AreSame(p.Name, name));

    /// <summary>What to call somebody: the name, else the beginning of the id.</summary>
    public string NameOf(Guid id) => Find(id)?.Name ?? id.ToString("D")[..8];

    public People Apply(Placed placed) => placed.Fact is PersonRegistered fact ? Apply(fact) : this;

    private People Apply(PersonRegistered fact)
    {
        var person = new Person(fact.Person, fact.Name.Trim());
        return ById.ContainsKey(fact.Person) ? this : new People { ById = ById.Add(person.Id, person), All = All.Add(person) };
    }

    private static bool IsName(string name) => name is not (Log.SensitiveText.Erased or Log.SensitiveText.Withheld);
}
