using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>What must hold in pages that run from right to left as in those that run from left to right: nothing lies over a button of the map, and values
/// begin under their label.</summary>
public sealed class DirectionTests(TheBrowser browser, Island island)
{
    public static TheoryData<string, int> Screens => new() { { "en", 390 }, { "en", 1280 }, { "ur", 390 }, { "ur", 1280 } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_buttons_of_the_map_lie_free_of_its_legend(string language, int width)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, width);
        await visitor.Open("/map?lang=" + language);
        await visitor.WaitForMap();
        await Look(visitor, "map", language);

        var covered = await visitor.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.fm-legend > summary, .maplibregl-ctrl-zoom-in, .maplibregl-ctrl-zoom-out')].flatMap(button => {
              const { x, y, width, height } = button.getBoundingClientRect();
              const there = document.elementFromPoint(x + width / 2, y + height / 2);
              return button.contains(there) ? [] : [`${button.className || button.tagName} lies under ${there?.className || there?.tagName}`];
            })
            """);
        Assert.Equal([], covered);
        var legend = (await visitor.Page.Locator(".fm-legend").BoundingBoxAsync())!;
        var buttons = (await visitor.Page.Locator(".maplibregl-ctrl-group").BoundingBoxAsync())!;
        Assert.True(language == "ur" ? buttons.X + buttons.Width <= legend.X : legend.X + legend.Width <= buttons.X, $"{legend.X} {buttons.X}");
    }

    public static TheoryData<string, string, int> Forms =>
        [.. Screens.SelectMany(screen => new[] { "/import", "CORRECT", "/spot?at=SPOT" }.Select(page => (page, screen.Data.Item1, screen.Data.Item2)))];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task No_field_sticks_out_of_its_place_and_coordinates_are_seen_whole(string page, string language, int width)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, width);
        var address = island.AddressOf(page);
        await visitor.Open($"{address}{(address.Contains('?') ? '&' : '?')}lang={language}");

        var astray = await visitor.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main .field :is(input, select, textarea)')].filter(field => {
              const own = field.getBoundingClientRect(), place = field.closest('.field').getBoundingClientRect();
              return own.left < place.left - 1 || own.right > place.right + 1 || field.id === 's-at' && field.scrollWidth > field.clientWidth;
            }).map(field => field.outerHTML.slice(0, 120))
            """);
        Assert.Equal([], astray);
    }

    /// <summary>A section that has to be scrolled to is one that a newcomer does not find.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("az")]
    [InlineData("tr")]
    [InlineData("ur")]
    [InlineData("ru")]
    public async Task All_sections_are_seen_at_once(string language)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, 390);
        await visitor.Open("/about?lang=" + language);
        foreach (var width in (int[])[390, 800, 1000, 1280])
        {
            await visitor.Page.SetViewportSizeAsync(width, 860);
            var hidden = await visitor.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.top nav a, .top .brand, .top input, .top summary')].filter(part => {
                  const { left, right, top, bottom } = part.getBoundingClientRect();
                  return [[left + 2, top + 2], [right - 2, bottom - 2]].some(([x, y]) => !part.contains(document.elementFromPoint(x, y)));
                }).map(part => part.textContent || part.tagName)
                """);
            Assert.True(hidden.Length == 0, $"{width} points wide, not to be seen: {string.Join(", ", hidden)}");
        }

        await visitor.Page.SetViewportSizeAsync(390, 860);
    }

    public static TheoryData<string, string, int> Pages => [.. Screens.SelectMany(screen => new[]
    {
        "/about", "/areas", "AREA", "/reports", "REPORT", "/balance", "/balance/postings?status=cleared&side=closing", "/spot?at=SPOT", "BATCH", "/findings",
    }.Select(page => (page, screen.Data.Item1, screen.Data.Item2)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Values_begin_where_their_labels_begin_and_figures_end_at_the_right(string page, string language, int width)
    {
        await using var visitor = await browser.Borrow(island.Served.Address, width);
        var address = island.AddressOf(page);
        await visitor.Open($"{address}{(address.Contains('?') ? '&' : '?')}lang={language}");
        await Look(visitor, page.Split('?')[0], language);

        var astray = await visitor.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main dl.facts > *, main th, main td')].flatMap(cell => {
              const words = document.createRange();
              words.selectNodeContents(cell);
              const lines = [...words.getClientRects()].filter(r => r.width > 2 && r.height > 2);
              if (lines.length === 0 || !cell.innerText.trim() || cell.querySelector('svg.chart, form')) return [];
              const style = getComputedStyle(cell), box = cell.getBoundingClientRect();
              const isRight = cell.classList.contains('n') || document.documentElement.dir === 'rtl';
              const away = isRight
                ? box.right - parseFloat(style.paddingRight) - Math.max(...lines.map(l => l.right))
                : Math.min(...lines.map(l => l.left)) - box.left - parseFloat(style.paddingLeft);
              return Math.abs(away) < 4 ? [] : [`${cell.outerHTML.slice(0, 120)} begins ${away} away`];
            })
            """);
        Assert.Equal([], astray);
    }

    /// <summary>FURROW_LOOK names a folder for pictures, for people.</summary>
    private static async Task Look(Visitor visitor, string name, string language)
    {
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            var file = $"{name.Trim('/').Replace('/', '-')}-{language}-{visitor.Page.ViewportSize!.Width}.png";
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "direction-" + file), FullPage = true });
        }
    }
}
