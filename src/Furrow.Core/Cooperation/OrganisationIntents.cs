using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Make an organisation known.</summary>
/// <param name="Another">The name looks like another, by letters of another script, and is meant so.</param>
public sealed record RegisterOrganisation(
    [property: Field(FieldKind.Text, Longest = OrganisationRules.LongestName, IsArgument = true)] string Name,
    [property: Field(FieldKind.Choice)] OrganisationKind Kind,
    [property: Field(FieldKind.Code, Longest = 2)] string? Country = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid? Parent = null,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Make an organisation of each name that reports carry and nobody has spoken for. Two spellings of one are merged afterwards, or one of them is
/// given to the other beforehand.</summary>
public sealed record RegisterReportedOrganisations([property: Field(FieldKind.Choice)] OrganisationKind Kind);

/// <summary>Give it another name.</summary>
public sealed record RenameOrganisation(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Text, Longest = OrganisationRules.LongestName)] string Name,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Say otherwise what it is, of which country, and what it is part of. What is left empty is nothing from then on.</summary>
public sealed record ChangeOrganisation(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Choice)] OrganisationKind Kind,
    [property: Field(FieldKind.Code, Longest = 2)] string? Country = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid? Parent = null);

/// <summary>Say what else it is called.</summary>
public sealed record AddOrganisationAlias(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Text, Longest = OrganisationRules.LongestName)] string Alias,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Say that it is not called so.</summary>
public sealed record RemoveOrganisationAlias(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Text, Longest = OrganisationRules.LongestName)] string Alias);

/// <summary>Say how it is reached; empty: nobody knows.</summary>
public sealed record ChangeOrganisationContact(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Text, HasLines = true, Longest = 1000, Tier = Tier.Restricted)] string? Contact = null);

/// <summary>Two in the register are one.</summary>
/// <param name="Organisation">The one that stays.</param>
/// <param name="Other">The one that goes into it.</param>
public sealed record MergeOrganisations(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Other);

/// <summary>Have it stand by itself again.</summary>
public sealed record TakeBackOrganisationMerge([property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation);

/// <summary>It does not work here any more.</summary>
public sealed record CloseOrganisation(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Day)] DateOnly ClosedOn);

/// <summary>It works here again.</summary>
public sealed record ReopenOrganisation([property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation);

[JsonSerializable(typeof(RegisterOrganisation))]
[JsonSerializable(typeof(RegisterReportedOrganisations))]
[JsonSerializable(typeof(RenameOrganisation))]
[JsonSerializable(typeof(ChangeOrganisation))]
[JsonSerializable(typeof(AddOrganisationAlias))]
[JsonSerializable(typeof(RemoveOrganisationAlias))]
[JsonSerializable(typeof(ChangeOrganisationContact))]
[JsonSerializable(typeof(MergeOrganisations))]
[JsonSerializable(typeof(TakeBackOrganisationMerge))]
[JsonSerializable(typeof(CloseOrganisation))]
[JsonSerializable(typeof(ReopenOrganisation))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class OrganisationIntentsJson : JsonSerializerContext;
