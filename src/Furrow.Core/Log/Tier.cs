namespace Furrow.Core.Log;

/// <summary>How sensitive a part of an entry is. Numbers are part of the entry format; new tiers take new numbers, the order of the numbers is the
/// order of the parts in an entry.</summary>
public enum Tier : byte
{
    /// <summary>What everyone who works with the programme may read: codes, dates, polygons, organisations, methods.</summary>
    Ordinary = 1,

    /// <summary>Free text, and whatever else the field calls restricted.</summary>
    Restricted = 2,

    /// <summary>Names, contacts, medical data. Nowhere else.</summary>
    Personal = 3,
}

/// <summary>Says that a property of a fact is kept in another part of the entry than the ordinary one, where it can be withheld or erased alone.
/// It stands on every <see cref="Sealed"/> and <see cref="SealedTexts"/> and on nothing else; free text is <see cref="Tier.Restricted"/> unless said
/// otherwise.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SensitiveAttribute(Tier tier) : Attribute
{
    public Tier Tier { get; } = tier;
}

/// <summary>The bytes of a fact that belong to one tier.</summary>
public readonly record struct FactPart(Tier Tier, ReadOnlyMemory<byte> Bytes);
