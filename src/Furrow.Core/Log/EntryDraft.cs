using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>An entry before it has a place: the fact's name and parts, already salted and hashed. Sealing is the costly half of an append and is
/// done by the caller; only statement and placement are hashed in line.</summary>
public sealed class EntryDraft
{
    private EntryDraft(EncodedFact fact, PartSeal[] seals, byte[] parts, DateTimeOffset committedAt)
    {
        Fact = fact;
        Seals = seals;
        PartsBytes = parts;
        CommittedAt = committedAt;
    }

    public EncodedFact Fact { get; }

    public PartSeal[] Seals { get; }

    /// <summary>The kept form of the parts (see <see cref="PartsCodec"/>).</summary>
    public byte[] PartsBytes { get; }

    public DateTimeOffset CommittedAt { get; }

    /// <param name="fact">What to write.</param>
    /// <param name="salts">Random bytes, at least <see cref="EntryPart.SaltBytes"/> for each part.</param>
    /// <param name="committedAt">The moment of the commit; kept to the millisecond.</param>
    public static EntryDraft Seal(EncodedFact fact, ReadOnlyMemory<byte> salts, DateTimeOffset committedAt)
    {
        var size = 0;
        foreach (var part in fact.Parts)
        {
            size += PartsCodec.SizeOfPresent(part.Bytes.Length);
        }

        // Written once, where it is kept: a batch of a country is a hundred thousand of these.
        var bytes = new byte[size];
        var seals = new PartSeal[fact.Parts.Count];
        var parts = new FactPart[seals.Length];
        var at = 0;
        for (var i = 0; i < seals.Length; i++)
        {
            var (tier, content) = fact.Parts[i];
            var one = bytes.AsMemory(at, PartsCodec.SizeOfPresent(content.Length));
            var seal = PartsCodec.PutPresent(one.Span, salts.Span.Slice(i * EntryPart.SaltBytes, EntryPart.SaltBytes), content.Span);
            seals[i] = new PartSeal(tier, Digest.Of(seal));
            parts[i] = new FactPart(tier, one[^content.Length..]);
            at += one.Length;
        }

        return new EntryDraft(fact with { Parts = parts }, seals, bytes, Placement.Kept(committedAt));
    }

    /// <summary>Gives it its place behind a head and behind the statements of its origin. A fact belongs to the last act of that origin.</summary>
    public PlacedDraft Place(LogHead before, long epoch, OriginEnd origin)
    {
        var sequence = origin.Sequence + 1;
        var act = Fact.Name == Act.Name ? sequence : origin.Act;
        var stated = new Statement(origin.Origin, sequence, origin.Hash, act, Fact.Scopes, Fact.Version, Fact.Name, Seals, default).ToBytes();
        var hash = Digest.Of(stated);
        var header = new byte[Placement.SizeBytes + stated.Length];
        new Placement(before.Position + 1, epoch, CommittedAt, hash, before.Hash).Write(header);
        stated.CopyTo(header, Placement.SizeBytes);
        return new PlacedDraft(header, new LogHead(before.Position + 1, Digest.Of(header.AsSpan(0, Placement.SizeBytes))),
            new OriginEnd(origin.Origin, sequence, hash, act));
    }
}

/// <summary>A draft at its place: the bytes of placement and statement, and where log and origin end with it.</summary>
public readonly record struct PlacedDraft(byte[] Header, LogHead Head, OriginEnd Origin);
