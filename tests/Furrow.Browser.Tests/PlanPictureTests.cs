namespace Furrow.Browser.Tests;

/// <summary>The picture of an import before it is done: what comes in, what stays out, and where areas overlap.</summary>
public sealed class PlanPictureTests(TheBrowser browser)
{
    [Fact]
    public async Task What_comes_in_is_seen_through_and_what_stays_out_is_an_outline()
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address);
        var page = visitor.Page;
        await visitor.Open("/import");
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE.geojson", Drawings.InDoubt));
        await page.SelectOptionAsync("#i-as", "suspected");
        await page.FillAsync("#i-on", "2020-06-30");
        await page.FillAsync("#i-org", "EXERCISE mine action centre");
        await page.ClickAsync("main button.primary");
        await page.Locator(".chart > svg").First.WaitForAsync();
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            await page.Locator("figure.chart").First.ScreenshotAsync(new() { Path = Path.Combine(folder, "plan-picture.png") });
        }

        var drawn = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.chart > svg :is(.plan-in, .plan-line, .plan-out) > *')].map(part => {
              const style = getComputedStyle(part);
              return `${part.parentNode.className.baseVal} ${style.fill === 'none' ? 'no fill' : style.fillOpacity} ${style.strokeDasharray === 'none' ? 'whole' : 'dashed'}`;
            })
            """);
        string[] right = ["plan-in 0.5 whole", "plan-in 0.5 whole", "plan-line no fill whole", "plan-line no fill whole", "plan-out no fill dashed"];
        Assert.Equal(right, drawn);
        Assert.Equal(2, await page.Locator(".chart .legend li").CountAsync());
        Assert.Empty(await visitor.AccessibilityViolations());
        Assert.Empty(visitor.Wrong);
    }
}
