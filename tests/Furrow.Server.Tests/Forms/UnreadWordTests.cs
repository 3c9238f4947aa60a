using System.Net;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>A word of an address that nobody can read is left out, and said on the page; where a program asks, it is refused.</summary>
public sealed class UnreadWordTests(UnreadWordTests.Land land) : IClassFixture<UnreadWordTests.Land>
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
    public async Task It_is_said_on_the_page(string address, string words)
    {
        var page = await land.Server.Get(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Said + words + "</p>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
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
}
