using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Make a national course known.</summary>
public sealed record RecordCourse(
    [property: Field(FieldKind.Text, Longest = QualificationRules.LongestName, IsArgument = true)] string Name,
    [property: Field(FieldKind.Code, Longest = 2)] string? Country = null);

/// <summary>Decide that a national course counts for a competency.</summary>
/// <param name="DecidedBy">Who decided it.</param>
/// <param name="From">The first day it counts.</param>
public sealed record DecideEquivalence(
    [property: Field(FieldKind.Object, Of = QualificationRules.CourseThing)] Guid Course,
    [property: Field(FieldKind.Choice)] Competency Competency,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid DecidedBy,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string Evidence);

/// <summary>It does not count any more.</summary>
/// <param name="TakenBackOn">The first day it does not count.</param>
public sealed record TakeBackEquivalence(
    [property: Field(FieldKind.Object, Of = QualificationRules.EquivalenceThing)] Guid Equivalence,
    [property: Field(FieldKind.Day)] DateOnly TakenBackOn);

/// <summary>Record a certificate: for a competency itself, or of a national course.</summary>
/// <param name="ExpiresOn">The last day it is valid.</param>
/// <param name="Also">It overlaps another of the same, and it is meant so.</param>
public sealed record RecordCertificate(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Text, Longest = QualificationRules.LongestName)] string Issuer,
    [property: Field(FieldKind.Day)] DateOnly IssuedOn,
    [property: Field(FieldKind.Choice)] Competency? Competency = null,
    [property: Field(FieldKind.Object, Of = QualificationRules.CourseThing)] Guid? Course = null,
    [property: Field(FieldKind.Day)] DateOnly? ExpiresOn = null,
    [property: Field(FieldKind.Text, Longest = QualificationRules.LongestNumber, Tier = Tier.Personal)] string? Number = null,
    [property: Field(FieldKind.YesNo)] bool? Also = null);

/// <summary>They do not have it.</summary>
public sealed record WithdrawCertificate([property: Field(FieldKind.Object, Of = QualificationRules.Thing)] Guid Certificate);

[JsonSerializable(typeof(RecordCourse))]
[JsonSerializable(typeof(DecideEquivalence))]
[JsonSerializable(typeof(TakeBackEquivalence))]
[JsonSerializable(typeof(RecordCertificate))]
[JsonSerializable(typeof(WithdrawCertificate))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class QualificationIntentsJson : JsonSerializerContext;
