namespace Furrow.Core.Log;

/// <summary>One part of an earlier entry was erased, on the ground given. The bytes and their salt are gone from every copy that holds this entry;
/// the header and the chain stay.</summary>
[FactName(Name, 1)]
public sealed record PartErased(long Position, Tier Tier, [property: Sensitive(Tier.Restricted)] string Ground, string By, DateTimeOffset At) : IFact
{
    /// <summary>The log itself acts on this fact, so it knows the name.</summary>
    public const string Name = "part-erased";
}
