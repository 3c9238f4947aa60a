using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Xlsx;

/// <summary>Writes a workbook with one sheet (ECMA-376), the least that spreadsheets open. Geometry is a first column of WKT.</summary>
public sealed class XlsxWriter : IFormatWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Document = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>A cell holds no more characters.</summary>
    private const int LongestCell = 32_767;
    private const int MostRows = 1_048_575;
    private const int LongestSheetName = 31;
    private const int DateStyle = 1;

    public string Format => "XLSX";

    public string Extension => ".xlsx";

    public string ContentType => Document + "sheet";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}content-types"><Default Extension="rels" """
            + $"""ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"""
            + $"""<Override PartName="/xl/workbook.xml" ContentType="{Document}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" """
            + $"""ContentType="{Document}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Document}styles+xml"/></Types>""");
        Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="r1" Type="{Office}/officeDocument" """
            + $"""Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="r1" Type="{Office}/worksheet" """
            + $"""Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{SheetName(table.MarkedTitle)}" sheetId="1" """
            + $"""r:id="r1"/></sheets></workbook>""");
        Part(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1">"""
            + $"""<border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/>"""
            + $"""</cellXfs></styleSheet>""");
        return Sheet(zip, table);
    }

    private static List<string> Sheet(ZipArchive zip, ExportTable table)
    {
        int cut = 0, rows = 0, left = 0;
        var hasGeometry = table.Geometry != ExportGeometry.None;
        var drawn = 0;
        object? Place(ExportRow row) => ExportText.Wkt(row) is { Length: > LongestCell } wkt ? TooLong(wkt.Length, ref drawn) : ExportText.Wkt(row);
        using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { CheckCharacters = false }))
        {
            xml.WriteStartElement("worksheet", Main);
            xml.WriteStartElement("sheetData", Main);
            Row(xml, table.Columns.Select(c => (object?)c.Name).Prepend("wkt").Skip(hasGeometry ? 0 : 1), ref cut);
            foreach (var row in table.Rows)
            {
                if (++rows > MostRows)
                {
                    left++;
                    continue;
                }

                Row(xml, hasGeometry ? row.Values.Prepend(Place(row)) : row.Values, ref cut);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return [.. drawn > 0 ? [$"{drawn} polygons longer than {LongestCell} characters do not fit into a cell, which says so; they cannot be read back."]
                : (string[])[],
            .. cut > 0 ? [$"{cut} texts longer than {LongestCell} characters do not fit into a cell and were left out."] : (string[])[],
            .. left > 0 ? [$"{left} rows beyond {MostRows} do not fit into a sheet and were left out."] : (string[])[]];
    }

    /// <summary>Never an empty cell: the row would read back as a record without a polygon.</summary>
    private static string TooLong(int characters, ref int count)
    {
        count++;
        return string.Create(CultureInfo.InvariantCulture, $"(a polygon of {characters} characters, which no cell holds: see another format)");
    }

    private static void Row(XmlWriter xml, IEnumerable<object?> values, ref int cut)
    {
        xml.WriteStartElement("row", Main);
        foreach (var value in values)
        {
            var text = ExportText.Of(value);
            if (text?.Length > LongestCell)
            {
                (text, cut) = (null, cut + 1);
            }

            xml.WriteStartElement("c", Main);
            switch (value)
            {
                case null:
                case not null when text is null:
                    break;
                case DateOnly date when date.Year >= 1901:
                    xml.WriteAttributeString("s", DateStyle.ToString(CultureInfo.InvariantCulture));
                    xml.WriteElementString("v", Main, (date.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture));
                    break;
                case int or long or double or decimal:
                    xml.WriteElementString("v", Main, text);
                    break;
                case bool truth:
                    xml.WriteAttributeString("t", "b");
                    xml.WriteElementString("v", Main, truth ? "1" : "0");
                    break;
                default:
                    Text(xml, text!);
                    break;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

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

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var text = new StreamWriter(zip.CreateEntry(name).Open());
        text.Write(content);
    }
}
