using System.Text.Json.Serialization;
using Furrow.Core.Intents;

namespace Furrow.Core.Programmes;

/// <summary>Count the days of the programme by another zone from now on.</summary>
public sealed record SetTimeZone([property: Field(FieldKind.Code, IsArgument = true)] string Zone);

/// <summary>Judge what comes in by other settings from now on.</summary>
/// <param name="Settings">"DoubtWaitsAbovePercent=30"; "default" restores its default value.</param>
public sealed record SetProfile([property: Field(FieldKind.Text, IsArgument = true)] IReadOnlyList<string> Settings);

/// <summary>Compute and judge by other versions from now on; those not named stay.</summary>
public sealed record SetVersions(
    [property: Field(FieldKind.Number, Least = 1)] int? Engine = null,
    [property: Field(FieldKind.Number, Least = 1)] int? Moves = null,
    [property: Field(FieldKind.Number, Least = 1)] int? Profile = null);

[JsonSerializable(typeof(SetTimeZone))]
[JsonSerializable(typeof(SetProfile))]
[JsonSerializable(typeof(SetVersions))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class ProgrammeIntentsJson : JsonSerializerContext;
