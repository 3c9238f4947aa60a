using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>Two things a person decides about a file on its way in, by the keyboard alone: whether a drawing in doubt is taken, and that an import be
/// stopped.</summary>
public sealed class DoubtJobTests(TheBrowser browser)
{
    [Theory]
    [InlineData("en", 1280, false)]
    [InlineData("ur", 390, true)]
    public async Task A_drawing_in_doubt_is_reached_by_links_decided_and_seen_settled(string language, int width, bool dark)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, width, dark: dark);
        var page = visitor.Page;
        await visitor.Open("/?lang=" + language);
        await Upload(visitor, served);

        // What waits is told above the rows, with a way to it.
        await page.Locator("#doubt").WaitForAsync();
        Assert.Contains("DRILL-3", await page.Locator("#doubt label").Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("tr:has(.tag.bad)").CountAsync());
        await AssertGood(visitor, "doubt-before");
        Assert.Empty(await visitor.AccessibilityViolations());
        await visitor.TabTo("a[href$='#doubt']");
        await page.Keyboard.PressAsync("Enter");
        await visitor.TabTo("input[name=row]", most: 3);
        await page.Keyboard.PressAsync("Space");
        await visitor.TabTo("form:has([value=doubt]) button", most: 3);
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("tr:has(.tag.warn) .code", new PageLocatorOptions { HasText = "DRILL-3" }).WaitForAsync();
        Assert.Equal(0, await page.Locator("tr:has(.tag.bad), input[name=row]").CountAsync());
        await AssertGood(visitor, "doubt-after");
        await visitor.TabTo("form:has(#d-by) button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".notice.good a").WaitForAsync();
        await visitor.TabTo(".notice.good a");
        await page.Keyboard.PressAsync("Enter");
        await visitor.StandsAt("/import/(?!draft/)");

        Assert.Equal(3, served.Programme.State.Reports.Count());
        Assert.All(served.Programme.State.Reports, r => Assert.Equal(ReportStatus.Submitted, r.Status));
        await AssertGood(visitor, "doubt-batch");
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task An_import_is_stopped_before_it_writes_and_can_be_begun_again()
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, 1000, 640);
        var page = visitor.Page;
        await visitor.Open("/");
        await Upload(visitor, served);
        await page.Locator("#d-by").WaitForAsync();
        var before = served.Programme.State.Position;

        // Somebody else is being judged, and takes long: the import waits for its turn.
        using var turn = new SemaphoreSlim(0);
        var other = Task.Run(() => served.Programme.Decide(new Acting("somebody else", DateTimeOffset.UnixEpoch, Door.Page), (_, _) =>
        {
            turn.Wait();
            return Core.Problems.PersonMissing();
        }), TestContext.Current.CancellationToken);
        await visitor.TabTo("form:has([value=apply]) button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#stop").WaitForAsync();
        await visitor.TabTo("#stop");
        // The page asks how far it is; whoever stands on the button stays there.
        await page.EvaluateAsync("() => { window.stays = 1; }");
        await visitor.InPlace("() => { }");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stays === 1 && document.activeElement.id === 'stop'"));
        Assert.Empty(await visitor.AccessibilityViolations());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).Not.ToHaveAttributeAsync("data-loading", "");
        turn.Release();
        await other;

        await Assertions.Expect(page.Locator(".notice.bad .code")).ToHaveTextAsync("stopped-before-commit");
        Assert.Equal((before, false), (served.Programme.State.Position, served.Programme.State.Reports.Any()));
        await AssertGood(visitor, "stopped");
        await page.ClickAsync("form:has([value=apply]) button");
        await page.Locator(".notice.good").WaitForAsync();
        Assert.Equal(2, served.Programme.State.Reports.Count());
        Assert.Empty(visitor.Wrong);
    }

    /// <summary>From the first page on, by Tab and Enter; only the file itself is chosen by the test, in place of the window of the system.</summary>
    private static async Task Upload(Visitor visitor, ServedProgramme served)
    {
        var page = visitor.Page;
        await visitor.TabTo(".top nav a[href^='/import']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#i-file").WaitForAsync();
        await visitor.TabTo("#i-file");
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE doubt.geojson", Drawings.InDoubt));
        await visitor.TabTo("#i-as");
        await page.SelectOptionAsync("#i-as", "suspected");
        await visitor.TabTo("#i-on");
        await page.FillAsync("#i-on", "2020-06-30");
        await visitor.TabTo("#i-org");
        await page.Keyboard.TypeAsync("EXERCISE mine action centre");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task AssertGood(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            var file = $"{name}-{visitor.Page.ViewportSize!.Width}.png";
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
        }

        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(visitor.Wrong);
    }
}
