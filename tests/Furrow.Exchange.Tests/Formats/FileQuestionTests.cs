using System.Text;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Formats;

/// <summary>What is asked of a file as a whole: all that can be asked at once, each question with what the file shows for every answer.</summary>
public sealed class FileQuestionTests
{
    [Theory]
    [InlineData("sheets/12_hidden_rows.xlsx", "Hidden: read, leave")]
    [InlineData("sheets/10c_two_data_sheets.xlsx", "Part: North, South")]
    [InlineData("sheets/09_legs.xlsx", "North: true, magnetic, grid")]
    [InlineData("files/20-kmz-networklinks/c.kmz", "Part: l0.kml, l1.kml, l2.kml")]
    public void A_file_shows_what_the_answer_can_be(string file, string asked) => Assert.Equal(asked, Asked(CaseFile.Read(file)));

    [Fact]
    public void Two_files_of_an_archive_are_asked_about_as_two_sheets_are()
    {
        var zip = Samples.Zip(("north.csv", "code;lat;lon\nA;44;18\n"u8.ToArray()), ("south.csv", "code;lat;lon\nB;44;18\n"u8.ToArray()));
        Assert.Equal("Part: north.csv, south.csv", Asked(Reading.Of("both.zip", zip)));
        Assert.Equal("B", Reading.Of("both.zip", zip, new ReadOptions { Layer = "south.csv" }).Rows.Single().Fields[0].Value);
    }

    [Fact]
    public void Headings_are_offered_row_by_row_and_in_pairs() =>
        Assert.Equal("Headings: 1 = Register, 2 = 5 | 6 | 7, 3 = 8 | 9 | 10, 1-2 = Register + 5 | 6 | 7, 2-3 = 5 | 6 | 7 + 8 | 9 | 10",
            Asked(Reading.Of("a.csv", "Register\n5;6;7\n8;9;10\n")));

    [Fact]
    public void Encodings_are_offered_with_what_the_text_reads_as()
    {
        TextEncodings.Register();
        var read = Reading.Of("a.csv", Encoding.GetEncoding(1250).GetBytes("name\nŠćepan\n"));
        Assert.Contains("windows-1250 = Šćepan, ", Asked(read), StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_and_words_for_points_are_asked_with_their_choices()
    {
        Assert.Equal("AxisOrder: x-is-east, x-is-north", Asked(Reading.Of("a.csv", "code;X;Y\nA;6541000;4881000\nB;4881000;6541000\n",
            new ReadOptions { Crs = "EPSG:3908 via EPSG:3962" })));
        var points = "hazard code;point type;lat;lon\nA;Pillar;43;17\nA;SP;44;18\nA;TP;44;18.1\nA;Gate post;44.1;18\n";
        Assert.Equal(["PointRole Gate post", "PointRole Pillar"],
            Reading.Of("a.csv", points).Understood.Where(u => u.Standing == Standing.NotKnown).Select(u => $"{u.Topic} {u.Of}").Order());
    }

    [Fact]
    public void Questions_that_do_not_hang_together_are_asked_at_once()
    {
        var shp = CaseFile.Bytes("encodings/a/a.shp");
        var dbf = CaseFile.Bytes("encodings/a/a.dbf");
        var read = Reading.Of("a.zip", Samples.Zip(("a.shp", shp), ("a.dbf", dbf)));
        Assert.Equal(["crs-missing", "encoding-unstated"], read.Problems.Select(p => p.Code).Order());
    }

    [Fact]
    public void Without_their_place_rows_still_show_their_columns_and_words()
    {
        var read = Reading.Of("a.csv", "code;Status;X;Y\nA;Cleared;6541000;4881000\nB;Open;4881000;6541000\n", new ReadOptions { Crs = "EPSG:3908 via EPSG:3962" });
        Assert.Equal(["Cleared", "Open"], read.Rows.Select(r => r["Status"]));
        Assert.All(read.Rows, r => Assert.Equal(DrawnKind.None, r.Geometry.Kind));
    }

    [Fact]
    public void Where_no_answer_helps_nothing_is_asked()
    {
        var read = Reading.Of("a.zip", Samples.Zip(("a.shp", new byte[40]), ("a.dbf", new byte[4])));
        Assert.Equal(["file-broken"], read.Problems.Select(p => p.Code));
    }

    private static string Asked(Reading read)
    {
        Assert.NotEmpty(read.Problems);
        return string.Join("; ", read.Understood.Where(u => u.Standing == Standing.NotKnown)
            .Select(u => $"{u.Topic}: {string.Join(", ", u.Choices.Select(c => c.Shown.Length > 0 ? $"{c.Word} = {c.Shown}" : c.Word))}"));
    }
}
