using System.Text.Json.Serialization;
using Furrow.Core.Cooperation;
using Furrow.Core.Intents;

namespace Furrow.Core.Accreditation;

/// <summary>A dog and its handler work together.</summary>
public sealed record FormDogPair(
    [property: Field(FieldKind.Text, Longest = 60)] string Dog,
    [property: Field(FieldKind.Person)] Guid Handler,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Day)] DateOnly FormedOn,
    [property: Field(FieldKind.Code, Longest = 24)] string? Chip = null);

/// <summary>Say anew what the dog is called, and its chip.</summary>
public sealed record ChangeDogPair(
    [property: Field(FieldKind.Object, Of = DogPairRules.Thing)] Guid DogPair,
    [property: Field(FieldKind.Text, Longest = 60)] string Dog,
    [property: Field(FieldKind.Code, Longest = 24)] string? Chip = null);

/// <summary>They do not work together any more.</summary>
public sealed record DissolveDogPair(
    [property: Field(FieldKind.Object, Of = DogPairRules.Thing)] Guid DogPair,
    [property: Field(FieldKind.Day)] DateOnly DissolvedOn);

/// <summary>They do after all.</summary>
public sealed record TakeBackDogPairDissolution([property: Field(FieldKind.Object, Of = DogPairRules.Thing)] Guid DogPair);

/// <summary>The pair was tested.</summary>
public sealed record RecordDogTest(
    [property: Field(FieldKind.Object, Of = DogPairRules.Thing)] Guid DogPair,
    [property: Field(FieldKind.Day)] DateOnly On,
    [property: Field(FieldKind.Choice)] DogTestResult Result);

/// <summary>That was recorded by mistake.</summary>
public sealed record WithdrawDogTest([property: Field(FieldKind.Object, Of = DogPairRules.TestThing)] Guid DogTest);

/// <summary>The pair worked on a day.</summary>
public sealed record RecordDogWork(
    [property: Field(FieldKind.Object, Of = DogPairRules.Thing)] Guid DogPair,
    [property: Field(FieldKind.Day)] DateOnly On);

[JsonSerializable(typeof(FormDogPair))]
[JsonSerializable(typeof(ChangeDogPair))]
[JsonSerializable(typeof(DissolveDogPair))]
[JsonSerializable(typeof(TakeBackDogPairDissolution))]
[JsonSerializable(typeof(RecordDogTest))]
[JsonSerializable(typeof(WithdrawDogTest))]
[JsonSerializable(typeof(RecordDogWork))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class DogPairIntentsJson : JsonSerializerContext;
