using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Furrow.Server.Imports;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>Why a row was mended is kept after it was applied: on the page of its file, in a list of numbered pages, and with both readings of its drawing on
/// the page of its report.</summary>
public sealed class MendedRowTests : IDisposable
{
    private const int Rows = 130;
    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    /// <summary>A line that crosses itself: the lower half is inside by one reading only.</summary>
    private static string Table()
    {
        var text = new StringBuilder("Code;geom\n");
        for (var i = 0; i < Rows; i++)
        {
            var x = FormattableString.Invariant($"17.{100 + i}");
            text.Append(FormattableString.Invariant(
                $"M-{i};POLYGON(({x} 44, {x}5 44, {x}5 44.0005, {x} 44.0005, {x} 44, {x}1 44.0001, {x}1 44.0003, {x}3 44.0003, {x}3 44.0001, {x}1 44.0001, {x} 44))\n"));
        }

        return text.ToString();
    }

    [Fact]
    public async Task Why_it_was_mended_is_two_clicks_away_and_both_readings_are_drawn()
    {
        var draft = await _server.Upload("mended.csv", Encoding.UTF8.GetBytes(Table()), "suspected");
        var page = await _server.Ready(draft);
        Assert.Contains("mended", page, StringComparison.Ordinal);
        Assert.Contains("Applied: ", await _server.Say(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);

        var batch = Assert.Single(_server.Programme.State.Batches).Received;
        Assert.Equal(Rows, batch.RowsRepaired);
        page = WebUtility.HtmlDecode((await _server.Get($"/import/{batch.Batch:D}", "en")).Html);
        var all = Regex.Match(page, "href=\"(/lists/repaired-rows[^\"]*)\"").Groups[1].Value;
        Assert.Contains($"All mended rows, page by page: {Rows}", page, StringComparison.Ordinal);

        var list = (await _server.Get(all + "&page=2", "en")).Html;
        Assert.Equal(Rows - 100, Regex.Count(list, "<a [^>]*href=\"/reports/[0-9a-f-]{36}"));
        var last = Regex.Matches(list, "href=\"(/reports/[0-9a-f-]{36})[^\"]*\"")[^1].Groups[1].Value;
        var report = (await _server.Get(last, "en")).Html;
        Assert.Contains("How the drawing was read", report, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(report, "<figure class=\"chart\""));
    }

    /// <summary>A figure of eight has nothing by the area formula: from what to what a repair changed the area is said with both.</summary>
    [Fact]
    public async Task What_a_repair_changed_is_told_from_what_to_what()
    {
        const string Both = "Rings as drawn: 0 m² by the area formula; land taken: 4,\\d{3}(.\\d+)? m² \\(\\+4,";
        var draft = await _server.Upload("eight.geojson", Encoding.UTF8.GetBytes(GeoText.Collection(GeoText.Bowtie(0, 0))), "suspected");
        var page = WebUtility.HtmlDecode(await _server.Ready(draft));
        Assert.Matches(Both, page);
        Assert.DoesNotMatch("crossed or touched itself. <span class=\"num muted\">", page);
        Assert.Matches(Both, WebUtility.HtmlDecode((await _server.Get(draft + "/row/1", "en")).Html));
        await _server.Say(draft, "apply", ("by", "Ann"));
        var report = Assert.Single(_server.Programme.State.Reports).Report;
        var html = WebUtility.HtmlDecode((await _server.Get($"/reports/{report.Id:D}", "en")).Html);
        Assert.Matches(Both, html);
        Assert.Contains("a figure of eight has 0 m² by it", html, StringComparison.Ordinal);
        Assert.Contains("It can be read in one way:", html, StringComparison.Ordinal);

        // Where the readings are not drawn, it is said why.
        var part = report.Parts[0];
        Assert.Equal(ReadingsGap.NotKept, KeptDrawing.ReadingsOf(part with { Drawn = null }, default)?.Gap);
        Assert.Equal(ReadingsGap.Unreadable, KeptDrawing.ReadingsOf(part with { Drawn = part.Drawn! with { Text = "no drawing" } }, default)?.Gap);
        Assert.Equal(ReadingsGap.TooLong, KeptDrawing.ReadingsOf(part with { Drawn = part.Drawn with { Text = new string('1', 300_001) } }, default)?.Gap);
        Assert.Equal(ReadingsGap.OtherLand, KeptDrawing.ReadingsOf(part with { Drawn = part.Drawn with { Text = "POLYGON((10 45,10.1 45,10.1 45.1,10 45))" } }, default)?.Gap);
        Assert.Null(KeptDrawing.ReadingsOf(part with { Repairs = [] }, default));
        Assert.Equal(4, Enum.GetValues<ReadingsGap>().Count(g => Furrow.Server.Pages.Texts.In("ur").Of("readings", g).Length > 20));
    }
}
