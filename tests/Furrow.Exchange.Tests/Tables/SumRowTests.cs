using Furrow.Exchange.Formats;
using static Furrow.Exchange.Tests.Tables.HeadingTests;
using static Furrow.Exchange.Tests.Tables.Workbook;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Rows that are no records: sums, remarks, headings of the next page. And rows that a person chooses by what a column says.</summary>
public sealed class SumRowTests
{
    private static string Told(SourceFile file, ReadOptions? options = null)
    {
        var reading = FormatDetector.Open(file, options).Get();
        var rows = string.Join(' ', reading.Rows.ToList().Select(r => r.Problem is { } p ? $"!{p.Code}" : r.Fields[0].Value));
        return string.Join(' ', reading.Problems.Select(p => p.Code).Concat(reading.Warnings.Select(w => w.Code))) + "> " + rows;
    }

    private static SourceFile Csv(string text) => SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("13_totals_row.xlsx", "T-1 T-2 T-3 !row-sums-others !row-is-remark")]
    [InlineData("13b_totals_no_code.xlsx", "T-1 T-2 !row-is-sum")]
    [InlineData("files/65-footer-total/a.csv", "A1 A2 !row-sums-others")]
    [InlineData("files/62-csv-style/ends.csv", "Q0 Q1 Q2 !row-is-sum !row-is-sum")]
    public void Sums_and_remarks_of_the_cases_are_no_records(string name, string told) => Assert.Equal("> " + told, Told(Case(name)));

    [Theory]
    [InlineData("Grand total;;;900")]
    [InlineData("TOTAL:;;;900")]
    [InlineData(";Toplam;;900")]
    [InlineData(";;Итого;900")]
    [InlineData("Yekun (3);;;900")]
    [InlineData("Ukupno;;;900")]
    [InlineData("کل;;;900")]
    [InlineData("3 areas in total;;;900")]
    [InlineData(";;;900")]
    [InlineData("Prepared by the office;;;")]
    public void Such_a_row_is_no_record_wherever_it_stands(string sum)
    {
        var table = $"Code;Status;Date;Area m2\nA1;Suspected;2016-01-01;300\nA2;Suspected;2016-01-02;300\n{sum}\nA3;Suspected;2016-01-03;300\n";
        Assert.Equal("> A1 A2 !row-is-sum A3", Told(Csv(table)));
        Assert.Equal("sum-rows-left> A1 A2 A3", Told(Csv(table), new ReadOptions { Sums = SumRows.Leave }));
        Assert.Equal(4, FormatDetector.Open(Csv(table), new ReadOptions { Sums = SumRows.Read }).Get().Rows.Count());
    }

    /// <summary>What the table proves itself is not asked about: rows below two of 300 and 1,200.5 m2, a blank one as "-".</summary>
    [Theory]
    [InlineData("Total;;;1500.5", "row-sums-others")]
    [InlineData("Total;;;1499", "row-is-sum")]
    [InlineData("Total;2;;1500.5", "row-sums-others")]
    [InlineData("Total;;;1500", "row-sums-others")]
    [InlineData("Total;3;;1500.5", "row-is-sum")]
    [InlineData("Average;;;750.25", "row-sums-others")]
    [InlineData("Total;;;1200.5", "row-is-sum")]
    [InlineData("Total;;;", "row-is-sum")]
    [InlineData(";;;1500.5", "row-is-sum")]
    [InlineData("A3;Suspected;2016-01-01;300#;;;1800.5", "A3 row-sums-others")]
    [InlineData("A3;Suspected;2016-01-01;300#;;;1800", "A3 row-is-sum")]
    [InlineData("Subtotal;;;1500.5#A3;Suspected;2016-01-01;10#A4;Suspected;2016-01-01;20#Subtotal;;;30#Grand total;;;1530.5",
        "row-sums-others A3 A4 row-sums-others row-sums-others")]
    [InlineData("Code;Status;Date;Area m2#A3;Suspected;2016-01-01;300", "row-repeats-headings A3")]
    [InlineData("-#Prepared by the office;;;", "row-is-remark")]
    [InlineData("-#Prepared by the office;;;#A note below;;;", "row-is-remark row-is-remark")]
    [InlineData("-#Prepared by the office;;;#A3;Suspected;2016-01-01;300", "row-is-sum A3")]
    [InlineData("Prepared by the office;;;", "row-is-sum")]
    public void What_the_table_proves_is_not_asked_about(string rows, string told)
    {
        var table = $"Code;Status;Date;Area m2\nA1;Suspected;2016-01-01;300\nA2;Suspected;2016-01-02;1200.5\n{rows.Replace("-#", "\n").Replace('#', '\n')}\n";
        Assert.Equal($"> A1 A2 {told}", Told(Csv(table)).Replace("!", ""));
        var reading = FormatDetector.Open(Csv(table)).Get();
        Assert.True(reading.Rows.Count() > 2);
        Assert.Equal(told.Contains("row-is-sum") ? Standing.Proposed : Standing.Known, reading.Understood.Single(u => u.Topic == ReadingTopic.Totals).Standing);
    }

    /// <summary>A name alone may be a record, where records have names and no codes.</summary>
    [Fact]
    public void Below_a_table_of_names_a_text_alone_is_asked_about() =>
        Assert.Contains("!row-is-sum", Told(Csv("Name;Status;Date;Area m2\nOld mill;Suspected;2016-01-01;300\nNew mill;Suspected;2016-01-02;300\n\nUpper field road;;;\n")),
            StringComparison.Ordinal);

    [Fact]
    public void A_sum_over_records_given_by_points_counts_each_once()
    {
        static string Points(string code, int x) => string.Concat(Enumerable.Range(0, 4).Select(i =>
            $"{code};{i + 1};{44.1 + i / 2 * 0.001:0.000};{17.5 + x + i % 3 % 2 * 0.001:0.000};{500 + x}\n"));
        Assert.EndsWith("A B !row-sums-others", Told(Csv($"Polygon ID;Point no;Latitude;Longitude;Area m2\n{Points("A", 1)}{Points("B", 2)}Total;;;;1003\n")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Total-01;Suspected;2016-01-01;300")]
    [InlineData("Total;Suspected;2016-01-01;300")]
    [InlineData("A9;;;")]
    [InlineData("SHA 12;;;")]
    [InlineData("A9;;;300")]
    public void A_record_that_says_little_is_a_record(string row) =>
        Assert.DoesNotContain("row-is-sum", Told(Csv($"Code;Status;Date;Area m2\nA1;Suspected;2016-01-01;300\nA2;Suspected;2016-01-02;300\n{row}\n")), StringComparison.Ordinal);

    [Fact]
    public void Sums_that_nothing_proves_are_understood_as_rows_to_leave()
    {
        var reading = FormatDetector.Open(Case("13b_totals_no_code.xlsx")).Get();
        Assert.Equal(3, reading.Rows.Count());
        Assert.Equal((Standing.Proposed, "leave"), reading.Understood.Where(u => u.Topic == ReadingTopic.Totals).Select(u => (u.Standing, u.Reading)).Single());
    }

    [Fact]
    public void Only_the_rows_a_person_chose_are_read_and_the_others_are_counted()
    {
        var table = Csv("Code;Status\nA;Approved\nB;Rejected\nC;draft\nD; approved \nE;\nF;Rejected\n");
        ReadOptions Only(string column, params string[] values) => new() { Only = new Dictionary<string, IReadOnlyList<string>> { [column] = values } };
        Assert.Equal("rows-not-chosen> A D", Told(table, Only("Status", "Approved")));
        Assert.Equal("rows-not-chosen> A C D", Told(table, Only("Status", "Approved", "Draft")));
        Assert.Equal("column-missing> ", Told(table, Only("State", "Approved")));
        var reading = FormatDetector.Open(table, Only("Status", "Approved")).Get();
        Assert.Equal(2, reading.Rows.Count());
        Assert.Equal("4 rows were left out, since you chose others: Status = Rejected (2), Status = draft (1), Status = – (1).", reading.Warnings.Single().Sentence);
    }

    [Fact]
    public void A_sheet_with_a_sum_keeps_its_other_rows()
    {
        var sheet = Data(["Code", "Name", "Area m2"], ["A", "x y", "100"], ["B", "z w", "100"], [null, null, "200"]);
        Assert.Equal("> A B !row-is-sum", Told(Of(sheet)));
    }
}
