using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Furrow.Core;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Places;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Csv;

/// <summary>Reads tables as text with the delimiter and encoding they turn out to have. The columns are named by the row <see cref="HeadFinder"/>
/// finds.</summary>
public sealed class CsvReader : IFormatReader
{
    private const string Name = "CSV";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        if (CsvStyle.Detect(reading) is not { } style)
        {
            yield break;
        }

        reading.Understand(new(ReadingTopic.Encoding, "", style.Encoding.WebName, Standing.Known));

        using var stream = reading.File.Open();
        using var text = new StreamReader(stream, style.Encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var scan = new Scan();
        using var parser = new CsvParser(text, Configuration(style.Delimiter, reading.Options.Limits, scan));
        if (style.SkipsFirstLine)
        {
            text.ReadLine();
        }

        var (first, top) = Top(reading, parser, scan);
        if (reading.Problems.Count > 0 || HeadChoice.Of(reading, top) is not { } head)
        {
            yield break;
        }

        var width = Math.Max(head.Names.Count, first.Where(r => r.Row >= head.Rows.First && r.Row <= head.Rows.Last).Max(r => r.Cells.Length));
        var table = new TableSource(TableSource.ColumnNames(Enumerable.Range(0, width).Select(i => i < head.Names.Count ? head.Names[i] : null)),
            Records(reading, first.SkipWhile(r => r.Row <= head.Last).Concat(Rest(reading, parser, first.Count, scan)), width, style.Delimiter));
        foreach (var row in TableReading.Rows(reading, table))
        {
            yield return row;
        }
    }

    /// <summary>The first records, to find the headings among them.</summary>
    private static (List<Record> Records, RawTop Top) Top(FileReading reading, CsvParser parser, Scan scan)
    {
        var records = new List<Record>();
        var told = reading.Options.HeaderRow;
        bool IsOpen() => told is not { } t ? records.Count < RawTop.Most
            : records.Count <= RawTop.Farthest && (records.Count == 0 || records[^1].Row <= t.Last);
        while (IsOpen() && Advance(reading, parser, 0))
        {
            records.Add(Take(parser, scan));
        }

        var filled = records.Where(r => Array.Exists(r.Cells, c => !string.IsNullOrWhiteSpace(c)));
        return (records, new RawTop([.. filled.Select(r => new RawRow(r.Row, r.Cells))], []));
    }

    private static IEnumerable<Record> Rest(FileReading reading, CsvParser parser, int number, Scan scan)
    {
        while (Advance(reading, parser, number++))
        {
            yield return Take(parser, scan);
        }
    }

    private static Record Take(CsvParser parser, Scan scan)
    {
        var record = new Record(scan.Row(parser), [.. parser.Record!.Select(c => (string?)FormulaGuard.Unguard(scan.AsWritten(c)))], scan.BadFields.Count > 0);
        scan.BadFields.Clear();
        return record;
    }

    private static CsvConfiguration Configuration(string delimiter, ReadLimits limits, Scan scan) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        MaxFieldSize = limits.TextLength,
        IgnoreBlankLines = true,
        BadDataFound = bad => scan.BadFields.Add(bad.Field),
        DetectColumnCountChanges = false,
    };

    private static IEnumerable<TableRow> Records(FileReading reading, IEnumerable<Record> records, int columns, string delimiter)
    {
        foreach (var (number, cells, sawBadQuotes) in records)
        {
            if (cells.Length > 1 && Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var values = new string?[columns];
            for (var i = 0; i < Math.Min(columns, cells.Length); i++)
            {
                values[i] = cells[i];
            }

            var runsOn = sawBadQuotes && Array.Exists(cells, f => f!.Contains('\n')) || Array.Exists(cells, f => HoldsRows(f!, delimiter, columns));
            var tooMany = cells.Length > columns && cells.AsSpan(columns).ContainsAnyExcept("");
            yield return new TableRow(number, values, runsOn ? $"A quotation mark is not closed."
                : tooMany ? (Phrase)$"The row has {cells.Length} values, but there are {columns} columns. Is a decimal comma or a delimiter not quoted?" : null);
        }
    }

    /// <summary>A text may hold lines, but none that is itself a row of this table: a quotation mark was opened in one row and closed in another.</summary>
    private static bool HoldsRows(string field, string delimiter, int columns) => columns > 2 && field.Contains('\n')
        && field.Split('\n').Skip(1).Any(line => line.Split(delimiter).Length >= columns - 1);

    private static bool Advance(FileReading reading, CsvParser parser, int row)
    {
        try
        {
            if (!parser.Read())
            {
                return false;
            }

            if (parser.Count <= reading.Options.Limits.FieldsPerRow)
            {
                return true;
            }

            reading.Refuse(Problems.FileBeyondLimit(reading.File.Name, $"{reading.Options.Limits.FieldsPerRow} fields in one row", row + 1));
            return false;
        }
        catch (CsvHelperException e)
        {
            reading.Refuse(e is MaxFieldSizeException
                ? Problems.FileBeyondLimit(reading.File.Name, $"a field of many megabytes; a quotation mark may not be closed", row + 1)
                : Problems.FileBroken(reading.File.Name, Name, $"{e.Message.Split('\n')[0].Trim()}", row + 1));
            return false;
        }
    }

    /// <param name="Row">From 1, as a spreadsheet counts it.</param>
    private sealed record Record(int Row, string?[] Cells, bool SawBadQuotes);

    /// <summary>What the parser tells beside the record, and where it is: lines within a value make no rows.</summary>
    private sealed class Scan
    {
        private int _inner;

        /// <summary>Values of the record with quotation marks as no program writes them, as they stand.</summary>
        public List<string> BadFields { get; } = [];

        /// <summary>A value whose quotation marks are not those of a delimited text keeps them: they are inches, or a name.</summary>
        public string AsWritten(string value)
        {
            var written = BadFields.Find(f => !f.Contains('\n') && f.Length > value.Length && Bare(f) == Bare(value))?.Trim();
            return written is ['"', .. var inner, '"'] && inner.Count(c => c == '"') % 2 == 1 ? inner : written ?? value;
        }

        private static string Bare(string text) => text.Replace("\"", "", StringComparison.Ordinal).Trim();

        public int Row(CsvParser parser)
        {
            var row = parser.RawRow - _inner;
            var lines = parser.Record!.Sum(c => c.Count(l => l == '\n'));
            _inner += lines;
            return row - lines;
        }
    }
}
