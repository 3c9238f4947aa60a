using System.Text;
using Furrow.Server.Tests.Forms;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Pages;

/// <summary>Files on their way in: the list says how far each is, and the pages around them lead somewhere.</summary>
public sealed class DraftListTests : IDisposable
{
    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    public static TheoryData<string, string, string> Files => new()
    {
        { "ready.geojson", Collection(Square(0, 0, properties: """{"code":"A"}""")), "Ready to apply" },
        { "asked.csv", "Code,Status,Lat,Lon\nA,Cleaered,44.1,17.5\n", "Questions open: 1" },
        { "refused.pdf", "%PDF-1.4", "Cannot be used" },
        { "nothing.csv", "Code,Status,Lat,Lon\nA,cleared,44.1,17.5\n", "No row would come in" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_list_says_how_far_a_file_is(string name, string text, string state)
    {
        var draft = await _server.Upload(name, Encoding.UTF8.GetBytes(text), name.StartsWith("asked", StringComparison.Ordinal) ? "mapped" : "suspected");
        await _server.Ready(draft);
        var list = (await _server.Get("/import", "en")).Html;
        var row = list[list.IndexOf(draft, StringComparison.Ordinal)..];
        Assert.Equal(state, System.Text.RegularExpressions.Regex.Match(row, "<span class=\"tag [a-z]*\">([^<]*)</span>").Groups[1].Value);
    }

    [Fact]
    public async Task What_was_applied_is_no_draft_any_more_and_its_areas_lead_to_the_reports_that_wait()
    {
        var draft = await _server.Upload("in.geojson", Encoding.UTF8.GetBytes(Collection(Square(0, 0, properties: """{"code":"HA-1"}"""))), "suspected");
        await _server.Ready(draft);
        var page = await _server.Say(draft, "apply", ("by", "Ann"));
        Assert.Contains("came in. <a href=\"/import/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"discard\"", page, StringComparison.Ordinal);
        var list = (await _server.Get("/import", "en")).Html;
        Assert.DoesNotContain(draft, list, StringComparison.Ordinal);
        Assert.Contains("href=\"/places\"", list[list.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);

        var report = _server.Report("HA-1");
        Assert.Contains("/areas/HA-1", (await _server.Get(report, "en")).Html, StringComparison.Ordinal);
        var area = await _server.Get("/areas/ha-1", "en");
        Assert.Equal(200, (int)area.Status);
        Assert.Contains(report, area.Html, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _server.Get("/areas/HA", "en")).Status);
    }

    [Fact]
    public async Task A_reason_that_is_required_is_marked_as_every_required_field_is()
    {
        var draft = await _server.Upload("in.geojson", Encoding.UTF8.GetBytes(Collection(Square(0, 0))), "suspected");
        await _server.Ready(draft);
        await _server.Say(draft, "apply", ("by", "Ann"));
        var batch = _server.Programme.State.Batches.Single().Received.Batch;
        foreach (var (address, without) in new[] { ($"/import/{batch:D}", "value=\"check\" formnovalidate"), ($"/reports/{_server.Programme.State.Reports.Single().Report.Id:D}", "value=\"check\" formnovalidate") })
        {
            var page = (await _server.Get(address, "en")).Html;
            Assert.Matches("<textarea id=\"d-reason\"[^>]* required", page);
            Assert.Contains("Required for: ", page, StringComparison.Ordinal);
            Assert.Contains(without, page, StringComparison.Ordinal);
        }
    }
}
