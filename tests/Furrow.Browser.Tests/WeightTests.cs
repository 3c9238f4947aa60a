using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>A line of 64 kbit/s carries 8 kB a second: the first page must come within seven of them.</summary>
public sealed class WeightTests(TheBrowser browser, Island island)
{
    private const int MostBytes = 60_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/balance?from=2022-01-01&by=organisation")]
    [InlineData("/balance/effort")]
    [InlineData("/balance/postings?status=cleared&side=closing")]
    [InlineData("/findings")]
    [InlineData("/areas")]
    [InlineData("/reports")]
    [InlineData("/import")]
    public async Task The_first_load_is_light(string page)
    {
        await using var visitor = await browser.Visit(island.Served.Address);
        long bytes = 0;
        var sizes = new List<Task>();
        visitor.Page.RequestFinished += (_, request) => sizes.Add(Add(request));
        await visitor.Page.GotoAsync(page, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.WhenAll(sizes);

        Assert.InRange(bytes, 1_000, MostBytes);
        TestContext.Current.TestOutputHelper?.WriteLine($"{page}: {bytes} bytes");

        async Task Add(IRequest request)
        {
            var size = await request.SizesAsync();
            Interlocked.Add(ref bytes, size.ResponseBodySize + size.ResponseHeadersSize);
        }
    }
}
