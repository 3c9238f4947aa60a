using System.Buffers.Binary;
using System.Text;

namespace Furrow.Core.Keeping;

/// <summary>Reads what <see cref="ByteWriter"/> wrote. Throws <see cref="FormatException"/> on anything else.</summary>
internal sealed class ByteReader(ReadOnlyMemory<byte> bytes)
{
    private string[] _texts = [];
    private int _textCount;
    private int _at;

    public bool IsAtEnd => _at == bytes.Length;

    public ulong ULong() => VariableLength.Take(bytes.Span, ref _at);

    public long Long() => VariableLength.UnZigZag(ULong());

    public int Int() => Long() is var v and >= int.MinValue and <= int.MaxValue ? (int)v : throw new FormatException("A number too large.");

    /// <summary>A count of things of at least one byte each.</summary>
    public int Count() => ULong() is var v && v <= (ulong)(bytes.Length - _at)
        ? (int)v : throw new FormatException("A count larger than the bytes that follow.");

    public bool Bool() => ULong() != 0;

    public int? OptionalInt() => Bool() ? Int() : null;

    public double? OptionalDouble() => Bool() ? BitConverter.UInt64BitsToDouble(ULong()) : null;

    public DateOnly Day() => Int() is var day && day >= 0 && day <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber(day) : throw new FormatException("A day that no calendar has.");

    public byte Byte() => _at < bytes.Length ? bytes.Span[_at++] : throw new FormatException("The bytes end early.");

    public string[] Texts() => All(static from => from.RequiredText());

    /// <summary>How many, then each.</summary>
    public T[] All<T>(Func<ByteReader, T> read)
    {
        var items = Room<T>();
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(this);
        }

        return items;
    }

    /// <summary>How many, with a place for each.</summary>
    public T[] Room<T>() => Count() is > 0 and var count ? new T[count] : [];

    public ReadOnlyMemory<byte> Bytes()
    {
        var count = Count();
        _at += count;
        return bytes.Slice(_at - count, count);
    }

    /// <summary>What has not been read.</summary>
    public ReadOnlyMemory<byte> Rest() => bytes[_at..];

    public Guid Guid() => new(Sixteen(), bigEndian: true);

    public (ulong High, ulong Low) Pair()
    {
        var both = Sixteen();
        return (BinaryPrimitives.ReadUInt64BigEndian(both), BinaryPrimitives.ReadUInt64BigEndian(both[8..]));
    }

    private ReadOnlySpan<byte> Sixteen()
    {
        if (bytes.Length - _at < 16)
        {
            throw new FormatException("The bytes end within an identifier.");
        }

        _at += 16;
        return bytes.Span.Slice(_at - 16, 16);
    }

    public string? Text()
    {
        var number = ULong();
        if (number == 0)
        {
            return null;
        }

        return number == 1 ? New(Encoding.UTF8.GetString(Bytes().Span))
            : number - 2 < (ulong)_textCount ? _texts[(int)(number - 2)] : throw new FormatException("A text that was not written.");
    }

    /// <summary>The same for a text that record after record repeats, and that is no secret: read again, it is the string that was read before.</summary>
    public string? Name()
    {
        if (_at < bytes.Length && bytes.Span[_at] == 1)
        {
            _at++;
            return New(RepeatedTexts.OfThisThread.Find(Bytes().Span));
        }

        return Text();
    }

    public string RequiredName() => Name() ?? throw new FormatException("A text is missing.");

    private string New(string text)
    {
        if (_textCount == _texts.Length)
        {
            Array.Resize(ref _texts, Math.Max(8, _textCount * 2));
        }

        return _texts[_textCount++] = text;
    }

    public string RequiredText() => Text() ?? throw new FormatException("A text is missing.");
}
