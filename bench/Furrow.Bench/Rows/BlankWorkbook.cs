using System.IO.Compression;
using System.Text;

namespace Furrow.Bench.Rows;

/// <summary>A workbook with some rows and then many that have cells and hold nothing, as a sheet has whose borders were drawn to its end.</summary>
internal static class BlankWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static string Write(string path, string csv, int blank)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Put(archive, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Put(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Put(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Rows" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Put(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");

        var rows = csv.TrimEnd('\n').Split('\n');
        using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open(), new UTF8Encoding(false));
        sheet.Write($"""<worksheet xmlns="{Main}"><sheetData>""");
        for (var r = 0; r < rows.Length + blank; r++)
        {
            var cells = r < rows.Length ? rows[r].Split(',') : null;
            sheet.Write($"""<row r="{r + 1}">""");
            for (var c = 0; c < 6; c++)
            {
                var place = $"{(char)('A' + c)}{r + 1}";
                sheet.Write(cells is null ? $"""<c r="{place}"/>""" : $"""<c r="{place}" t="inlineStr"><is><t>{cells[c]}</t></is></c>""");
            }

            sheet.Write("</row>");
        }

        sheet.Write("</sheetData></worksheet>");
        return path;
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        using var to = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        to.Write(text);
    }
}
