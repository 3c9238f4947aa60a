using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Somebody who acts in a programme, or works in its field.</summary>
/// <param name="Name">Where the name stands; a reader opens it.</param>
public sealed record Person(Guid Id, Sealed Name)
{
    /// <summary>Where the service code stands; null: they have none.</summary>
    public Sealed? Code { get; init; }

    /// <summary>Their state withholds the name: what stands for it is the service code.</summary>
    public bool IsNameWithheld { get; init; }

    /// <summary>Where contact, birth and medical data stand, as they were said last.</summary>
    public ImmutableDictionary<PersonalDetail, Sealed> Details { get; init; } = ImmutableDictionary<PersonalDetail, Sealed>.Empty;

    /// <summary>Everywhere something personal of them stands or stood: what an erasure has to erase.</summary>
    public ImmutableList<Sealed> Parts { get; init; } = [Name];

    /// <summary>Recorded by mistake: nobody is found by the name any more.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Which registered them; null where that is not known.</summary>
    public Act? Act { get; init; }
}

/// <summary>Everybody who ever acted or worked, by opaque id. Their names are read by a reader.</summary>
[Folds(typeof(PersonRegistered), typeof(PersonCodeGiven), typeof(PersonDetailRecorded), typeof(PersonWithdrawn))]
public sealed class People : ISubject<People>
{
    public static People Empty { get; } = new();

    private ImmutableDictionary<Guid, int> Places { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    /// <summary>In the order they were registered; also those recorded by mistake.</summary>
    public ImmutableList<Person> All { get; private init; } = [];

    /// <summary>Every name and service code that was given, in that order; nothing is ever taken out.</summary>
    public ImmutableList<(Guid Person, Sealed Text)> Called { get; private init; } = [];

    public Person? Find(Guid id) => Places.TryGetValue(id, out var place) ? All[place] : null;

    public People Apply(Placed placed) => placed.Fact switch
    {
        PersonRegistered f => Places.ContainsKey(f.Person) ? this : new People
        {
            Places = Places.Add(f.Person, All.Count), All = All.Add(new Person(f.Person, f.Name) { Act = placed.Act }), Called = Called.Add((f.Person, f.Name)),
        },
        PersonCodeGiven f => Changed(f.Person, p => p with { Code = f.Code, IsNameWithheld = f.NameWithheld, Parts = p.Parts.Add(f.Code) }, f.Code),
        PersonDetailRecorded f => Changed(f.Person, p => f.Text is { } text
            ? p with { Details = p.Details.SetItem(f.Detail, text), Parts = p.Parts.Add(text) } : p with { Details = p.Details.Remove(f.Detail) }),
        PersonWithdrawn f => Changed(f.Person, p => p with { IsWithdrawn = true }),
        _ => this,
    };

    private People Changed(Guid id, Func<Person, Person> change, Sealed? called = null) => Find(id) is not { } person ? this
        : new People { Places = Places, All = All.SetItem(Places[id], change(person)), Called = called is null ? Called : Called.Add((id, called)) };
}
