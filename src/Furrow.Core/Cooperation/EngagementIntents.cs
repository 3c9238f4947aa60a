using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Record somebody with all that is usually known when they come: who they are, whom they serve, their team, their level, their insurance. A row of
/// the list a contingent sends.</summary>
/// <param name="Name">Null: their state withholds it, and the service code stands for it.</param>
/// <param name="From">The first day they serve, and are in the team.</param>
/// <param name="Team">By its code or name within the organisation.</param>
/// <param name="NewTeam">A team that is not there yet is made known with it.</param>
/// <param name="Work">What a new team works at.</param>
/// <param name="Another">The name is that of another, or looks like it, and somebody else is meant.</param>
public sealed record EngagePerson(
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Text, Longest = PersonRules.LongestName, Tier = Tier.Personal)] string? Name = null,
    [property: Field(FieldKind.Text, Longest = PersonRules.LongestCode, Tier = Tier.Personal)] string? ServiceCode = null,
    [property: Field(FieldKind.Code, Longest = TeamRules.LongestName)] string? Team = null,
    [property: Field(FieldKind.Choice)] PersonFunction? Function = null,
    [property: Field(FieldKind.Choice)] EodLevel? EodLevel = null,
    [property: Field(FieldKind.Text, Longest = QualificationRules.LongestNumber, Tier = Tier.Personal)] string? CertificateNumber = null,
    [property: Field(FieldKind.Text, Longest = QualificationRules.LongestName)] string? Issuer = null,
    [property: Field(FieldKind.Day)] DateOnly? IssuedOn = null,
    [property: Field(FieldKind.Day)] DateOnly? ExpiresOn = null,
    [property: Field(FieldKind.Day)] DateOnly? InsuredUntil = null,
    [property: Field(FieldKind.Code, Longest = 3)] IReadOnlyList<string>? Languages = null,
    [property: Field(FieldKind.YesNo)] bool? NewTeam = null,
    [property: Field(FieldKind.Choice)] TeamWork? Work = null,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Take back all that came of a table of people.</summary>
public sealed record TakeBackEngagement([property: Field(FieldKind.Object, Of = EngagementRules.Thing)] Guid Engagement);

[JsonSerializable(typeof(EngagePerson))]
[JsonSerializable(typeof(TakeBackEngagement))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class EngagementIntentsJson : JsonSerializerContext;
