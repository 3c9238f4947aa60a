using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Xlsx;

/// <summary>Writes a workbook with one sheet (ECMA-376). Geometry is a first column of WKT. The book around the sheet is made by the Open XML SDK as a whole;
/// the sheet itself is written row by row, since a package of the SDK would hold all of it in memory. A text that a spreadsheet would run as a
/// formula carries the workbook's own mark of a text, so its letters stay as they are (<see cref="FormulaGuard"/>).</summary>
public sealed class XlsxWriter : IFormatWriter
{
    /// <summary>A cell holds no more characters.</summary>
    private const int LongestCell = 32_767;
    private const int MostRows = 1_048_575;

    /// <summary>The first day that reads the same everywhere: before it some programs count a day that never was.</summary>
    private static readonly DateOnly FirstDay = new(1901, 1, 1);

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public string Format => "XLSX";

    public string Extension => ".xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var sheet = Workbook.WriteAround(zip, table.MarkedTitle, table.AboutText);
        using var stream = zip.CreateEntry(sheet).Open();
        using var xml = new SheetXml(stream);
        var counts = new Counts();
        xml.WriteStartDocument();
        xml.Start("worksheet");
        xml.Start("sheetData");
        Rows(xml, table, counts);
        xml.WriteEndDocument();
        return counts.Said;
    }

    private static void Rows(SheetXml xml, ExportTable table, Counts counts)
    {
        var hasGeometry = table.Geometry != ExportGeometry.None;
        Line(xml, table.Columns.Select(c => (object?)c.Name).Prepend("wkt").Skip(hasGeometry ? 0 : 1), counts);
        var rows = 0;
        foreach (var row in table.Rows)
        {
            if (++rows > MostRows)
            {
                counts.Left++;
                continue;
            }

            Line(xml, hasGeometry ? row.Values.Prepend(Place(row, counts)) : row.Values, counts);
        }
    }

    private static void Line(SheetXml xml, IEnumerable<object?> values, Counts counts)
    {
        xml.Start("row");
        foreach (var value in values)
        {
            CellOf(value, counts).WriteTo(xml);
        }

        xml.WriteEndElement();
    }

    private static Cell CellOf(object? value, Counts counts)
    {
        var text = ExportText.Of(value);
        if (text?.Length > LongestCell)
        {
            (text, counts.Cut) = (null, counts.Cut + 1);
        }

        return (text, value) switch
        {
            (null, _) => new Cell(),
            (_, DateOnly day) when day >= FirstDay => new Cell
            {
                StyleIndex = Workbook.DateStyle,
                CellValue = new CellValue((day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture)),
            },
            (_, int or long or double or decimal) => new Cell { CellValue = new CellValue(text) },
            (_, bool truth) => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(truth ? "1" : "0") },
            _ => new Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = FormulaGuard.IsMarkedOrFormula(text) ? Workbook.TextStyle : null,
                InlineString = new InlineString(new Text(XlsxText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }),
            },
        };
    }

    /// <summary>Never an empty cell: the row would read back as a record without a polygon.</summary>
    private static string? Place(ExportRow row, Counts counts)
    {
        if (ExportText.Wkt(row) is not { Length: > LongestCell } wkt)
        {
            return ExportText.Wkt(row);
        }

        counts.Drawn++;
        return string.Create(CultureInfo.InvariantCulture, $"(a polygon of {wkt.Length} characters, which no cell holds: see another format)");
    }

    /// <summary>What a sheet could not hold.</summary>
    private sealed class Counts
    {
        public int Drawn { get; set; }

        public int Cut { get; set; }

        public int Left { get; set; }

        public IReadOnlyList<string> Said =>
        [
            .. Drawn > 0 ? [$"{Drawn} polygons longer than {LongestCell} characters do not fit into a cell, which says so; they cannot be read back."]
                : (string[])[],
            .. Cut > 0 ? [$"{Cut} texts longer than {LongestCell} characters do not fit into a cell and were left out."] : (string[])[],
            .. Left > 0 ? [$"{Left} rows beyond {MostRows} do not fit into a sheet and were left out."] : (string[])[],
        ];
    }
}
