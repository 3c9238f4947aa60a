using System.Text.Json.Serialization;
using Furrow.Core.Cooperation;
using Furrow.Core.Intents;

namespace Furrow.Core.Accreditation;

/// <summary>Make a version of a procedure known.</summary>
/// <param name="Replaces">The version before it.</param>
public sealed record RegisterProcedure(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Code)] string Code,
    [property: Field(FieldKind.Code, Longest = 24)] string Version,
    [property: Field(FieldKind.Text, Longest = 200)] string Title,
    [property: Field(FieldKind.Day)] DateOnly IssuedOn,
    [property: Field(FieldKind.Object, Of = ProcedureRules.Thing)] Guid? Replaces = null);

/// <summary>Say its title and day anew.</summary>
public sealed record ChangeProcedure(
    [property: Field(FieldKind.Object, Of = ProcedureRules.Thing)] Guid Procedure,
    [property: Field(FieldKind.Text, Longest = 200)] string Title,
    [property: Field(FieldKind.Day)] DateOnly IssuedOn);

/// <summary>Nobody works by it any more.</summary>
public sealed record CloseProcedure(
    [property: Field(FieldKind.Object, Of = ProcedureRules.Thing)] Guid Procedure,
    [property: Field(FieldKind.Day)] DateOnly ClosedOn);

/// <summary>It is in use again.</summary>
public sealed record ReopenProcedure([property: Field(FieldKind.Object, Of = ProcedureRules.Thing)] Guid Procedure);

[JsonSerializable(typeof(RegisterProcedure))]
[JsonSerializable(typeof(ChangeProcedure))]
[JsonSerializable(typeof(CloseProcedure))]
[JsonSerializable(typeof(ReopenProcedure))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class ProcedureIntentsJson : JsonSerializerContext;
