using static Furrow.Exchange.Tests.Tables.Workbook;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>A row of a table has the number that a spreadsheet shows beside it, whatever stands above it.</summary>
public sealed class RowNumberTests
{
    [Theory]
    [InlineData("code,date\nA,2016\nB,2017\n", "2 3")]
    [InlineData("National list\n\ncode,date,name\nA,2016,x\nB,2017,y\n", "4 5")]
    [InlineData("code,date\nA,2016\n\n\nB,2017\n", "2 5")]
    [InlineData("code,date\nA,2016\n,\nB,2017\n", "2 4")]
    [InlineData("code,date\nA,\"2016\n(late)\"\nB,2017\n", "2 3")]
    [InlineData("sep=;\ncode;date\nA;2016\nB;2017\n", "2 3")]
    [InlineData("code,date\r\nA,2016\r\nB,2017\r\n", "2 3")]
    public void Of_a_text_table(string text, string rows) => Assert.Equal(rows, Numbers(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Of_a_sheet()
    {
        string?[] head = ["Code", "Date", "Name"], row = ["A", "2016", "x"];
        Assert.Equal("2 3", Numbers(Of(Data(head, row, row))));
        Assert.Equal("4 6", Numbers(Of(Data(["National list"], [null], head, row, [null], row))));
        Assert.Equal("3", Numbers(Of(Data(head, [.. row, "~"], row)), new ReadOptions { Hidden = HiddenCells.Leave }));
    }

    [Fact]
    public void Of_points_it_is_that_of_the_first()
    {
        const string Points = "List of areas\ncode;point;lat;lon\nA;1;44;18\nA;2;44;18.1\nA;3;44.1;18.1\nB;1;44;19\nB;2;44;19.1\n";
        Assert.Equal("3 6", Numbers(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(Points))));
    }

    private static string Numbers(SourceFile file, ReadOptions? options = null) => string.Join(' ', Reading.Of(file, options).Rows.Select(r => r.Row));
}
