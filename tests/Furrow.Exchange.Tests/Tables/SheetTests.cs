using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;
using static Furrow.Exchange.Tests.Tables.Workbook;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Sheets and cells: what is there and cannot be taken for what its row says is refused or asked about, never empty and never passed over.</summary>
public sealed class SheetTests
{
    private static readonly string?[] Head = ["Code", "Status", "Date", "Area m2", "WKT"];
    private const string Square = "POLYGON((17.5 44.1,17.501 44.1,17.501 44.101,17.5 44.1))";

    private static string?[] Line(string code, string? status = "Suspected", string? date = "2016-05-01", string? area = "100") =>
        [code, status, date, area, Square];

    private static string Told(SourceFile file, ReadOptions? options = null)
    {
        var reading = FormatDetector.Open(file, options).Get();
        var rows = string.Join(' ', reading.Rows.ToList().Select(r => r.Problem is { } p ? $"{p.Code}:{p.Where?.Field}"
            : string.Join(',', r.Fields.Take(4).Select(f => f.Value ?? "-"))));
        return reading.Problems is [var problem, ..] ? problem.Sentence : string.Join(' ', reading.Warnings.Select(w => $"[{w.Code}]").Append(rows));
    }

    private static string Told(string sheet, ReadOptions? options = null) => Told(Of(sheet), options);

    [Fact]
    public void An_error_and_a_formula_nobody_computed_refuse_their_row_and_name_the_cell()
    {
        var sheet = Data(Head, Line("A"), Line("B", date: "#REF!"), Line("C", area: "="), Line("D", status: "#N/A"), Line("E", area: "=12"),
            Line("F", date: "=\"\""), [.. Line("G"), "#VALUE!"]);
        Assert.Equal("A,Suspected,2016-05-01,100 cell-error:Date cell-not-computed:Area m2 cell-error:Status E,Suspected,2016-05-01,12 F,Suspected,-,100 "
            + "cell-error:F", Told(sheet));
        Assert.Equal("The cell C3 holds the error #REF!.", FormatDetector.Open(Of(sheet)).Get().Rows.ElementAt(1).Problem!.Sentence);
    }

    [Fact]
    public void Of_several_sheets_one_must_be_named_and_the_others_are_told()
    {
        var data = Data(Head, Line("A"));
        var book = Of(("Codes", "visible", Data(["Code", "Status"], ["A", "Cleared"])),
            ("Data", "visible", data), ("Old", "hidden", data), ("Empty", "visible", Data(new string?[] { null })));
        Assert.Equal("The file has several layers (Codes, Data, Old (hidden)); say which one is meant.", Told(book));
        Assert.Equal("[sheets-left] A,Suspected,2016-05-01,100", Told(book, new ReadOptions { Layer = "Data" }));
        Assert.Equal("There is no layer 'Dat'; the file has Codes, Data, Old, Empty.", Told(book, new ReadOptions { Layer = "Dat" }));
        Assert.Equal("The file has several layers (Data (hidden)); say which one is meant.", Told(Of(("Data", "hidden", data))));
        Assert.Equal("A,Suspected,2016-05-01,100", Told(Of(("Data", "visible", data), ("Sheet2", "visible", "<sheetData/>"))));
    }

    /// <summary>What the sheet beside one with columns holds, a row a line; whether it is passed over.</summary>
    [Theory]
    [InlineData("Mine action centre/This workbook holds the areas of 2014/Contact: office", true)]
    [InlineData("Suspected/Cleared", true)]
    [InlineData("Suspected/Cleared", true, "veryHidden")]
    [InlineData("Value|Meaning/1|Suspected", true)]
    [InlineData("Value|Meaning/1|Suspected", true, "hidden")]
    [InlineData("Prepared by|office", true)]
    [InlineData("Code|Status/SHA 1|Cleared", false)]
    [InlineData("Sifra|Opis/A-1|most", false)]
    [InlineData("Naziv|Veličina/Polje|12.5", false)]
    [InlineData("Naziv|Dan/Polje|2016-05-01", false)]
    [InlineData("Naziv|Latitude/Polje|44", false)]
    [InlineData("Naziv|Area (ha)/Polje|44", false)]
    [InlineData("Naziv|Mjesto/Polje|33T YJ 12345 67890", false)]
    [InlineData("Naziv|Datum/Polje|-", false)]
    [InlineData("WKT", false)]
    [InlineData("list/POLYGON((17 44,18 44,18 45,17 44))", false)]
    [InlineData("Points/33T YJ 12345 67890", false)]
    [InlineData("44.1, 17.5", false)]
    public void A_sheet_that_is_no_table_of_records_is_passed_over(string rows, bool isPassed, string state = "visible")
    {
        var beside = ("Cover", state, Data([.. rows.Split('/').Select(r => r.Split('|'))]));
        var told = Told(Of(beside, ("Data", "visible", Data(Head, Line("A")))));
        Assert.Equal(isPassed ? "[sheets-left] A,Suspected,2016-05-01,100" : "The file has several layers (Cover, Data); say which one is meant.", told);
    }

    [Fact]
    public void A_list_that_cells_are_chosen_from_is_no_table_of_records()
    {
        var lists = ("My lists", "visible", Data(["Status", "Method", "Organisation"], ["Cleared", "Manual", "EXERCISE"]));
        var data = Data(Head, Line("A"));
        var choice = "<dataValidations><dataValidation type=\"list\" sqref=\"B2:B9\"><formula1>'My lists'!$A$2:$A$9</formula1></dataValidation></dataValidations>";
        Assert.Equal("The file has several layers (My lists, Data); say which one is meant.", Told(Of(lists, ("Data", "visible", data))));
        Assert.Equal("[sheets-left] A,Suspected,2016-05-01,100", Told(Of(lists, ("Data", "visible", data + choice))));
    }

    [Fact]
    public void A_key_of_the_codes_that_a_table_is_written_in_is_asked_about()
    {
        var key = ("Key", "visible", Data(["Value", "Meaning"], ["1", "Suspected"], ["2", "Cleared"]));
        string Beside(params string?[][] rows) => Told(Of(("Data", "visible", Data([["List of areas"], Head, .. rows])), key));
        Assert.Equal("The file has several layers (Data, Key); say which one is meant.", Beside(Line("A", "1"), Line("B", "2")));
        Assert.EndsWith("A,Suspected,2016-05-01,1 B,Suspected,2016-05-01,100", Beside(Line("A", area: "1"), Line("B")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_record_is_refused_by_name_and_the_others_are_read()
    {
        var sheet = Data(Head, Line("A"), [.. Line("B"), "~"], Line("C"), [null, null, null, "200"]);
        Assert.Equal("[hidden-rows-refused] A,Suspected,2016-05-01,100 row-hidden: C,Suspected,2016-05-01,100 row-is-sum:", Told(sheet));
        var reading = FormatDetector.Open(Of(sheet)).Get();
        Assert.Equal(4, reading.Rows.Count());
        Assert.Equal(Standing.Known, reading.Understood.Single(u => u.Topic == ReadingTopic.Hidden).Standing);
    }

    [Fact]
    public void Hidden_points_and_headings_are_asked_about()
    {
        string?[] head = ["Polygon ID", "Point No", "Longitude", "Latitude"];
        string?[][] points = [["T1", "1", "17.5", "44.1"], ["T1", "2", "17.501", "44.1"], ["T1", "3", "17.501", "44.101"], ["T1", "4", "17.5", "44.101", "~"]];
        Assert.StartsWith("The sheet has hidden cells with values (rows: 5;", Told(Data([head, .. points])), StringComparison.Ordinal);
        Assert.StartsWith("The sheet has hidden cells with values (rows: 1;", Told(Data([.. Head, "~"], Line("A"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_rows_and_columns_are_read_by_word_alone()
    {
        var sheet = "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/><col min=\"9\" max=\"12\" width=\"9\" hidden=\"1\"/></cols>"
            + Data(Head, Line("A"), [.. Line("B"), "~"], Line("C"), ["~"]);
        Assert.Equal("The sheet has hidden cells with values (rows: 3; columns: B). Say whether they are to be read or left out.", Told(sheet));
        Assert.Equal("[hidden-cells-read] A,Suspected,2016-05-01,100 B,Suspected,2016-05-01,100 C,Suspected,2016-05-01,100",
            Told(sheet, new ReadOptions { Hidden = HiddenCells.Read }));
        Assert.Equal($"[hidden-cells-left] A,2016-05-01,100,{Square} C,2016-05-01,100,{Square}", Told(sheet, new ReadOptions { Hidden = HiddenCells.Leave }));
        Assert.Equal("A,Suspected,2016-05-01,100", Told("<cols><col min=\"9\" max=\"12\" width=\"9\" hidden=\"1\"/></cols>" + Data(Head, Line("A"), ["~"])));
    }

    [Fact]
    public void A_cell_merged_over_rows_speaks_for_each_of_them_and_an_area_is_no_area_of_each()
    {
        var sheet = Data(Head, Line("A"), Line("B", null, null, null), Line("C", null, null, null), Line("D")) + Merged("B2:B4", "C2:C3", "D2:D4");
        Assert.Equal("[cells-filled] A,Suspected,2016-05-01,100 B,Suspected,2016-05-01,100 C,Suspected,-,100 D,Suspected,2016-05-01,100", Told(sheet));
        var rows = FormatDetector.Open(Of(sheet)).Get().Rows.ToList();
        var mapping = MappingProposal.For(rows).Mapping;
        Assert.Equal(["row-broken:Area m2", "row-broken:Area m2", "row-broken:Area m2", ""], rows.Select(r => string.Join(' ',
            mapping.Apply(r).Problems.Select(p => $"{p.Code}:{p.Where?.Field}"))));
    }

    [Fact]
    public void A_merged_error_is_the_error_of_all_its_rows() => Assert.Equal("cell-error:Date cell-error:Date C,Suspected,2016-05-01,100",
        Told(Data(Head, Line("A", date: "#REF!"), Line("B", date: null), Line("C")) + Merged("C2:C3")));

    [Theory]
    [InlineData("A1:E1")]
    [InlineData("B1:C1")]
    [InlineData("A1:A2")]
    public void Headings_that_are_merged_are_no_headings(string range) =>
        Assert.StartsWith($"The cells {range} are merged over headings", Told(Data(Head, Line("A")) + Merged(range)), StringComparison.Ordinal);

    [Fact]
    public void Cells_merged_over_columns_and_values_without_a_heading_refuse_their_row()
    {
        Assert.Equal("A,Suspected,2016-05-01,100 cell-merged:Code cell-merged:Code D,Suspected,2016-05-01,100",
            Told(Data(Head, Line("A"), Line("B"), Line("C"), Line("D")) + Merged("A3:B4", "G9:H9")));
        Assert.Equal("A cell-beyond-headings:", Told(Data(["Register of 2016"], ["A"], ["B", "Suspected"])));
    }

    [Fact]
    public void A_code_cell_merged_over_the_points_of_a_polygon_is_the_code_of_all()
    {
        var sheet = Data(["Polygon ID", "Point No", "Longitude", "Latitude", "Date"], ["T1", "1", "17.5", "44.1", null], [null, "2", "17.501", "44.1", "2016-05-01"],
            [null, "3", "17.501", "44.101", null], ["T2", "1", "17.51", "44.1", "2016-05-01"], [null, "2", "17.511", "44.1", null],
            [null, "3", "17.511", "44.101", "2016-06-01"]) + Merged("A2:A4", "A5:A7");
        var rows = FormatDetector.Open(Of(sheet)).Get().Rows.ToList();
        Assert.Equal([("T1", 3, "2016-05-01"), ("T2", 3, "2016-05-01")], rows.Select(r => (r["Polygon ID"]!, r.RowCount, r["Date"]!)));
        var mapping = new Mapping { Fields = [new FieldRule { Field = "end", Column = "Date" }] };
        Assert.Equal(["", "The rows of one polygon differ: '2016-05-01' and '2016-06-01'."],
            rows.Select(r => string.Concat(mapping.Apply(r).Problems.Select(p => p.Sentence))));
    }

    [Fact]
    public void A_workbook_whose_errors_cannot_be_seen_is_refused()
    {
        Assert.Equal("This is a workbook of before 2007 (.xls), or one with a password: an error in a cell could not be told from an empty cell. Save it as .xlsx "
            + "without a password.", Told(SourceFile.Of("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])));
    }

    [Theory]
    [InlineData("Code,Latitude,Longitude\nA,44.2,\nB,44.1,18.1\n", "field-missing:Longitude B,44.1,18.1")]
    [InlineData("Code,Latitude,Longitude\nA,44.2,\n", "field-missing:Longitude")]
    [InlineData("Code,Latitude,Longitude\nA,forty,eighteen\n", "field-unreadable:Longitude, Latitude")]
    [InlineData("Code,Latitude,Longitude\nA,,\n", "A,,")]
    public void Latitude_and_longitude_are_there_by_their_names_whatever_stands_in_them(string text, string told) =>
        Assert.Equal(told, Told(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("code;date;remarks;x\nA;2016-01-01;\"open;1\nB;2016-01-01;y;2\nC;2016-01-01;\"z;3\n", "row-broken:")]
    [InlineData("code;date;remarks;x\nA;2016-01-01;\"two\nlines\";1\n", "A,2016-01-01,two\nlines,1")]
    public void A_quotation_mark_that_swallows_rows_is_not_closed(string text, string told) =>
        Assert.Equal(told, Told(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text))));
}
