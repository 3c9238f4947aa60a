using System.Buffers.Binary;
using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>What has become of a part. Numbers are part of the entry format.</summary>
public enum PartState : byte
{
    Present = 1,

    /// <summary>This copy of the log may not hold it.</summary>
    Withheld = 2,

    /// <summary>A later entry took it away and gives the ground.</summary>
    Erased = 3,
}

/// <summary>A part as it is kept.</summary>
/// <param name="Sealed">What the header's hash covers: 16 bytes of salt, the length as 4 bytes, the bytes. Empty unless the part is present. The salt
/// keeps anyone from guessing an erased name by hashing a phone book.</param>
/// <param name="ErasedBy">Position of the entry that erased it, else 0.</param>
public readonly record struct EntryPart(Tier Tier, PartState State, ReadOnlyMemory<byte> Sealed, long ErasedBy)
{
    public const int SaltBytes = 16;
    internal const int SealedHeadBytes = SaltBytes + 4;

    /// <summary>The content; empty unless the part is present.</summary>
    public ReadOnlyMemory<byte> Bytes => State == PartState.Present ? Sealed[SealedHeadBytes..] : default;

    public static byte[] Join(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> bytes)
    {
        var joined = new byte[SealedHeadBytes + bytes.Length];
        salt[..SaltBytes].CopyTo(joined);
        BinaryPrimitives.WriteInt32BigEndian(joined.AsSpan(SaltBytes), bytes.Length);
        bytes.CopyTo(joined.AsSpan(SealedHeadBytes));
        return joined;
    }

    /// <summary>Whether the bytes are the ones the header speaks of. True for a part that is not present: there is nothing to compare.</summary>
    public bool Matches(PartSeal seal) => Tier == seal.Tier && (State != PartState.Present || Digest.Of(Sealed.Span) == seal.Hash);
}

/// <summary>The kept form of all parts of one entry, one after another in the order of the header: a byte for the state; then, when present, salt,
/// length and bytes; when erased, the position of the erasing entry. It is not hashed as a whole: parts come and go, the header stays.</summary>
public static class PartsCodec
{
    public static byte[] Encode(IReadOnlyList<EntryPart> parts)
    {
        var bytes = new byte[parts.Sum(SizeOf)];
        var to = bytes.AsSpan();
        foreach (var part in parts)
        {
            to[0] = (byte)part.State;
            if (part.State == PartState.Present)
            {
                part.Sealed.Span.CopyTo(to[1..]);
            }
            else if (part.State == PartState.Erased)
            {
                BinaryPrimitives.WriteInt64BigEndian(to[1..], part.ErasedBy);
            }

            to = to[SizeOf(part)..];
        }

        return bytes;
    }

    internal static int SizeOfPresent(int length) => 1 + EntryPart.SealedHeadBytes + length;

    /// <summary>Writes one present part and returns what its hash covers.</summary>
    internal static ReadOnlySpan<byte> PutPresent(Span<byte> to, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        to[0] = (byte)PartState.Present;
        salt.CopyTo(to[1..]);
        BinaryPrimitives.WriteInt32BigEndian(to[(1 + EntryPart.SaltBytes)..], content.Length);
        content.CopyTo(to[(1 + EntryPart.SealedHeadBytes)..]);
        return to[1..];
    }

    /// <summary><see cref="FormatException"/> when the bytes are not exactly the parts the header names.</summary>
    public static EntryPart[] Decode(ReadOnlyMemory<byte> bytes, IReadOnlyList<PartSeal> seals)
    {
        var parts = new EntryPart[seals.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = DecodeOne(bytes, seals[i].Tier);
            bytes = bytes[SizeOf(parts[i])..];
        }

        return bytes.IsEmpty ? parts : throw new FormatException("Bytes after the last part of an entry.");
    }

    private static EntryPart DecodeOne(ReadOnlyMemory<byte> from, Tier tier)
    {
        switch (from.IsEmpty ? default : (PartState)from.Span[0])
        {
            case PartState.Withheld:
                return new EntryPart(tier, PartState.Withheld, default, 0);
            case PartState.Erased when from.Length >= 9:
                return new EntryPart(tier, PartState.Erased, default, BinaryPrimitives.ReadInt64BigEndian(from.Span[1..]));
            case PartState.Present when from.Length > EntryPart.SealedHeadBytes:
                var length = BinaryPrimitives.ReadInt32BigEndian(from.Span[(1 + EntryPart.SaltBytes)..]);
                return length >= 0 && length < from.Length - EntryPart.SealedHeadBytes
                    ? new EntryPart(tier, PartState.Present, from.Slice(1, EntryPart.SealedHeadBytes + length), 0)
                    : throw new FormatException("A part longer than its entry.");
            default:
                throw new FormatException("A part of an entry is cut short or of an unknown state.");
        }
    }

    private static int SizeOf(EntryPart part) => part.State switch
    {
        PartState.Present => 1 + part.Sealed.Length,
        PartState.Erased => 9,
        _ => 1,
    };
}
