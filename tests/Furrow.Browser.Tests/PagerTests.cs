using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>From page to page of a long list: its top comes to the top of the window, the focus stands there, and the rows that are shown are said. Without
/// script the browser goes there by itself.</summary>
public sealed class PagerTests(TheBrowser browser, Island island)
{
    public static TheoryData<string, string> Lists => new()
    {
        { "/reports", "en" }, { "/areas", "en" }, { "/balance/effort", "en" }, { "/balance/restated?after=0", "ur" },
        { "/balance/postings?status=cleared&side=closing", "ur" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_next_page_of_a_list_begins_at_its_top(string list, string language)
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1000, 640);
        var page = visitor.Page;
        await visitor.Open("/about?lang=" + language);
        await visitor.Open(list);
        await page.Locator("[rel=next]").ScrollIntoViewIfNeededAsync();
        var from = await page.EvaluateAsync<int>("() => scrollY");
        await page.FocusAsync("[rel=next]");
        await visitor.InPlace("() => document.activeElement.click()");

        await AssertAtTop(visitor);
        Assert.InRange(await page.EvaluateAsync<int>("() => scrollY"), 1, from - 1);
        await Assertions.Expect(page.Locator("body > [role=status]")).ToHaveTextAsync(new Regex(": \\W*101\\W*–"));
        Assert.Matches("101\\W*–", await page.Locator("#list").GetAttributeAsync("aria-label"));
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('list').contains(document.activeElement)"));

        await visitor.InPlace("() => history.back()");
        Assert.Equal(from, await page.EvaluateAsync<int>("() => scrollY"));
        Assert.Equal("next", await page.EvaluateAsync<string>("() => document.activeElement.rel"));
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task Without_script_it_does_too()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1000, 640, script: false);
        await visitor.Open("/reports");
        await visitor.Page.ClickAsync("[rel=next]");
        await visitor.StandsAt("page=2");
        var box = (await visitor.Page.Locator("#list").BoundingBoxAsync())!;
        Assert.InRange(box.Y, -1, 320);
    }

    [Fact]
    public async Task Who_sorts_a_list_by_a_column_stays_on_that_column()
    {
        await using var visitor = await browser.Visit(island.Served.Address, 1000, 640);
        await visitor.Open("/areas");
        await visitor.Page.FocusAsync("#by-remaining");
        await visitor.InPlace("() => document.activeElement.click()");
        Assert.Equal("by-remaining", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    private static async Task AssertAtTop(Visitor visitor)
    {
        await visitor.Page.WaitForFunctionAsync("() => document.activeElement.id === 'list'");
        var top = await visitor.Page.EvaluateAsync<double>("() => document.getElementById('list').getBoundingClientRect().top");
        Assert.True(top is > -2 and < 320, $"The list begins at {top.ToString(CultureInfo.InvariantCulture)}.");
    }
}
