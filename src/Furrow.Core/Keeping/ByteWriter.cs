using System.Buffers.Binary;
using System.Text;

namespace Furrow.Core.Keeping;

/// <summary>Writes numbers, texts and bytes in the form of snapshots: variable-length integers, texts once each by number.</summary>
/// <param name="sink">Takes the bytes piece by piece, so that a large section is never held whole; null keeps them in <see cref="Written"/>.</param>
internal sealed class ByteWriter(Action<ReadOnlyMemory<byte>>? sink = null)
{
    private const int PieceBytes = 1 << 16;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[sink is null ? 1 << 10 : 2 * PieceBytes];
    private int _used;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _used);

    /// <summary>Begins anew, with nothing written and no text known.</summary>
    public void Clear()
    {
        _used = 0;
        _texts.Clear();
    }

    /// <summary>Hands what is left to the sink.</summary>
    public void Flush()
    {
        if (sink is not null && _used > 0)
        {
            sink(_bytes.AsMemory(0, _used));
            _used = 0;
        }
    }

    public void PutByte(byte value)
    {
        Room(1);
        _bytes[_used++] = value;
    }

    public void Put(ulong value)
    {
        Room(10);
        while (value >= 0x80)
        {
            _bytes[_used++] = (byte)(value & 0x7F | 0x80);
            value >>= 7;
        }

        _bytes[_used++] = (byte)value;
    }

    public void Put(long value) => Put(VariableLength.ZigZag(value));

    public void Put(int value) => Put((long)value);

    public void Put(bool value) => Put(value ? 1UL : 0UL);

    public void Put(int? value)
    {
        Put(value.HasValue);
        if (value is { } v)
        {
            Put(v);
        }
    }

    public void Put(double? value)
    {
        Put(value.HasValue);
        if (value is { } v)
        {
            Put(BitConverter.DoubleToUInt64Bits(v));
        }
    }

    public void Put(ReadOnlySpan<byte> bytes)
    {
        Put((ulong)bytes.Length);
        Room(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
    }

    /// <summary>Sixteen bytes as they are.</summary>
    public void Put(ulong high, ulong low)
    {
        Room(16);
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(_used), high);
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(_used + 8), low);
        _used += 16;
    }

    public void Put(Guid value)
    {
        Room(16);
        value.TryWriteBytes(_bytes.AsSpan(_used), bigEndian: true, out _);
        _used += 16;
    }

    public void Put(string? text)
    {
        if (text is null)
        {
            Put(0UL);
        }
        else if (_texts.TryGetValue(text, out var number))
        {
            Put((ulong)number + 2);
        }
        else
        {
            Put(1UL);
            _texts.Add(text, _texts.Count);
            var length = Encoding.UTF8.GetByteCount(text);
            Put((ulong)length);
            Room(length);
            _used += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used, length));
        }
    }

    public void PutTexts(IReadOnlyList<string> texts) => PutAll(texts, static (to, text) => to.Put(text));

    /// <summary>How many, then each.</summary>
    public void PutAll<T>(IReadOnlyCollection<T> items, Action<ByteWriter, T> put)
    {
        Put((ulong)items.Count);
        foreach (var item in items)
        {
            put(this, item);
        }
    }

    private void Room(int more)
    {
        if (_used >= PieceBytes)
        {
            Flush();
        }

        if (_used + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + more));
        }
    }
}
