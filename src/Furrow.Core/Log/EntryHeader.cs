using System.Buffers.Binary;
using System.Text;

namespace Furrow.Core.Log;

/// <summary>A part as its header knows it: its tier and the salted hash of its bytes.</summary>
public readonly record struct PartSeal(Tier Tier, Digest Hash);

/// <summary>The chained head of an entry. It says everything about an entry but its content, so that a copy which may not hold a part can still
/// prove the chain. Byte layout: docs/fact-format.md; a test holds it, field by field.</summary>
/// <param name="Position">Place in the log, from 1, without gaps.</param>
/// <param name="Epoch">Fencing number of the writer's lease; never falls along the log.</param>
/// <param name="Origin">The office that wrote the entry.</param>
/// <param name="OriginSequence">The entry's number among those of its origin, from 1.</param>
/// <param name="Previous">Hash of the header before; zero for the first.</param>
public sealed record EntryHeader(long Position, long Epoch, Guid Origin, long OriginSequence, Scopes Scopes, int FactVersion, string FactName,
    PartSeal[] Parts, Digest Previous)
{
    public const byte Format = 1;
    public const int MaxFactNameLength = 100;
    private const int FixedBytes = 50;
    private const int SealBytes = 1 + Digest.SizeBytes;

    /// <summary>The canonical bytes: written here field by field, never by a serializer.</summary>
    public byte[] ToBytes()
    {
        if (FactName.Length is 0 or > MaxFactNameLength || Parts.Length is 0 or > 255)
        {
            throw new InvalidOperationException($"A header cannot hold the fact name '{FactName}' with {Parts.Length} parts.");
        }

        var bytes = new byte[FixedBytes + FactName.Length + 1 + Parts.Length * SealBytes + Digest.SizeBytes];
        var to = bytes.AsSpan();
        to[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(to[1..], Position);
        BinaryPrimitives.WriteInt64BigEndian(to[9..], Epoch);
        Origin.TryWriteBytes(to[17..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(to[33..], OriginSequence);
        BinaryPrimitives.WriteInt32BigEndian(to[41..], (int)Scopes);
        BinaryPrimitives.WriteInt32BigEndian(to[45..], FactVersion);
        to[49] = (byte)FactName.Length;
        Encoding.ASCII.GetBytes(FactName, to[FixedBytes..]);
        to = to[(FixedBytes + FactName.Length)..];
        to[0] = (byte)Parts.Length;
        to = to[1..];
        foreach (var part in Parts)
        {
            to[0] = (byte)part.Tier;
            part.Hash.Write(to[1..]);
            to = to[SealBytes..];
        }

        Previous.Write(to);
        return bytes;
    }

    /// <summary>Reads the canonical bytes; <see cref="FormatException"/> when they are not a header this release can read.</summary>
    public static EntryHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedBytes || bytes[0] != Format)
        {
            throw new FormatException("Not the header of an entry in format 1.");
        }

        int nameLength = bytes[49];
        var rest = bytes.Length - FixedBytes - nameLength - 1;
        var partCount = rest < 0 ? 0 : bytes[FixedBytes + nameLength];
        if (nameLength == 0 || partCount == 0 || rest != partCount * SealBytes + Digest.SizeBytes)
        {
            throw new FormatException("The header of an entry has the wrong length.");
        }

        var parts = new PartSeal[partCount];
        var from = bytes[(FixedBytes + nameLength + 1)..];
        for (var i = 0; i < partCount; i++, from = from[SealBytes..])
        {
            parts[i] = new PartSeal((Tier)from[0], Digest.Read(from[1..]));
        }

        return new EntryHeader(
            BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[9..]),
            new Guid(bytes[17..33], bigEndian: true),
            BinaryPrimitives.ReadInt64BigEndian(bytes[33..]),
            (Scopes)BinaryPrimitives.ReadInt32BigEndian(bytes[41..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[45..]),
            FactNames.Intern(bytes.Slice(FixedBytes, nameLength)),
            parts,
            Digest.Read(from));
    }

    public bool Equals(EntryHeader? other) => other is not null && ToBytes().AsSpan().SequenceEqual(other.ToBytes());

    public override int GetHashCode() => HashCode.Combine(Position, Origin, OriginSequence);
}
