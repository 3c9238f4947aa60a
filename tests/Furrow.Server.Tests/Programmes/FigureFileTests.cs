using Furrow.Core;
using Furrow.Core.Figures;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Xunit;

namespace Furrow.Server.Tests.Programmes;

/// <summary>The files of published figures stand in the log alone: they are read there, and one that is not the one whose hash was published goes out by no
/// door.</summary>
public sealed class FigureFileTests : IDisposable
{
    private const string Text = "status,m2\ncleared,1\n";
    private static readonly Guid Good = Guid.NewGuid(), Forged = Guid.NewGuid();
    private readonly Shell _shell = new();

    public FigureFileTests()
    {
        using var programme = Programme.Open(Ledger, Genesis.OfFile(Ledger, "ann", TimeProvider.System)).Get();
        programme.Decide(new Acting("ann", DateTimeOffset.UnixEpoch, Door.Verb), (_, _) =>
            [Figure(Good, FigureFiles.Sha256(Text)), Figure(Forged, new string('0', 64))]).Get();
    }

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    public void Dispose() => _shell.Dispose();

    private static FigurePublished Figure(Guid id, string sha256) => new(id, "{}", new DateOnly(2026, 1, 1), 0, 1, 1, "balance.csv", sha256, Text);

    [Fact]
    public void A_file_is_read_from_the_log_and_one_of_another_hash_is_refused()
    {
        using var programme = Programme.OpenForReading(Ledger).Get();
        Assert.Equal(Text, programme.FileOf(programme.State.FindFigure(Good)!).Get());
        Assert.Equal("figure-broken", programme.FileOf(programme.State.FindFigure(Forged)!).Problem!.Code);
        Assert.Equal("figure-broken", programme.FileOf(programme.State.FindFigure(Good)! with { Position = 1 }).Problem!.Code);
        Assert.Equal((0, Text), (_shell.Run("figure", "reprint", Good.ToString()), _shell.Out));
        Assert.Equal(1, _shell.Run("figure", "reprint", Forged.ToString()));
        Assert.Contains("figure-broken", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_file_or_says_why_not()
    {
        using var programme = Programme.OpenForReading(Ledger).Get();
        await using var app = FurrowServer.Build(programme, new ServeOptions(0));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        Assert.Equal(Text, await client.GetStringAsync($"/figures/{Good}/file", TestContext.Current.CancellationToken));
        Assert.Equal(500, (int)(await client.GetAsync($"/figures/{Forged}/file", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("cleared,1", await client.GetStringAsync($"/figures/{Good}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var forged = await client.GetStringAsync($"/figures/{Forged}", TestContext.Current.CancellationToken);
        Assert.Contains("is not the one whose hash was published", forged, StringComparison.Ordinal);
        Assert.DoesNotContain("cleared,1", forged, StringComparison.Ordinal);
    }
}
