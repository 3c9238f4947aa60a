using System.Text.Json.Serialization;
using Furrow.Core.Intents;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Make an instrument known. Several may have one name.</summary>
public sealed record RecordAgreement(
    [property: Field(FieldKind.Text, Longest = AgreementRules.LongestName, IsArgument = true)] string Name,
    [property: Field(FieldKind.Choice)] AgreementKind Kind,
    [property: Field(FieldKind.Choice)] AgreementLevel Level,
    [property: Field(FieldKind.Day)] DateOnly? SignedOn = null,
    [property: Field(FieldKind.Day)] DateOnly? InForceOn = null,
    [property: Field(FieldKind.Day)] DateOnly? Until = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] IReadOnlyList<Guid>? Parties = null,
    [property: Field(FieldKind.Code, Longest = 2)] IReadOnlyList<string>? Countries = null);

/// <summary>Say anew all that was recorded of it. What is left empty is nothing from then on.</summary>
public sealed record ChangeAgreement(
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Agreement,
    [property: Field(FieldKind.Text, Longest = AgreementRules.LongestName)] string Name,
    [property: Field(FieldKind.Choice)] AgreementKind Kind,
    [property: Field(FieldKind.Choice)] AgreementLevel Level,
    [property: Field(FieldKind.Day)] DateOnly? SignedOn = null,
    [property: Field(FieldKind.Day)] DateOnly? InForceOn = null,
    [property: Field(FieldKind.Day)] DateOnly? Until = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] IReadOnlyList<Guid>? Parties = null,
    [property: Field(FieldKind.Code, Longest = 2)] IReadOnlyList<string>? Countries = null);

/// <summary>It was ended.</summary>
/// <param name="EndedOn">The last day it was in force.</param>
public sealed record EndAgreement(
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Agreement,
    [property: Field(FieldKind.Day)] DateOnly EndedOn);

/// <summary>It was not ended.</summary>
public sealed record TakeBackAgreementEnd([property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Agreement);

/// <summary>Say what it rests on, amends or replaces.</summary>
public sealed record LinkAgreement(
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Agreement,
    [property: Field(FieldKind.Choice)] AgreementLink Link,
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Other);

/// <summary>Say that it does not.</summary>
public sealed record UnlinkAgreement(
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Agreement,
    [property: Field(FieldKind.Choice)] AgreementLink Link,
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Other);

/// <summary>Make a clause of an instrument known.</summary>
public sealed record RecordClause(
    [property: Field(FieldKind.Object, Of = AgreementRules.Thing)] Guid Agreement,
    [property: Field(FieldKind.Code, Longest = 24)] string Number,
    [property: Field(FieldKind.Choice)] ClauseKind Kind,
    [property: Field(FieldKind.Choice)] Activity? Activity = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] IReadOnlyList<Guid>? Partners = null,
    [property: Field(FieldKind.Text, Longest = 120)] IReadOnlyList<string>? Places = null,
    [property: Field(FieldKind.Day)] DateOnly? From = null,
    [property: Field(FieldKind.Day)] DateOnly? Until = null,
    [property: Field(FieldKind.Choice)] PromisedThing? Promised = null,
    [property: Field(FieldKind.Number, Least = 0, Most = 1e15)] decimal? Quantity = null,
    [property: Field(FieldKind.Code, Longest = 3)] string? Currency = null,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string? Text = null);

/// <summary>Say anew all that was recorded of a clause. What is left empty is nothing from then on.</summary>
public sealed record ChangeClause(
    [property: Field(FieldKind.Object, Of = AgreementRules.ClauseThing)] Guid Clause,
    [property: Field(FieldKind.Code, Longest = 24)] string Number,
    [property: Field(FieldKind.Choice)] ClauseKind Kind,
    [property: Field(FieldKind.Choice)] Activity? Activity = null,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] IReadOnlyList<Guid>? Partners = null,
    [property: Field(FieldKind.Text, Longest = 120)] IReadOnlyList<string>? Places = null,
    [property: Field(FieldKind.Day)] DateOnly? From = null,
    [property: Field(FieldKind.Day)] DateOnly? Until = null,
    [property: Field(FieldKind.Choice)] PromisedThing? Promised = null,
    [property: Field(FieldKind.Number, Least = 0, Most = 1e15)] decimal? Quantity = null,
    [property: Field(FieldKind.Code, Longest = 3)] string? Currency = null,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string? Text = null);

/// <summary>It does not hold any more.</summary>
/// <param name="WithdrawnOn">The first day it does not hold.</param>
public sealed record WithdrawClause(
    [property: Field(FieldKind.Object, Of = AgreementRules.ClauseThing)] Guid Clause,
    [property: Field(FieldKind.Day)] DateOnly WithdrawnOn);

/// <summary>It holds after all.</summary>
public sealed record TakeBackClauseWithdrawal([property: Field(FieldKind.Object, Of = AgreementRules.ClauseThing)] Guid Clause);

/// <summary>Something of a promise came, was lost, or went out of service.</summary>
public sealed record RecordDelivery(
    [property: Field(FieldKind.Object, Of = AgreementRules.PromiseThing)] Guid Clause,
    [property: Field(FieldKind.Choice)] DeliveryChange Change,
    [property: Field(FieldKind.Day)] DateOnly On,
    [property: Field(FieldKind.Number, Least = 0, Most = 1e15)] decimal Quantity);

/// <summary>It was recorded by mistake.</summary>
public sealed record WithdrawDelivery([property: Field(FieldKind.Object, Of = AgreementRules.DeliveryThing)] Guid Delivery);

[JsonSerializable(typeof(RecordAgreement))]
[JsonSerializable(typeof(ChangeAgreement))]
[JsonSerializable(typeof(EndAgreement))]
[JsonSerializable(typeof(TakeBackAgreementEnd))]
[JsonSerializable(typeof(LinkAgreement))]
[JsonSerializable(typeof(UnlinkAgreement))]
[JsonSerializable(typeof(RecordClause))]
[JsonSerializable(typeof(ChangeClause))]
[JsonSerializable(typeof(WithdrawClause))]
[JsonSerializable(typeof(TakeBackClauseWithdrawal))]
[JsonSerializable(typeof(RecordDelivery))]
[JsonSerializable(typeof(WithdrawDelivery))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class AgreementIntentsJson : JsonSerializerContext;
