using System.Net;
using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Store;
using Furrow.Store.Sqlite;
using Furrow.Store.Tests;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Pages;

/// <summary>While land is known only to an entry that this release cannot read, no door publishes a figure or decides: verbs and pages pass one rule.</summary>
public sealed partial class FrozenLandTests : IDisposable
{
    private readonly Shell _shell = new();

    public FrozenLandTests()
    {
        string[] codes = ["A-1", "A-2", "A-3"];
        _shell.Write("a.geojson", Collection([.. codes.Select((c, i) => Square(5 * i, 0, properties: $$"""{"code":"{{c}}"}"""))]));
        _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2026-01-15", "--organisation", "Survey office", "--apply");
        _shell.Run("review", "check", "A-2", "A-3", "--person", "Cyn");
        _shell.Run("review", "accept", "A-3", "--person", "Bea", "--reason", "sound");
        using var log = SqliteLog.Open(Ledger, LogAccess.Write).Get();
        log.AppendLast(new UnknownFact("land-swapped", 1, Scopes.Land, [new FactPart(Tier.Ordinary, "{}"u8.ToArray())]));
    }

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("figure", "publish", "figure.json")]
    [InlineData("review", "check", "A-1", "--person", "Bea")]
    [InlineData("review", "return", "A-1", "--reason", "why")]
    [InlineData("review", "reject", "A-1", "--reason", "why")]
    [InlineData("review", "accept", "A-2", "--person", "Bea", "--reason", "why")]
    [InlineData("undo", "last", "--reason", "why")]
    public void Verbs_refuse(params string[] verb)
    {
        var before = Position();
        Assert.Equal(1, _shell.Run(verb));
        Assert.Contains("[fact-unread]", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("figure.json"));
        Assert.Equal(before, Position());
    }

    [Fact]
    public async Task The_page_refuses_to_publish_with_the_same_problem()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var programme = Programme.Open(Ledger).Get();
        var before = programme.State.Position;
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0, Person: "Ann"));
        await app.StartAsync(cancel);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        var page = await client.GetStringAsync("/balance", cancel);
        var form = Form().Matches(page).Single(f => f.Value.Contains("value=\"publish\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form.Value).ToDictionary(h => h.Groups[1].Value, h => WebUtility.HtmlDecode(h.Groups[2].Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/balance") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", client.BaseAddress.GetLeftPart(UriPartial.Authority));
        using var reply = await client.SendAsync(request, cancel);
        var text = await reply.Content.ReadAsStringAsync(cancel);
        await app.StopAsync(cancel);
        Assert.Equal(HttpStatusCode.Conflict, reply.StatusCode);
        Assert.Contains("land-swapped", text, StringComparison.Ordinal);
        Assert.Equal((before, 0), (programme.State.Position, programme.State.Figures.Count()));
    }

    private long Position()
    {
        using var programme = Programme.OpenForReading(Ledger).Get();
        return programme.State.Position;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
