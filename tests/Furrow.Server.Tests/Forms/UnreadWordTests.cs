using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>A word of an address that nobody can read is left out, and said on the page; where a program asks, it is refused.</summary>
public sealed partial class UnreadWordTests(UnreadWordTests.Land land) : IClassFixture<UnreadWordTests.Land>
{
    private const string Said = "Not understood, and left out: ";

    public sealed class Land : IDisposable
    {
        internal FormServer Server { get; } = new();

        public void Dispose() => Server.Dispose();
    }

    [Theory]
    [InlineData("/areas?state=zz&sort=zz", "state=zz · sort=zz")]
    [InlineData("/areas?status=zz&sort=--code", "status=zz · sort=--code")]
    [InlineData("/areas?state=open&state=closed", "state=open,closed")]
    [InlineData("/reports?status=zz&year=zz&page=abc", "status=zz · year=zz · page=abc")]
    [InlineData("/reports?report=zz&effect=9&located=maybe&batch=1&page=0", "report=zz · effect=9 · located=maybe · batch=1 · page=0")]
    [InlineData("/findings?severity=zz&show=zz", "severity=zz · show=zz")]
    [InlineData("/findings?severity=2", "severity=2")]
    [InlineData("/balance?by=zz", "by=zz")]
    [InlineData("/balance/restated?after=-1", "after=-1")]
    [InlineData("/balance/postings?status=zz", "status=zz")]
    [InlineData("/balance/postings?side=up&was=zz&became=zz&heading=1&baseline=1&report=1", "side=up · was=zz · became=zz · heading=1 · baseline=1 · report=1")]
    [InlineData("/map?at=zz", "at=zz")]
    [InlineData("/map?spot=95/200", "spot=95/200")]
    [InlineData("/?date=zz&theme=zz&lang=zz", "date=zz · theme=zz · lang=zz")]
    [InlineData("/reports?statsu=cleared&status=waiting", "statsu=cleared")]
    [InlineData("/areas?heading=Move&Status=suspected", "heading=Move · Status=suspected")]
    [InlineData("/search?q=nothing&query=W-1", "query=W-1")]
    [InlineData("/do/person-register?nmae=Zoe&name=Zoe", "nmae=Zoe")]
    [InlineData("/lists/people?empty", "empty=")]
    public async Task It_is_said_on_the_page(string address, string words)
    {
        var page = await land.Server.Get(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Said + words + "</p>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_no_page_has_is_said_on_every_page()
    {
        foreach (var page in land.Server.Pages.Where(p => p is not ("/not-found" or "/error")))
        {
            var told = await land.Server.Get(page + "?zz9=1");
            Assert.True(told.Status is HttpStatusCode.NotFound or >= (HttpStatusCode)300 and < (HttpStatusCode)400
                || told.Html.Contains("zz9=1</p>", StringComparison.Ordinal), page);
        }
    }

    [Fact]
    public async Task A_word_no_answer_has_is_refused_by_every_answer_to_programs()
    {
        Assert.True(land.Server.Answers.Count > 12);
        foreach (var address in land.Server.Answers.Select(a => a == "/lists/x.x" ? "/lists/areas.csv" : a))
        {
            var reply = await land.Server.Get(address + "?zz9=1");
            Assert.True(reply.Status == HttpStatusCode.BadRequest && reply.Html.Contains("zz9", StringComparison.Ordinal), $"{address}: {reply.Status}");
        }
    }

    [Theory]
    [InlineData("/lists/areas.csv?statsu=suspected", "statsu")]
    [InlineData("/lists/reports.xlsx?state=zz", "state")]
    [InlineData("/lists/areas.geojson?date=31.12.2015", "date")]
    [InlineData("/lists/areas.json?known=99", "known")]
    public async Task A_file_with_a_word_nobody_can_read_is_refused(string address, string word)
    {
        var reply = await land.Server.Get(address);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.MediaType));
        Assert.Contains(word, reply.Html, StringComparison.Ordinal);
    }

    /// <summary>Kinds of address, not addresses: each page with each set of words once.</summary>
    [Fact]
    public async Task No_link_of_a_page_leads_to_a_word_that_is_not_read()
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(["/", "/balance?by=organisation", .. land.Server.Pages]);
        while (open.TryDequeue(out var address))
        {
            var page = await land.Server.Get(address);
            Assert.False(page.Html.Contains(Said, StringComparison.Ordinal), address);
            foreach (Match link in Links().Matches(page.IsPage ? page.Html : ""))
            {
                var to = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                var (path, words) = to.Split('?', 2) is [var before, var after] ? (before, after) : (to, "");
                string[] names = [.. words.Split('&').Select(w => w.Split('=')[0]).Where(w => w != "back").Order(StringComparer.Ordinal)];
                // The language would be kept for whoever asks next.
                if (to.StartsWith('/') && !names.Intersect(["lang", "theme"]).Any() && seen.Add($"{Ids().Replace(path, "ID")}?{string.Join('&', names)}"))
                {
                    open.Enqueue(to);
                }
            }
        }

        Assert.True(seen.Count > 60);
    }

    [Theory]
    [InlineData("/areas?state=zz", "/areas")]
    [InlineData("/reports?status=zz&year=zz", "/reports")]
    [InlineData("/findings?severity=zz", "/findings")]
    public async Task It_is_left_out(string address, string plain) =>
        Assert.Equal(Rows(await land.Server.Get(plain)), Rows(await land.Server.Get(address)));

    [Theory]
    [InlineData("/areas?state=open&status=suspected&sort=-balance&page=1&q=zz")]
    [InlineData("/reports?status=waiting&report=&year=2026&located=no&organisation=zz&team=zz")]
    [InlineData("/findings?severity=Warning&show=all")]
    [InlineData("/balance?by=organisation&from=2016-01-01&date=2026-01-20&kind=overall&known=1")]
    [InlineData("/balance/postings?status=suspected&side=in&was=unrecorded&became=suspected&heading=Rounding&baseline=yes&area=zz")]
    [InlineData("/map?at=15/45.00000/10.00000&spot=45.0003/10.0003&off=roads")]
    [InlineData("/areas?page=9999")]
    public async Task What_can_be_read_is_not(string address) =>
        Assert.DoesNotContain(Said, (await land.Server.Get(address)).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("/picture?at=x")]
    [InlineData("/picture?known=1")]
    [InlineData("/print.svg?lon=10&lat=45&at=1/1/1")]
    [InlineData("/print.css?lon=10&lat=45&known=1")]
    [InlineData("/tiles/land/0/0/0.mvt?known=zz")]
    [InlineData("/tiles/land.json?known=zz")]
    public async Task A_program_gets_a_problem(string address)
    {
        var reply = await land.Server.Get(address);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (reply.Status, reply.MediaType));
        Assert.Contains("map-word-unknown", reply.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/print", "map-number-unreadable", null)]
    [InlineData("/print?at=1/1/1", "map-word-unknown", null)]
    [InlineData("/print?lon=10&lat=45&scale=3", "map-scale-unknown", null)]
    [InlineData("/print?lon=10&lat=45&paper=a0", "'a0' haritanın", "tr")]
    [InlineData("/print?lon=200&lat=45", "Долгота 200", "ru")]
    public async Task A_sheet_that_cannot_be_printed_is_told_on_a_page(string address, string told, string? language)
    {
        var page = await land.Server.Get(address, language);
        Assert.True(page.IsPage);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(told, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    private static int Rows(Answer page) => page.Html.Split("<th scope=\"row\"").Length;

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9a-f-]{32,36}|W-1|W-2|C-1|C-2")]
    private static partial Regex Ids();
}
