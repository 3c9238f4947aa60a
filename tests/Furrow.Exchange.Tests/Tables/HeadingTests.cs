using Furrow.Exchange.Formats;
using Furrow.Exchange.Tables;
using static Furrow.Exchange.Tests.Tables.Workbook;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>The rows that name the columns: below titles, in two rows, where a person says; never a record of a title, never a column lost.</summary>
public sealed class HeadingTests
{
    internal static SourceFile Case(string name) => SourceFile.At(Path.Combine(AppContext.BaseDirectory, "Cases", name.Contains('/') ? name : "sheets/" + name));

    /// <summary>Row of headings, how sure, names; first row.</summary>
    internal static string Told(SourceFile file, ReadOptions? options = null)
    {
        var reading = FormatDetector.Open(file, options).Get();
        var rows = reading.Rows.ToList();
        var head = reading.Understood.FirstOrDefault(u => u.Topic == ReadingTopic.Headings);
        return reading.Problems is [var problem, ..] ? problem.Code
            : $"{head!.Reading}{(head.Standing == Standing.Known ? "" : "?")} {string.Join('|', rows[0].Fields.Select(f => f.Name))}: "
                + string.Join(' ', rows.Select(r => $"{r[r.Fields[0].Name]}{(r.Problem is { } p ? $" {p.Code}" : "")}"));
    }

    [Theory]
    [InlineData("01_title_rows.xlsx", "4 Code|Area name|Area (m2)|Survey date|Latitude|Longitude: SHA-1 SHA-2")]
    [InlineData("02_two_header_rows.xlsx", "1-2 Code|Survey date|Position / Latitude|Position / Longitude|Area / (m2): SHA-1 SHA-2")]
    [InlineData("title_rows.csv", "3 Code|Date|Area (m2)|Latitude|Longitude: A-1 A-2")]
    [InlineData("title_rows_padded.csv", "3 Code|Date|Area (m2)|Latitude|Longitude: A-1 A-2")]
    [InlineData("files/30-xlsx-title-row/a.xlsx", "3 Code|Status|Date|Area m2|WKT: X0 X1 X2")]
    [InlineData("files/30-xlsx-title-row/b.xlsx", "2 Code|Status|Date|Area m2|WKT: X0 X1 X2")]
    [InlineData("files/30-xlsx-title-row/c.csv", "2 Code|Status|Date|Area m2|WKT: X0 X1 X2")]
    public void Cases_have_their_headings_found(string name, string told) => Assert.Equal(told, Told(Case(name)));

    [Theory]
    // The first row stands, whatever its words, while it is as wide as the rows below.
    [InlineData("Kennung;Lage;Bem\nA;x y;1\nB;z w;2\n", "1 Kennung|Lage|Bem: A B")]
    // Titles of several cells, an address, a date of printing.
    [InlineData("Mine action centre;;printed 31.12.2016;;\nOffice:;North;;;\n\nCode;Status;Date;Lat;Lon\nA;Suspected;2016-01-01;44;18\n", "4 Code|Status|Date|Lat|Lon: A")]
    // No name of the table is known here: proposed.
    [InlineData("Register\n\nKennung;Lage;Bem;Zahl\nA;x;q;1\nB;z;q;2\n", "3? Kennung|Lage|Bem|Zahl: A B")]
    // Units in a row of their own, and a row that counts the columns.
    [InlineData("Code;Date;Area;Depth\n;;(m2);(cm)\n1;2;3;4\nA;2016-01-01;100;20\n", "1-2 Code|Date|Area / (m2)|Depth / (cm): A")]
    // Groups without merged cells.
    [InlineData("Code;Date;Location;;Area\n;;Latitude;Longitude;\nA;2016-01-01;44;18;100\n", "1-2 Code|Date|Location / Latitude|Location / Longitude|Area: A")]
    [InlineData("Реестр районов\n\nКод;Статус;Дата;Широта;Долгота\nA;Подозреваемая;2016-01-01;44;18\n", "3 Код|Статус|Дата|Широта|Долгота: A")]
    [InlineData("Bölgeler\nKod;Tarih;Enlem;Boylam\nA;2016-01-01;44;18\n", "2 Kod|Tarih|Enlem|Boylam: A")]
    [InlineData("Register\n5;6;7\n8;9;10\n", "headings-unclear")]
    public void Rows_above_the_table_are_no_headings_and_no_records(string text, string told) =>
        Assert.Equal(told, Told(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Groups_over_equal_names_tell_them_apart()
    {
        var sheet = Data(["Code", "Start", null, "End", null, "Area"], [null, "Lat", "Long", "Lat", "Long", "m2"], ["A", "44.1", "18.1", "44.2", "18.2", "100"],
            ["B", "44.1", "18.1", "44.2", "18.2", "100"]) + Merged("A1:A2", "B1:C1", "D1:E1");
        Assert.Equal("1-2 Code|Start / Lat|Start / Long|End / Lat|End / Long|Area / m2: A B", Told(Of(sheet)));
        var titled = Data(["List", null, null, null], ["Area", null, "Location", null], ["Code", "Status", "Latitude", "Longitude"], ["A", "Suspected", "44.1", "18.1"])
            + Merged("A1:D1", "A2:B2", "C2:D2");
        Assert.Equal("2-3 Area / Code|Area / Status|Location / Latitude|Location / Longitude: A", Told(Of(titled)));
        var row = FormatDetector.Open(Of(titled)).Get().Rows.Single();
        Assert.Equal((18.1, 44.1), (row.Geometry.X, row.Geometry.Y));
    }

    [Theory]
    [InlineData("3", "3 Lager|Breite|Wert: x", "A\nB;C;D\nLager;Breite;Wert\nx;44;2\n")]
    [InlineData("2-3", "2-3 B / Lager|C / Breite|D / Wert: x", "A\nB;C;D\nLager;Breite;Wert\nx;44;2\n")]
    [InlineData("9", "headings-not-there", "A;B\nx;44\n")]
    public void A_person_says_which_rows_they_are(string rows, string told, string text) => Assert.Equal(told,
        Told(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text)), new ReadOptions { HeaderRow = HeadingRows.Parse(rows) }));

    [Fact]
    public void A_header_row_of_a_sheet_is_counted_as_the_sheet_counts_it()
    {
        var sheet = Data(["Code", "Status"], ["x", "y"], [null], ["Kennung", "Lage"], ["A", "44"], ["B", "45"]);
        Assert.Equal("4 Kennung|Lage: A B", Told(Of(sheet), new ReadOptions { HeaderRow = HeadingRows.Parse("4") }));
        Assert.Null(HeadingRows.Parse("4-9"));
        Assert.Null(HeadingRows.Parse("0"));
    }

    [Fact]
    public void What_stands_above_the_headings_is_told()
    {
        var reading = FormatDetector.Open(Case("01_title_rows.xlsx")).Get();
        Assert.Equal(2, reading.Rows.Count());
        Assert.Equal("The headings were found in row 4. Above them stands: National Mine Action Authority - List of hazardous areas | As of 31 December 2016.",
            reading.Warnings.Single().Sentence);
    }
}
