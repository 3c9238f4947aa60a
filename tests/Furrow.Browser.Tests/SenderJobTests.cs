using System.Globalization;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>Two sheets of one sender: foreign headings, a totals row, dates with two readings, words of another language, no organisation. The first goes in by
/// a dozen clicks, from the start page to reports that wait; the second asks nothing. Clicks are counted as a hand makes them.</summary>
public sealed class SenderJobTests(TheBrowser browser, ITestOutputHelper output)
{
    private const int MostClicks = 12;

    private const string Sheet = "Ident,Status,Datum,Area,Lat,Lon\nDRILL-1,abgeschlossen,03/04/2019,0.4,-31.0012,-119.0023\n"
        + "DRILL-2,verdaechtig,05/06/2019,0.5,-31.0112,-119.0123\nEXERCISE Total,,,,,\n";

    private int _clicks;

    [Fact]
    public async Task The_first_sheet_takes_a_dozen_clicks_and_the_second_asks_nothing()
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address);
        var page = visitor.Page;
        await visitor.Open("/?lang=en");
        await Upload(page, served.Write("EXERCISE april.csv", Sheet));
        await page.Locator("#understood").WaitForAsync();
        Assert.Equal(0, await page.Locator("#m-on").And(page.Locator("td *")).CountAsync());
        await Click(page, Answer("Datum", "day-month-year"));
        await Click(page, Answer("Status: abgeschlossen", "cleared"));
        await Click(page, Answer("Status: verdaechtig", "suspected"));
        await Click(page, "#m-org");
        await page.FillAsync("#m-org", "EXERCISE mine action centre");
        await page.Keyboard.PressAsync("Tab");

        // What was typed and chosen outlives a filter and a reload.
        await page.WaitForFunctionAsync("fetch(location.href).then(r => r.text()).then(t => t.includes('value=\"EXERCISE mine action centre\"'))");
        await page.ReloadAsync();
        Assert.True(await page.IsCheckedAsync(Answer("Datum", "day-month-year")));
        await Click(page, "form:has(#understood) button.primary");
        await page.Locator("form:has([value=apply]) button:enabled").WaitForAsync();
        await Click(page, "form:has([value=apply]) button");
        await page.Locator(".notice.good a[href^='/import/']").First.WaitForAsync();
        Assert.Equal(2, served.Programme.State.Reports.Count());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {_clicks} clicks"));
        Assert.InRange(_clicks, 1, MostClicks);

        _clicks = 0;
        await Upload(page, served.Write("EXERCISE may.csv", Sheet.Replace("DRILL-", "DRILL-1", StringComparison.Ordinal)
            .Replace("-31.0", "-30.0", StringComparison.Ordinal).Replace("2019", "2020", StringComparison.Ordinal)));
        await page.Locator("form:has([value=apply]) button:enabled").WaitForAsync();
        Assert.Equal(0, await page.Locator("#understood .notice.warn").CountAsync());
        await Click(page, "form:has([value=apply]) button");
        await page.Locator(".notice.good a[href^='/import/']").First.WaitForAsync();
        Assert.Equal(["2019-04-03", "2019-06-05", "2020-04-03", "2020-06-05"],
            served.Programme.State.Reports.Select(r => r.Report.End.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Order());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"second {_clicks} clicks"));
        Assert.InRange(_clicks, 1, 5);
        Assert.Empty(visitor.Wrong);
    }

    /// <summary>One answer of the question about a column or word.</summary>
    private static string Answer(string key, string answer) => $"tr:has(input[name^=entry-key-][value$='{key}']) input[value='{answer}']";

    private async Task Upload(IPage page, string file)
    {
        await Click(page, ".top nav a[href^='/import']");
        await page.SetInputFilesAsync("#i-file", file);
        _clicks += 2;
        await Click(page, "main button.primary");
    }

    private async Task Click(IPage page, string selector)
    {
        await page.ClickAsync(selector);
        _clicks++;
    }
}
