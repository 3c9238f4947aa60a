using System.Text;

namespace Furrow.Exchange.Tests.Tables;

public sealed class CsvReaderTests
{
    private const string Table = "Код;Название;Долгота;Широта\nА-1;\"Поле; большое\";46,5;40,25\nА-2;Şuşa;46,75;39,75\n";

    private static readonly string Expected = """
        2 Код=А-1 Название=Поле; большое Долгота=46,5 Широта=40,25 | 46.5 40.25
        3 Код=А-2 Название=Şuşa Долгота=46,75 Широта=39,75 | 46.75 39.75
        """;

    static CsvReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Utf8_and_utf16_with_and_without_mark_read_alike_with_decimal_commas()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, true), new UnicodeEncoding(false, false) })
        {
            Assert.Equal(Expected, Reading.Of("a.csv", [.. encoding.Preamble, .. encoding.GetBytes(Table)]).ToString());
        }
    }

    [Theory]
    [InlineData(1251, "Шуша")]
    [InlineData(1250, "Šuša")]
    [InlineData(1254, "Şuşa")]
    [InlineData(1256, "شوشا")]
    [InlineData(866, "Шуша")]
    public void A_code_page_is_never_guessed_but_asked_for_with_the_names_it_gives(int page, string name)
    {
        var bytes = Encoding.GetEncoding(page).GetBytes($"code;name;date\nA;{name};2016-05-01\nB;{name} 2;2016-05-01\n");
        var asked = Assert.Single(Reading.Of("a.csv", bytes).Problems);
        Assert.Equal("encoding-unstated", asked.Code);
        Assert.Contains(name, asked.Sentence, StringComparison.Ordinal);
        var told = new ReadOptions { Encoding = page.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal([name, name + " 2"], Reading.Of("a.csv", bytes, told).Rows.Select(r => r["name"]));
    }

    [Theory]
    [InlineData("\"near 12\" shell\"", "near 12\" shell")]
    [InlineData("\"near 12\" shell", "\"near 12\" shell")]
    [InlineData("\"KP\" area", "\"KP\" area")]
    [InlineData("shell 82\"", "shell 82\"")]
    [InlineData("\"a\" and \"b\"", "\"a\" and \"b\"")]
    [InlineData("\"two \"\"quoted\"\"\"", "two \"quoted\"")]
    public void A_quotation_mark_that_is_none_of_a_delimited_text_is_kept(string written, string read) =>
        Assert.Equal(read, Reading.Of("a.csv", $"code,remarks,n\nA,{written},1\nB,x,2\n").Rows[0]["remarks"]);

    [Theory]
    [InlineData("a,b\n1,2\n", "2 a=1 b=2 | -")]
    [InlineData("a\tb\r\n1\t\"x\ty\"\r\n", "2 a=1 b=x\ty | -")]
    [InlineData("a|b\n1|2", "2 a=1 b=2 | -")]
    [InlineData("sep=;\r\na;b\r\n1,5;2\r\n", "2 a=1,5 b=2 | -")]
    [InlineData("a;b\n1,5;2,5\n", "2 a=1,5 b=2,5 | -")]
    [InlineData("\n\na,a,\n1,2,3\n", "4 a=1 a (2)=2 column 3=3 | -")]
    [InlineData("a,b\n1\n", "2 a=1 b=∅ | -")]
    [InlineData("a,b\n\"say \"\"no\"\"\",\"two\nlines\"\n", "2 a=say \"no\" b=two\nlines | -")]
    [InlineData("a,b\n1,2,3\n4,5\n",
        "2 a=1 b=2 | - ! a.csv, row 2: The row has 3 values, but there are 2 columns. Is a decimal comma or a delimiter not quoted? [row-broken]\n3 "
        + "a=4 b=5 | -")]
    [InlineData("a,b\n1,\"2\n3,4\n", "2 a=1 b=2\n3,4\n | - ! a.csv, row 2: A quotation mark is not closed. [row-broken]")]
    [InlineData("a,b\n", "! a.csv: The CSV holds no rows. [file-without-rows]")]
    public void Tables_are_read_whatever_their_delimiter_and_quoting(string text, string expected) =>
        Assert.Equal(expected, Reading.Of("a.csv", text).ToString());

    [Theory]
    [InlineData("lat,lon\n\"40°12'30.0\"\"N\",46°30'E\n", "46.5 40.208333333333336")]
    [InlineData("lat;lon\nN 40 12.5;E 46 30\n", "46.5 40.208333333333336")]
    [InlineData("lat;lon\n-40,5;-46,25\n", "-46.25 -40.5")]
    [InlineData("широта;долгота\n40°30' с.ш.;46°15' в.д.\n", "46.25 40.5")]
    [InlineData("geom\nSRID=4326;POINT Z (46.25 40.5 100)\n", "46.25 40.5")]
    [InlineData("geom\n\"POLYGON((1 2,3 4,5 6,1 2),(1 1,2 2,3 1))\"\n", "(1 2 3 4 5 6 1 2)(1 1 2 2 3 1)")]
    [InlineData("easting;northing;zone\n500000,5;4649776;38N\n", "500000.5 4649776 in EPSG:32638")]
    [InlineData("easting;northing;zone;hemisphere\n500000;8649776;38S;south\n", "500000 8649776 in EPSG:32738")]
    [InlineData("x;y;a\n;;b\n", "-")]
    public void Places_are_read_in_every_notation(string text, string geometry) =>
        Assert.EndsWith("| " + geometry, Reading.Of("a.csv", text).ToString());

    [Theory]
    [InlineData("easting;northing;zone\n500000;4649776;38S\n",
        "a.csv, row 2, field zone: '38S' is not a UTM zone with a clear hemisphere (S alone may mean band S or south: write 'north' or 'south'). "
        + "[field-unreadable]")]
    [InlineData("x;y\n500000;4649776\n",
        "a.csv, row 2, field x: '500000' in column x looks like an easting or northing. Say which coordinate system the numbers are in. [crs-missing]")]
    [InlineData("lat;lon\n40;46\n40;\n", "a.csv, row 3, field lon: The row has no value here, but one in 'lat': a place needs both. "
        + "Fill in the one that is missing, or empty the other. [field-missing]")]
    [InlineData("lat;lon\n40 61;46\n40 1;46\n", "a.csv, row 2, field lat: '40 61' is not an angle: minutes and seconds go up to 59. [field-unreadable]")]
    [InlineData("lat;lon\n44.13.12;17.33.10\n44;17\n", "a.csv, row 2, field lon, lat: '17.33.10 44.13.12' is not an angle or a number: write degrees as 44.22, or "
        + "degrees, minutes and seconds as 44 13 12 or 44°13'12\". [field-unreadable]")]
    [InlineData("lat;lon\n44 13 75;17 33 10\n44;17\n", "a.csv, row 2, field lat: '44 13 75' is not an angle: minutes and seconds go up to 59. [field-unreadable]")]
    [InlineData("lat;lon\n44.5 13;17\n44;17\n", "a.csv, row 2, field lat: '44.5 13' is not an angle: only the last of degrees, minutes and seconds may have "
        + "decimals. [field-unreadable]")]
    [InlineData("lat;lon\n40 E;46\n40;46\n", "a.csv, row 2, field lat: '40 E' is a longitude by its letter, but stands where the latitude is read. "
        + "Exchange the two in the file, or say in the import that they are exchanged. [axis-letter]")]
    [InlineData("wkt\n\"POLYGON((1 2,3 4\"\nPOINT(1 1)\n",
        "a.csv, row 2, field wkt: The well-known text cannot be read beyond character 17. [geometry-broken]")]
    [InlineData("wkt\nSRID=99;POINT(1 1)\n",
        "a.csv, row 2, field wkt: The coordinate system 'EPSG:99' is not known here. It is refused, never guessed: give a known one. [crs-unknown]")]
    [InlineData("mgrs\n38SMB\n38XMB1\n38SMB\n", "a.csv, row 3, field mgrs: '38XMB1' is not an MGRS reference. [field-unreadable]")]
    public void A_place_that_cannot_be_read_names_row_and_field(string text, string problem) =>
        Assert.Contains(problem, Reading.Of("a.csv", text).Rows.Select(r => r.Problem?.ToString()));

    /// <summary>The beginning is sound UTF-8; a byte that is none stands behind all that is looked at first.</summary>
    [Fact]
    public void A_byte_that_is_no_letter_far_down_refuses_its_row_and_no_other()
    {
        var good = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"A{i},Place {i},2016-01-02\n"));
        byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes("Code,Name,Date\n" + good), .. "B1,"u8, 0x8A, 0xE6, .. "epan,2016-01-02\nB2,Žepče,2016-01-02\n"u8];
        Assert.True(bytes.Length > 1 << 16);
        var rows = Furrow.Exchange.Formats.FormatDetector.Open(SourceFile.Of("a.csv", bytes)).Get().Rows.ToList();
        Assert.Equal((3_002, "text-lost", "Žepče"), (rows.Count, Assert.Single(rows, r => r.Problem is not null).Problem!.Code, rows[^1]["Name"]));
    }
}
