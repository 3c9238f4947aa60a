using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Make a person known to the programme.</summary>
/// <param name="Another">The name looks like another, by letters of another script, and is meant so.</param>
public sealed record RegisterPerson([property: Field(FieldKind.Text, Longest = PersonRules.LongestName, Tier = Tier.Personal, IsArgument = true)] string Name,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Give somebody the code by which their state or armed forces call them.</summary>
/// <param name="NameWithheld">Their state withholds the name: what they are registered under is this code.</param>
public sealed record GivePersonCode(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Text, Longest = PersonRules.LongestCode, Tier = Tier.Personal)] string ServiceCode,
    [property: Field(FieldKind.YesNo)] bool? NameWithheld = null);

/// <summary>Say how somebody is reached, when they were born, or what a medic must know; empty: it is not known.</summary>
public sealed record RecordPersonDetail(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Choice)] PersonalDetail Detail,
    [property: Field(FieldKind.Text, HasLines = true, Longest = 1000, Tier = Tier.Personal)] string? Personal = null);

[JsonSerializable(typeof(RegisterPerson))]
[JsonSerializable(typeof(GivePersonCode))]
[JsonSerializable(typeof(RecordPersonDetail))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class PersonIntentsJson : JsonSerializerContext;
