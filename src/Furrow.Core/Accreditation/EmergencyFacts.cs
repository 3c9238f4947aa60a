using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accreditation;

/// <summary>An officer ordered, by word of mouth, that somebody respond to explosive ordnance although they are not entitled to. It is for response alone, and
/// entitles nobody: it waits until it is regularised.</summary>
/// <param name="Subject">The team or person that was ordered, by its id.</param>
/// <param name="Officer">The person who gave the order.</param>
/// <param name="On">The day it was given for.</param>
/// <param name="Place">Name of the place; null: not known.</param>
/// <param name="What">What was ordered and why, in words.</param>
[FactName("emergency-ordered", 1, needs: Right.Record)]
public sealed record EmergencyOrdered(Guid EmergencyOrder, AccreditedKind Kind, Guid Subject, Guid Officer, DateOnly On, string? Place,
    [property: Sensitive(Tier.Restricted)] Sealed What) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [EmergencyOrder], Within = [Subject] }];
}

/// <summary>Somebody other than the officer looked into an emergency order and closed it.</summary>
/// <param name="Outcome">What came of it, in words.</param>
[FactName("emergency-order-regularised", 1, needs: Right.KeepAccreditation)]
public sealed record EmergencyOrderRegularised(Guid EmergencyOrder, [property: Sensitive(Tier.Restricted)] Sealed Outcome) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(EmergencyOrder);
}

/// <summary>There was no such order: it was recorded by mistake.</summary>
[FactName("emergency-order-withdrawn", 1, needs: Right.KeepAccreditation)]
public sealed record EmergencyOrderWithdrawn(Guid EmergencyOrder) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(EmergencyOrder);
}

[JsonSerializable(typeof(EmergencyOrdered))]
[JsonSerializable(typeof(EmergencyOrderRegularised))]
[JsonSerializable(typeof(EmergencyOrderWithdrawn))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class EmergencyFactsJson : JsonSerializerContext;
