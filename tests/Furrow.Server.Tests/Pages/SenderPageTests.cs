using System.Text;
using System.Text.RegularExpressions;
using Furrow.Exchange.Mappings;
using Furrow.Server.Tests.Forms;
using Furrow.Server.Tests.Imports;

namespace Furrow.Server.Tests.Pages;

/// <summary>The sheets of one sender on the page: all that the first one asks is asked at once, the second one asks nothing, what is typed stays, and the
/// other sheets of a file need no new upload.</summary>
public sealed class SenderPageTests : IDisposable
{
    private const string Headings = "Ident,Zustand,Datum,Groesse,Lat,Lon\n";

    private const string First = Headings + "E-1,geraeumt,03/04/2015,0.4,44.1,17.5\nE-2,geraeumt,05/06/2015,0.5,44.2,17.5\nTotal EXERCISE,,,,,\n";

    private readonly FormServer _server = FormServer.Empty();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _server.Dispose();
        _shell.Dispose();
    }

    private async Task<(string Draft, string Page)> Upload(string name, string text, params (string Name, byte[] Content)[] more)
    {
        using var content = new MultipartFormDataContent();
        var form = await _server.Form("/import", "upload", ("as", "mapped"));
        foreach (var (field, value) in form.Where(f => f.Key is not ("file" or "mapping-file" or "on" or "organisation")))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        foreach (var (field, bytes) in more)
        {
            content.Add(new ByteArrayContent(bytes), field, field + ".json");
        }

        var answer = await _server.Post("/import", content, "en");
        return answer.Location is { } draft ? (draft, await _server.Ready(draft)) : ("", answer.Html);
    }

    private static int Open(string page) => Regex.Count(page, "name=\"entry-key-[0-9]+\"");

    private static (string, string) Answer(string page, string key, string answer, string name = "entry") =>
        ($"{name}-" + Regex.Match(page, $"name=\"{name}-key-([0-9]+)\" value=\"{Regex.Escape(key)}\"").Groups[1].Value, answer);

    [Fact]
    public async Task All_is_asked_at_once_and_the_second_file_asks_nothing()
    {
        // One round: order of dates, word, unit, organisation, totals, and columns known by a part of their name. No day for all: each row has its own.
        var table = First.Replace("Zustand", "Status", StringComparison.Ordinal).Replace("Datum", "Date", StringComparison.Ordinal)
            .Replace("Groesse", "Area", StringComparison.Ordinal);
        var (draft, page) = await Upload("april.csv", table);
        Assert.DoesNotContain("value=\"Default end\"", page, StringComparison.Ordinal);
        var answered = await _server.Say(draft, "mapping", Answer(page, "DateOrder Date", "day-month-year"), Answer(page, "Word Status: geraeumt", "cleared"),
            Answer(page, "Unit Area", "ha"), ("organisation", "EXERCISE team"));
        Assert.Contains("Nothing is open", answered, StringComparison.Ordinal);
        Assert.Contains("Applied: 2 reports", await _server.Say(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        var saved = Mapping.FromJson((await _server.Get(draft + "/mapping.json")).Html).Value!;
        Assert.Equal((Exchange.SumRows.Leave, "EXERCISE team"), (saved.Sums, saved.Fields.Single(f => f.Field == "organisation").Constant));

        var second = table.Replace("E-", "F-", StringComparison.Ordinal).Replace("44.", "45.", StringComparison.Ordinal)
            .Replace("2015", "2016", StringComparison.Ordinal);
        (draft, page) = await Upload("may.csv", second);
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
        Assert.Contains("it is read as april.csv of ", page, StringComparison.Ordinal);
        Assert.Contains("As in april.csv of ", page, StringComparison.Ordinal);

        // What is known can be said otherwise, and the file be read afresh.
        page = await _server.Say(draft, "mapping", Answer(page, "DateOrder Date", "month-day-year", "known"));
        await _server.Say(draft, "apply", ("by", "Ann"));
        Assert.Equal(["2015-04-03", "2015-06-05", "2016-03-04", "2016-05-06"], _server.Programme.State.Reports.Select(r => IsoDay(r.Report.End.Day)).Order());
        (draft, page) = await Upload("june.csv", second.Replace("F-", "G-", StringComparison.Ordinal).Replace("45.", "46.", StringComparison.Ordinal));
        Assert.True(Open(page) == 1 && page.Contains("value=\"DateOrder Date\"", StringComparison.Ordinal), "two senders, two orders: it is asked");
        Assert.True(Open(await _server.Say(draft, "mapping", ("afresh", "1"))) > 3);
    }

    private static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_is_typed_stays_until_it_is_sent()
    {
        var (draft, page) = await Upload("april.csv", First);
        var asked = Open(page);
        await _server.Say(draft, "mapping", ("keep", "1"), ("organisation", "EXERCISE typed"), ("column-1", "effect"), ("kinds", ""));
        foreach (var address in new[] { draft, draft + "?verdict=Refused" })
        {
            page = (await _server.Get(address, "en")).Html;
            Assert.Contains("value=\"EXERCISE typed\"", page, StringComparison.Ordinal);
            Assert.Matches("id=\"column-1\"[^§]*?<option value=\"effect\" selected", page);
            Assert.Equal(asked, Open(page));
        }

        // The script of the page waits for no other page: a browser calls a redirect that nobody waits for any more an error.
        var kept = await _server.Post(draft, await _server.Form(draft, "mapping", ("keep", "quiet"), ("organisation", "EXERCISE quiet")));
        Assert.Equal(System.Net.HttpStatusCode.OK, kept.Status);
        Assert.Contains("value=\"EXERCISE quiet\"", (await _server.Get(draft, "en")).Html, StringComparison.Ordinal);

        // What comes after the form was sent is about another plan.
        var late = await _server.Form(draft, "mapping", ("keep", "1"), ("organisation", "EXERCISE late"));
        await _server.Say(draft, "mapping", ("look", "1"), ("organisation", "EXERCISE sent"));
        await _server.Post(draft, late);
        Assert.DoesNotContain("EXERCISE late", (await _server.Get(draft, "en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_is_given_as_a_file()
    {
        var mapping = """{"fields":[{"field":"code","column":"Ident"},{"field":"effect","column":"Zustand","values":{"geraeumt":"cleared"}},"""
            + """{"field":"end","column":"Datum","dateOrder":"DayMonthYear"},{"field":"statedArea","column":"Groesse","unit":"ha"},{"field":"organisation","constant":"EXERCISE file"}],"sums":"Leave"}""";
        var (_, page) = await Upload("april.csv", First, ("mapping-file", Encoding.UTF8.GetBytes(mapping)));
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
        Assert.Contains("value=\"EXERCISE file\"", page, StringComparison.Ordinal);
        (var none, page) = await Upload("april.csv", First, ("mapping-file", "no mapping"u8.ToArray()));
        Assert.Equal("", none);
        Assert.Contains("mapping-unreadable", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sheets/10c_two_data_sheets.xlsx", "layer", "South", "North")]
    [InlineData("files/44-gpkg-layers/a.gpkg", "layer", "v", "areas")]
    public async Task Another_sheet_of_the_file_needs_no_new_upload(string file, string field, string first, string next)
    {
        var (name, bytes) = CaseFiles.Zipped(CaseFiles.Of(_shell, file));
        var draft = await _server.Upload(name, bytes, "suspected");
        await _server.Ready(draft);
        var page = await _server.Say(draft, "mapping", (field, first));
        var others = Regex.Matches(page, "name=\"sheet\" value=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Contains(next, others);
        Assert.DoesNotContain(first, others);
        var answer = await _server.Post(draft, await _server.Form(draft, "sheet", ("sheet", next)), "en");
        page = await _server.Ready(answer.Location!);
        Assert.Contains($"value=\"{first}\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"rows\"", page, StringComparison.Ordinal);
    }
}
