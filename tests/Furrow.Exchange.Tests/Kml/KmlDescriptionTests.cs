using Furrow.Core;

namespace Furrow.Exchange.Tests.Kml;

/// <summary>Map programs write the attributes of a placemark into its description.</summary>
public sealed class KmlDescriptionTests
{
    private static string Fields(string description, string more = "")
    {
        var reading = Reading.Of("a.kml", $"""
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><description><![CDATA[{description}]]></description>{more}
            <Point><coordinates>18,44</coordinates></Point></Placemark></Document></kml>
            """);
        var row = Assert.Single(reading.Rows);
        Assert.Null(row.Problem);
        return string.Join("; ", row.Fields.Select(f => $"{f.Name}={f.Value}"));
    }

    [Theory]
    [InlineData("<table><tr><td>Status</td><td>Cleared</td></tr><tr><td>Area m2</td><td>12,5</td></tr></table>", "Status=Cleared; Area m2=12,5")]
    [InlineData("<html><body><table><tr><td>SHA-1</td></tr><tr><td><table><tr><td>FID</td><td>0</td></tr><tr bgcolor='#D4E4F3'><td>Status</td>"
        + "<td>&lt;Null&gt;</td></tr></table></td></tr></table></body></html>", "description=SHA-1; FID=0; Status=<Null>")]
    [InlineData("<table><tr><th>Status:</th><td><b>Not</b> cleared</td></tr></table><p>Marked on the ground.</p>",
        "description=Marked on the ground.; Status=Not cleared")]
    [InlineData("<b>Status:</b> Cleared<br/>Date: 2020-05-01<br>Team:", "Status=Cleared; Date=2020-05-01; Team=")]
    [InlineData("Status: Cleared\nDate: 2020-05-01\r\n", "Status=Cleared; Date=2020-05-01")]
    [InlineData("Статус: Очищено<br>Sahə: 5", "Статус=Очищено; Sahə=5")]
    [InlineData("Near the school: 40 m\nThe wall is the border.", "description=Near the school: 40 m\nThe wall is the border.")]
    [InlineData("Status: <Null>", "description=Status: <Null>")]
    [InlineData("Width < 5 m and > 3 m", "description=Width < 5 m and > 3 m")]
    [InlineData("A <b>wide</b> field &amp; a wall<br>two lines", "description=A wide field & a wall\ntwo lines")]
    [InlineData("<table><tr><td>one</td><td>two</td><td>three</td></tr></table>", "description=onetwothree")]
    public void Its_table_or_its_lines_are_columns_and_the_rest_is_text(string description, string fields) => Assert.Equal(fields, Fields(description));

    [Fact]
    public void Extended_data_goes_before_the_same_column_of_the_description() =>
        Assert.Equal("Date=2020; Status=Suspected", Fields("<table><tr><td>status</td><td>Cleared</td></tr><tr><td>Date</td><td>2020</td></tr></table>",
            "<ExtendedData><Data name='Status'><value>Suspected</value></Data></ExtendedData>")
            .Split("; ").Order().Aggregate((a, b) => $"{a}; {b}"));

    [Theory]
    [InlineData("<b>")]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a><p>")]
    [InlineData("<i></b>")]
    [InlineData("<ul><li>")]
    [InlineData("<button><svg>")]
    [InlineData("<select><option>")]
    [InlineData("</p></br>")]
    [InlineData("<div></q>")]
    [InlineData("<template>")]
    [InlineData("<h1></h2>")]
    [InlineData("&amp;<br>")]
    [InlineData("<tr><td>a</td><td>b</td></tr>")]
    public void Endless_markup_ends(string piece)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fields(string.Concat(Enumerable.Repeat(piece, 64_000 / piece.Length)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    /// <summary>Two values of one name: neither is lost, and one that is said twice stands once.</summary>
    [Theory]
    [InlineData("Suspected", "Cleared", "Status=Suspected; Status (2)=Cleared")]
    [InlineData("Suspected", "Suspected", "Status=Suspected")]
    [InlineData("", "Cleared", "Status=; Status (2)=Cleared")]
    public void Data_of_one_name_twice_are_two_columns(string first, string second, string fields)
    {
        static string Data(string value) => $"<Data name='Status'><value>{value}</value></Data>";
        var row = Assert.Single(Reading.Of("a.kml", "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Placemark><ExtendedData>"
            + $"{Data(first)}{Data(second)}</ExtendedData><Point><coordinates>17.5,44.1</coordinates></Point></Placemark></Document></kml>").Rows);
        Assert.Equal(fields, string.Join("; ", row.Fields.Select(f => $"{f.Name}={f.Value}")));
    }
}
