using System.Text.Json.Serialization;
using Furrow.Core.Intents;

namespace Furrow.Core.Cooperation;

/// <summary>Make a team known.</summary>
/// <param name="Another">The code or name looks like another, by letters of another script, and is meant so.</param>
public sealed record FormTeam(
    [property: Field(FieldKind.Code, Longest = TeamRules.LongestCode, IsArgument = true)] string Code,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Choice)] TeamWork Work,
    [property: Field(FieldKind.Day)] DateOnly FormedOn,
    [property: Field(FieldKind.Text, Longest = TeamRules.LongestName)] string? Name = null,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Give it another code or name.</summary>
public sealed record RenameTeam(
    [property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team,
    [property: Field(FieldKind.Code, Longest = TeamRules.LongestCode)] string Code,
    [property: Field(FieldKind.Text, Longest = TeamRules.LongestName)] string? Name = null,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Say otherwise whose it is, what it works at and since when it is there.</summary>
public sealed record ChangeTeam(
    [property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team,
    [property: Field(FieldKind.Object, Of = OrganisationRules.Thing)] Guid Organisation,
    [property: Field(FieldKind.Choice)] TeamWork Work,
    [property: Field(FieldKind.Day)] DateOnly FormedOn);

/// <summary>Say what else it is called.</summary>
public sealed record AddTeamAlias(
    [property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team,
    [property: Field(FieldKind.Text, Longest = TeamRules.LongestName)] string Alias,
    [property: Field(FieldKind.YesNo)] bool? Another = null);

/// <summary>Say that it is not called so.</summary>
public sealed record RemoveTeamAlias(
    [property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team,
    [property: Field(FieldKind.Text, Longest = TeamRules.LongestName)] string Alias);

/// <summary>It is there no more.</summary>
/// <param name="DisbandedOn">The last day it was there.</param>
public sealed record DisbandTeam(
    [property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team,
    [property: Field(FieldKind.Day)] DateOnly DisbandedOn);

/// <summary>It was not disbanded.</summary>
public sealed record TakeBackDisbanding([property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team);

/// <summary>There never was such a team.</summary>
public sealed record WithdrawTeam([property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team);

/// <summary>Somebody comes into a team.</summary>
/// <param name="JoinedOn">The first day.</param>
/// <param name="Also">They are in another team, or have another function in this one, on some of these days, and it is meant so.</param>
public sealed record JoinTeam(
    [property: Field(FieldKind.Object, Of = TeamRules.Thing)] Guid Team,
    [property: Field(FieldKind.Person)] Guid Whom,
    [property: Field(FieldKind.Choice)] PersonFunction Function,
    [property: Field(FieldKind.Day)] DateOnly JoinedOn,
    [property: Field(FieldKind.YesNo)] bool? Also = null);

/// <summary>Somebody leaves a team.</summary>
/// <param name="LeftOn">The last day they are in it.</param>
public sealed record LeaveTeam(
    [property: Field(FieldKind.Object, Of = TeamRules.MembershipThing)] Guid Membership,
    [property: Field(FieldKind.Day)] DateOnly LeftOn);

/// <summary>They did not leave.</summary>
public sealed record TakeBackLeaving([property: Field(FieldKind.Object, Of = TeamRules.MembershipThing)] Guid Membership);

/// <summary>They never were in it.</summary>
public sealed record WithdrawJoining([property: Field(FieldKind.Object, Of = TeamRules.MembershipThing)] Guid Membership);

[JsonSerializable(typeof(FormTeam))]
[JsonSerializable(typeof(RenameTeam))]
[JsonSerializable(typeof(ChangeTeam))]
[JsonSerializable(typeof(AddTeamAlias))]
[JsonSerializable(typeof(RemoveTeamAlias))]
[JsonSerializable(typeof(DisbandTeam))]
[JsonSerializable(typeof(TakeBackDisbanding))]
[JsonSerializable(typeof(WithdrawTeam))]
[JsonSerializable(typeof(JoinTeam))]
[JsonSerializable(typeof(LeaveTeam))]
[JsonSerializable(typeof(TakeBackLeaving))]
[JsonSerializable(typeof(WithdrawJoining))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class TeamIntentsJson : JsonSerializerContext;
