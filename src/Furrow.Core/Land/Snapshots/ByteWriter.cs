using System.Text;

namespace Furrow.Core.Land;

/// <summary>Writes numbers, texts and bytes in the form of snapshots: variable-length integers, texts once each by number.</summary>
internal sealed class ByteWriter
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[1 << 16];
    private int _used;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _used);

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

    public void Put(long value) => Put(ShapeCodec.ZigZag(value));

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
            Put(Encoding.UTF8.GetBytes(text));
        }
    }

    private void Room(int more)
    {
        if (_used + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + more));
        }
    }
}
