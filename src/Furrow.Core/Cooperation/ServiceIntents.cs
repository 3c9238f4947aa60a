using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Somebody serves an organisation.</summary>
/// <param name="From">The first day.</param>
/// <param name="Function">What they do for it outside teams.</param>
/// <param name="Also">They serve another on some of these days, and it is meant so.</param>
public sealed record BeginService(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Choice)] PersonFunction? Function = null,
    [property: Field(FieldKind.YesNo)] bool? Also = null);

/// <summary>They do not serve it any more.</summary>
/// <param name="Until">The last day.</param>
public sealed record EndService(
    [property: Field(FieldKind.Object, Of = ServiceRules.Thing)] Guid Service,
    [property: Field(FieldKind.Day)] DateOnly Until);

/// <summary>It did not end.</summary>
public sealed record TakeBackServiceEnd([property: Field(FieldKind.Object, Of = ServiceRules.Thing)] Guid Service);

/// <summary>They never served it.</summary>
public sealed record WithdrawService([property: Field(FieldKind.Object, Of = ServiceRules.Thing)] Guid Service);

/// <summary>Say what languages somebody works in; empty: nobody knows.</summary>
public sealed record SayLanguages(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Code, Longest = 3)] IReadOnlyList<string>? Languages = null);

/// <summary>Say what their own state does not let somebody do; empty: nothing.</summary>
public sealed record SayCaveats(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string? Caveats = null);

/// <summary>Record how somebody is insured.</summary>
public sealed record RecordInsurance(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Day)] DateOnly? Until = null,
    [property: Field(FieldKind.Text, Longest = 120)] string? Insurer = null,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string? Covers = null);

/// <summary>They are not insured so.</summary>
public sealed record WithdrawInsurance([property: Field(FieldKind.Object, Of = ServiceRules.InsuranceThing)] Guid Insurance);

/// <summary>Somebody worked in the field.</summary>
/// <param name="Until">The last day; empty: the first was the only one.</param>
public sealed record RecordFieldWork(
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Day)] DateOnly From,
    [property: Field(FieldKind.Day)] DateOnly? Until = null);

[JsonSerializable(typeof(BeginService))]
[JsonSerializable(typeof(EndService))]
[JsonSerializable(typeof(TakeBackServiceEnd))]
[JsonSerializable(typeof(WithdrawService))]
[JsonSerializable(typeof(SayLanguages))]
[JsonSerializable(typeof(SayCaveats))]
[JsonSerializable(typeof(RecordInsurance))]
[JsonSerializable(typeof(WithdrawInsurance))]
[JsonSerializable(typeof(RecordFieldWork))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class ServiceIntentsJson : JsonSerializerContext;
