using System.Buffers.Binary;
using System.Text;
using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>A part as its statement knows it: its tier and the salted hash of its bytes.</summary>
public readonly record struct PartSeal(Tier Tier, Digest Hash);

/// <summary>Where the statements of one origin end: number and hash of the last one, and the act it belongs to.</summary>
public readonly record struct OriginEnd(Guid Origin, long Sequence, Digest Hash, long Act)
{
    public static OriginEnd Of(Guid origin) => new(origin, 0, Digest.Zero, 0);
}

/// <summary>What one office says, in its own order. It says everything about an entry but its content and its place: admission to another log places it
/// and never rewrites it. Byte layout: docs/fact-format.md; a test holds it, field by field.</summary>
/// <param name="Origin">The office that says it.</param>
/// <param name="Sequence">Its number among the statements of its origin, from 1, without gaps.</param>
/// <param name="Previous">Hash of the statement of this origin before it; zero for the first.</param>
/// <param name="Act">The <see cref="Sequence"/> of the act it belongs to: its own for the act itself. The facts of an act follow it without another
/// between.</param>
/// <param name="Signature">The office's signature over the bytes before it; empty as long as the office has no key.</param>
public sealed record Statement(Guid Origin, long Sequence, Digest Previous, long Act, Scopes Scopes, int FactVersion, string FactName, PartSeal[] Parts,
    ReadOnlyMemory<byte> Signature)
{
    public const byte Format = 2;
    public const int MaxFactNameLength = 100;
    public const int MaxSignatureLength = 1024;
    private const int FixedBytes = 74;
    private const int SealBytes = 1 + Digest.SizeBytes;
    private const int SignatureHeadBytes = 2;

    public bool IsAct => Act == Sequence;

    /// <summary>The canonical bytes: written here field by field, never by a serializer.</summary>
    public byte[] ToBytes()
    {
        if (FactName.Length is 0 or > MaxFactNameLength || Parts.Length is 0 or > 255 || Signature.Length > MaxSignatureLength)
        {
            throw new InvalidOperationException($"A statement cannot hold the fact name '{FactName}' with {Parts.Length} parts.");
        }

        var bytes = new byte[FixedBytes + FactName.Length + 1 + Parts.Length * SealBytes + SignatureHeadBytes + Signature.Length];
        var to = bytes.AsSpan();
        to[0] = Format;
        Origin.TryWriteBytes(to[1..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(to[17..], Sequence);
        Previous.Write(to[25..]);
        BinaryPrimitives.WriteInt64BigEndian(to[57..], Act);
        BinaryPrimitives.WriteInt32BigEndian(to[65..], (int)Scopes);
        BinaryPrimitives.WriteInt32BigEndian(to[69..], FactVersion);
        to[73] = (byte)FactName.Length;
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

        BinaryPrimitives.WriteUInt16BigEndian(to, (ushort)Signature.Length);
        Signature.Span.CopyTo(to[SignatureHeadBytes..]);
        return bytes;
    }

    /// <summary>Reads the canonical bytes; <see cref="FormatException"/> when they are not a statement this release can read.</summary>
    public static Statement Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedBytes || bytes[0] != Format)
        {
            throw new FormatException("Not a statement in format 2.");
        }

        int nameLength = bytes[73];
        var rest = bytes.Length - FixedBytes - nameLength - 1;
        var partCount = rest < 0 ? 0 : bytes[FixedBytes + nameLength];
        var signature = rest - partCount * SealBytes - SignatureHeadBytes;
        if (nameLength == 0 || partCount == 0 || signature < 0 || BinaryPrimitives.ReadUInt16BigEndian(bytes[^(signature + 2)..]) != signature)
        {
            throw new FormatException("A statement has the wrong length.");
        }

        var parts = new PartSeal[partCount];
        var from = bytes[(FixedBytes + nameLength + 1)..];
        for (var i = 0; i < partCount; i++, from = from[SealBytes..])
        {
            parts[i] = new PartSeal((Tier)from[0], Digest.Read(from[1..]));
        }

        return new Statement(
            new Guid(bytes[1..17], bigEndian: true),
            BinaryPrimitives.ReadInt64BigEndian(bytes[17..]),
            Digest.Read(bytes[25..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[57..]),
            (Scopes)BinaryPrimitives.ReadInt32BigEndian(bytes[65..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[69..]),
            FactNames.Intern(bytes.Slice(FixedBytes, nameLength)),
            parts,
            signature == 0 ? default : bytes[^signature..].ToArray());
    }

    public bool Equals(Statement? other) => other is not null && ToBytes().AsSpan().SequenceEqual(other.ToBytes());

    public override int GetHashCode() => HashCode.Combine(Origin, Sequence);
}
