using System.Globalization;
using ExcelDataReader;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>Reads one sheet of a workbook (XLSX, and the old XLS). The first row that is not blank names the columns; dates come as ISO dates.</summary>
public sealed class XlsxReader : IFormatReader
{
    private const string Name = "XLSX";

    /// <summary>Workbooks are unpacked in memory.</summary>
    private const long MostBytes = 512L << 20;
    private const int MostColumns = 2_000;

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, Rows);

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        TextEncodings.Register();
        CheckSize(reading);
        using var stream = reading.File.Open();
        using var book = Try(reading, () =>
            ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = TextEncodings.Find("1252") }));
        if (book is null || !FindSheet(reading, book))
        {
            yield break;
        }

        string?[]? header = null;
        while (header is null && Next(reading, book))
        {
            header = Values(book, Math.Min(book.FieldCount, MostColumns));
            header = Array.TrueForAll(header, string.IsNullOrWhiteSpace) ? null : header;
        }

        if (header is null)
        {
            yield break;
        }

        var width = Array.FindLastIndex(header, v => !string.IsNullOrWhiteSpace(v)) + 1;
        var table = new TableSource(TableSource.ColumnNames(header.Take(width)), Records(reading, book, width));
        foreach (var row in TableReading.Rows(reading, table))
        {
            yield return row;
        }
    }

    private static IEnumerable<TableRow> Records(FileReading reading, IExcelDataReader book, int width)
    {
        for (var number = 1; Next(reading, book); number++)
        {
            var values = Values(book, width);
            if (!Array.TrueForAll(values, string.IsNullOrWhiteSpace))
            {
                yield return new TableRow(number, values);
            }
        }
    }

    private static bool FindSheet(FileReading reading, IExcelDataReader book)
    {
        var wanted = reading.Options.Layer;
        var names = new List<string>();
        do
        {
            names.Add(book.Name);
            if (wanted is null ? book.RowCount > 0 : book.Name == wanted)
            {
                return true;
            }
        }
        while (names.Count < 1000 && Try(reading, () => book.NextResult() ? book : null) is not null);
        if (reading.Problems.Count == 0)
        {
            reading.Refuse(wanted is null ? Problems.FileHasNoRows(reading.File.Name, Name) : Problems.LayerUnknown(reading.File.Name, wanted, names));
        }

        return false;
    }

    private static bool Next(FileReading reading, IExcelDataReader book) => Try(reading, () => book.Read() ? book : null) is not null;

    private static string?[] Values(IExcelDataReader book, int width)
    {
        var values = new string?[width];
        for (var i = 0; i < Math.Min(width, book.FieldCount); i++)
        {
            values[i] = book.GetValue(i) switch
            {
                null => null,
                string text => text,
                bool truth => truth ? "true" : "false",
                DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => other.ToString(),
            };
        }

        return values;
    }

    /// <summary>The library unpacks whole parts, so that the bounds of archives are tried out before it may.</summary>
    private static void CheckSize(FileReading reading)
    {
        Span<byte> head = stackalloc byte[4];
        using (var stream = reading.File.Open())
        {
            if (stream.ReadAtLeast(head, 4, false) < 4 || !Archive.IsZip(head))
            {
                return;
            }
        }

        var guard = new WorkbookGuard(MostColumns, reading.Options.Limits.XmlDepth);
        Archive.CheckAll(reading.File, reading.Options.Limits with { ArchiveBytes = Math.Min(MostBytes, reading.Options.Limits.ArchiveBytes) }, guard.Look);
    }

    /// <summary>The library throws whatever a broken workbook makes it stumble over; none of it is a bug of ours.</summary>
    private static T? Try<T>(FileReading reading, Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, e.Message.Split('\n')[0].Trim()));
            return null;
        }
    }
}
