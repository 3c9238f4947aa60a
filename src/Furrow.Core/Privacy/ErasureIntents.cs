using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Privacy;

/// <summary>Erase the name of a person, and restricted texts that name them.</summary>
/// <param name="Entries">Entries whose restricted part goes with it: those a search for the name has shown.</param>
public sealed record ErasePerson(
    [property: Field(FieldKind.Person, IsArgument = true)] Guid Whom,
    [property: Field(FieldKind.Code)] IReadOnlyList<string>? Entries = null);

/// <summary>Erase the restricted or personal part of one entry.</summary>
public sealed record ErasePart(
    [property: Field(FieldKind.Number, Least = 1, IsArgument = true)] long Entry,
    [property: Field(FieldKind.Choice, Choices = [ErasureRules.Restricted, ErasureRules.Personal])] string Tier = ErasureRules.Restricted);

[JsonSerializable(typeof(ErasePerson))]
[JsonSerializable(typeof(ErasePart))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class ErasureIntentsJson : JsonSerializerContext;
