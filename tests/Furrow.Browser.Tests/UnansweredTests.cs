using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>A server that is silent is told of in the language of the page, never in the browser's own words.</summary>
public sealed class UnansweredTests(TheBrowser browser, Island island)
{
    [Theory]
    [InlineData("en", "**/api/**", "The map could not be drawn: the server did not answer")]
    [InlineData("ur", "**/api/**", "نقشہ نہیں بن سکا: سرور نے جواب نہیں دیا")]
    [InlineData("ru", "**/dist/gl-*.js", "Карту нарисовать не удалось: сервер не ответил")]
    public async Task A_map_that_cannot_begin_says_why(string language, string silent, string said)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Page.RouteAsync(silent, route => route.AbortAsync());
        await visitor.Open("/map?lang=" + language);

        await Assertions.Expect(visitor.Page.Locator(".fm-problem span")).ToHaveTextAsync(said);
    }

    [Theory]
    [InlineData("en", "the server did not answer")]
    [InlineData("ur", "سرور نے جواب نہیں دیا")]
    public async Task A_spot_a_measure_and_a_search_say_why_they_have_no_answer(string language, string said)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        var page = visitor.Page;
        await visitor.Open("/map?lang=" + language);
        await visitor.WaitForMap();
        await page.RouteAsync("**/api/**", route => route.AbortAsync());

        await page.Locator(".fm-search input").FillAsync("a");
        await Assertions.Expect(page.Locator(".fm-found .fm-none")).ToHaveTextAsync(said);
        await page.Keyboard.PressAsync("Escape");
        var box = (await page.Locator("furrow-map canvas").First.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await Assertions.Expect(page.Locator(".fm-panel [role=alert]")).ToHaveTextAsync(said);
        await page.ClickAsync(".fm-panel .fm-close");
        await page.Locator(".fm-bar .fm-buttons button").Nth(2).ClickAsync();
        foreach (var (x, y) in new[] { (0, 0), (40, 0), (0, 40) })
        {
            await page.Mouse.ClickAsync(box.X + box.Width / 2 + x, box.Y + box.Height / 2 + y);
        }

        await Assertions.Expect(page.Locator(".fm-figures [role=alert]")).ToHaveTextAsync(said);
    }
}
