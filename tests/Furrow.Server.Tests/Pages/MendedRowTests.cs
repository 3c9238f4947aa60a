using System.Net;
using System.Text;
using System.Text.RegularExpressions;
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
}
