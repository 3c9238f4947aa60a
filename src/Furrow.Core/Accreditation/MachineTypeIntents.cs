using System.Text.Json.Serialization;
using Furrow.Core.Intents;

namespace Furrow.Core.Accreditation;

/// <summary>Make a type of machine or detector known.</summary>
public sealed record RegisterMachineType(
    [property: Field(FieldKind.Choice)] MachineKind MachineKind,
    [property: Field(FieldKind.Text, Longest = 80)] string Maker,
    [property: Field(FieldKind.Text, Longest = 80)] string Model);

/// <summary>Say all of it anew.</summary>
public sealed record ChangeMachineType(
    [property: Field(FieldKind.Object, Of = MachineTypeRules.Thing)] Guid MachineType,
    [property: Field(FieldKind.Choice)] MachineKind MachineKind,
    [property: Field(FieldKind.Text, Longest = 80)] string Maker,
    [property: Field(FieldKind.Text, Longest = 80)] string Model);

/// <summary>None is used here any more.</summary>
public sealed record CloseMachineType(
    [property: Field(FieldKind.Object, Of = MachineTypeRules.Thing)] Guid MachineType,
    [property: Field(FieldKind.Day)] DateOnly ClosedOn);

/// <summary>They are used again.</summary>
public sealed record ReopenMachineType([property: Field(FieldKind.Object, Of = MachineTypeRules.Thing)] Guid MachineType);

[JsonSerializable(typeof(RegisterMachineType))]
[JsonSerializable(typeof(ChangeMachineType))]
[JsonSerializable(typeof(CloseMachineType))]
[JsonSerializable(typeof(ReopenMachineType))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class MachineTypeIntentsJson : JsonSerializerContext;
