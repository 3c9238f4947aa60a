using System.Buffers.Binary;
using Furrow.Core;

namespace Furrow.Exchange.Shapefile;

/// <summary>The file beside a table that holds its long texts (memo): .dbt of dBASE III and IV, .fpt of FoxPro. A text is found by the number of its first
/// block, which stands in the row. Formats: the dBASE and FoxPro manuals, "Table File Structure".</summary>
internal sealed class DbfMemo
{
    private const int MostBytes = 64 << 20;
    private const int Block = 512;
    private const byte End = 0x1A;

    private readonly byte[] _bytes;
    private readonly bool _isFox;
    private readonly int _block;

    private DbfMemo(byte[] bytes, bool isFox)
    {
        (_bytes, _isFox) = (bytes, isFox);
        var size = bytes.Length < 22 ? 0
            : isFox ? BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(6)) : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(20));
        _block = size is > 0 and <= 1 << 15 ? size : Block;
    }

    /// <summary>Null where there is none, or it is larger than texts of a table are.</summary>
    public static DbfMemo? Of(SourceFile? file)
    {
        if (file is null)
        {
            return null;
        }

        using var stream = file.Open();
        using var copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (copy.Length + read > MostBytes)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return new DbfMemo(copy.ToArray(), file.Extension == ".fpt");
    }

    /// <summary>Whether a row points at a text: blanks, zeros and a number of zero do not.</summary>
    public static long? Number(ReadOnlySpan<byte> pointer) => pointer.Length == 4
        ? BinaryPrimitives.ReadUInt32LittleEndian(pointer) is > 0 and not 0x20202020 and var number ? number : null
        : PlainNumber.Whole(System.Text.Encoding.ASCII.GetString(pointer).Trim(' ', '\0')) is > 0 and var written ? written : null;

    /// <summary>The bytes of the text; false where the file does not hold it whole.</summary>
    public bool TryText(long number, out ReadOnlySpan<byte> text)
    {
        text = default;
        var at = number * _block;
        if (at + 8 > _bytes.Length)
        {
            return false;
        }

        var block = _bytes.AsSpan((int)at);
        var isLong = !_isFox && BinaryPrimitives.ReadUInt32BigEndian(block) == 0xFFFF0800;
        var length = _isFox ? BinaryPrimitives.ReadUInt32BigEndian(block[4..]) : isLong ? BinaryPrimitives.ReadUInt32LittleEndian(block[4..]) - 8L
            : block.IndexOf(End);
        var body = _isFox || isLong ? block[8..] : block;
        if (length < 0 || length > body.Length)
        {
            return false;
        }

        text = body[..(int)length];
        return true;
    }
}
