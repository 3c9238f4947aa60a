using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>Land without colour is said to be unrecorded only where its tile has come. Until then the map shows the server's picture or a hatch and says
/// that it is loading; what could not be had it says too, and asks for it again.</summary>
public sealed class MapLoadingTests(TheBrowser browser, Island island)
{
    private const string Tiles = "**/tiles/land/**";

    [Theory]
    [InlineData("/map", 800, "en")]
    [InlineData("/map?date=2022-06-30", 390, "ur")]
    public async Task While_land_is_on_its_way_its_picture_stands_there_and_nothing_is_called_unrecorded(string address, int width, string language)
    {
        await using var visitor = await browser.Visit(island.Served.Address, width, 600, dark: width < 600);
        await visitor.Open("/about?lang=" + language);
        var tiles = await Hold(visitor, Tiles);
        await visitor.Open(address);
        await visitor.Page.Locator("furrow-map[data-state=loading] .fm-cover img").WaitForAsync();
        await Look(visitor, "loading");
        await AssertSays(visitor, "loading");

        // Who moves the map meanwhile sees of each part whether it has come.
        await visitor.Page.Locator(".fm-cover").DispatchEventAsync("pointerdown");
        await visitor.Page.Locator(".fm-missing [data-tile=waiting]").First.WaitForAsync();
        Assert.False(await visitor.Page.Locator(".fm-cover").IsVisibleAsync());
        await Look(visitor, "waiting");
        Assert.Empty(await visitor.AccessibilityViolations());
        await AssertSays(visitor, "loading");

        tiles.SetResult();
        await visitor.WaitForMap();
        Assert.Equal(0, await visitor.Page.Locator(".fm-missing > *").CountAsync());
        await Look(visitor, "ready");
        await AssertSays(visitor, "ready");
        Assert.Empty(visitor.Wrong);
    }

    [Theory]
    [InlineData("no connection")]
    [InlineData("500")]
    [InlineData("404")]
    [InlineData("a page to sign in")]
    [InlineData("broken bytes")]
    public async Task A_tile_that_could_not_be_had_is_marked_said_and_asked_for_again(string trouble)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600, dark: trouble == "500");
        await visitor.Page.RouteAsync(Tiles, route => trouble switch
        {
            "no connection" => route.AbortAsync(),
            "500" or "404" => route.FulfillAsync(new() { Status = int.Parse(trouble, System.Globalization.CultureInfo.InvariantCulture), Body = "{}" }),
            "broken bytes" => route.FulfillAsync(new() { ContentType = "application/vnd.mapbox-vector-tile", BodyBytes = [0x1a, 0xff, 0x7f, 0x3c, 0x3c] }),
            _ => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>Sign in</p>" }),
        });
        await visitor.Open("/map");
        await visitor.Page.Locator("furrow-map[data-state=incomplete]").WaitForAsync();
        var marks = await visitor.Page.Locator(".fm-missing [data-tile=failed]").CountAsync();
        await Look(visitor, "failed-" + trouble.Split(' ')[0]);

        Assert.NotEqual(0, marks);
        Assert.Contains($": {marks}.", await visitor.Page.Locator(".fm-problem").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await visitor.AccessibilityViolations());
        await AssertSays(visitor, "incomplete");
        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.ClickAsync(".fm-problem button");
        await visitor.WaitForMap();
        Assert.Equal(0, await visitor.Page.Locator(".fm-problem, .fm-missing > *").CountAsync());
        await AssertSays(visitor, "ready");
    }

    [Fact]
    public async Task Land_known_at_another_acceptance_is_never_seen_beside_land_known_now()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Open("/map");
        await visitor.WaitForMap();
        var tiles = await Hold(visitor, "**/tiles/land/**knownAt=20&**");
        var picture = visitor.Page.WaitForRequestAsync("**/picture?*knownAt=20");
        await visitor.Page.Locator(".fm-bar select").Last.SelectOptionAsync("20");
        await picture;
        await visitor.Page.Locator("furrow-map[data-state=loading] .fm-cover").WaitForAsync();
        await AssertSays(visitor, "loading");
        tiles.SetResult();
        await visitor.WaitForMap();
        Assert.False(await visitor.Page.Locator(".fm-cover").IsVisibleAsync());
        Assert.Empty(visitor.Wrong);
    }

    [Theory]
    [InlineData("**/api/programme", "failed", "could not be drawn")]
    [InlineData("**/dist/gl-*.js", "failed", "could not be drawn")]
    [InlineData("**/api/base", "ready", "The base map")]
    [InlineData("**/api/words", "ready", "The texts of the map")]
    public async Task What_else_could_not_be_had_is_said_with_a_way_to_try_again(string address, string state, string said)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Page.RouteAsync(address, route => route.AbortAsync());
        await visitor.Open("/map");
        await visitor.Page.Locator($"furrow-map[data-state={state}]").WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator(".fm-problem")).ToContainTextAsync(said);
        Assert.Equal(state == "failed", await visitor.Page.Locator("img.picture").IsVisibleAsync());

        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.ClickAsync(".fm-problem button");
        await Assertions.Expect(visitor.Page.Locator(".fm-problem")).ToHaveCountAsync(0);
        await visitor.WaitForMap();
    }

    [Fact]
    public async Task Without_a_surface_to_draw_on_the_servers_pictures_are_shown_and_the_same_is_said_of_them()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Page.AddInitScriptAsync("HTMLCanvasElement.prototype.getContext = () => null;");
        var picture = await Hold(visitor, "**/picture?*width=*");
        await visitor.Page.RouteAsync("**/picture?*date=2020-01-31*", route => route.AbortAsync());

        // The picture that is held may begin before the page is loaded, which then waits for it.
        await visitor.Page.GotoAsync("/map", new() { WaitUntil = WaitUntilState.Commit });
        await visitor.Page.Locator("furrow-map.fm[data-state=loading]").WaitForAsync();
        await AssertSays(visitor, "loading");
        picture.SetResult();
        await visitor.Page.Locator("furrow-map[data-state=ready] img.fm-picture").WaitForAsync();
        Assert.True(await visitor.Page.Locator(".fm-note").IsVisibleAsync());

        await visitor.Page.FillAsync(".fm-day", "2020-01-31");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Locator("furrow-map[data-state=incomplete] .fm-problem").WaitForAsync();
        Assert.False(await visitor.Page.Locator("img.fm-picture").IsVisibleAsync());
        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.ClickAsync(".fm-problem button");
        await visitor.Page.Locator("furrow-map[data-state=ready] img.fm-picture").WaitForAsync();
    }

    [Theory]
    [InlineData("at=12/-31.5/-119", "bbox=-119.085831,-31.551", 200)]
    [InlineData("at=2/80/175", "bbox=", 200)]
    [InlineData("at=12/95/0", "", 200)]
    [InlineData("at=NaN/Infinity/1e400", "", 200)]
    [InlineData("at=12", "", 200)]
    public async Task Without_script_the_picture_shows_the_view_the_link_names(string query, string asked, int status)
    {
        await using var visitor = await browser.Visit(island.Served.Address, script: false);
        await visitor.Open("/map?" + query);
        var source = (await visitor.Page.Locator("img.picture").GetAttributeAsync("src"))!;

        Assert.Equal(asked.Length > 0, source.Contains("bbox=", StringComparison.Ordinal));
        Assert.Contains(asked, source, StringComparison.Ordinal);
        Assert.Equal(status, (await visitor.Page.Context.APIRequest.GetAsync(source)).Status);
    }

    /// <summary>Requests to an address wait until the answer is allowed.</summary>
    private static async Task<TaskCompletionSource> Hold(Visitor visitor, string address)
    {
        var allowed = new TaskCompletionSource();
        await visitor.Page.RouteAsync(address, async route =>
        {
            await allowed.Task;
            await route.ContinueAsync();
        });
        return allowed;
    }

    /// <summary>Of the three sentences about land without colour the legend says the one that is true now; "loading" is heard and seen.</summary>
    private static async Task AssertSays(Visitor visitor, string state)
    {
        await visitor.Page.EvaluateAsync("() => { document.querySelector('.fm-legend').open = true; }");
        foreach (var other in (string[])["loading", "incomplete", "ready"])
        {
            Assert.Equal(other == state, await visitor.Page.Locator(".fm-when-" + other).IsVisibleAsync());
        }

        Assert.Equal(state == "loading", (await visitor.Page.Locator(".fm-notices [role=status]").InnerTextAsync()).Length > 0);
    }

    /// <summary>FURROW_LOOK names a folder for pictures, for people.</summary>
    private static async Task Look(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"map-{name}-{visitor.Page.ViewportSize!.Width}.png") });
        }
    }
}
