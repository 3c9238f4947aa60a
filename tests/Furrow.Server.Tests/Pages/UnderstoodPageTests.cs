using System.Text;
using Furrow.Core.Vocabulary;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>A foreign table on the page of its import: nothing is applied while a reading is open, "This is right" confirms what was shown, and what was
/// mended can be read after it was applied.</summary>
public sealed class UnderstoodPageTests : IDisposable
{
    private const string Table = "Code,Status,Area,A,B\nU-1,Cleaered,5000,44.1,17.5\nU-2,Foo,4000,44.2,17.6\n";
    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    private Task<string> Upload(string name, string text, string word = "mapped") => _server.Upload(name, Encoding.UTF8.GetBytes(text), word);

    private Task<string> Ready(string draft) => _server.Ready(draft);

    private Task<string> Post(string draft, string handler, params (string Name, string Value)[] typed) => _server.Say(draft, handler, typed);

    /// <summary>Hidden rows have no columns of their own: what was said of the columns stays when they are read after all, or left again.</summary>
    [Fact]
    public async Task What_becomes_of_hidden_rows_forgets_nothing_that_was_said()
    {
        static string Row(int row, bool isHidden, params string[] cells) => $"<row r=\"{row}\"{(isHidden ? " hidden=\"1\"" : "")}>" + string.Concat(
            cells.Select((c, i) => $"<c r=\"{(char)('A' + i)}{row}\" t=\"inlineStr\"><is><t>{c}</t></is></c>")) + "</row>";
        var book = Hostile.HostileWorkbooks.Book(Row(1, false, "Code", "Lat", "Lon", "Ident") + Row(2, false, "H-1", "44.1", "17.5", "one")
            + Row(3, true, "H-2", "44.2", "17.6", "two"));
        var draft = await _server.Upload("hidden.xlsx", book, "suspected");
        await Ready(draft);
        await Post(draft, "mapping", ("look", "1"), ("column-3", "remarks"));
        foreach (var hidden in new[] { "Read", "Leave", "Read" })
        {
            Assert.Matches("id=\"column-3\"[^§]*?<option value=\"remarks\" selected", await Post(draft, "mapping", ("look", "1"), ("hidden", hidden)));
        }
    }

    /// <summary>The content of a file in another order of columns: known on the page, and left out or taken by a word of the person.</summary>
    [Theory]
    [InlineData("leave", 1)]
    [InlineData("take", 2)]
    public async Task Rows_the_programme_has_already_wait_for_a_word(string word, int reports)
    {
        var first = await Upload("first.csv", "Code,Lat,Lon\nK-1,44.1,17.5\n", "suspected");
        await Ready(first);
        await Post(first, "apply", ("by", "Ann"));
        Assert.Single(_server.Programme.State.Reports);
        var draft = await Upload("again.csv", "Lat,Lon,Code\n44.1,17.5,K-1\n", "suspected");
        var page = await Ready(draft);
        Assert.Contains("1 of 1 rows are already in the programme, from first.csv of ", page, StringComparison.Ordinal);
        Assert.Contains("dictionary-open", await Post(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        Assert.Contains("Nothing is open", await Post(draft, "mapping", ("entry-0", word)), StringComparison.Ordinal);
        await Post(draft, "apply", ("by", "Ann"));
        Assert.Equal(reports, _server.Programme.State.Reports.Count());
    }

    [Fact]
    public async Task What_was_understood_is_said_confirmed_and_applied()
    {
        var draft = await Upload("foreign.csv", Table);
        var asked = await Ready(draft);
        Assert.Contains("To be said or confirmed before anything is applied: 3.", asked, StringComparison.Ordinal);
        var form = asked[asked.IndexOf("id=\"understood\"", StringComparison.Ordinal)..];
        // Enter in a field stands for the first button of its form: it must confirm nothing.
        Assert.Contains("name=\"look\"", asked[..^form.Length][asked[..^form.Length].LastIndexOf("<button", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("dictionary-open", await Post(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        Assert.Empty(_server.Programme.State.Batches);

        Assert.Contains("To be said or confirmed before anything is applied: 1.", await Post(draft, "mapping"), StringComparison.Ordinal);
        var page = await Post(draft, "mapping", ("entry-0", "refuse"));
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
        Assert.Contains("word-left-out", page, StringComparison.Ordinal);

        page = await Post(draft, "mapping", ("column-0", "code"), ("column-1", "effect"), ("column-2", "statedArea"),
            ("place-form", "Coordinates"), ("place-x", "B"), ("place-y", "A"));
        Assert.Contains("1 with a point", page, StringComparison.Ordinal);
        Assert.Contains("Applied: 1 reports came in", await Post(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        Assert.Equal("cleared", Assert.Single(_server.Programme.State.Of<LearnedWords>().All).Meaning);
        var report = Assert.Single(_server.Programme.State.Reports).Report;
        Assert.Equal(44.1, report.Parts[0].Point!.Value.LatDegrees, 6);
    }

    [Fact]
    public async Task What_no_row_says_is_asked_for_where_the_file_is_understood()
    {
        var upload = await _server.Form("/import", "upload", ("as", "suspected"));
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in upload.Where(f => f.Key is not ("file" or "on" or "organisation")))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("Code,Wert A,Wert B\nU-1,44.1234,17.5123\nU-2,44.1334,17.6123\n")), "file", "foreign.csv");
        var draft = (await _server.Post("/import", content, "en")).Location!;
        var page = await Ready(draft);
        Assert.Contains("To be said or confirmed before anything is applied: 4.", page, StringComparison.Ordinal);
        Assert.Contains("data-head=\"Column\">Effective date</td>", page, StringComparison.Ordinal);
        page = await Post(draft, "mapping", ("on", "2020-01-01"), ("organisation", "EXERCISE"), ("entry-0", "latitude"), ("entry-1", "longitude"));
        Assert.Contains("2 with a point", page, StringComparison.Ordinal);
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
        await Post(draft, "apply", ("by", "Ann"));
        Assert.Equal([44.1234, 44.1334], _server.Programme.State.Reports.Select(r => Math.Round(r.Report.Parts[0].Point!.Value.LatDegrees, 6)));
    }

    [Fact]
    public async Task A_meaning_that_was_not_shown_is_not_confirmed()
    {
        var draft = await Upload("foreign.csv", "Code,Status,Lat,Lon\nU-1,Cleaered,44.1,17.5\n");
        await Ready(draft);
        Assert.Contains("before anything is applied: 1.", await Post(draft, "mapping", ("entry-shown-0", "suspected"), ("entry-0", "suspected")), StringComparison.Ordinal);
        Assert.Contains("before anything is applied: 1.", await Post(draft, "mapping", ("look", "1")), StringComparison.Ordinal);
        Assert.Contains("Nothing is open", await Post(draft, "mapping"), StringComparison.Ordinal);
    }

    /// <summary>One organisation written with a letter of another script would be two: which is meant is asked, and either is taken.</summary>
    [Fact]
    public async Task An_organisation_that_looks_like_another_is_asked_about()
    {
        var draft = await Upload("a.csv", "Code,Organisation,Lat,Lon\nU-1,CTO,44.1,17.5\nU-2,СТО,44.2,17.6\n", "suspected");
        var page = await Ready(draft);
        Assert.Contains("It looks like &#x27;CTO&#x27;", page.Replace("&#39;", "&#x27;", StringComparison.Ordinal), StringComparison.Ordinal);
        var number = page.Contains("name=\"entry-shown-0\" value=\"CTO\"", StringComparison.Ordinal) ? 1 : 0;
        await Post(draft, "mapping", ($"entry-{number}", "CTO"));
        await Post(draft, "apply", ("by", "Ann"));
        Assert.Equal(["CTO", "CTO"], _server.Programme.State.Reports.Select(r => r.Report.Organisation));
    }

    [Theory]
    [InlineData("place-form", "Coordinates", "place-columns-missing")]
    [InlineData("place-form", "Wkt", "place-columns-missing")]
    [InlineData("place-form", "Legs", "place-columns-missing")]
    [InlineData("place-declination", "four", "report-field-wrong")]
    [InlineData("place-bearing", "Nowhere", "column-missing")]
    public async Task A_place_that_cannot_be_read_is_refused_and_what_was_typed_stays(string field, string value, string code)
    {
        var draft = await Upload("foreign.csv", "Code,A,B\nU-1,5,6\n", "suspected");
        await Ready(draft);
        var form = await _server.Form(draft, "mapping", ("place-form", "Legs"), ("place-group", "Code"), ("place-x", "A"), ("place-y", "B"),
            ("place-distance", "B"), (field, value));
        if (value is "Coordinates" or "Wkt" or "Legs")
        {
            (form["place-x"], form["place-text"], form["place-bearing"]) = ("", "", "");
        }
        else if (field != "place-bearing")
        {
            form["place-bearing"] = "A";
        }

        var reply = await _server.Post(draft, form);
        Assert.Equal(400, (int)reply.Status);
        Assert.Contains($">{code}</span>", reply.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"B\"", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Legs_are_read_with_their_north_declination_unit_and_points_from_and_to()
    {
        const string Legs = "Poly,A,B,Ost,Nord,Richtung,Weite\nP1,SP,T1,500000,4900000,90,300\nP1,T1,T2,,,0,300\nP1,T2,T3,,,270,300\nP1,T3,SP,,,180,300\n";
        var draft = await Upload("legs.csv", Legs, "suspected");
        await Ready(draft);
        var page = await Post(draft, "mapping", ("place-form", "Legs"), ("place-group", "Poly"), ("place-x", "Ost"), ("place-y", "Nord"), ("place-from", "A"),
            ("place-to", "B"), ("place-bearing", "Richtung"), ("place-distance", "Weite"), ("place-distance-unit", "ft"), ("place-north", "Magnetic"),
            ("place-declination", "3.5"), ("crs", "EPSG:32633"), ("column-0", "code"));
        Assert.Contains("magnetic north, declination 3.5 degrees east", page, StringComparison.Ordinal);
        // 300 ft squared are 8,361 m².
        Assert.Contains("title=\"8361.", page.Replace("value=\"8361.", "title=\"8361.", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_opens_as_it_was_sent_with_both_readings_of_its_drawing()
    {
        var draft = await Upload("bow.geojson", GeoText.Collection(GeoText.Square(0, 0), GeoText.Bowtie(100, 0)), "suspected");
        Assert.Contains($"href=\"{draft}/row/2\"", await Ready(draft), StringComparison.Ordinal);
        var row = (await _server.Get($"{draft}/row/2", "en")).Html;
        Assert.Contains("<h1>Row 2 <span class=\"tag warn\">", row, StringComparison.Ordinal);
        Assert.Contains("The row as sent", row, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _server.Get($"{draft}/row/3", "en")).Status);
        Assert.Equal(410, (int)(await _server.Get($"/import/draft/{Guid.NewGuid():D}/row/1", "en")).Status);
    }

    [Fact]
    public async Task What_was_mended_is_read_after_it_was_applied()
    {
        var draft = await Upload("bow.geojson", GeoText.Collection(GeoText.Bowtie(100, 0)), "suspected");
        await Ready(draft);
        await Post(draft, "apply", ("by", "Ann"));
        var batch = Assert.Single(_server.Programme.State.Batches).Received.Batch;
        var page = (await _server.Get($"/import/{batch:D}", "en")).Html;
        Assert.Contains("Rows that were mended, and why", page, StringComparison.Ordinal);
        Assert.Contains(">bow/1</a>", page[page.IndexOf("id=\"repairs\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
