using System.IO.Compression;
using static Furrow.Exchange.Tests.Tables.Workbook;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Text somebody struck out, values under merged cells and the lower halves of merged rows are no values of their own; sheets in archives.</summary>
public sealed class StruckTextTests
{
    private const string Head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Code</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Status</t></is></c></row>";

    private static string Told(SourceFile file, ReadOptions? options = null)
    {
        var read = Reading.Of(file, options);
        return string.Join(' ', read.Problems.Select(p => p.Sentence).Concat(read.Rows.Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}"
            : string.Join(',', r.Fields.Select(f => f.Value ?? "-")))));
    }

    private static string Row(string status) => $"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c>{status}</row>";

    [Theory]
    [InlineData("<c r=\"B2\" t=\"s\"><v>0</v></c>", "cell-struck:Status")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>1</v></c>", "A,Cleared")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>2</v></c>", "A,Cleared")]
    [InlineData("<c r=\"B2\" t=\"s\" s=\"1\"><v>1</v></c>", "cell-struck:Status")]
    [InlineData("<c r=\"B2\" t=\"s\" s=\"2\"><v>1</v></c>", "A,Cleared")]
    [InlineData("<c r=\"B2\" s=\"1\"/>", "A,-")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>12</v></c>", "cell-struck:Status")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>Cleared</t></r><r><t> no</t></r></is></c>", "cell-struck:Status")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Cleared</t></r></is></c>", "A,Cleared")]
    public void Text_that_is_struck_through_refuses_its_row(string cell, string told) => Assert.Equal(told, Told(With(
        "<fonts><font><b/></font><font><strike/></font><font><strike val=\"0\"/></font></fonts><cellStyleXfs><xf fontId=\"1\"/></cellStyleXfs>"
            + "<cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs>",
        "<si><r><rPr><strike/></rPr><t>Cleared</t></r><r><t>Suspected</t></r></si><si><t>Cleared</t></si><si><r><rPr><strike val=\"0\"/></rPr><t>Cleared</t></r></si>",
        ("Data", "visible", $"<sheetData>{Head}{Row(cell)}</sheetData>"))));

    [Fact]
    public void A_heading_that_is_struck_through_is_no_heading() => Assert.Equal("The cell B1 holds text that is struck through: whether it still holds is not known. "
        + "Remove what was struck out, or the line through it.", Told(With("<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/>"
        + "</cellXfs>", "<si/>", ("Data", "visible", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Code</t></is></c><c r=\"B1\" s=\"1\" "
        + "t=\"inlineStr\"><is><t>Status</t></is></c></row>" + Row("") + "</sheetData>"))));

    [Theory]
    [InlineData("B2:B3", "A,Cleared cell-covered:Status C,-")]
    [InlineData("B2:B2", "A,Cleared B,Suspected C,-")]
    [InlineData("B3:B4", "A,Cleared B,Suspected C,Suspected")]
    [InlineData("A4:B4", "A,Cleared B,Suspected cell-merged:Code")]
    public void A_value_under_a_merged_cell_is_not_passed_over(string range, string told) =>
        Assert.Equal(told, Told(Of(Data(["Code", "Status"], ["A", "Cleared"], ["B", "Suspected"], ["C"]) + Merged(range))));

    [Fact]
    public void Under_an_empty_merged_cell_a_value_is_seen_by_nobody() => Assert.Equal("cell-covered:Status B,Cleared",
        Told(Of(Data(["Code", "Status"], [null, "Cleared"], ["B", "Cleared"]) + Merged("A2:B2"))));

    [Fact]
    public void The_lower_half_of_a_merged_row_is_no_row_of_its_own() => Assert.Equal("A,Cleared B,Suspected",
        Told(Of(Data(["Code", "Status"], ["A", "Cleared"], [], ["B", "Suspected"], [null, null]) + Merged("A2:A3", "B2:B3", "B4:B9"))));

    [Theory]
    [InlineData("north.xlsx/Cleared", "C")]
    [InlineData("north.xlsx/Suspected", "S")]
    [InlineData("north.xlsx", "The file has several layers (north.xlsx/Cleared, north.xlsx/Suspected); say which one is meant.")]
    [InlineData("Cleared", "There is no layer 'Cleared'; the file has north.xlsx, south.xlsx.")]
    [InlineData(null, "The file has several layers (north.xlsx, south.xlsx); say which one is meant.")]
    public void A_sheet_of_a_workbook_in_an_archive_can_be_named(string? layer, string told) =>
        Assert.Equal(told, Told(Archive("north.xlsx", "south.xlsx"), new ReadOptions { Layer = layer }));

    [Theory]
    [InlineData("Cleared", "C")]
    [InlineData("north.xlsx/Suspected", "S")]
    [InlineData(null, "The file has several layers (Cleared, Suspected); say which one is meant.")]
    public void Of_a_single_workbook_its_sheet_is_enough(string? layer, string told) =>
        Assert.Equal(told, Told(Archive("north.xlsx"), new ReadOptions { Layer = layer }));

    private static SourceFile Archive(params string[] names)
    {
        var book = Of(("Cleared", "visible", Data(["Code"], ["C"])), ("Suspected", "visible", Data(["Code"], ["S"])));
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, true))
        {
            foreach (var name in names)
            {
                using var to = zip.CreateEntry(name).Open();
                using var from = book.Open();
                from.CopyTo(to);
            }
        }

        return SourceFile.Of("all.zip", memory.ToArray());
    }
}
