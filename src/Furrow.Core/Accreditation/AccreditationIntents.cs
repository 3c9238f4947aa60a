using System.Text.Json.Serialization;
using Furrow.Core.Cooperation;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>Where a decision can lead: suspending, lifting and withdrawing are asked for by themselves.</summary>
public enum AccreditationStep : byte
{
    DeskAssessment = AccreditationStage.DeskAssessment,
    OnSiteAssessment = AccreditationStage.OnSiteAssessment,
    Provisional = AccreditationStage.Provisional,
    Full = AccreditationStage.Full,
    Refused = AccreditationStage.Refused,
}

/// <summary>Ask that something be accredited.</summary>
public sealed record ApplyForAccreditation(
    [property: Field(FieldKind.Object, Of = AccreditationRules.SubjectThing)] Guid Subject,
    [property: Field(FieldKind.Choice)] IReadOnlyList<FieldActivity> Activities,
    [property: Field(FieldKind.Day)] DateOnly AppliedOn);

/// <summary>Take it on: to an assessment, to a decision, or on for another term.</summary>
/// <param name="Until">The last day; empty: as the profile has it.</param>
/// <param name="Activities">For which work it is given; empty: for all that was applied for.</param>
public sealed record MoveAccreditation(
    [property: Field(FieldKind.Object, Of = AccreditationRules.Thing)] Guid Accreditation,
    [property: Field(FieldKind.Choice)] AccreditationStep Stage,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Day)] DateOnly? Until = null,
    [property: Field(FieldKind.Choice)] IReadOnlyList<FieldActivity>? Activities = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid? Assessor = null,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string? Conditions = null);

/// <summary>It was looked at on site, and stays what it is.</summary>
public sealed record AssessAccreditation(
    [property: Field(FieldKind.Object, Of = AccreditationRules.Thing)] Guid Accreditation,
    [property: Field(FieldKind.Day)] DateOnly On,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid? Assessor = null);

/// <summary>It does not hold for the time being. Land that was released on it is recalled.</summary>
/// <param name="DoubtSince">Work from this day on is in doubt; empty: all of it.</param>
public sealed record SuspendAccreditation(
    [property: Field(FieldKind.Object, Of = AccreditationRules.Thing)] Guid Accreditation,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Day)] DateOnly? DoubtSince = null);

/// <summary>It is again what it was.</summary>
public sealed record LiftSuspension(
    [property: Field(FieldKind.Object, Of = AccreditationRules.Thing)] Guid Accreditation,
    [property: Field(FieldKind.Day)] DateOnly From);

/// <summary>It is over for good. Land that was released on it is recalled.</summary>
/// <param name="DoubtSince">Work from this day on is in doubt; empty: all of it.</param>
public sealed record WithdrawAccreditation(
    [property: Field(FieldKind.Object, Of = AccreditationRules.Thing)] Guid Accreditation,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Day)] DateOnly? DoubtSince = null);

/// <summary>The last step was recorded by mistake.</summary>
public sealed record TakeBackAccreditationMove([property: Field(FieldKind.Object, Of = AccreditationRules.Thing)] Guid Accreditation);

[JsonSerializable(typeof(ApplyForAccreditation))]
[JsonSerializable(typeof(MoveAccreditation))]
[JsonSerializable(typeof(AssessAccreditation))]
[JsonSerializable(typeof(SuspendAccreditation))]
[JsonSerializable(typeof(LiftSuspension))]
[JsonSerializable(typeof(WithdrawAccreditation))]
[JsonSerializable(typeof(TakeBackAccreditationMove))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class AccreditationIntentsJson : JsonSerializerContext;
