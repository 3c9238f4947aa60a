using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Furrow.Browser.Tests.TheBrowser))]

namespace Furrow.Browser.Tests;

/// <summary>One Chromium for all tests; each test has a context of its own.</summary>
public sealed class TheBrowser : IAsyncLifetime
{
    /// <summary>The first that is there. Without windows and bars, which nobody sees here, Chromium takes two thirds of the time for the same
    /// pages.</summary>
    private static readonly string Chromium = Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists)
        ?? throw new FileNotFoundException("There is no Chromium; scripts/install-test-tools.sh installs it.");

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
    ];

    private readonly ConcurrentDictionary<(Uri, int, int, bool), ConcurrentBag<Visitor>> _idle = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>A visitor for a test that only looks. Who has looked before at the same server in the same window comes again, with no cookie and with those
    /// files that never change: to begin anew costs more than most pages.</summary>
    public async Task<Visitor> Borrow(Uri server, int width = 1280, int height = 860, bool dark = false)
    {
        var idle = _idle.GetOrAdd((server, width, height, dark), _ => []);
        if (!idle.TryTake(out var visitor))
        {
            visitor = await Visit(server, width, height, dark);
            visitor.GoesBackTo = idle;
        }

        visitor.Forget();
        return visitor;
    }

    /// <summary>A fresh visitor who sees the pages of one server.</summary>
    public async Task<Visitor> Visit(Uri server, int width = 1280, int height = 860, bool dark = false, bool script = true, string language = "en")
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await Visitor.Begin(context, server);
    }
}
