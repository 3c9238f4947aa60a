using System.Collections.Concurrent;
using System.Globalization;

namespace Furrow.Browser.Tests;

/// <summary>Every kind of page is the same whether a link of the program leads there or its address is typed. Kinds are those the server has: a new page is
/// crawled from its first day, and fails here while no link leads to it.</summary>
public sealed class CrawlTests(TheBrowser browser)
{
    /// <summary>Addresses of each kind; FURROW_CRAWL=20 goes further: some 300 in all, 250 seconds of processor time, which two cores give in little more
    /// than two minutes. Five find the same faults of kinds in a third of that, and the whole suite must stay quick.</summary>
    private static readonly int MostAddresses =
        int.TryParse(Environment.GetEnvironmentVariable("FURROW_CRAWL"), CultureInfo.InvariantCulture, out var asked) ? asked : 5;

    /// <summary>One waits while the other works.</summary>
    private const int PairsAtOnce = 2;

    /// <summary>Pages no link leads to, and why.</summary>
    private static readonly Dictionary<string, string> Unlinked = new()
    {
        ["/welcome/{Key}"] = "where a link leads that the server or a verb prints",
        ["/me/sessions"] = "of whoever is signed in",
        ["/me/password"] = "of whoever is signed in",
        ["/me/passkeys"] = "of whoever is signed in",
        ["/me/tokens"] = "of whoever is signed in",
        ["/accounts"] = "of administrators who are signed in",
        ["/me/authenticator"] = "of whoever is signed in",
        ["/error"] = "shown in place of a page that failed",
        ["/not-found"] = "shown in place of a page that is not there",
    };

    /// <summary>A smaller window: what a map costs here is its points.</summary>
    private const int Width = 1000, Height = 640;

    [Fact]
    public async Task A_page_reached_by_a_link_is_the_page_its_address_gives()
    {
        await using var served = await ServedProgramme.Island();
        await MakeAFigureAndADraft(served);
        var pairs = await Task.WhenAll(Enumerable.Range(0, PairsAtOnce).Select(_ => Meet(served, Width)));
        var crawl = new Crawl(pairs, served.PageRoutes, MostAddresses, slow: "/map", varied: "/reports/{Id:guid}");
        await crawl.From("/");
        var onAPhone = await OnAPhoneInUrdu(served, crawl.Reached);

        var none = crawl.Differences.Concat(onAPhone).Concat(await Leave(pairs)).ToList();
        Assert.True(none.Count == 0, string.Join('\n', none.Take(30)));
        Assert.Equal(served.PageRoutes.Order(), crawl.Reached.Keys.Concat(Unlinked.Keys).Order());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', crawl.Reached.Select(kind => $"{kind.Key}: {kind.Value.Count}")
            .Concat(crawl.Reached["/map"].Select(map => $"{map.Key} from {map.Value}"))));
    }

    /// <summary>One address of each kind, from right to left on a narrow screen.</summary>
    private async Task<List<string>> OnAPhoneInUrdu(ServedProgramme served, Dictionary<string, Dictionary<string, string>> reached)
    {
        var ways = new ConcurrentQueue<(string Address, string From)>(reached.Values.Select(kind => kind.Skip(kind.Count > 1 ? 1 : 0).First())
            .Where(first => first.Key != "/").Select(first => (first.Key, first.Value)));
        var pairs = await Task.WhenAll(Enumerable.Range(0, PairsAtOnce).Select(_ => Meet(served, 390)));
        var wrong = new ConcurrentBag<string>();
        await Task.WhenAll(pairs.Select(Walk));
        return [.. wrong, .. await Leave(pairs)];

        async Task Walk(Pair pair)
        {
            var crawl = new Crawl([pair], served.PageRoutes, 1);
            await pair.Clicking.Open("/about?lang=ur");
            await pair.Typing.Open("/about?lang=ur");
            while (ways.TryDequeue(out var way))
            {
                await crawl.Follow(way.From, way.Address);
                if (await pair.Typing.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is not 0 and var over)
                {
                    wrong.Add($"{way.Address}: {over} points wider than a phone in Urdu");
                }
            }

            if (await pair.Clicking.Page.GetAttributeAsync("html", "lang") != "ur" || await pair.Clicking.Page.GetAttributeAsync("html", "dir") != "rtl")
            {
                wrong.Add("the language chosen was not kept");
            }

            foreach (var difference in crawl.Differences)
            {
                wrong.Add(difference);
            }
        }
    }

    private async Task<Pair> Meet(ServedProgramme served, int width) =>
        new(await browser.Visit(served.Address, width, Height), await browser.Visit(served.Address, width, Height));

    /// <summary>What went wrong for any of them.</summary>
    private static async Task<List<string>> Leave(IEnumerable<Pair> pairs)
    {
        var wrong = new List<string>();
        foreach (var visitor in pairs.SelectMany(p => new[] { p.Clicking, p.Typing }))
        {
            wrong.AddRange(visitor.Wrong);
            await visitor.DisposeAsync();
        }

        return wrong;
    }

    /// <summary>By the forms of the pages, as a person does.</summary>
    private async Task MakeAFigureAndADraft(ServedProgramme served)
    {
        await using var visitor = await browser.Visit(served.Address);
        await visitor.Open("/balance?from=2022-01-01");
        await visitor.Page.Locator("main form[method=post] button").Last.ClickAsync();
        await visitor.StandsAt("/figures/");
        await visitor.Open("/import");
        await visitor.Page.SetInputFilesAsync("#i-file", served.Write("EXERCISE draft.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"DRILL-1","start":"2020-06-01","end":"2020-06-30"},
            "geometry":{"type":"Polygon","coordinates":[[[-119,-31],[-118.99,-31],[-118.99,-30.99],[-119,-31]]]}}]}
            """));
        await visitor.Page.SelectOptionAsync("#i-as", "suspected");
        await visitor.Page.FillAsync("#i-org", "EXERCISE mine action centre");
        await visitor.Page.ClickAsync("main button.primary");
        await visitor.Page.Locator(".cards .card").First.WaitForAsync();
        await visitor.Open("/places");
        await visitor.Page.SetInputFilesAsync("#b-file", served.Write("EXERCISE districts.geojson", Drawings.Square("Upper", -119, -31)));
        await visitor.Page.ClickAsync("form:has(#b-file) button");
        await visitor.StandsAt("/places/draft/");
        await visitor.Open("/rows/person-register");
        await visitor.Page.SetInputFilesAsync("#r-file", served.Write("EXERCISE people.csv", "Name\nEXERCISE somebody\n"));
        await visitor.Page.ClickAsync("form:has(#r-file) button");
        await visitor.StandsAt("/rows/person-register/");
        Assert.Empty(visitor.Wrong);
    }
}
