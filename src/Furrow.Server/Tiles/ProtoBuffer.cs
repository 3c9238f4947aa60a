using System.Buffers;
using System.Text;

namespace Furrow.Server.Tiles;

/// <summary>The few shapes of Protocol Buffers a vector tile needs: variable-length integers and length-prefixed fields, written to one
/// growing array.</summary>
internal sealed class ProtoBuffer
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Varint(uint value)
    {
        if (Length + 5 > _bytes.Length)
        {
            Grow(5);
        }

        var bytes = _bytes;
        var at = Length;
        while (value >= 0x80)
        {
            bytes[at++] = unchecked((byte)(value | 0x80));
            value >>= 7;
        }

        bytes[at++] = unchecked((byte)value);
        Length = at;
    }

    public void Varint64(ulong value)
    {
        while (value >= 0x80)
        {
            Varint8(unchecked((byte)(value | 0x80)));
            value >>= 7;
        }

        Varint8((byte)value);
    }

    /// <summary>Field with a variable-length integer.</summary>
    public void Field(int number, uint value)
    {
        Varint((uint)(number << 3));
        Varint(value);
    }

    /// <summary>Field with bytes: a text, a packed list or a nested message.</summary>
    public void Field(int number, ReadOnlySpan<byte> bytes)
    {
        Varint((uint)(number << 3 | 2));
        Varint((uint)bytes.Length);
        Raw(bytes);
    }

    public void Field(int number, string text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Field(number, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Field with a list of numbers, each as long as it needs.</summary>
    public void Packed(int number, ReadOnlySpan<uint> values)
    {
        var length = 0;
        foreach (var value in values)
        {
            length += VarintLength(value);
        }

        Varint((uint)(number << 3 | 2));
        Varint((uint)length);
        if (Length + length > _bytes.Length)
        {
            Grow(length);
        }

        foreach (var value in values)
        {
            Varint(value);
        }
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public static int VarintLength(uint value) => (38 - System.Numerics.BitOperations.LeadingZeroCount(value | 1)) / 7;

    private void Varint8(byte value)
    {
        if (Length + 1 > _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    private void Grow(int more) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
}
