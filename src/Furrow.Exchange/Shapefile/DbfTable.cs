using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Furrow.Core;

namespace Furrow.Exchange.Shapefile;

/// <summary>A column of a table.</summary>
/// <param name="Type">The letter of dBASE: C text, N and F number, D day, L yes or no, I whole number, O and B double, T and @ moment, M memo.</param>
internal readonly record struct DbfColumn(string Name, char Type, int At, int Length);

/// <summary>The attribute table of a shapefile (dBASE III and later), read row by row from a stream that need not seek.</summary>
internal sealed class DbfTable : IDisposable
{
    private readonly Stream _stream;
    private readonly byte[] _record;
    private readonly DbfColumn[] _columns;

    private DbfTable(Stream stream, int rows, byte language, int recordLength, DbfColumn[] columns, Encoding encoding) =>
        (_stream, Rows, Language, _record, _columns, Encoding) = (stream, rows, language, new byte[recordLength], columns, encoding);

    public int Rows { get; }

    /// <summary>The language driver of the header.</summary>
    public byte Language { get; }

    public Encoding Encoding { get; }

    public IReadOnlyList<DbfColumn> Columns => _columns;

    /// <summary>The current row is marked as deleted.</summary>
    public bool IsDeleted => _record[0] == '*';

    /// <summary>The long texts beside the table; null where they did not come with it.</summary>
    public DbfMemo? Memo { get; init; }

    /// <summary>A column of the current row whose long text is not there.</summary>
    public string? Unread { get; private set; }

    /// <summary>A column of the current row whose text ends within a letter: the program that wrote it cut it to the width of the column.</summary>
    public string? Cut { get; private set; }

    /// <summary>Null with the reason when the header is not one of a dBASE table.</summary>
    public static DbfTable? Open(Stream stream, Encoding encoding, out Phrase fault, DbfMemo? memo = null)
    {
        fault = $"the .dbf has no sound header";
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

        var columns = ColumnsOf(fields, recordLength, encoding);
        return columns is null ? null : new DbfTable(stream, rows, head[29], recordLength, columns, encoding) { Memo = memo };
    }

    /// <summary>False at the end of the file.</summary>
    public bool Next() => _stream.ReadAtLeast(_record, _record.Length, false) == _record.Length && _record[0] != 0x1A;

    public InputField[] Fields()
    {
        (Cut, Unread) = (null, null);
        var fields = new InputField[_columns.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = new InputField(_columns[i].Name, Value(_columns[i]), _columns[i].Type is 'N' or 'F' or 'I' or '+' or 'O' or 'B');
        }

        return fields;
    }

    /// <summary>The bytes of a value of the current row without what fills the column up.</summary>
    public ReadOnlySpan<byte> Bytes(DbfColumn column) => _record.AsSpan(column.At, column.Length).TrimEnd((byte)0).TrimEnd((byte)' ').TrimEnd((byte)0);

    public void Dispose() => _stream.Dispose();

    private static DbfColumn[]? ColumnsOf(ReadOnlySpan<byte> fields, int recordLength, Encoding encoding)
    {
        var columns = new List<DbfColumn>();
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

            // A name of eleven bytes may be cut within a letter as well.
            var bytes = end < 0 ? name : name[..end];
            columns.Add(new(encoding.GetString(end < 0 ? DbfText.Whole(bytes, encoding) : bytes).Trim(), type, at, length));
            at += length;
        }

        return at <= recordLength ? [.. columns] : null;
    }

    /// <summary>The bytes of a text that lies in the file beside the table, empty where the row has none. Pictures and the like (G, P) are no
    /// text.</summary>
    public bool TryLong(DbfColumn column, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (DbfMemo.Number(_record.AsSpan(column.At, column.Length)) is not { } number)
        {
            return true;
        }

        if (column.Type != 'M' || Memo is null || !Memo.TryText(number, out text))
        {
            return false;
        }

        text = text.TrimEnd((byte)0).TrimEnd((byte)' ');
        return true;
    }

    private string? Long(DbfColumn column)
    {
        if (!TryLong(column, out var text))
        {
            Unread = column.Name;
        }

        return text.Length == 0 ? null : Encoding.GetString(text);
    }

    private string? Value(DbfColumn column)
    {
        var text = Bytes(column);
        switch (column.Type)
        {
            case 'D' when text.Length == 8 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'):
                var digits = Encoding.ASCII.GetString(text);
                return digits == "00000000" ? null : $"{digits[..4]}-{digits[4..6]}-{digits[6..]}";
            case 'D' or 'N' or 'F':
                // Stars fill a column that was too narrow for the number, and are how some programs write "nothing".
                var number = text.TrimStart((byte)' ').TrimStart((byte)0);
                return !number.ContainsAnyExcept((byte)'*', (byte)' ') ? null : Encoding.Latin1.GetString(number);
            case 'L':
                return text.Length == 0 ? null : (char)text[0] switch { 'T' or 't' or 'Y' or 'y' => "true", 'F' or 'f' or 'N' or 'n' => "false", _ => null };
            case 'I' or '+' or 'O' or 'B' or 'T' or '@':
                return DbfBinary.Value(column.Type, _record.AsSpan(column.At, column.Length));
            case 'M' or 'G' or 'P':
                return Long(column);
            default:
                var whole = text.Length == column.Length ? DbfText.Whole(text, Encoding) : text;
                Cut = whole.Length < text.Length ? column.Name : Cut;
                return whole.Length == 0 ? null : Encoding.GetString(whole);
        }
    }
}
