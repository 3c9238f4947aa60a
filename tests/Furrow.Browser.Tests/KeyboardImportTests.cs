using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>A whole import with the keyboard alone: said what is open, looked through, applied and taken back with a reason. Wherever Tab stops something is to
/// be seen, and it goes on from there.</summary>
public sealed class KeyboardImportTests(TheBrowser browser)
{
    private const string Sheet = "Nr,Stelle 1,Stelle 2\nDRILL-1,-31.0012,-19.0023\nDRILL-2,-31.0112,-19.0123\n";

    [Theory]
    [InlineData("en", 1280)]
    [InlineData("ur", 390)]
    public async Task An_import_is_said_applied_and_taken_back_with_the_keyboard_alone(string language, int width)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, width);
        var page = visitor.Page;
        await visitor.Open("/import?lang=" + language);

        // What the window of the system for files does is not the page's.
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE keys.csv", Sheet));
        await Walk(page, "#i-on");
        await page.Keyboard.TypeAsync("06302020");
        await Walk(page, "#i-org");
        await page.Keyboard.TypeAsync("EXERCISE mine action centre");
        await Walk(page, "main form button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#understood").WaitForAsync();

        await page.EvaluateAsync("document.activeElement.blur()");
        await Walk(page, "input[name=entry-0]");
        await page.Keyboard.PressAsync("Space");
        await Walk(page, "input[name=entry-1]");
        await page.Keyboard.PressAsync("ArrowDown");
        await Walk(page, "select[name=entry-2]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Walk(page, "form:has(#understood) .actions button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("form:has([value=apply]) button:enabled").WaitForAsync();

        await Walk(page, "form:has([value=apply]) button");
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".notice.good a").WaitForAsync();
        Assert.Equal(2, served.Programme.State.Reports.Count());
        await Walk(page, ".notice.good a");
        await page.Keyboard.PressAsync("Enter");
        await visitor.StandsAt("/import/(?!draft/)");

        // Without a reason it is not sent, and the field is where one writes next.
        await Walk(page, "button[value=undo]");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.id === 'd-reason'"));
        await page.Keyboard.TypeAsync("EXERCISE wrong file");
        await Walk(page, "button[value=undo]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1 .tag.bad").WaitForAsync();
        Assert.Empty(visitor.Wrong);
    }

    /// <summary>Tab until the focus stands on what a selector names. Each stop is in sight, with a ring around it, and behind the one before.</summary>
    private static async Task Walk(IPage page, string selector, int most = 120)
    {
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string[]>(
                """
                selector => {
                  const at = document.activeElement, box = at.getBoundingClientRect(), ring = getComputedStyle(at);
                  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                  const marked = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 1;
                  return [at.matches(selector) ? 'here' : '', at === document.body || seen && marked ? '' : `${at.outerHTML.slice(0, 120)} is focused and not seen`];
                }
                """, selector);
            Assert.Equal("", stop[1]);
            if (stop[0] == "here")
            {
                return;
            }
        }

        Assert.Fail($"{most} times Tab on {page.Url} do not reach {selector}.");
    }
}
