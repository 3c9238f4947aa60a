using System.IO.Compression;
using System.Text;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>A workbook made of the XML of its sheets.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">Name, state ("visible", "hidden", "veryHidden") and what stands in the worksheet element.</param>
    public static SourceFile Of(params (string Name, string State, string Xml)[] sheets) => With("", "", sheets);

    /// <param name="styles">What stands in the element of styles; empty for no such part.</param>
    /// <param name="texts">What stands in the element of shared texts.</param>
    public static SourceFile With(string styles, string texts, params (string Name, string State, string Xml)[] sheets)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>" + string.Concat(sheets.Select((s, i) =>
                $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/s{i}.xml\"/>"))
                + $"<Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"t\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            if (styles.Length + texts.Length > 0)
            {
                Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
                Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>");
            }

            for (var i = 0; i < sheets.Length; i++)
            {
                Part(zip, $"xl/worksheets/s{i}.xml", $"<worksheet xmlns=\"{Main}\">{sheets[i].Xml}</worksheet>");
            }
        }

        return SourceFile.Of("book.xlsx", memory.ToArray());
    }

    public static SourceFile Of(string sheet) => Of(("Data", "visible", sheet));

    /// <summary>Cells A, B, C ... of rows 1, 2, 3 ...: texts, "=" for a formula without a value, "#..." for an error, null for nothing; "~" hides the
    /// row.</summary>
    public static string Data(params string?[][] rows) => "<sheetData>" + string.Concat(rows.Select((row, r) =>
        $"<row r=\"{r + 1}\"{(row.Contains("~") ? " hidden=\"1\"" : "")}>"
        + string.Concat(row.Select((v, c) => v is null or "~" ? "" : Cell($"{(char)('A' + c)}{r + 1}", v))) + "</row>")) + "</sheetData>";

    public static string Merged(params string[] ranges) => "<mergeCells>" + string.Concat(ranges.Select(r => $"<mergeCell ref=\"{r}\"/>")) + "</mergeCells>";

    private static string Cell(string at, string value) => value switch
    {
        "=" => $"<c r=\"{at}\"><f>A1+1</f></c>",
        "=\"\"" => $"<c r=\"{at}\" t=\"str\"><f>\"\"</f><v></v></c>",
        ['=', .. var known] => $"<c r=\"{at}\"><f>A1+1</f><v>{known}</v></c>",
        ['#', ..] => $"<c r=\"{at}\" t=\"e\"><v>{value}</v></c>",
        _ when double.TryParse(value, out _) => $"<c r=\"{at}\"><v>{value}</v></c>",
        _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{value}</t></is></c>",
    };

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
