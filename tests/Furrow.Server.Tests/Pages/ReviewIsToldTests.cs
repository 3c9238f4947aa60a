using System.Net;
using System.Text.RegularExpressions;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Pages;

/// <summary>Who submitted, who checked and who decided is told wherever a report is told: on its page, its spot, its area, and on the command line.</summary>
public sealed partial class ReviewIsToldTests : IDisposable
{
    private readonly Shell _shell = new();

    public ReviewIsToldTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2026-01-15", "--organisation", "Survey office", "--apply");
        _shell.Run("review", "check", "A-1", "--person", "Cyn", "--reason", "corners walked");
        _shell.Run("review", "accept", "A-1", "--person", "Bea", "--reason", "sound");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_command_line_tells_the_whole_review()
    {
        Assert.Equal(0, _shell.Run("review", "history", "A-1"));
        Assert.Matches(@"2026-03-01 12:00 UTC\s+checked\s+Cyn\s+corners walked", _shell.Out);
        Assert.Matches(@"accepted\s+Bea\s+1\s+sound", _shell.Out);
        Assert.Equal(["submitted ann", "checked Cyn", "accepted Bea"], Acts(_shell.Json("review", "history", "A-1").GetProperty("review")));
        var listed = _shell.Json("review", "list", "--status", "approved").GetProperty("reports")[0];
        Assert.Equal(("ann", "Bea", "sound"), (listed.GetProperty("submittedBy").GetString(), listed.GetProperty("decidedBy").GetString(),
            listed.GetProperty("reason").GetString()));
        Assert.Equal(["submitted ann", "checked Cyn", "accepted Bea"], Acts(listed.GetProperty("review")));
        Assert.Equal(1, _shell.Run("review", "history", "Z-9"));
        Assert.Contains("report-code-unknown", _shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spot", "--lat", "45.0005", "--lon", "10.0005")]
    [InlineData("areas", "A-1")]
    public void Spot_and_area_tell_it_in_one_line(params string[] verb)
    {
        Assert.Equal(0, _shell.Run(verb));
        Assert.Contains("submitted by ann, checked by Cyn, accepted by Bea (1)", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_report_its_spot_and_its_area_tell_it()
    {
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        var report = programme.State.Book.FindByCode("A-1")!.Id;

        foreach (var page in (string[])[$"/reports/{report:D}", "/spot?at=45.0005,10.0005", "/areas/A-1"])
        {
            var text = Text(await client.GetStringAsync(page, TestContext.Current.CancellationToken));
            Assert.Matches(@"Submitted: ann\W.*Checked: Cyn\W.*Accepted: Bea\W", text);
        }

        Assert.Contains("(acceptance 1) sound", Text(await client.GetStringAsync($"/reports/{report:D}", TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Acts(System.Text.Json.JsonElement review) =>
        review.EnumerateArray().Select(l => $"{l.GetProperty("act").GetString()} {l.GetProperty("by").GetString()}");

    /// <summary>The words of a page, one blank between them.</summary>
    private static string Text(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Replace(" :", ":", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
