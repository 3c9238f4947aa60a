using System.Globalization;
using System.Text;
using CsvHelper.Configuration;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Csv;

/// <summary>Writes RFC 4180 with commas and, where there is geometry, a first column of WKT. UTF-8 with its mark, without which spreadsheets read
/// letters wrong. Texts that a spreadsheet would run as a formula are marked as texts (<see cref="FormulaGuard"/>).</summary>
public sealed class CsvWriter : IFormatWriter
{
    private static readonly CsvConfiguration Style = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = IsQuoted };

    public string Format => "CSV";

    public string Extension => ".csv";

    public string ContentType => "text/csv; charset=utf-8";

    public bool HoldsAbout => false;

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        // Programs that read lines end a text at a zero character.
        var held = new ExportableText("CSV", c => c != '\0');
        var hasGeometry = table.Geometry != ExportGeometry.None;
        using (var text = new StreamWriter(to, new UTF8Encoding(true), 1 << 16, leaveOpen: true))
        using (var csv = new CsvHelper.CsvWriter(text, Style))
        {
            Line(csv, table.Columns.Select(c => Cell(c.Name, held)).Prepend("wkt").Skip(hasGeometry ? 0 : 1));
            foreach (var row in table.Rows)
            {
                Line(csv, row.Values.Select(v => Cell(v, held)).Prepend(hasGeometry ? ExportText.Wkt(row) : "").Skip(hasGeometry ? 0 : 1));
            }
        }

        return
        [
            "CSV has no types: numbers and dates are text, and an empty text is the same as none.",
            "A text that begins with = + - or @ has an apostrophe in front, so that no spreadsheet runs it; reading the file here takes it away again.",
            .. held.Losses,
        ];
    }

    private static void Line(CsvHelper.CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static string? Cell(object? value, ExportableText held) => value is string text ? FormulaGuard.Guard(held.Of(text)) : ExportText.Of(value);

    private static bool IsQuoted(CsvHelper.ShouldQuoteArgs args) => args.Field is { Length: > 0 } text
        && (text.AsSpan().ContainsAny(",\"\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
}
