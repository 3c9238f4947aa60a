using static Furrow.Server.Tests.Hostile.HostileFile;

namespace Furrow.Server.Tests.Hostile;

/// <summary>Workbooks whose parts state places, styles and texts that no workbook has.</summary>
internal static class HostileWorkbooks
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Broken = "file-broken";

    public static byte[] Book(string rows, string before = "", string after = "", string styles = "", string strings = "", string head = "", Lie? extra = null)
    {
        var members = new List<Lie>
        {
            new("[Content_Types].xml", Text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            new("_rels/.rels", Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + $"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            new("xl/workbook.xml", Text($"<workbook {Main} xmlns:r=\"{Relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")),
            new("xl/_rels/workbook.xml.rels", Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + $"<Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + $"<Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"rId3\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")),
            new("xl/worksheets/sheet1.xml", Text($"{head}<worksheet {Main}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>")),
            new("xl/styles.xml", Text($"<styleSheet {Main}>{styles}</styleSheet>")),
            new("xl/sharedStrings.xml", Text($"<sst {Main}>{strings}</sst>")),
        };
        return HostileZip.Of([.. members.Select(m => m with { Deflate = true }), .. extra is null ? [] : (Lie[])[extra]]);
    }

    public static IEnumerable<HostileFile> Make()
    {
        static string Cell(string at, string text = "x") => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var header = $"<row r=\"1\">{Cell("A1", "wkt")}{Cell("B1", "code")}</row>";
        yield return new("column ZZZZZZ", "a.xlsx", Book($"<row r=\"1\">{Cell("A1", "wkt")}{Cell("ZZZZZZ1")}</row>"), Broken);
        yield return new("row 4,000,000,000", "a.xlsx", Book($"{header}<row r=\"4000000000\">{Cell("A4000000000")}</row>"), Broken);
        yield return new("a sheet said to reach column ZZZZ", "a.xlsx", Book(header, before: "<dimension ref=\"A1:ZZZZ99\"/>"), Broken);
        yield return new("merged beyond the sheet", "a.xlsx", Book(header, after: "<mergeCells><mergeCell ref=\"A1:XFE1\"/></mergeCells>"), Broken);
        yield return new("columns to 2,000,000,000", "a.xlsx", Book(header, before: "<cols><col min=\"1\" max=\"2000000000\" width=\"9\"/></cols>"), Broken);
        yield return new("two cells at the far corners", "a.xlsx",
            Book("<row r=\"1\"><c r=\"A1\" s=\"0\"/><c r=\"XFD1\" s=\"0\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/></row>"), Broken);
        yield return new("a value in column 3,000", "a.xlsx", Book($"<row r=\"1\">{Cell("A1", "wkt")}{Cell("DKJ1")}</row>"), Broken);
        yield return new("entities in a sheet", "a.xlsx",
            Book(header, head: "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"), Broken);
        yield return new("elements 2,000 deep in a sheet", "a.xlsx", Book(header + Many("<a>", 2_000)), Broken);
        yield return new("200,000 styles", "a.xlsx", Book(header, styles: $"<cellXfs>{Many("<xf/>", 200_000)}</cellXfs>"), Broken);
        yield return new("a number format of a million letters", "a.xlsx",
            Book(header, styles: $"<numFmts><numFmt numFmtId=\"200\" formatCode=\"{Many("[h]0", 250_000)}\"/></numFmts>"), Broken);
        yield return new("a part of a binary workbook", "a.xlsx", Book(header, extra: new Lie("xl/worksheets/sheet2.bin", new byte[100])), Broken);
        yield return new("one long text in 60,000 cells", "a.xlsx", Book(
            $"<row><c t=\"inlineStr\"><is><t>code</t></is></c></row>{Many("<row><c t=\"s\"><v>0</v></c></row>", 60_000)}",
            strings: $"<si><t>{Many("long text ", 3_200)}</t></si>"), "file-beyond-limit");
        yield return new("an old workbook that is not one", "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]], Broken);
        yield return new("an old workbook that runs in a circle", "b.xls", Circle(), Broken);
    }

    /// <summary>A compound file whose allocation table and directory point at themselves (MS-CFB).</summary>
    private static byte[] Circle()
    {
        var bytes = new byte[512 * 4];
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(bytes, 0);
        void Put(int at, uint value) => BitConverter.TryWriteBytes(bytes.AsSpan(at), value);
        (bytes[24], bytes[26], bytes[28], bytes[29], bytes[30], bytes[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        Put(44, 1);
        Put(48, 1);
        Put(56, 4096);
        Put(60, 0xFFFFFFFE);
        Put(68, 0xFFFFFFFE);
        bytes.AsSpan(76, 436).Fill(0xFF);
        Put(76, 0);
        for (uint i = 0; i < 128; i++)
        {
            Put(512 + 4 * (int)i, i is 1 or 2 ? i : 0xFFFFFFFF);
        }

        System.Text.Encoding.Unicode.GetBytes("Workbook").CopyTo(bytes, 1024);
        (bytes[1024 + 64], bytes[1024 + 66]) = (18, 2);
        Put(1024 + 116, 2);
        Put(1024 + 120, 0x7FFFFFFF);
        return bytes;
    }
}
