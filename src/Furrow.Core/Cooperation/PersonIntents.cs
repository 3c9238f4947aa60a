using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Make a person known to the programme.</summary>
/// <param name="Another">The name looks like another, by letters of another script, and is meant so.</param>
public sealed record RegisterPerson([property: Field(FieldKind.Text, Longest = PersonRules.LongestName, Tier = Tier.Personal, IsArgument = true)] string Name,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

[JsonSerializable(typeof(RegisterPerson))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class PersonIntentsJson : JsonSerializerContext;
