[assembly: AssemblyFixture(typeof(Furrow.Browser.Tests.Island))]

namespace Furrow.Browser.Tests;

/// <summary>What must hold on every page, wide and narrow, light and dark.</summary>
public sealed class EveryPageTests(TheBrowser browser, Island island)
{
    private const int Phone = 390;
    private const int Wide = 1280;

    /// <summary>Names a folder: every page is then also photographed there, for people to look at, in all widths and themes.</summary>
    private static readonly string? Album = Environment.GetEnvironmentVariable("FURROW_LOOK");

    private static readonly string[] Pages =
    [
        "/", "/map", "/balance?from=2022-01-01&by=organisation", "/balance?by=kind", "/balance/effort", "/balance/bridge", "/balance/restated?after=5",
            "/balance/postings?status=cleared&side=closing",
        "/figures", "/areas?sort=-remaining", "AREA", "/reports", "REPORT", "/findings", "GROUP", "/import", "BATCH", "/spot?at=SPOT", "/search?q=a", "/about",
            "CORRECT",
    ];

    public static TheoryData<string, int, bool> Everywhere()
    {
        var data = new TheoryData<string, int, bool>();
        foreach (var page in Pages)
        {
            data.Add(page, Wide, false);
            data.Add(page, Phone, true);
            if (Album is not null)
            {
                data.Add(page, Wide, true);
                data.Add(page, Phone, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_page_is_accessible_fits_its_screen_and_asks_nobody_else(string page, int width, bool dark)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, width, dark: dark);
        var reply = await visitor.Open(island.AddressOf(page));
        if (page == "/map")
        {
            await visitor.WaitForMap();
        }

        Assert.Equal(200, reply!.Status);
        await Photograph(visitor, page, width, dark);
        await AssertAccessible(visitor);
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Equal("EXERCISE", await visitor.Page.Locator(".exercise-banner strong").InnerTextAsync());
        Assert.Empty(visitor.Wrong);
        if (Album is not null)
        {
            var address = island.AddressOf(page);
            await visitor.Open($"{address}{(address.Contains('?') ? '&' : '?')}lang=ur");
            await Photograph(visitor, "ur/" + page, width, dark);
        }
    }

    [Theory]
    [InlineData("/balance")]
    [InlineData("/areas")]
    [InlineData("/map")]
    [InlineData("/import")]
    public async Task A_page_works_without_script(string page)
    {
        await using var visitor = await browser.Visit(island.Served.Address, script: false);
        await visitor.Open(page);

        Assert.True(await visitor.Page.Locator("main form, main furrow-map form").First.IsVisibleAsync());
        if (page != "/import")
        {
            await visitor.Page.Locator("#q-date").FillAsync("2023-06-30");
            await visitor.Page.Locator("main button.primary").First.ClickAsync();
            Assert.Contains("date=2023-06-30", visitor.Page.Url, StringComparison.Ordinal);
            Assert.Equal("2023-06-30", await visitor.Page.Locator("#q-date").InputValueAsync());
        }
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/areas/nobody-named-this")]
    [InlineData("/reports/00000000-0000-0000-0000-000000000001")]
    [InlineData("/figures/00000000-0000-0000-0000-000000000001")]
    [InlineData("/import/00000000-0000-0000-0000-000000000001")]
    public async Task What_is_not_there_says_so_with_404(string address)
    {
        await using var visitor = await browser.Borrow(island.Served.Address);
        var reply = await visitor.Open(address);

        Assert.Equal(404, reply!.Status);
        Assert.True(await visitor.Page.Locator("main h1").IsVisibleAsync());
    }

    [Theory]
    [InlineData("ur", "rtl")]
    [InlineData("ru", "ltr")]
    [InlineData("az", "ltr")]
    [InlineData("tr", "ltr")]
    public async Task A_language_is_chosen_by_a_link_and_kept(string language, string direction)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, Phone);
        await visitor.Open("/balance?lang=" + language);
        await visitor.Open("/balance?from=2022-01-01");

        Assert.Equal(language, await visitor.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(direction, await visitor.Page.GetAttributeAsync("html", "dir"));
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.NotEqual("Balance", await visitor.Page.Locator("main h1").InnerTextAsync());
        await AssertAccessible(visitor);
    }

    private static async Task AssertAccessible(Visitor visitor)
    {
        var found = await visitor.AccessibilityViolations();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static async Task Photograph(Visitor visitor, string page, int width, bool dark)
    {
        if (Album is { Length: > 0 } folder)
        {
            var name = string.Concat(page.Split('?')[0].Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'));
            await visitor.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{width}-{(dark ? "dark" : "light")}.png"),
                FullPage = true,
            });
        }
    }
}
