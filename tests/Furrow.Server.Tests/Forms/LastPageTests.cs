using System.Net;
using System.Text.RegularExpressions;
using Furrow.Core.Reports;
using Furrow.Server.Pages;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Forms;

/// <summary>A page beyond the last is the last; what a batch keeps of its refused rows is said once, in the language of the page.</summary>
public sealed class LastPageTests : IDisposable
{
    private readonly FormServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last()
    {
        var upload = await _server.Form("/import", "upload", ("as", "suspected"), ("on", "2026-02-01"), ("organisation", "Survey office"));
        var rows = Enumerable.Range(0, 103).Select(i => Square(1000 + 2 * i, 0)).ToArray();
        var draft = (await _server.Post("/import", RepeatedFormTests.Multipart(upload, Collection(rows)))).Location!;
        while ((await _server.Get(draft)).Html.Contains("<progress", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        var last = await _server.Get(draft + "?page=2");
        var beyond = await _server.Get(draft + "?page=9999");
        Assert.Equal(HttpStatusCode.OK, beyond.Status);
        Assert.Equal(3, RowsOf(last).Count);
        Assert.Equal(RowsOf(last), RowsOf(beyond));
    }

    [Theory]
    [InlineData("geometry", "The drawing is odd. (Where a row lies)", "a.geojson, row 3, field geometry: The drawing is odd. [geometry-broken]")]
    [InlineData(null, "The drawing is odd.", "a.geojson, row 3: The drawing is odd. [geometry-broken]")]
    public void A_refused_row_says_its_code_and_place_once(string? field, string said, string line)
    {
        var row = new RefusedRow(3, "geometry-broken", $"The drawing is odd.", field);
        Assert.Equal((said, line), (Furrow.Server.Pages.Said.Of(Texts.In("en"), row), row.In("a.geojson")));
    }

    [Fact]
    public void A_refused_row_is_said_in_the_language_of_the_page()
    {
        var problem = Core.Problems.DrawingInDoubt("a.geojson", 3, "1 200", "60");
        Assert.StartsWith("Çizim birkaç biçimde",
            Furrow.Server.Pages.Said.Of(Texts.In("tr"), new RefusedRow(3, problem.Code, problem.Phrase)), StringComparison.Ordinal);
    }

    private static List<string> RowsOf(Answer page) => [.. Regex.Matches(page.Html, "<th scope=\"row\" class=\"n num\">(?:<span[^>]*>[^<]*</span>)?(\\d+)</th>",
        RegexOptions.CultureInvariant).Select(m => m.Groups[1].Value)];
}
