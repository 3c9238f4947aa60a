using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Shapefile;

/// <summary>Writes the attribute table of a shapefile and notes what it had to cut.</summary>
internal sealed class DbfWriter
{
    private const int LongestName = 10;
    private const int LongestText = 254;
    private const int NumberWidth = 24;
    private const int Decimals = 9;
    private readonly System.Buffers.ArrayBufferWriter<byte> _rows = new();
    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly List<string> _names = [];
    private readonly List<string> _losses = [];
    private readonly byte[] _row;
    private int _count;
    private readonly ExportableText _held = new("a shapefile", c => c != '\0');
    private int _cut;
    private int _trimmed;

    public DbfWriter(IReadOnlyList<ExportColumn> columns)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            var name = Unique(column.Short ?? column.Name);
            _names.Add(name);
            if (name != column.Name)
            {
                _losses.Add($"The column '{column.Name}' is called '{name}', since names have at most {LongestName} letters.");
            }
        }

        _row = new byte[1 + columns.Sum(c => Width(c.Type))];
    }

    public IReadOnlyList<string> Losses =>
    [
        .. _losses,
        .. _cut == 0 ? (string[])[] : [$"{_cut} texts or numbers were cut to the {LongestText} bytes or {NumberWidth} digits that fit."],
        .. _trimmed == 0 ? (string[])[] : [$"{_trimmed} texts lost the blanks at their end, which a shapefile fills up with."],
        .. _held.Losses,
    ];

    public void Add(IReadOnlyList<object?> values)
    {
        _count++;
        Array.Fill(_row, (byte)' ');
        var at = 1;
        for (var i = 0; i < _columns.Count; at += Width(_columns[i++].Type))
        {
            Put(_row.AsSpan(at, Width(_columns[i].Type)), _columns[i].Type, values[i]);
        }

        System.Buffers.BuffersExtensions.Write(_rows, _row);
    }

    public byte[] ToArray()
    {
        var file = new byte[32 + 32 * _columns.Count + 1 + _rows.WrittenCount + 1];
        (file[0], file[1], file[2], file[3]) = (3, 100, 1, 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), _count);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)(33 + 32 * _columns.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(10), (ushort)_row.Length);
        for (var i = 0; i < _columns.Count; i++)
        {
            var field = file.AsSpan(32 + 32 * i, 32);
            Encoding.UTF8.GetBytes(_names[i], field);
            field[11] = (byte)(_columns[i].Type switch { ExportType.Text => 'C', ExportType.Date => 'D', ExportType.Truth => 'L', _ => 'N' });
            field[16] = (byte)Width(_columns[i].Type);
            field[17] = (byte)(_columns[i].Type == ExportType.Number ? Decimals : 0);
        }

        file[32 + 32 * _columns.Count] = 0x0D;
        _rows.WrittenSpan.CopyTo(file.AsSpan(33 + 32 * _columns.Count));
        file[^1] = 0x1A;
        return file;
    }

    private void Put(Span<byte> cell, ExportType type, object? value)
    {
        if (value is null)
        {
            return;
        }

        var text = value switch
        {
            string given => _held.Of(given),
            DateOnly date => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            bool truth => truth ? "T" : "F",
            double or decimal => ((IFormattable)value).ToString("0.#########", CultureInfo.InvariantCulture),
            _ => ExportText.Of(value)!,
        };
        if (Encoding.UTF8.GetByteCount(text) > cell.Length)
        {
            _cut++;
            text = type == ExportType.Text ? Cut(text, cell.Length) : "";
        }

        _trimmed += text.EndsWith(' ') ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes.CopyTo(type is ExportType.Whole or ExportType.Number ? cell[(cell.Length - bytes.Length)..] : cell);
    }

    /// <summary>Whole letters with their marks: half of one would be another letter.</summary>
    private static string Cut(string text, int mostBytes)
    {
        int end = 0, bytes = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(end, length));
            if (bytes > mostBytes)
            {
                break;
            }

            end += length;
        }

        return text[..end];
    }

    private static int Width(ExportType type) => type switch
    {
        ExportType.Text => LongestText,
        ExportType.Date => 8,
        ExportType.Truth => 1,
        _ => NumberWidth,
    };

    /// <summary>Whole letters up to ten bytes; a number at the end where two names would become one.</summary>
    private string Unique(string name)
    {
        for (var i = 0; ; i++)
        {
            var tail = i == 0 ? "" : i.ToString(CultureInfo.InvariantCulture);
            var head = Cut(_held.Of(name), LongestName - tail.Length);

            if (!_names.Contains(head + tail))
            {
                return head + tail;
            }
        }
    }
}
