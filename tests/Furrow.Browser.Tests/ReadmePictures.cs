using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>The pictures of the README: made by scripts/pictures.sh, which names their folder; otherwise made and thrown away, so that they
/// cannot rot.</summary>
public sealed class ReadmePictures(TheBrowser browser, Island island)
{
    private const int LeastBytes = 20_000;

    [Theory]
    [InlineData("map.png", "/map?date=2024-12-31")]
    [InlineData("balance.png", "/balance?from=2024-01-01&date=2024-12-31")]
    public async Task The_pictures_of_the_readme_are_made_from_the_island(string name, string address)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, 1280, 900);
        await visitor.Open(address);
        if (address.StartsWith("/map", StringComparison.Ordinal))
        {
            await visitor.WaitForMap();
        }

        var picture = await visitor.Picture(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        Assert.True(picture.Length > LeastBytes, $"{name} is nearly empty: {picture.Length} bytes");
        if (Environment.GetEnvironmentVariable("FURROW_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), picture, TestContext.Current.CancellationToken);
        }
    }
}
