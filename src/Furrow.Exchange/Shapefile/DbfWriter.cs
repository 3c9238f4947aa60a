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
    private int _cut;

    public DbfWriter(IReadOnlyList<ExportColumn> columns)
    {
        _columns = columns;
        foreach (var column in columns)
        {
            var name = Unique(column.Name);
            _names.Add(name);
            if (name != column.Name)
            {
                _losses.Add($"The column '{column.Name}' is called '{name}', since names have at most {LongestName} letters.");
            }
        }

        _row = new byte[1 + columns.Sum(c => Width(c.Type))];
    }

    public IReadOnlyList<string> Losses => _cut == 0 ? _losses
        : [.. _losses, $"{_cut} texts or numbers were cut to the {LongestText} bytes or {NumberWidth} digits that fit."];

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
            DateOnly date => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            bool truth => truth ? "T" : "F",
            double or decimal => ((IFormattable)value).ToString("0.#########", CultureInfo.InvariantCulture),
            _ => ExportText.Of(value)!,
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = bytes.Length;
        if (length > cell.Length)
        {
            _cut++;
            length = type == ExportType.Text ? cell.Length : 0;
            while (length > 0 && (bytes[length] & 0xC0) == 0x80)
            {
                length--;
            }
        }

        bytes.AsSpan(0, length).CopyTo(type is ExportType.Whole or ExportType.Number ? cell[(cell.Length - length)..] : cell);
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
            var head = name;
            while (Encoding.UTF8.GetByteCount(head) > LongestName - tail.Length)
            {
                head = head[..^1];
            }

            if (!_names.Contains(head + tail))
            {
                return head + tail;
            }
        }
    }
}
