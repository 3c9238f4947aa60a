using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>Going from page to page in place: what each page brings with it comes, what belongs to the one before goes, and what cannot be shown in place
/// is loaded whole. Pages to come are played by answers made up here.</summary>
public sealed class NavigationTests(TheBrowser browser, Island island)
{
    [Fact]
    public async Task The_map_comes_up_from_the_menu_and_from_a_report_with_the_view_the_link_names()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Open("/");
        await Mark(visitor);
        await visitor.Page.ClickAsync(".top nav a[href^='/map']");
        await visitor.WaitForMap();
        Assert.Equal(1, await Stay(visitor));

        var report = island.Served.Programme.State.Reports.First(r => r.Report.Parts.Any(p => p.Shape is not null)).Report.Id;
        await visitor.Open($"/reports/{report:D}");
        await Mark(visitor);
        var link = visitor.Page.Locator("main a[href^='/map?'][href*='at=']").First;
        var at = Uri.UnescapeDataString((await link.GetAttributeAsync("href"))!);
        await link.ClickAsync();
        await visitor.WaitForMap();
        Assert.Contains(at.Split("at=")[1].Split('/')[1][..5], visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await Stay(visitor));
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task Twenty_times_to_the_map_and_away_leave_one_canvas_and_no_worker_too_many()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 480, 420);
        await visitor.Open("/map");
        await visitor.WaitForMap();
        await Mark(visitor);
        var workers = visitor.Page.Workers.Count;
        for (var i = 0; i < 20; i++)
        {
            await Go(visitor, ".top nav a[href^='/balance']");
            Assert.Equal(0, await visitor.Page.Locator("canvas").CountAsync());
            await Go(visitor, ".top nav a[href^='/map']");
        }

        await visitor.WaitForMap();
        Assert.Equal(1, await Stay(visitor));
        Assert.Equal(1, await visitor.Page.Locator("canvas").CountAsync());
        Assert.InRange(visitor.Page.Workers.Count, 0, workers);
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task A_map_lives_on_while_both_pages_have_it()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Open("/map?date=2023-06-30");
        await visitor.WaitForMap();
        await visitor.Page.EvaluateAsync("() => { document.querySelector('canvas').dataset.mine = 'yes'; }");
        await visitor.Page.EvaluateAsync("() => dispatchEvent(new CustomEvent('furrow:visit', { detail: { url: '/map?date=2020-01-31' } }))");
        await visitor.Page.Locator(".fm-range[aria-valuetext='2020-01-31']").WaitForAsync();

        Assert.Equal("yes", await visitor.Page.Locator("canvas").GetAttributeAsync("data-mine"));
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task The_head_and_the_root_of_a_page_are_taken_over_whole()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await Play(visitor, "**/about", page => page.Replace("lang=\"en\" dir=\"ltr\" data-theme=\"\"", "lang=\"ur\" dir=\"rtl\" data-theme=\"dark\"",
                StringComparison.Ordinal)
            .Replace("</head>", "<meta name=\"description\" content=\"EXERCISE\"><link rel=\"stylesheet\" href=\"/assets/made-up.css\">" +
                "<script type=\"module\" src=\"/assets/made-up.js\"></script></head>", StringComparison.Ordinal));
        var answerStyle = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/made-up.css", async route =>
        {
            await answerStyle.Task;
            await route.FulfillAsync(new() { ContentType = "text/css", Body = "h1 { letter-spacing: 7px }" });
        });
        await visitor.Page.RouteAsync("**/made-up.js", 
            route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "window.runs = (window.runs ?? 0) + 1;" }));
        await visitor.Open("/balance");
        var style = visitor.Page.WaitForRequestAsync("**/made-up.css");
        await visitor.Page.ClickAsync("footer a[href='/about']");
        await style;
        // Until the style is there, the page before stays, in its own clothes.
        Assert.Equal("Balance", await visitor.Page.Locator("main h1").InnerTextAsync());
        answerStyle.SetResult();
        await visitor.Page.WaitForFunctionAsync("() => window.runs === 1 && location.pathname === '/about'");

        Assert.Equal("ur rtl dark 7px EXERCISE", await visitor.Page.EvaluateAsync<string>("""
            () => [document.documentElement.lang, document.documentElement.dir, document.documentElement.dataset.theme,
              getComputedStyle(document.querySelector('h1')).letterSpacing, document.querySelector('meta[name=description]').content].join(' ')
            """));
        await Go(visitor, "footer a[href='/about']");
        await Go(visitor, ".top nav a[href^='/balance']");
        Assert.Equal("en 1 false", await visitor.Page.EvaluateAsync<string>(
            "() => [document.documentElement.lang, window.runs, !!document.querySelector('[href*=made-up], meta[name=description]')].join(' ')"));
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task Back_shows_the_page_as_it_was_left_with_what_was_typed_and_where_it_was_scrolled()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1280, 400);
        await visitor.Open("/reports");
        await Mark(visitor);
        await visitor.Page.FillAsync(".search input", "half a wor");
        await visitor.Page.EvaluateAsync("() => scrollTo(0, 300)");
        await Go(visitor, "footer a[href='/about']");
        Assert.Equal((0, "main"), (await Scrolled(visitor), await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id")));
        await Assertions.Expect(visitor.Page.Locator("body > [role=status]")).ToHaveTextAsync(await visitor.Page.TitleAsync());

        await visitor.InPlace("() => history.back()");
        Assert.Equal((300, "half a wor"), (await Scrolled(visitor), await visitor.Page.InputValueAsync(".search input")));
        await visitor.InPlace("() => history.forward()");
        Assert.EndsWith("/about", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await Stay(visitor));
        Assert.Empty(visitor.Wrong);
    }

    /// <summary>Also on a page from memory, which the server drew before.</summary>
    [Fact]
    public async Task Who_acts_is_said_alike_in_every_window()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1280, 800);
        await visitor.Open("/about");
        var other = await visitor.Page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(new Uri(visitor.Page.Url), "/about").ToString());
        await other.EvaluateAsync("() => new BroadcastChannel('furrow-me').postMessage('Somebody Else')");
        await Assertions.Expect(visitor.Page.Locator(".me [dir]")).ToHaveTextAsync("Somebody Else");
        await Assertions.Expect(other.Locator(".me [dir]")).ToHaveTextAsync("Somebody Else");
    }

    /// <summary>The page is left by changing its filter: kept as it was, field and rows would disagree.</summary>
    [Fact]
    public async Task Back_shows_a_filter_that_its_rows_fit()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1280, 800);
        await visitor.Open("/reports");
        await Mark(visitor);
        await visitor.InPlace("""
            () => {
                const field = document.getElementById('f-status');
                field.value = 'waiting';
                field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        Assert.Equal("waiting", await visitor.Page.InputValueAsync("#f-status"));
        await visitor.InPlace("() => history.back()");
        Assert.EndsWith("/reports", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal("", await visitor.Page.InputValueAsync("#f-status"));
        Assert.Equal(1, await Stay(visitor));
    }

    [Fact]
    public async Task A_place_on_the_page_is_gone_to_without_asking_the_server()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await Play(visitor, "**/about", page => page.Replace("</main>", "<div class=\"hidden\">x</div><h2 id=\"below\">Below</h2></main>", StringComparison.Ordinal)
            .Replace("href=\"/balance\"", "href=\"/about#below\"", StringComparison.Ordinal));
        await visitor.Open("/about");
        var asked = 0;
        visitor.Page.Request += (_, request) => asked += request.ResourceType is "document" or "fetch" ? 1 : 0;
        await visitor.Page.FocusAsync(".skip");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ClickAsync("a[href='/about#below']");
        await visitor.Page.GoBackAsync();
        await visitor.Page.GoBackAsync();
        Assert.Equal((0, "/about"), (asked, new Uri(visitor.Page.Url).PathAndQuery));

        await visitor.Open("/");
        await visitor.InPlace("() => dispatchEvent(new CustomEvent('furrow:visit', { detail: { url: '/about#below' } }))");
        Assert.Equal("below", await visitor.Page.EvaluateAsync<string>("() => document.querySelector(':target').id"));
        Assert.Empty(visitor.Wrong);
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><title>a proxy</title><h1 id=target>Sign in</h1>", false)]
    [InlineData("text/plain", "plain words", false)]
    [InlineData("text/html", "NEW VERSION", false)]
    [InlineData("text/html", "REFRESH", false)]
    [InlineData("text/html", "SAME", true)]
    public async Task What_is_no_page_of_this_program_is_loaded_whole(string type, string body, bool inPlace)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await Play(visitor, "**/about", page => body switch
        {
            "SAME" => page,
            "NEW VERSION" => page.Replace("name=\"furrow\" content=\"", "name=\"furrow\" content=\"next", StringComparison.Ordinal),
            "REFRESH" => page.Replace("</head>", "<meta http-equiv=\"refresh\" content=\"60\"></head>", StringComparison.Ordinal),
            _ => body,
        }, type);
        await visitor.Open("/balance");
        await Mark(visitor);
        await visitor.Page.ClickAsync("footer a[href='/about']");
        await visitor.StandsAt("/about$");
        await visitor.Page.WaitForFunctionAsync("() => document.readyState === 'complete' && !document.documentElement.hasAttribute('data-loading')");

        Assert.Equal(inPlace ? 1 : 0, await Stay(visitor));
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task A_redirect_ends_at_its_own_address_and_a_download_leaves_the_page_where_it_is()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Page.RouteAsync("**/about", 
            route => route.FulfillAsync(new() { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = "/areas" } }));
        await visitor.Page.RouteAsync("**/findings*", route => route.FulfillAsync(new()
        {
            ContentType = "text/html", Body = "<p>elsewhere</p>", Headers = new Dictionary<string, string> { ["Content-Disposition"] = "attachment; filename=x.html" },
        }));
        await visitor.Open("/balance");
        await Mark(visitor);
        await Go(visitor, "footer a[href='/about']");
        Assert.EndsWith("/areas", visitor.Page.Url, StringComparison.Ordinal);

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.ClickAsync(".top nav a[href^='/findings']"));
        Assert.Equal("x.html", download.SuggestedFilename);
        await visitor.Page.WaitForFunctionAsync("() => !document.documentElement.hasAttribute('data-loading')");
        Assert.Equal(1, await Stay(visitor));
    }

    [Fact]
    public async Task A_script_that_did_not_come_is_said_and_asked_again_by_the_next_page()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 800, 600);
        await visitor.Page.RouteAsync("**/furrow-map.js", route => route.AbortAsync());
        await visitor.Open("/balance");
        await Mark(visitor);
        await visitor.Page.ClickAsync(".top nav a[href^='/map']");
        await visitor.Page.Locator("[data-when-broken]").WaitForAsync();
        Assert.True(await visitor.Page.Locator("img.picture").IsVisibleAsync());
        Assert.False(await visitor.Page.Locator(".map-loading").IsVisibleAsync());

        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.ClickAsync(".top nav a[href^='/balance']");
        await visitor.StandsAt("/balance$");
        await visitor.Page.ClickAsync(".top nav a[href^='/map']");
        await visitor.WaitForMap();
    }

    /// <summary>Answers an address with the server's own page, changed.</summary>
    private static Task Play(Visitor visitor, string address, Func<string, string> change, string type = "text/html") =>
        visitor.Page.RouteAsync(address, async route =>
        {
            var real = await route.FetchAsync();
            await route.FulfillAsync(new() { Body = change(await real.TextAsync()), ContentType = type });
        });

    private static Task Go(Visitor visitor, string link) => visitor.InPlace("link => document.querySelector(link).click()", link);

    private static Task<int> Scrolled(Visitor visitor) => visitor.Page.EvaluateAsync<int>("() => Math.round(scrollY)");

    /// <summary>The document is marked; a page loaded whole has no mark.</summary>
    private static Task Mark(Visitor visitor) => visitor.Page.EvaluateAsync("() => { window.stays = 1; }");

    private static Task<int> Stay(Visitor visitor) => visitor.Page.EvaluateAsync<int>("() => window.stays ?? 0");
}
