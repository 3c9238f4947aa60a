using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>A sheet as somebody abroad sent it, with places under names nobody here knows and no date: it goes in at one look. Clicks are counted as a hand
/// makes them: a list costs two, a field one, a file two.</summary>
public sealed class NewcomerImportTests(TheBrowser browser, ITestOutputHelper output)
{
    private const int MostClicks = 12;

    private const string Points = "Nr,Stelle 1,Stelle 2,Bemerkung\nDRILL-1,-31.0012,-119.0023,EXERCISE\nDRILL-2,-31.0112,-119.0123,EXERCISE\n";

    /// <summary>Two outlines that cross themselves, and a plain one.</summary>
    private const string Outlines = "Nr,Umriss\nDRILL-1,\"POLYGON((-119 -31,-118.99 -30.99,-118.99 -31,-119 -30.99,-119 -31))\"\n"
        + "DRILL-2,\"POLYGON((-118 -31,-117.99 -30.99,-117.99 -31,-118 -30.99,-118 -31))\"\nDRILL-3,\"POLYGON((-117 -31,-116.99 -31,-116.99 -30.99,-117 -31))\"\n";

    private int _clicks;

    public static TheoryData<string, string[], int, string, int, bool> Sheets => new()
    {
        { Points, ["latitude", "longitude"], 0, "en", 1280, false },
        { Outlines, [], 2, "ur", 390, true },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task A_foreign_sheet_goes_in_at_one_look_and_tells_afterwards_why_rows_were_mended(string sheet, string[] places, int mended,
        string language, int width, bool dark)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, width, dark: dark);
        var page = visitor.Page;
        await visitor.Open("/?lang=" + language);
        var watch = Stopwatch.StartNew();
        await Click(page, ".top nav a[href^='/import']");
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE foreign.csv", sheet));
        _clicks += 2;
        await Click(page, "main button.primary");

        await page.Locator("#understood").WaitForAsync();
        await Look(visitor, "newcomer-asked");
        Assert.Equal(places.Length + 3, await page.Locator("input[name^=entry-key-]").CountAsync());
        string[] said = [.. places, "suspected"];
        for (var i = 0; i < said.Length; i++)
        {
            await Click(page, $"input[name=entry-{i}][value={said[i]}]");
        }

        await Type(page, "#m-on", "2020-06-30");
        await Type(page, "#m-org", "EXERCISE mine action centre");
        await Click(page, "form:has(#understood) button.primary");
        await page.Locator("form:has([value=apply]) button:enabled").WaitForAsync();
        Assert.Equal(0, await page.Locator("input[name^=entry-key-]").CountAsync());
        await Look(visitor, "newcomer-understood", isChecked: false);
        await Click(page, "form:has([value=apply]) button");
        await page.Locator(".notice.good a").WaitForAsync();
        Assert.Equal(sheet.Split('\n').Length - 2, served.Programme.State.Reports.Count());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clicks} clicks, {watch.Elapsed.TotalSeconds:0.0} s"));
        Assert.InRange(_clicks, 1, MostClicks);

        _clicks = 0;
        await Click(page, ".notice.good a");
        await visitor.StandsAt("/import/(?!draft/)");
        Assert.Equal(mended, await page.Locator("#repairs ~ * tbody tr").CountAsync());
        Assert.InRange(_clicks, 0, 2);
        await Look(visitor, "newcomer-batch", isChecked: false);
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
    }

    [Theory]
    [InlineData("ur", 390, true)]
    public async Task A_row_opens_and_shows_both_readings_of_its_drawing(string language, int width, bool dark)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, width, dark: dark);
        var page = visitor.Page;
        await visitor.Open("/import?lang=" + language);
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE doubt.geojson", Drawings.InDoubt));
        await page.SelectOptionAsync("#i-as", "suspected");
        await page.FillAsync("#i-on", "2020-06-30");
        await page.FillAsync("#i-org", "EXERCISE mine action centre");
        await page.ClickAsync("main button.primary");
        await page.Locator("a[href$='/row/3']").WaitForAsync();
        await visitor.TabTo("a[href$='/row/3']");
        await page.Keyboard.PressAsync("Enter");
        await visitor.StandsAt("/row/3");
        Assert.Equal(2, await page.Locator("figure svg").CountAsync());
        Assert.Equal(1, await page.Locator("figcaption .tag.good").CountAsync());
        await Look(visitor, "row");
    }

    [Theory]
    [InlineData("ur", 390, true)]
    public async Task Boundaries_are_looked_at_and_loaded_by_page(string language, int width, bool dark)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, width, dark: dark);
        var page = visitor.Page;
        await visitor.Open("/places?lang=" + language);
        await page.SetInputFilesAsync("#b-file", served.Write("EXERCISE districts.geojson", Drawings.Square("Upper", -119, -31)));
        await page.ClickAsync("form:has(#b-file) button");
        await page.SelectOptionAsync("#b-column", "code");
        await page.ClickAsync("form:has(#b-column) button");
        await page.FillAsync("#b-name", "EXERCISE districts");
        await page.FillAsync("#b-source", "EXERCISE office");
        await page.FillAsync("#b-version", "2020");
        await Look(visitor, "places-draft");
        await page.ClickAsync("form:has(#b-name) button.primary");
        await visitor.StandsAt("/places$");
        await page.Locator("td", new() { HasText = "EXERCISE office" }).WaitForAsync();
        await Look(visitor, "places", isChecked: false);
    }

    private async Task Click(IPage page, string selector)
    {
        await page.ClickAsync(selector);
        _clicks++;
    }

    private async Task Type(IPage page, string selector, string text)
    {
        await page.FillAsync(selector, text);
        _clicks++;
    }

    private static async Task Look(Visitor visitor, string name, bool isChecked = true)
    {
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{visitor.Page.ViewportSize!.Width}.png"), FullPage = true });
        }

        Assert.Empty(isChecked ? await visitor.AccessibilityViolations() : []);
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(visitor.Wrong);
    }
}
