using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>Someone looking at the pages, and a record of everything that must not happen meanwhile: errors in the console, requests to elsewhere.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    private readonly IBrowserContext _context;
    private readonly List<string> _wrong = [];

    private Visitor(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Where a borrowed visitor waits for the next test.</summary>
    internal ConcurrentBag<Visitor>? GoesBackTo { get; set; }

    /// <summary>What went wrong so far, each as one sentence.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    internal static async Task<Visitor> Begin(IBrowserContext context, Uri server)
    {
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" || message.Text.Contains("context lost", StringComparison.OrdinalIgnoreCase))
            {
                visitor._wrong.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => visitor._wrong.Add($"page error: {error}");
        page.RequestFailed += (_, request) =>
        {
            // Whoever leaves a page no longer waits for what it had asked for.
            if (request.Failure != "net::ERR_ABORTED")
            {
                visitor._wrong.Add($"request failed: {request.Url} {request.Failure}");
            }
        };
        page.Request += (_, request) =>
        {
            var to = new Uri(request.Url);
            if (to.Scheme is "http" or "https" or "ws" or "wss" && (to.Host != server.Host || to.Port != server.Port))
            {
                visitor._wrong.Add($"request to another origin: {request.Url}");
            }
        };
        return visitor;
    }

    public Task<IResponse?> Open(string address) => Page.GotoAsync(address);

    /// <summary>What there is to see as a picture. A browser that draws without a graphics card sometimes has no frame at hand: it is asked once more, as a
    /// person would look again.</summary>
    public async Task<byte[]> Picture(PageScreenshotOptions options)
    {
        try
        {
            return await Page.ScreenshotAsync(options);
        }
        catch (PlaywrightException e) when (e.Message.Contains("Unable to capture screenshot", StringComparison.Ordinal))
        {
            return await Page.ScreenshotAsync(options);
        }
    }

    /// <summary>Waits until the address is one that a pattern matches. It looks again and again: the browser's own wait for an address misses a page that is
    /// put in place between its look and its wait.</summary>
    public Task StandsAt(string pattern) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = 30_000 });

    /// <summary>The moving map is there (WebGL, not the server's picture) and has drawn all of its view.</summary>
    public Task WaitForMap() => Page.Locator("furrow-map[data-state=ready] [data-drawn] canvas").First.WaitForAsync();

    /// <summary>Does something that leads to another page in place, and waits until that is shown.</summary>
    /// <param name="act">A function of script with one argument.</param>
    public Task InPlace(string act, object? argument = null) => Page.EvaluateAsync($"async argument => {{ await {ShownBy(act)}; }}", argument);

    /// <summary>The same, and what there is to see when all of that page has come to rest, in one question to the browser.</summary>
    public Task<string> SeenInPlace(string act, object? argument = null) =>
        Page.EvaluateAsync<string>($"async argument => {{ await {ShownBy(act)}; await ({Settling})(); return ({Sight})(); }}", argument);

    /// <summary>What there is to see when the page has come to rest, and what a function of script finds then.</summary>
    public async Task<(string Seen, string Found)> SeenAtRest(string find)
    {
        var both = await Page.EvaluateAsync<string[]>($"async () => {{ await ({Settling})(); return [({Sight})(), JSON.stringify({find})]; }}");
        return (both[0], both[1]);
    }

    private static string ShownBy(string act) =>
        $$"""
        new Promise((done, fail) => {
          const giveUp = setTimeout(() => fail(`nothing was shown in place of ${location}`), 30_000);
          addEventListener('furrow:shown', () => { clearTimeout(giveUp); done(); }, { once: true });
          ({{act}})(argument);
        })
        """;

    /// <summary>All of the page has come to rest: nothing is on its way, and each map is drawn or has said why not.</summary>
    private const string Settling =
        """
        () => new Promise((done, fail) => {
          const most = performance.now() + 30_000;
          const isDone = map => map.dataset.state === 'failed' || (map.dataset.state && map.dataset.state !== 'loading' && map.querySelector('[data-drawn]'));
          const isBusy = () => document.documentElement.hasAttribute('data-loading') || ![...document.querySelectorAll('furrow-map')].every(isDone);
          const look = () => !isBusy() ? done() : performance.now() > most ? fail(`${location} does not come to rest`) : requestAnimationFrame(look);
          look();
        })
        """;

    /// <summary>What a person gets of the page: its name, language, colours, words, fields and pictures.</summary>
    private const string Sight =
        """
        () => {
          const root = document.documentElement, main = document.getElementById('main');
          const fields = [...main.querySelectorAll('input:not([type=hidden]), select, textarea')].map(f => f.type === 'checkbox' ? f.checked : f.value);
          // What a clock shows is another minute for the second visitor.
          const clock = t => Math.abs(Date.now() - Date.parse(`${t.replace(' ', 'T')}Z`)) < 900_000 ? 'now' : t;
          const lines = main.innerText.split('\n').map(l => l.trim().replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, clock)).filter(Boolean);
          const styles = [...document.head.querySelectorAll('link[rel=stylesheet]')].map(l => `${l.href.slice(location.origin.length)} ${l.sheet ? l.media : 'not loaded'}`);
          return [`title ${document.title}`, `root ${root.lang} ${root.dir} ${root.dataset.theme ?? ''} ${document.body.className} ${main.className}`,
            `canvases ${document.querySelectorAll('canvas').length}`, `styles ${styles}`, `fields ${JSON.stringify(fields)}`, ...lines].join('\n');
        }
        """;

    /// <summary>The keyboard alone: Tab until the focus stands on what a selector names.</summary>
    public async Task TabTo(string selector, int most = 150)
    {
        for (var i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{most} times Tab on {Page.Url} do not reach {selector}.");
    }

    /// <summary>Accessibility violations of the page as it is now, each as one sentence. The checker is put in from outside: the page's
    /// policy allows no foreign script.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityViolations()
    {
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))" +
            ".violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')}`))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    /// <summary>Begins anew, on the page of the test before: an empty one between would cost a process of its own.</summary>
    internal void Forget() => _wrong.Clear();

    public async ValueTask DisposeAsync()
    {
        if (GoesBackTo is null)
        {
            await _context.CloseAsync();
            return;
        }

        await _context.ClearCookiesAsync();
        GoesBackTo.Add(this);
    }
}
