using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Furrow.Exchange.Xlsx;

/// <summary>The workbook around a sheet: its name, and the styles of its cells.</summary>
internal static class Workbook
{
    /// <summary>Number of the style of days.</summary>
    public const uint DateStyle = 1;

    /// <summary>Number of the style of texts that are no formula, whatever they begin with.</summary>
    public const uint TextStyle = 2;

    private const int LongestSheetName = 31;
    private const uint ShortDate = 14;

    /// <summary>Writes everything but the sheet; returns the name under which it must stand in the archive.</summary>
    /// <param name="about">What its properties say of it; empty for nothing.</param>
    public static string WriteAround(ZipArchive to, string title, string about = "")
    {
        using var made = new MemoryStream();
        string sheet;
        using (var book = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(new Sheet { Name = SheetName(title), SheetId = 1, Id = workbook.GetIdOfPart(part) }));
            if (about.Length > 0)
            {
                book.PackageProperties.Description = string.Concat(about.Where(XmlConvert.IsXmlChar));
            }

            sheet = part.Uri.OriginalString.TrimStart('/');
        }

        using var from = new ZipArchive(made, ZipArchiveMode.Read);
        foreach (var entry in from.Entries.Where(e => e.FullName != sheet))
        {
            using var source = entry.Open();
            using var copy = to.CreateEntry(entry.FullName).Open();
            SheetXml.Copy(source, copy);
        }

        return sheet;
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font()) { Count = 1 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat { FormatId = 0 },
            new CellFormat { FormatId = 0, NumberFormatId = ShortDate, ApplyNumberFormat = true },
            new CellFormat { FormatId = 0, QuotePrefix = true }) { Count = 3 });

    private static string SheetName(string title)
    {
        var name = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            var isHeld = !rune.IsBmp || (XmlConvert.IsXmlChar((char)rune.Value) && !"[]:*?/\\'\"&<>".Contains((char)rune.Value, StringComparison.Ordinal));
            if (isHeld && name.Length + rune.Utf16SequenceLength <= LongestSheetName)
            {
                name.Append(rune);
            }
        }

        return name.Length == 0 ? "Sheet1" : name.ToString();
    }
}
