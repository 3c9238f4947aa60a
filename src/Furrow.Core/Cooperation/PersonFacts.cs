using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>What is kept of a person beside the name, each in a personal part of its own. The numbers are for ever.</summary>
public enum PersonalDetail : byte
{
    /// <summary>Telephone, mail, address, next of kin.</summary>
    Contact = 1,

    /// <summary>Day and place of birth.</summary>
    Birth = 2,

    /// <summary>Blood group, allergies, fitness.</summary>
    Medical = 3,
}

/// <summary>A person is known from here on. Everywhere else in the log people are this opaque id; the name stands here alone, in a personal part of its own,
/// so that it can be erased without touching what the person did.</summary>
/// <param name="Name">The name of somebody who acts.</param>
[FactName("person-registered", 1, needs: Right.Record)]
public sealed record PersonRegistered(Guid Person, [property: Sensitive(Tier.Personal)] Sealed Name) : IFact;

/// <summary>The code by which the armed forces or the state a person serves call them.</summary>
/// <param name="Code">The service code of a person.</param>
/// <param name="NameWithheld">Their state withholds the name, and the person was registered under this code.</param>
[FactName("person-code-given", 1, needs: Right.KeepPeople)]
public sealed record PersonCodeGiven(Guid Person, [property: Sensitive(Tier.Personal)] Sealed Code, bool NameWithheld) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

/// <summary>How a person is reached, when they were born, or what a medic must know of them. What was said of it before does not hold any more.</summary>
/// <param name="Text">Contact, birth or medical data of one person. Null: it is not known any more.</param>
[FactName("person-detail-recorded", 1, needs: Right.KeepPeople)]
public sealed record PersonDetailRecorded(Guid Person, PersonalDetail Detail, [property: Sensitive(Tier.Personal)] Sealed? Text) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

/// <summary>A person was recorded by mistake: there is no such person here.</summary>
[FactName("person-withdrawn", 1, needs: Right.KeepPeople)]
public sealed record PersonWithdrawn(Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

[JsonSerializable(typeof(PersonRegistered))]
[JsonSerializable(typeof(PersonCodeGiven))]
[JsonSerializable(typeof(PersonDetailRecorded))]
[JsonSerializable(typeof(PersonWithdrawn))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PersonFactsJson : JsonSerializerContext;
