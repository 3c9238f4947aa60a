using System.Text;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Csv;

/// <summary>Writes RFC 4180 with commas and, where there is geometry, a first column of WKT. UTF-8 with its mark, without which spreadsheets read
/// letters wrong. Texts that a spreadsheet would run as a formula are marked as texts (<see cref="FormulaGuard"/>).</summary>
public sealed class CsvWriter : IFormatWriter
{
    public string Format => "CSV";

    public string Extension => ".csv";

    public string ContentType => "text/csv; charset=utf-8";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        // Programs that read lines end a text at a zero character.
        var held = new HeldText("CSV", c => c != '\0');
        using var text = new StreamWriter(to, new UTF8Encoding(true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        var hasGeometry = table.Geometry != ExportGeometry.None;
        var names = table.Columns.Select(c => Quote(FormulaGuard.Guard(held.Of(c.Name))));
        text.WriteLine(string.Join(',', names.Prepend("wkt").Skip(hasGeometry ? 0 : 1)));
        foreach (var row in table.Rows)
        {
            var cells = row.Values.Select(v => Cell(v, held)).Prepend(hasGeometry ? Quote(ExportText.Wkt(row)) : "");
            text.WriteLine(string.Join(',', cells.Skip(hasGeometry ? 0 : 1)));
        }

        return
        [
            "CSV has no types: numbers and dates are text, and an empty text is the same as none.",
            "A text that begins with = + - or @ has an apostrophe in front, so that no spreadsheet runs it; reading the file here takes it away again.",
            .. held.Losses,
        ];
    }

    private static string Cell(object? value, HeldText held) => Quote(value is string text ? FormulaGuard.Guard(held.Of(text)) : ExportText.Of(value));

    private static string Quote(string? value) =>
        value is null ? ""
        : value.AsSpan().ContainsAny(",\"\r\n") || value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
