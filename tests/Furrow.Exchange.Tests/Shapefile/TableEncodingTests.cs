using System.Text;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Shapefile;

/// <summary>Text of a shapefile is right, or a person is asked; it is never changed unsaid.</summary>
public sealed class TableEncodingTests
{
    private const string Bosnian = "Šćepan Polje Đurđevac žeđ";
    private const string Turkish = "Güneş Çınarlı Ağrı İğdır";
    private const string Russian = "Минное поле Северное";

    /// <summary>The text; or the code of the question, and the encoding a person then names.</summary>
    [Theory]
    [InlineData("a", Bosnian, "encoding-unstated", "windows-1250")]
    [InlineData("b", Bosnian)]
    [InlineData("c", Bosnian)]
    [InlineData("d", Bosnian)]
    [InlineData("e", Bosnian)]
    [InlineData("f", Bosnian)]
    [InlineData("g", Bosnian)]
    [InlineData("h", Bosnian)]
    [InlineData("i", Bosnian)]
    [InlineData("j", Bosnian)]
    [InlineData("k", Bosnian, "encoding-misfit", "1250")]
    [InlineData("l", Bosnian, "encoding-unstated", "CP1250")]
    [InlineData("m", Bosnian)]
    [InlineData("n", Bosnian)]
    [InlineData("o", Turkish, "encoding-unstated", "windows-1254")]
    [InlineData("p", Turkish)]
    [InlineData("q", Russian, "encoding-unstated", "windows-1251")]
    [InlineData("r", Russian)]
    [InlineData("s", Russian)]
    [InlineData("t", Russian, "encoding-unstated", "cp866")]
    public void Each_case_is_right_or_asked_about(string name, string text, string? asked = null, string? told = null)
    {
        var read = CaseFile.Read($"encodings/{name}/{name}.shp");
        if (asked is not null)
        {
            var question = Assert.Single(read.Problems);
            Assert.Equal(asked, question.Code);
            Assert.Contains(text[..12], question.ToString(), StringComparison.Ordinal);
            Assert.Empty(read.Rows);
            read = CaseFile.Read($"encodings/{name}/{name}.shp", new ReadOptions { Encoding = told });
        }

        Assert.Empty(read.Problems);
        Assert.Empty(read.Warnings);
        Assert.Equal(text, Assert.Single(read.Rows)["naziv"]);
    }

    [Theory]
    [InlineData("ansi1251", "Сумгаит")]
    [InlineData("bom", "Şəki")]
    [InlineData("cp1251", "Сумгаит")]
    [InlineData("empty", "Şəki")]
    [InlineData("ldid57", null)]
    [InlineData("ldid57u", "Şəki")]
    [InlineData("n1250", "Čačak")]
    [InlineData("n88591", "Münih")]
    [InlineData("n88595", "Сумгаит")]
    [InlineData("oem", "Сумгаит")]
    [InlineData("system", "Şəki")]
    [InlineData("utf8l", "Şəki")]
    public void A_cpg_says_it_as_other_programs_write_it(string name, string? text)
    {
        var read = CaseFile.Read($"files/07-cpg/{name}.shp");
        Assert.Equal(text is null ? ["encoding-unstated"] : [], read.Problems.Select(p => p.Code));
        Assert.Equal(text, read.Rows.SingleOrDefault()?["name"]);
    }

    [Theory]
    [InlineData("utf-8 UTF8 UTF_8 65001 CP65001 \uFEFFutf-8", 65001)]
    [InlineData("1251 CP1251 cp-1251 windows-1251 WIN1251 ANSI_1251 MS1251", 1251)]
    [InlineData("8859-2 88592 ISO88592 ISO_8859-2 iso8859-2 LATIN2 Latin-2", 28592)]
    [InlineData("885915 ISO-8859-15 latin9", 28605)]
    [InlineData("866 OEM_866 IBM866 cp866", 866)]
    [InlineData("Big5 BIG5 950 CP950", 950)]
    [InlineData("GBK GB2312 936", 936)]
    [InlineData("SJIS Shift_JIS 932", 932)]
    [InlineData("KOI8-R KOI8_R", 20866)]
    [InlineData("LDID/201", 1251)]
    public void Names_of_one_encoding_are_one(string names, int page) =>
        Assert.All(names.Split(' '), n => Assert.Equal(page, TextEncodings.Find(n)?.CodePage));

    [Theory]
    [InlineData("klingon")]
    [InlineData("99999")]
    [InlineData("8859-77")]
    [InlineData("UTF-7")]
    public void An_unknown_name_is_refused(string name) => Assert.Null(TextEncodings.Find(name));

    [Fact]
    public void A_text_cut_within_a_letter_keeps_its_whole_letters_and_says_so()
    {
        var read = Read("Žeđžeđ"u8.ToArray()[..9], 9, "UTF-8");
        Assert.Equal("Žeđže", Assert.Single(read.Rows)["naziv"]);
        Assert.Contains("naziv", Assert.Single(read.Rows[0].Notes).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "Šćepan", "utf-8")]
    [InlineData("ascii", "Šćepan", "utf-8")]
    [InlineData("88591", "Žepče", "windows-1250")]
    public void A_statement_that_its_bytes_contradict_is_asked_about(string cpg, string text, string written) =>
        Assert.Equal(["encoding-misfit"], Read(TextEncodings.Find(written)!.GetBytes(text), 20, cpg).Problems.Select(p => p.Code));

    [Fact]
    public void What_a_person_says_is_obeyed_where_it_fits() =>
        Assert.Equal("Ćma", Assert.Single(Read(TextEncodings.Find("1250")!.GetBytes("Ćma"), 20, "1252", "windows-1250").Rows)["naziv"]);

    [Theory]
    [InlineData("a.geojson", """{"type":"Point","coordinates":[1,2],"x":1}""", 0)]
    [InlineData("a.geojson", """{"type":"Feature","properties":{"n":"a\uFFFDb"},"geometry":null}""", 1)]
    [InlineData("a.csv", "code,name\nA,Z\uFFFDe\nB,Zef\n", 1)]
    [InlineData("a.csv", "code,n\uFFFDe\nA,x\n", 1)]
    [InlineData("a.kml", "<kml><Placemark><name>Z\uFFFDe</name></Placemark></kml>", 1)]
    public void No_row_with_a_lost_letter_comes_in(string name, string text, int refused) =>
        Assert.Equal(refused, Reading.Of(name, text).Rows.Count(r => r.Problem?.Code == "text-lost"));

    private static Reading Read(byte[] text, int width, string? cpg, string? told = null)
    {
        const string Case = "encodings/c/c";
        var dbf = CaseFile.Bytes(Case + ".dbf");
        var (head, column) = (dbf[8] | dbf[9] << 8, 64);
        var was = dbf[column + 16];
        var codeWidth = dbf[48];
        dbf[column + 16] = (byte)width;
        byte[] row = [.. dbf.AsSpan(head, 1 + codeWidth), .. text, .. Enumerable.Repeat((byte)' ', width - text.Length),
            .. dbf.AsSpan(head + 1 + codeWidth + was)];
        byte[] made = [.. dbf.AsSpan(0, head), .. row];
        var record = (made[10] | made[11] << 8) - was + width;
        (made[10], made[11]) = ((byte)record, (byte)(record >> 8));
        return Reading.Of("a.zip", Samples.Zip(("a.shp", CaseFile.Bytes(Case + ".shp")), ("a.prj", CaseFile.Bytes(Case + ".prj")), ("a.dbf", made),
            ("a.cpg", Encoding.ASCII.GetBytes(cpg ?? ""))), new ReadOptions { Encoding = told });
    }
}
