using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Furrow.Core;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Places;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Csv;

/// <summary>Reads tables as text with the delimiter and encoding they turn out to have. The first row that is not blank names the columns.</summary>
public sealed class CsvReader : IFormatReader
{
    private const string Name = "CSV";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        var style = CsvStyle.Detect(reading.File, reading.Options.Encoding, out var fault);
        if (style is null)
        {
            reading.Refuse(fault!);
            yield break;
        }

        var guessed = style.Assumed is { } assumed ? Problems.EncodingAssumed(reading.File.Name, assumed) : null;
        reading.Understand(new(ReadingTopic.Encoding, "", style.Encoding.WebName, guessed is null ? Standing.Known : Standing.Proposed, guessed));
        if (guessed is not null)
        {
            reading.Warn(guessed);
        }

        using var stream = reading.File.Open();
        using var text = new StreamReader(stream, style.Encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var scan = new Scan();
        using var parser = new CsvParser(text, Configuration(style.Delimiter, reading.Options.Limits, scan));
        if (style.SkipsFirstLine)
        {
            text.ReadLine();
        }

        if (!Advance(reading, parser, 0))
        {
            yield break;
        }

        var header = parser.Record!;
        var table = new TableSource(TableSource.ColumnNames(header.Select(FormulaGuard.Unguard)), Records(reading, parser, header.Length, scan));
        foreach (var row in TableReading.Rows(reading, table))
        {
            yield return row;
        }
    }

    private static CsvConfiguration Configuration(string delimiter, ReadLimits limits, Scan scan) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        MaxFieldSize = limits.TextLength,
        IgnoreBlankLines = true,
        BadDataFound = _ => scan.SawBadQuotes = true,
        DetectColumnCountChanges = false,
    };

    private static IEnumerable<TableRow> Records(FileReading reading, CsvParser parser, int columns, Scan scan)
    {
        var number = 0;
        while (Advance(reading, parser, number))
        {
            var record = parser.Record!;
            number++;
            var values = new string?[columns];
            for (var i = 0; i < Math.Min(columns, record.Length); i++)
            {
                values[i] = FormulaGuard.Unguard(record[i]);
            }

            var runsOn = scan.SawBadQuotes && Array.Exists(record, f => f.Contains('\n'));
            scan.SawBadQuotes = false;
            var tooMany = record.Length > columns && record.AsSpan(columns).ContainsAnyExcept("");
            runsOn |= Array.Exists(record, f => HoldsRows(f, parser.Delimiter, columns));
            yield return new TableRow(number, values, runsOn ? $"A quotation mark is not closed."
                : tooMany ? (Phrase)$"The row has {record.Length} values, but there are {columns} columns. Is a decimal comma or a delimiter not quoted?" : null);
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
                ? Problems.FileBeyondLimit(reading.File.Name, "a field of many megabytes; a quotation mark may not be closed", row + 1)
                : Problems.FileBroken(reading.File.Name, Name, e.Message.Split('\n')[0].Trim(), row + 1));
            return false;
        }
    }

    private sealed class Scan
    {
        public bool SawBadQuotes { get; set; }
    }
}
