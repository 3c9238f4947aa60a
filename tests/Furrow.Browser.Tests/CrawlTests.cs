using System.Globalization;

namespace Furrow.Browser.Tests;

/// <summary>Every kind of page is the same whether a link of the program leads there or its address is typed. Kinds are those the server has: a new page is
/// crawled from its first day, and fails here while no link leads to it.</summary>
public sealed class CrawlTests(TheBrowser browser)
{
    /// <summary>Addresses of each kind; FURROW_CRAWL=20 goes further. A map is drawn by a processor here, which takes seconds.</summary>
    private static readonly int MostAddresses =
        int.TryParse(Environment.GetEnvironmentVariable("FURROW_CRAWL"), CultureInfo.InvariantCulture, out var asked) ? asked : 5;

    /// <summary>Pages no link leads to, and why.</summary>
    private static readonly Dictionary<string, string> Unlinked = new()
    {
        ["/error"] = "shown in place of a page that failed",
        ["/not-found"] = "shown in place of a page that is not there",
    };

    [Fact]
    public async Task A_page_reached_by_a_link_is_the_page_its_address_gives()
    {
        await using var served = await ServedProgramme.Island();
        await MakeAFigureAndADraft(served);
        await using var clicking = await browser.Visit(served.Address);
        await using var typing = await browser.Visit(served.Address);
        var crawl = new Crawl(clicking, typing, served.PageRoutes, MostAddresses, slow: "/map");
        await crawl.From("/");
        await OnAPhoneInUrdu(served, crawl.Reached, crawl.Differences);

        var none = crawl.Differences.Concat(clicking.Wrong).Concat(typing.Wrong).ToList();
        Assert.True(none.Count == 0, string.Join('\n', none.Take(30)));
        Assert.Equal(served.PageRoutes.Order(), crawl.Reached.Keys.Concat(Unlinked.Keys).Order());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', crawl.Reached.Select(kind => $"{kind.Key}: {kind.Value.Count}")
            .Concat(crawl.Reached["/map"].Select(map => $"{map.Key} from {map.Value}"))));
    }

    /// <summary>One address of each kind, from right to left on a narrow screen.</summary>
    private async Task OnAPhoneInUrdu(ServedProgramme served, Dictionary<string, Dictionary<string, string>> reached, List<string> differences)
    {
        await using var clicking = await browser.Visit(served.Address, 390);
        await using var typing = await browser.Visit(served.Address, 390);
        await clicking.Open("/?lang=ur");
        await typing.Open("/?lang=ur");
        var crawl = new Crawl(clicking, typing, served.PageRoutes, 1);
        foreach (var (address, from) in reached.Values.Select(kind => kind.Skip(kind.Count > 1 ? 1 : 0).First()).Where(first => first.Key != "/"))
        {
            await clicking.Open(from);
            await clicking.Settled();
            await crawl.Follow(from, (await crawl.EdgesOf(clicking)).First(e => e.Address == address));
            if (await typing.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is not 0 and var over)
            {
                differences.Add($"{address}: {over} points wider than a phone in Urdu");
            }
        }

        differences.AddRange([.. crawl.Differences, .. clicking.Wrong, .. typing.Wrong]);
        Assert.Equal(("ur", "rtl"), (await clicking.Page.GetAttributeAsync("html", "lang"), await clicking.Page.GetAttributeAsync("html", "dir")));
    }

    /// <summary>By the forms of the pages, as a person does.</summary>
    private async Task MakeAFigureAndADraft(ServedProgramme served)
    {
        await using var visitor = await browser.Visit(served.Address);
        await visitor.Open("/balance?from=2022-01-01");
        await visitor.Page.Locator("main form[method=post] button").Last.ClickAsync();
        await visitor.Page.WaitForURLAsync(url => url.Contains("/figures/", StringComparison.Ordinal));
        await visitor.Open("/import");
        await visitor.Page.SetInputFilesAsync("#i-file", served.Write("EXERCISE draft.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"DRILL-1","start":"2020-06-01","end":"2020-06-30"},
            "geometry":{"type":"Polygon","coordinates":[[[-119,-31],[-118.99,-31],[-118.99,-30.99],[-119,-31]]]}}]}
            """));
        await visitor.Page.SelectOptionAsync("#i-as", "suspected");
        await visitor.Page.FillAsync("#i-org", "EXERCISE mine action centre");
        await visitor.Page.ClickAsync("main button.primary");
        await visitor.Page.Locator(".cards .card").First.WaitForAsync();
        Assert.Empty(visitor.Wrong);
    }
}
