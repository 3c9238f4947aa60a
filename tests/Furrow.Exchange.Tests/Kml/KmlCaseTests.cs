using Furrow.Exchange.Mappings;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Kml;

/// <summary>KML and KMZ as programs write them.</summary>
public sealed class KmlCaseTests
{
    private const string Square = "(17.5 44.1 17.501 44.1 17.501 44.101 17.5 44.101 17.5 44.1)";

    /// <summary>The codes of what is read, or what is asked or refused; then what is said.</summary>
    [Theory]
    [InlineData("20-kmz-networklinks/a.kmz", "3", "")]
    [InlineData("20-kmz-networklinks/b.kmz", "4", "")]
    [InlineData("20-kmz-networklinks/c.kmz", "layer-not-named", "")]
    [InlineData("20-kmz-networklinks/mac.kmz", "1", "")]
    [InlineData("20-kmz-networklinks/link.kml", "links-not-followed", "")]
    [InlineData("21-kml-mixed-multigeometry/a.kml", "2", "")]
    [InlineData("24-kml-undeclared/amp.kml", "file-broken", "")]
    [InlineData("24-kml-undeclared/blank.kml", "1", "")]
    [InlineData("24-kml-undeclared/bom.kml", "1", "")]
    [InlineData("24-kml-undeclared/cp1251.kml", "encoding-misfit", "")]
    [InlineData("24-kml-undeclared/decl1251.kml", "1", "")]
    [InlineData("24-kml-undeclared/nons.kml", "1", "")]
    [InlineData("24-kml-undeclared/prefix.kml", "1", "")]
    public void Each_case_is_read_or_asked_about(string name, string rows, string said)
    {
        var read = CaseFile.Read("files/" + name);
        Assert.Equal(rows, read.Problems.Count > 0 ? string.Join(' ', read.Problems.Select(p => p.Code)) : $"{read.Rows.Count}");
        Assert.Equal(said, string.Join(' ', read.Warnings.Select(w => w.Code)));
        Assert.All(read.Rows, r => Assert.Null(r.Problem));
        Assert.Equal(Enumerable.Range(1, read.Rows.Count), read.Rows.Select(r => r.Row));
    }

    /// <summary>The time of a folder is that of the placemarks in it that have none of their own; that of a view is none.</summary>
    [Theory]
    [InlineData("<Folder><TimeSpan><begin>2015-01-01</begin><end>2015-06-30</end></TimeSpan>{0}</Folder>", "begin=2015-01-01 end=2015-06-30")]
    [InlineData("<Folder><name>a</name><TimeStamp><when>2016</when></TimeStamp><Folder>{0}</Folder></Folder>", "when=2016")]
    [InlineData("<Document><TimeSpan><end>2014</end></TimeSpan><Folder><TimeSpan><end>2015</end></TimeSpan>{0}</Folder></Document>", "end=2015")]
    [InlineData("<Document><TimeSpan><end>2014</end></TimeSpan><Folder><TimeSpan><end>2015</end></TimeSpan></Folder>{0}</Document>", "end=2014")]
    [InlineData("<Folder><LookAt><TimeSpan><end>2015</end></TimeSpan></LookAt>{0}</Folder>", "")]
    [InlineData("<Folder><TimeSpan/>{0}</Folder>", "")]
    public void A_time_of_a_folder_holds_for_what_lies_in_it(string around, string times)
    {
        var read = Reading.Of("a.kml", "<kml>" + around.Replace("{0}", "<Placemark><description>x</description></Placemark>", StringComparison.Ordinal) + "</kml>");
        Assert.Empty(read.Problems);
        Assert.Equal(times, string.Join(' ', Assert.Single(read.Rows).Fields.Where(f => f.Name is "begin" or "end" or "when").Select(f => $"{f.Name}={f.Value}")));
    }

    [Fact]
    public void A_time_of_its_own_goes_before_that_of_the_folder()
    {
        const string Own = "<kml><Folder><TimeSpan><end>2015</end></TimeSpan><Placemark><TimeStamp><when>2016</when></TimeStamp></Placemark></Folder></kml>";
        Assert.Equal(["when=2016"], Reading.Of("a.kml", Own).Rows[0].Fields.Where(f => f.Name != "folder").Select(f => $"{f.Name}={f.Value}"));
    }

    [Fact]
    public void Text_in_another_encoding_than_it_says_is_read_in_the_one_a_person_names()
    {
        var question = Assert.Single(CaseFile.Read("files/24-kml-undeclared/cp1251.kml").Problems);
        Assert.Contains("windows-1251: Сумгаит", question.ToString(), StringComparison.Ordinal);
        Assert.Equal("Сумгаит", Assert.Single(CaseFile.Read("files/24-kml-undeclared/cp1251.kml", new() { Encoding = "1251" }).Rows)["name"]);
        Assert.Equal("Сумгаит", Assert.Single(CaseFile.Read("files/24-kml-undeclared/decl1251.kml").Rows)["name"]);
    }

    /// <summary>Latitude before longitude cannot be told here: such a square lies elsewhere on the earth.</summary>
    [Fact]
    public void Coordinates_are_read_as_they_are_meant_or_refused_by_name()
    {
        var rows = CaseFile.Read("files/22-kml-coords/a.kml").Rows;
        Assert.Equal(15, rows.Count);
        string[] refused = ["C1 comma only 3d", "C2 comma only 2d", "C3 leading comma", "C6 trailing comma", "C7 decimal comma", "C15 semicolons"];
        Assert.Equal(refused, rows.Where(r => r.Problem is not null).Select(r => r["name"]));
        Assert.All(rows.Where(r => r.Problem is null && r["name"] is not ("C11 lat first" or "C13 unclosed")), r => Assert.Equal(Square, Reading.Text(r.Geometry)));
    }

    [Fact]
    public void What_lies_beside_the_polygons_of_a_placemark_is_named() =>
        Assert.Contains("points (1) and lines (1)", CaseFile.Read("files/21-kml-mixed-multigeometry/a.kml").Rows[0].Notes[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_document_that_nothing_links_to_is_asked_about_and_can_be_named()
    {
        var kmz = Samples.Zip(("doc.kml", Links("in/a.kml")), ("in/a.kml", Placemark("A")), ("b.kml", Placemark("B")));
        Assert.Equal(["layer-not-named"], Reading.Of("x.kmz", kmz).Problems.Select(p => p.Code));
        Assert.Equal("B", Assert.Single(Reading.Of("x.kmz", kmz, new() { Layer = "b.kml" }).Rows)["name"]);
    }

    [Theory]
    [InlineData("./in/A.KML", "A")]
    [InlineData("in\\a.kml", "A")]
    [InlineData("in/a.kml#view", "A")]
    [InlineData("in/%61.kml", "A")]
    [InlineData("b/../in/a.kml", "A")]
    [InlineData("http://example.invalid/in/a.kml", "layer-not-named")]
    [InlineData("gone.kml", "layer-not-named")]
    public void Links_within_the_archive_are_followed(string link, string read)
    {
        var kmz = Reading.Of("x.kmz", Samples.Zip(("doc.kml", Links(link)), ("in/a.kml", Placemark("A"))));
        Assert.Equal(read, kmz.Problems.Count > 0 ? kmz.Problems[0].Code : Assert.Single(kmz.Rows)["name"]);
    }

    [Fact]
    public void Documents_that_link_in_a_circle_are_read_once_and_links_that_lead_out_are_named()
    {
        var read = Reading.Of("x.kmz", Samples.Zip(("doc.kml", Links("a.kml", "https://example.invalid/b.kml")), ("a.kml", Links("doc.kml", "a.kml"))));
        Assert.Equal(["links-not-followed"], read.Problems.Select(p => p.Code));
        Assert.Contains("https://example.invalid/b.kml.", read.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("doc.kml", read.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<TimeStamp><when>2015-06-30</when></TimeStamp>", "end 2015-06-30 Day")]
    [InlineData("<TimeStamp><when>2015-06-30T12:00:00Z</when></TimeStamp>", "end 2015-06-30 Day")]
    [InlineData("<TimeStamp><when>2015-06</when></TimeStamp>", "end 2015-06-30 Month")]
    [InlineData("<TimeSpan><begin>2015-05-01</begin><end>2015-06-30</end></TimeSpan>", "start 2015-05-01 Day end 2015-06-30 Day")]
    [InlineData("<gx:TimeSpan><begin>2015</begin><end>2016</end></gx:TimeSpan>", "start 2015-01-01 Year end 2016-12-31 Year")]
    [InlineData("<LookAt><gx:TimeStamp><when>1999-01-01</when></gx:TimeStamp></LookAt>", "")]
    public void Times_of_a_placemark_are_days_of_its_report(string time, string days)
    {
        var read = Reading.Of("a.kml", $"<kml><Placemark><name>A</name>{time}<Point><coordinates>17.5,44.1</coordinates></Point></Placemark></kml>");
        var report = MappingProposal.For(read.Rows).Mapping.Apply(read.Rows[0]);
        Assert.Equal(days, string.Join(' ', new[] { ("start", report.Start), ("end", report.End) }.Where(d => d.Item2 is not null)
            .Select(d => FormattableString.Invariant($"{d.Item1} {d.Item2!.Value.Day:yyyy-MM-dd} {d.Item2.Value.Precision}"))));
    }

    private static byte[] Links(params string[] links) => System.Text.Encoding.UTF8.GetBytes("<kml><Document>"
        + string.Concat(links.Select(l => $"<NetworkLink><name>n</name><Link><href>{l}</href></Link></NetworkLink>")) + "</Document></kml>");

    private static byte[] Placemark(string name) => System.Text.Encoding.UTF8.GetBytes($"<kml><Placemark><name>{name}</name></Placemark></kml>");
}
