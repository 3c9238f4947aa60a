using System.Net;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;

namespace Furrow.Server.Tests.Imports;

/// <summary>The cases of boundaries: land of two cells over the places of each file, by the verb and on the page of the balance.</summary>
public sealed class PlaceCaseTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>Places with their m², and what lies in two of them: A covers a cell and a half in overlap, B the second cell.</summary>
    [Theory]
    [InlineData("gadm", "Alpha 8,897, Beta 8,897", "")]
    [InlineData("ocha", "Alpha 8,897, Beta 8,897", "")]
    [InlineData("same", "A 17,794", "")]
    [InlineData("overlap", "A 13,345, B 4,448", "4,448")]
    public async Task Land_is_counted_once_by_place_and_what_lies_in_two_is_said(string boundaries, string places, string shared)
    {
        Assert.Equal(0, _shell.Run("import", CaseFiles.Of(_shell, "files/90-places/land.geojson"), "--as", "suspected", "--on", "2020-01-01", "--organisation", "EXERCISE",
            "--baseline", "--accept", "EXERCISE", "--apply"));
        Assert.Equal(0, _shell.Run("places", "load", CaseFiles.Of(_shell, $"files/90-places/{boundaries}.geojson"), "--name", "towns", "--source", "EXERCISE", "--version", "1"));
        Assert.Equal(0, _shell.Run("balance", "--as-of", "2021-01-01", "--by", "place"));
        var said = string.Join(' ', _shell.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var place in places.Split(", "))
        {
            Assert.Contains($" {place} ", said, StringComparison.Ordinal);
        }

        Assert.Equal(shared.Length > 0, said.Contains($" {shared} m² lie in more than one of these places", StringComparison.Ordinal));
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        await using var app = FurrowServer.Build(programme, new ServeOptions(0));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/balance?asOf=2021-01-01&by=place", TestContext.Current.CancellationToken));
        Assert.All(places.Split(", "), place => Assert.Contains($">{place.Split(' ')[0]}</th>", page, StringComparison.Ordinal));
        Assert.Equal(shared.Length > 0, page.Contains("m² lie in more than one of these places", StringComparison.Ordinal));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
