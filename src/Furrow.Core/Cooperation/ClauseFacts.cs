using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>What a clause settles. The numbers are for ever.</summary>
public enum ClauseKind : byte
{
    /// <summary>What a partner may do.</summary>
    Activity = 1,

    /// <summary>What somebody promises to give.</summary>
    Promise = 2,

    Insurance = 3,
    Liability = 4,
    CostShare = 5,

    /// <summary>Which data may be given to whom.</summary>
    DataRelease = 6,

    /// <summary>The standing of foreign forces: entry, privileges, jurisdiction.</summary>
    StatusOfForces = 7,

    Other = 8,
}

/// <summary>What a partner may do.</summary>
public enum Activity : byte
{
    /// <summary>Non-technical and technical survey.</summary>
    Survey = 1,

    Clear = 2,

    /// <summary>To destroy or render safe single items of explosive ordnance (EOD), outside a clearance task.</summary>
    Eod = 3,

    Train = 4,
    Equip = 5,
    ExchangeData = 6,
    Visit = 7,

    /// <summary>To check the work of others.</summary>
    CheckQuality = 8,
}

/// <summary>What can be promised.</summary>
public enum PromisedThing : byte
{
    People = 1,
    Dogs = 2,
    Machines = 3,

    /// <summary>An amount in a currency.</summary>
    Money = 4,

    TrainingPlaces = 5,

    /// <summary>m² of land.</summary>
    Land = 6,
}

/// <summary>How what was promised went on.</summary>
public enum DeliveryChange : byte
{
    Delivered = 1,

    /// <summary>Dead, stolen, destroyed.</summary>
    Lost = 2,

    /// <summary>Taken out of service.</summary>
    Retired = 3,
}

/// <summary>A clause of an instrument is known from here on.</summary>
/// <param name="Number">As the instrument numbers it.</param>
/// <param name="Activity">Of what a partner may do.</param>
/// <param name="Partners">Whom it is for, or to whom data may be given; none: every party.</param>
/// <param name="Places">Names of places where it holds; none: everywhere.</param>
/// <param name="From">The first day it holds; null: as the instrument.</param>
/// <param name="Until">The last day it holds; null: as the instrument.</param>
/// <param name="Promised">Of a promise: what.</param>
/// <param name="Quantity">Of a promise: how many, how much money, how many m².</param>
/// <param name="Currency">Of money: three letters as in ISO 4217.</param>
/// <param name="Text">What the clause says, in words.</param>
[FactName("clause-recorded", 1, needs: Right.KeepAgreements)]
public sealed record ClauseRecorded(Guid Clause, Guid Agreement, string Number, ClauseKind Kind, Activity? Activity, IReadOnlyList<Guid> Partners,
    IReadOnlyList<string> Places, DateOnly? From, DateOnly? Until, PromisedThing? Promised, decimal? Quantity, string? Currency,
    [property: Sensitive(Tier.Restricted)] Sealed? Text = null) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Clause], Within = [Agreement] }];
}

/// <summary>What was recorded of a clause is known otherwise: all of it is said anew.</summary>
/// <param name="Text">What the clause says, in words.</param>
[FactName("clause-changed", 1, needs: Right.KeepAgreements)]
public sealed record ClauseChanged(Guid Clause, Guid Agreement, string Number, ClauseKind Kind, Activity? Activity, IReadOnlyList<Guid> Partners,
    IReadOnlyList<string> Places, DateOnly? From, DateOnly? Until, PromisedThing? Promised, decimal? Quantity, string? Currency,
    [property: Sensitive(Tier.Restricted)] Sealed? Text = null) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Clause], Within = [Agreement] }];
}

/// <summary>A clause does not hold any more.</summary>
/// <param name="WithdrawnOn">The first day it does not hold.</param>
[FactName("clause-withdrawn", 1, needs: Right.KeepAgreements)]
public sealed record ClauseWithdrawn(Guid Clause, DateOnly WithdrawnOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Clause);
}

/// <summary>A clause holds after all.</summary>
[FactName("clause-withdrawal-taken-back", 1, needs: Right.KeepAgreements)]
public sealed record ClauseWithdrawalTakenBack(Guid Clause) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Clause);
}

/// <summary>Something of what a clause promises came, was lost, or went out of service.</summary>
/// <param name="On">When it did.</param>
[FactName("delivery-recorded", 1, needs: Right.Record)]
public sealed record DeliveryRecorded(Guid Delivery, Guid Clause, DeliveryChange Change, DateOnly On, decimal Quantity) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Delivery], Within = [Clause] }];
}

/// <summary>That was recorded by mistake.</summary>
[FactName("delivery-withdrawn", 1, needs: Right.KeepAgreements)]
public sealed record DeliveryWithdrawn(Guid Delivery) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Delivery);
}

[JsonSerializable(typeof(ClauseRecorded))]
[JsonSerializable(typeof(ClauseChanged))]
[JsonSerializable(typeof(ClauseWithdrawn))]
[JsonSerializable(typeof(ClauseWithdrawalTakenBack))]
[JsonSerializable(typeof(DeliveryRecorded))]
[JsonSerializable(typeof(DeliveryWithdrawn))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ClauseFactsJson : JsonSerializerContext;
