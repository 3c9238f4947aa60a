using System.Text.Json;
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

    /// <summary>What went wrong so far, each as one sentence.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    internal static async Task<Visitor> Begin(IBrowserContext context, Uri server)
    {
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visitor._wrong.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => visitor._wrong.Add($"page error: {error}");
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

    /// <summary>The moving map is there (WebGL, not the server's picture) and has drawn all of its view.</summary>
    public Task WaitForMap() => Page.Locator("furrow-map [data-drawn] canvas").First.WaitForAsync();

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

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
