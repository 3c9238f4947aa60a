using System.Text.Json.Serialization;
using Furrow.Core.Cooperation;
using Furrow.Core.Intents;

namespace Furrow.Core.Roles;

/// <summary>Give somebody a role.</summary>
/// <param name="Place">A place of the boundaries loaded last.</param>
public sealed record GiveRole(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Choice)] Role Role,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid? Organisation = null,
    [property: Field(FieldKind.Text, Longest = 200)] string? Place = null,
    [property: Field(FieldKind.Day)] DateOnly? From = null,
    [property: Field(FieldKind.Day)] DateOnly? Until = null);

/// <summary>Take a role from whoever has it.</summary>
public sealed record TakeRole([property: Field(FieldKind.Object, Of = RoleRules.Thing)] Guid HeldRole);

/// <summary>Let none of somebody's roles give a right, at once.</summary>
public sealed record SuspendPerson([property: Field(FieldKind.Person)] Guid Whom);

/// <summary>Let them give rights again.</summary>
public sealed record LiftSuspension([property: Field(FieldKind.Person)] Guid Whom);

[JsonSerializable(typeof(GiveRole))]
[JsonSerializable(typeof(TakeRole))]
[JsonSerializable(typeof(SuspendPerson))]
[JsonSerializable(typeof(LiftSuspension))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class RoleIntentsJson : JsonSerializerContext;
