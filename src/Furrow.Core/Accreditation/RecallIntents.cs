using System.Text.Json.Serialization;
using Furrow.Core.Intents;

namespace Furrow.Core.Accreditation;

/// <summary>Say by what reports were made: a procedure, a type of machine, a pair or a person.</summary>
/// <param name="Batch">All reports of a file.</param>
public sealed record RecordUse(
    [property: Field(FieldKind.Object, Of = AccreditationRules.SubjectThing)] Guid Subject,
    [property: Field(FieldKind.Object, Of = RecallRules.ReportThing)] IReadOnlyList<Guid>? Reports = null,
    [property: Field(FieldKind.Object, Of = RecallRules.BatchThing)] Guid? Batch = null);

/// <summary>It was recorded by mistake.</summary>
public sealed record WithdrawUse([property: Field(FieldKind.Object, Of = RecallRules.UseThing)] Guid Use);

/// <summary>Land that was released on it is in doubt.</summary>
public sealed record OpenRecall(
    [property: Field(FieldKind.Object, Of = AccreditationRules.SubjectThing)] Guid Subject,
    [property: Field(FieldKind.Day)] DateOnly? DoubtSince = null);

/// <summary>Decide on the land of some reports.</summary>
/// <param name="Reports">Empty: all that are not decided yet.</param>
public sealed record DecideRecall(
    [property: Field(FieldKind.Object, Of = RecallRules.Thing)] Guid Recall,
    [property: Field(FieldKind.Choice)] RecallDecision Decision,
    [property: Field(FieldKind.Object, Of = RecallRules.ReportThing)] IReadOnlyList<Guid>? Reports = null);

/// <summary>All is decided.</summary>
public sealed record CloseRecall([property: Field(FieldKind.Object, Of = RecallRules.Thing)] Guid Recall);

[JsonSerializable(typeof(RecordUse))]
[JsonSerializable(typeof(WithdrawUse))]
[JsonSerializable(typeof(OpenRecall))]
[JsonSerializable(typeof(DecideRecall))]
[JsonSerializable(typeof(CloseRecall))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class RecallIntentsJson : JsonSerializerContext;
