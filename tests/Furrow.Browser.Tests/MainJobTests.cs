using System.Globalization;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>The main job in the browser: import a file, see it on the map, move through time, read a spot's history, take it back.</summary>
public sealed class MainJobTests(TheBrowser browser)
{
    private const double Lat = -31.5;
    private const double Lon = -119;

    [Fact]
    public async Task A_file_is_imported_seen_on_the_map_through_time_read_at_a_spot_and_undone()
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address);
        await Import(visitor, served.Write("EXERCISE hazard.geojson", Drawings.Square("DRILL-1", Lon, Lat)), "suspected", "2020-06-30");
        await Import(visitor, served.Write("EXERCISE clearance.geojson", Drawings.Square("DRILL-1 cleared", Lon, Lat)), "cleared", "2022-06-30");
        Assert.Equal(2, served.Programme.State.Land.KnownAt);

        await visitor.Open("/map?at=15/" + Place('/'));
        await visitor.WaitForMap();
        await SlideTo(visitor, "2021-06-30");
        Assert.Equal("suspected", await ColourInTheMiddle(visitor));
        await SlideTo(visitor, "2023-06-30");
        Assert.Equal("cleared", await ColourInTheMiddle(visitor));
        await SlideTo(visitor, "2020-06-29");
        Assert.Equal("none", await ColourInTheMiddle(visitor));
        Assert.Contains("date=2020-06-29", visitor.Page.Url, StringComparison.Ordinal);

        await SlideTo(visitor, "2023-06-30");
        var panel = await ClickTheMiddle(visitor);
        Assert.Contains("Cleared", panel, StringComparison.Ordinal);
        Assert.Contains("DRILL-1 cleared", panel, StringComparison.Ordinal);
        Assert.Contains("2020-06-30", panel, StringComparison.Ordinal);
        Assert.Matches("Submitted: .+ 20[0-9-]+\\s+Checked: .+ 20[0-9-]+\\s+Accepted: ", panel);

        await Undo(visitor, served);
        Assert.Equal(3, served.Programme.State.Land.KnownAt);
        await visitor.Open("/map?date=2023-06-30&at=15/" + Place('/'));
        await visitor.WaitForMap();
        Assert.Equal("suspected", await ColourInTheMiddle(visitor));
        await visitor.Open("/spot?at=" + Place(','));
        Assert.Contains("Suspected", await visitor.Page.Locator(".cards").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task A_bad_file_is_a_clear_message_and_nothing_is_written()
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address);
        var before = served.Programme.State.Position;
        await Upload(visitor, served.Write("EXERCISE broken.geojson", "{ \"type\": \"FeatureCollection\", \"features\": [ {"), "suspected", "2020-06-30");

        await Assertions.Expect(visitor.Page.Locator(".notice.bad").First).ToContainTextAsync("EXERCISE broken.geojson");
        Assert.Equal(before, served.Programme.State.Position);
    }

    private static async Task Upload(Visitor visitor, string file, string importAs, string on)
    {
        var page = visitor.Page;
        await visitor.Open("/import");
        await page.SetInputFilesAsync("#i-file", file);
        await page.SelectOptionAsync("#i-as", importAs);
        await page.FillAsync("#i-on", on);
        await page.FillAsync("#i-org", "EXERCISE mine action centre");
        await page.CheckAsync("input[name=baseline]");
        await page.ClickAsync("main button.primary");
    }

    private static async Task Import(Visitor visitor, string file, string importAs, string on)
    {
        await Upload(visitor, file, importAs, on);
        var page = visitor.Page;
        await page.FillAsync("#d-reason", "EXERCISE archive");
        Assert.Contains("1", await page.Locator(".cards .card").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("form:has(#d-reason) button.primary").ClickAsync();
        await page.Locator(".notice.good").WaitForAsync();
    }

    private static async Task Undo(Visitor visitor, ServedProgramme served)
    {
        var page = visitor.Page;
        await visitor.Open($"/import/{served.Programme.State.Batches.Last().Received.Batch:D}");
        await page.FillAsync("#d-reason", "EXERCISE: the wrong file");
        await page.ClickAsync("button[value=undo]");
        await Assertions.Expect(page.Locator("h1 .tag")).ToContainTextAsync("taken back");
    }

    private static async Task SlideTo(Visitor visitor, string date)
    {
        var range = visitor.Page.Locator(".fm-range");
        var now = (await range.GetAttributeAsync("aria-valuetext"))!;
        var position = int.Parse(await range.InputValueAsync(), CultureInfo.InvariantCulture);
        await range.FillAsync((position + DayNumber(date) - DayNumber(now)).ToString(CultureInfo.InvariantCulture));
        await visitor.StandsAt("date=" + date);
    }

    private static int DayNumber(string date) => DateOnly.ParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static async Task<string> ClickTheMiddle(Visitor visitor)
    {
        var box = (await visitor.Page.Locator("furrow-map canvas").First.BoundingBoxAsync())!;
        await visitor.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await visitor.Page.Locator(".fm-panel .fm-now").WaitForAsync();
        return await visitor.Page.Locator(".fm-panel").InnerTextAsync();
    }

    /// <summary>Which status the land in the middle of the map has by its colour; "none" for bare ground.</summary>
    private static async Task<string> ColourInTheMiddle(Visitor visitor)
    {
        var box = (await visitor.Page.Locator("furrow-map canvas").First.BoundingBoxAsync())!;
        const int Side = 24;
        await visitor.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var picture = await visitor.Picture(new PageScreenshotOptions
        {
            Clip = new Clip { X = box.X + box.Width / 2 - Side / 2, Y = box.Y + box.Height / 2 - Side / 2, Width = Side, Height = Side },
        });
        return await Pixels.StatusOf(visitor.Page, picture);
    }

    private static string Place(char sign) => string.Create(CultureInfo.InvariantCulture, $"{Lat}{sign}{Lon}");
}
