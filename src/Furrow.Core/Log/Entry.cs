namespace Furrow.Core.Log;

/// <summary>Where a log ends: position (0 when empty) and hash of the last header.</summary>
public readonly record struct LogHead(long Position, Digest Hash)
{
    public static readonly LogHead Empty;
}

/// <summary>An entry as read: its header, that header's hash, and its parts in the header's order.</summary>
public sealed record Entry(EntryHeader Header, Digest Hash, EntryPart[] Parts)
{
    public long Position => Header.Position;

    /// <summary>Reads the kept bytes of an entry; <see cref="FormatException"/> when they are not an entry.</summary>
    public static Entry Read(byte[] header, byte[] parts)
    {
        var read = EntryHeader.Read(header);
        return new Entry(read, Digest.Of(header), PartsCodec.Decode(parts, read.Parts));
    }

    /// <summary>Why this entry cannot follow the given one, or null when it does.</summary>
    public string? WhyNotAfter(LogHead before, long epochBefore)
    {
        if (Header.Position != before.Position + 1)
        {
            return $"entry {before.Position + 1} is missing; entry {Header.Position} stands in its place";
        }

        if (Header.Previous != before.Hash)
        {
            return "the header does not name the hash of the entry before";
        }

        return Header.Epoch < epochBefore ? $"the writer's epoch falls from {epochBefore} to {Header.Epoch}" : null;
    }

    /// <summary>The first part whose bytes are not the ones the header speaks of, or null.</summary>
    public Tier? FindBrokenPart()
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            if (!Parts[i].Matches(Header.Parts[i]))
            {
                return Parts[i].Tier;
            }
        }

        return null;
    }
}

/// <summary>An entry before it has a place: the fact's name and parts, already salted and hashed. Sealing is the costly half of an append and is
/// done by the caller; only the short header is hashed in line.</summary>
public sealed class EntryDraft
{
    private EntryDraft(EncodedFact fact, PartSeal[] seals, byte[] parts)
    {
        Fact = fact;
        Seals = seals;
        PartsBytes = parts;
    }

    public EncodedFact Fact { get; }

    public PartSeal[] Seals { get; }

    /// <summary>The kept form of the parts (see <see cref="PartsCodec"/>).</summary>
    public byte[] PartsBytes { get; }

    /// <param name="fact">What to write.</param>
    /// <param name="salts">Random bytes, at least <see cref="EntryPart.SaltBytes"/> for each part.</param>
    public static EntryDraft Seal(EncodedFact fact, ReadOnlyMemory<byte> salts)
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

        return new EntryDraft(fact with { Parts = parts }, seals, bytes);
    }

    public EntryHeader At(LogHead before, long epoch, Guid origin, long originSequence) =>
        new(before.Position + 1, epoch, origin, originSequence, Fact.Scopes, Fact.Version, Fact.Name, Seals, before.Hash);
}
