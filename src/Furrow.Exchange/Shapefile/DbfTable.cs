using System.Buffers.Binary;
using System.Text;

namespace Furrow.Exchange.Shapefile;

/// <summary>The attribute table of a shapefile (dBASE III and later), read row by row from a stream that need not seek.</summary>
internal sealed class DbfTable : IDisposable
{
    private readonly Stream _stream;
    private readonly byte[] _record;
    private readonly (string Name, char Type, int At, int Length)[] _columns;

    private DbfTable(Stream stream, int rows, int recordLength, (string Name, char Type, int At, int Length)[] columns, Encoding encoding)
    {
        (_stream, Rows, _record, _columns, Encoding) = (stream, rows, new byte[recordLength], columns, encoding);
    }

    public int Rows { get; }

    public Encoding Encoding { get; }

    /// <summary>The current row is marked as deleted.</summary>
    public bool IsDeleted => _record[0] == '*';

    /// <summary>Null with the reason when the header is not one of a dBASE table.</summary>
    public static DbfTable? Open(Stream stream, Encoding? encoding, out string fault)
    {
        fault = "the .dbf has no sound header";
        var head = new byte[32];
        if (stream.ReadAtLeast(head, 32, false) < 32)
        {
            return null;
        }

        var rows = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        var headLength = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8));
        var recordLength = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10));
        if (rows < 0 || headLength < 33 || recordLength < 1)
        {
            return null;
        }

        var fields = new byte[headLength - 32];
        if (stream.ReadAtLeast(fields, fields.Length, false) < fields.Length)
        {
            return null;
        }

        encoding ??= DbfEncodings.ByLanguage(head[29]);
        var columns = Columns(fields, recordLength, encoding ?? Encoding.Latin1);
        return columns is null ? null : new DbfTable(stream, rows, recordLength, columns, encoding ?? DbfEncodings.Unstated);
    }

    /// <summary>False at the end of the file.</summary>
    public bool Next() => _stream.ReadAtLeast(_record, _record.Length, false) == _record.Length && _record[0] != 0x1A;

    public InputField[] Fields()
    {
        var fields = new InputField[_columns.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var (name, type, at, length) = _columns[i];
            fields[i] = new InputField(name, Value(type, _record.AsSpan(at, length)), type is 'N' or 'F');
        }

        return fields;
    }

    public void Dispose() => _stream.Dispose();

    private static (string Name, char Type, int At, int Length)[]? Columns(ReadOnlySpan<byte> fields, int recordLength, Encoding encoding)
    {
        var columns = new List<(string Name, char Type, int At, int Length)>();
        var at = 1;
        for (; fields.Length >= 32 && fields[0] != 0x0D; fields = fields[32..])
        {
            var name = fields[..11];
            var end = name.IndexOf((byte)0);
            var type = (char)fields[11];
            var length = fields[16] + (type == 'C' ? fields[17] << 8 : 0);
            if (length == 0)
            {
                // Two thousand columns in a row of one byte.
                return null;
            }

            columns.Add((encoding.GetString(end < 0 ? name : name[..end]).Trim(), type, at, length));
            at += length;
        }

        return at <= recordLength ? [.. columns] : null;
    }

    private string? Value(char type, ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimEnd((byte)0).TrimEnd((byte)' ');
        switch (type)
        {
            case 'D' when text.Length == 8 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'):
                var digits = Encoding.ASCII.GetString(text);
                return digits == "00000000" ? null : $"{digits[..4]}-{digits[4..6]}-{digits[6..]}";
            case 'L':
                return text.Length == 0 ? null : (char)text[0] switch { 'T' or 't' or 'Y' or 'y' => "true", 'F' or 'f' or 'N' or 'n' => "false", _ => null };
            case 'N' or 'F':
                var number = text.TrimStart((byte)' ');
                return number.Length == 0 || number[0] == '*' ? null : Encoding.ASCII.GetString(number);
            default:
                return text.Length == 0 ? null : DbfEncodings.Decode(text, Encoding);
        }
    }
}

/// <summary>Which code page a table is in.</summary>
internal static class DbfEncodings
{
    /// <summary>Stands for "not said": each text is read as UTF-8 where its bytes allow that, else as Windows-1252.</summary>
    public static readonly Encoding Unstated = new UTF8Encoding(false, true);

    private static readonly Encoding Western = TextEncodings.Find("1252")!;

    /// <summary>The language driver in byte 29 of the header; null when it says nothing.</summary>
    public static Encoding? ByLanguage(byte driver) => driver switch
    {
        0x01 => TextEncodings.Find("437"),
        0x02 => TextEncodings.Find("850"),
        0x03 or 0x57 => Western,
        0x26 or 0x65 => TextEncodings.Find("866"),
        0x64 => TextEncodings.Find("852"),
        0x66 or 0x6B => TextEncodings.Find("857"),
        0x7D => TextEncodings.Find("1255"),
        0x7E => TextEncodings.Find("1256"),
        0xC8 => TextEncodings.Find("1250"),
        0xC9 => TextEncodings.Find("1251"),
        0xCA => TextEncodings.Find("1254"),
        0xCB => TextEncodings.Find("1253"),
        0xCC => TextEncodings.Find("1257"),
        _ => null,
    };

    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (!ReferenceEquals(encoding, Unstated))
        {
            return encoding.GetString(bytes);
        }

        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }
}
