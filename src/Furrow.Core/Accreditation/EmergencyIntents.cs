using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>An officer ordered a response by word of mouth.</summary>
public sealed record RecordEmergencyOrder(
    [property: Field(FieldKind.Object, Of = AccreditationRules.SubjectThing)] Guid Subject,
    [property: Field(FieldKind.Person)] Guid Officer,
    [property: Field(FieldKind.Day)] DateOnly On,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string What,
    [property: Field(FieldKind.Text, Longest = 120)] string? Place = null);

/// <summary>Somebody looked into it, and closes it.</summary>
public sealed record RegulariseEmergencyOrder(
    [property: Field(FieldKind.Object, Of = EmergencyRules.Thing)] Guid EmergencyOrder,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string Outcome);

/// <summary>It was recorded by mistake.</summary>
public sealed record WithdrawEmergencyOrder([property: Field(FieldKind.Object, Of = EmergencyRules.Thing)] Guid EmergencyOrder);

[JsonSerializable(typeof(RecordEmergencyOrder))]
[JsonSerializable(typeof(RegulariseEmergencyOrder))]
[JsonSerializable(typeof(WithdrawEmergencyOrder))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class EmergencyIntentsJson : JsonSerializerContext;
