using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>A browser may take away the surface a map is drawn on, at any time: another program wants the graphics card, or its driver fails. The map says
/// so, shows the server's picture of the same land in its place, and comes back.</summary>
public sealed class SurfaceTests(TheBrowser browser, Island island)
{
    private const string Lose = """
        () => {
          const context = document.querySelector('canvas').getContext('webgl2');
          window.surface = context.getExtension('WEBGL_lose_context');
          window.surface.loseContext();
        }
        """;

    [Theory]
    [InlineData("en", 1000, "The browser has lost the surface")]
    [InlineData("ur", 390, "براؤزر نے وہ سطح واپس لے لی")]
    public async Task A_lost_surface_is_said_the_servers_picture_stands_and_the_map_comes_back(string language, int width, string said)
    {
        await using var visitor = await browser.Visit(island.Served.Address, width, 640, dark: width < 600);
        var page = visitor.Page;
        await visitor.Open("/map?lang=" + language);
        await visitor.WaitForMap();
        await page.EvaluateAsync(Lose);
        await AssertPicture(visitor, said, "known");
        await Look(visitor, "lost");
        Assert.Empty(await visitor.AccessibilityViolations());

        // Nobody lifts the picture, and it follows what is asked: there is nothing else to be seen.
        await page.Locator(".fm-cover").DispatchEventAsync("pointerdown");
        await page.Locator(".fm-cover").DispatchEventAsync("wheel");
        await page.FocusAsync("canvas");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.FillAsync(".fm-day", "2021-03-31");
        await page.Keyboard.PressAsync("Tab");
        await AssertPicture(visitor, said, "date=2021-03-31");
        await page.Locator(".fm-bar select").Last.SelectOptionAsync("20");
        await AssertPicture(visitor, said, "knownAt=20");
        await page.Locator(".fm-bar select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await AssertPicture(visitor, said, "kind=");
        await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'light'; }");
        await AssertPicture(visitor, said, "date=2021-03-31");

        await page.EvaluateAsync("() => window.surface.restoreContext()");
        await visitor.WaitForMap();
        await AssertReady(visitor);
        Assert.Contains("date=2021-03-31", page.Url, StringComparison.Ordinal);
        Assert.Empty(Unexpected(visitor));
    }

    [Theory]
    [InlineData(true, "canvas")]
    [InlineData(false, "img.fm-picture")]
    public async Task A_surface_that_does_not_come_back_is_asked_for_anew_or_pictures_take_its_place(bool givesAnother, string drawn)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1000, 640);
        await visitor.Open("/map?at=9/-31.2/-119");
        await visitor.WaitForMap();
        await visitor.Page.EvaluateAsync(Lose);
        await AssertPicture(visitor, "The browser has lost", "bbox=");
        if (!givesAnother)
        {
            await visitor.Page.EvaluateAsync("() => { HTMLCanvasElement.prototype.getContext = () => null; }");
        }

        await visitor.Page.ClickAsync(".fm-problem button");
        await visitor.Page.Locator($"furrow-map[data-state=ready] [data-drawn] {drawn}").First.WaitForAsync();
        await AssertReady(visitor);
        Assert.Contains("at=9", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Empty(Unexpected(visitor));
    }

    [Fact]
    public async Task A_picture_that_does_not_come_either_leaves_hatched_ground_and_says_so()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1000, 640);
        await visitor.Open("/map");
        await visitor.WaitForMap();
        await visitor.Page.RouteAsync("**/picture?*", route => route.AbortAsync());
        await visitor.Page.EvaluateAsync(Lose);
        await Assertions.Expect(visitor.Page.Locator(".fm-problem")).ToHaveCountAsync(2);
        await visitor.Page.Locator("furrow-map[data-state=incomplete] .fm-cover:not([hidden]):not(:has(img))").WaitForAsync();
        Assert.NotEqual("none", await visitor.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.fm-cover')).backgroundImage"));
        await AssertLegend(visitor, "incomplete");

        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.Locator(".fm-problem button").Last.ClickAsync();
        await AssertPicture(visitor, "The browser has lost", "knownAt=");
    }

    /// <summary>The picture of the land as it is asked for covers all of the surface; the legend does not say that what has no colour is unrecorded, as of a
    /// map that is whole.</summary>
    private static async Task AssertPicture(Visitor visitor, string said, string asked)
    {
        await visitor.Page.Locator($".fm-cover:not([hidden]) img[src*='{asked}']:not([hidden])").WaitForAsync();
        await visitor.Page.Locator("furrow-map[data-state=incomplete]").WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator(".fm-problem")).ToContainTextAsync(said);
        await AssertLegend(visitor, "incomplete");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("""
            () => {
              const cover = document.querySelector('.fm-cover'), { x, y, width, height } = document.querySelector('.fm-canvas').getBoundingClientRect();
              return [.3, .5, .7].every(part => cover.contains(document.elementFromPoint(x + width * part, y + height * .5)));
            }
            """));
    }

    private static async Task AssertReady(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page.Locator(".fm-problem")).ToHaveCountAsync(0);
        Assert.False(await visitor.Page.Locator(".fm-cover").IsVisibleAsync());
        await AssertLegend(visitor, "ready");
    }

    private static async Task AssertLegend(Visitor visitor, string state)
    {
        await visitor.Page.EvaluateAsync("() => { document.querySelector('.fm-legend').open = true; }");
        foreach (var other in (string[])["loading", "incomplete", "ready"])
        {
            Assert.Equal(other == state, await visitor.Page.Locator(".fm-when-" + other).IsVisibleAsync());
        }

        await visitor.Page.EvaluateAsync("() => { document.querySelector('.fm-legend').open = false; }");
    }

    /// <summary>The browser itself says that it took the surface; nothing else may be wrong.</summary>
    private static IEnumerable<string> Unexpected(Visitor visitor) => visitor.Wrong.Where(w => !w.Contains("CONTEXT_LOST_WEBGL", StringComparison.Ordinal));

    private static async Task Look(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"map-{name}-{visitor.Page.ViewportSize!.Width}.png") });
        }
    }
}
