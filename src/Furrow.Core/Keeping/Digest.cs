using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Furrow.Core.Keeping;

/// <summary>A SHA-256 as a value: compares, hashes and copies without allocation.</summary>
public readonly record struct Digest(ulong A, ulong B, ulong C, ulong D)
{
    public const int SizeBytes = 32;

    public static readonly Digest Zero;

    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SizeBytes];
        SHA256.HashData(bytes, hash);
        return Read(hash);
    }

    /// <summary>Reads the 32 bytes at the start of the span.</summary>
    public static Digest Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public static Digest? Parse(string hex) =>
        hex.Length == 2 * SizeBytes && hex.All(char.IsAsciiHexDigit) ? Read(Convert.FromHexString(hex)) : null;

    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, A);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(to[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(to[24..], D);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[SizeBytes];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
