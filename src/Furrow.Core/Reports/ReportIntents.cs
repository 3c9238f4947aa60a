using System.Text.Json.Serialization;
using Furrow.Core.Intents;

namespace Furrow.Core.Reports;

/// <summary>Note that reports, or everything of a batch that waits, were looked over.</summary>
public sealed record CheckReports(
    [property: Field(FieldKind.Object, Of = "report", IsArgument = true)] IReadOnlyList<Guid>? Reports = null,
    [property: Field(FieldKind.Object, Of = "batch")] Guid? Batch = null);

/// <summary>Accept reports, or everything of a batch that waits, as one acceptance.</summary>
public sealed record AcceptNamedReports(
    [property: Field(FieldKind.Object, Of = "report", IsArgument = true)] IReadOnlyList<Guid>? Reports = null,
    [property: Field(FieldKind.Object, Of = "batch")] Guid? Batch = null);

/// <summary>Send reports back to their authors.</summary>
public sealed record ReturnReports([property: Field(FieldKind.Object, Of = "report", IsArgument = true)] IReadOnlyList<Guid> Reports);

/// <summary>Refuse reports for good.</summary>
public sealed record RejectReports([property: Field(FieldKind.Object, Of = "report", IsArgument = true)] IReadOnlyList<Guid> Reports);

/// <summary>Take a report away by a new one that names it.</summary>
public sealed record WithdrawReport([property: Field(FieldKind.Object, Of = "head", IsArgument = true)] Guid Report);

/// <summary>Take a whole batch back.</summary>
public sealed record UndoBatch([property: Field(FieldKind.Object, Of = "batch", IsArgument = true)] Guid Batch);

[JsonSerializable(typeof(CheckReports))]
[JsonSerializable(typeof(AcceptNamedReports))]
[JsonSerializable(typeof(ReturnReports))]
[JsonSerializable(typeof(RejectReports))]
[JsonSerializable(typeof(WithdrawReport))]
[JsonSerializable(typeof(UndoBatch))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class ReportIntentsJson : JsonSerializerContext;
