using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Furrow.Browser.Tests;

/// <summary>A link or a form of a page, as it stands.</summary>
/// <param name="Number">Its place among all links and forms of the page.</param>
/// <param name="IsInApp">Enhanced navigation takes it; a download or another tab does not.</param>
public sealed record Edge(int Number, string Address, bool IsInApp);

/// <summary>Two who go to the same places: one by links, one by addresses.</summary>
public sealed record Pair(Visitor Clicking, Visitor Typing);

/// <summary>Follows links from the first page on, each in the page (a click) and by its address, and compares what a person gets.</summary>
/// <param name="pairs">Go at once, each through some of the links; which addresses are gone to does not depend on how many they are.</param>
/// <param name="most">Of each kind of page, at most so many addresses.</param>
/// <param name="slow">A kind of page that is only gone to once by each sort of link.</param>
/// <param name="varied">A kind of page that leads elsewhere by how its thing stands: twice as many of it, since those that wait come first.</param>
public sealed class Crawl(IReadOnlyList<Pair> pairs, IReadOnlyList<string> routes, int most, string? slow = null, string? varied = null)
{
    private const string Edges = """
        [...document.querySelectorAll('a[href], form:not([method=post])')].map((e, number) => {
          const isForm = e.nodeName === 'FORM';
          const url = new URL(isForm ? e.getAttribute('action') || location : e.href, location);
          if (isForm) url.search = new URLSearchParams([...new FormData(e)].filter(([, value]) => value !== ''));
          return { number, address: url.pathname + url.search, origin: url.origin, hash: url.hash, isInApp: !e.target && !e.matches('[download], [data-full]') };
        }).filter(e => e.origin === location.origin && !(e.hash && e.address === location.pathname + location.search))
        """;

    private const string Act = """
        number => {
          const edge = [...document.querySelectorAll('a[href], form:not([method=post])')][number];
          if (edge.nodeName === 'FORM') edge.requestSubmit(); else edge.click();
        }
        """;

    private const int MostSlow = 20;

    /// <summary>The links of a page are shared out in pieces, so that nobody waits long for a page with many.</summary>
    private const int LinksAPiece = 6;

    private readonly List<(string Route, TemplateMatcher Matcher)> _matchers =
        [.. routes.OrderBy(r => r.Count(c => c == '{')).Select(r => (r, new TemplateMatcher(TemplateParser.Parse(r.TrimStart('/')), [])))];

    private readonly ConcurrentBag<string> _differences = [];

    /// <summary>For each kind of page: its addresses, each with the page whose link led there.</summary>
    public Dictionary<string, Dictionary<string, string>> Reached { get; } = [];

    /// <summary>What differed, each as one sentence with the first lines that do.</summary>
    public IReadOnlyList<string> Differences => [.. _differences.Order(StringComparer.Ordinal)];

    /// <summary>In waves: all links of the pages reached so far, then those of the pages they led to.</summary>
    public async Task From(string start)
    {
        Note(start, "the beginning");
        await pairs[0].Typing.Open(start);
        var found = new ConcurrentDictionary<string, List<Edge>> { [start] = (await Rest(pairs[0].Typing)).Edges };
        IReadOnlyList<string> wave = [start];
        while (wave.Count > 0)
        {
            var work = wave.Select(page => (Page: page, Links: found[page].Where(e => e.IsInApp && Note(e.Address, page)).ToList())).ToList();
            var pieces = new ConcurrentQueue<(string Page, Edge[] Links)>(work.SelectMany(w => w.Links.Chunk(LinksAPiece).Select(links => (w.Page, links))));
            await Task.WhenAll(pairs.Select(pair => Walk(pair, pieces, found)));
            wave = [.. work.SelectMany(w => w.Links).Select(e => e.Address)];
        }
    }

    private async Task Walk(Pair pair, ConcurrentQueue<(string Page, Edge[] Links)> pieces, ConcurrentDictionary<string, List<Edge>> found)
    {
        while (pieces.TryDequeue(out var piece))
        {
            await pair.Clicking.Open(piece.Page);
            var before = (await Rest(pair.Clicking)).Seen;
            foreach (var link in piece.Links)
            {
                found[link.Address] = await Follow(pair, piece.Page, before, link);
            }
        }
    }

    /// <summary>One link of a page, clicked and typed; then back again.</summary>
    /// <param name="before">What there was to see of the page.</param>
    private async Task<List<Edge>> Follow(Pair pair, string page, string before, Edge edge)
    {
        var (clicked, typed) = (pair.Clicking.SeenInPlace(Act, edge.Number), Type(pair.Typing, edge.Address));
        await Task.WhenAll(clicked, typed);
        var (seen, edges) = await typed;
        Compare($"{edge.Address} by a link of {page}", seen, await clicked);
        Compare($"{page}, back from {edge.Address}", before, await pair.Clicking.SeenInPlace("() => history.back()"));
        return edges;
    }

    /// <summary>One link from the page it stands on.</summary>
    public async Task Follow(string page, string address)
    {
        await pairs[0].Clicking.Open(page);
        var (before, edges) = await Rest(pairs[0].Clicking);
        await Follow(pairs[0], page, before, edges.First(e => e.Address == address));
    }

    public string? KindOf(string address) =>
        _matchers.FirstOrDefault(m => m.Matcher.TryMatch(address.Split('?')[0], [])).Route;

    private bool Note(string address, string from)
    {
        if (KindOf(address) is not { } kind)
        {
            return false;
        }

        var addresses = Reached.TryGetValue(kind, out var found) ? found : Reached[kind] = [];
        var atMost = kind == slow ? MostSlow : kind == varied ? 2 * most : most;
        return addresses.Count < atMost && !(kind == slow && addresses.Any(a => Sort(a.Key, a.Value) == Sort(address, from)))
            && addresses.TryAdd(address, from);
    }

    /// <summary>Which words the address has; and, where it names a place, which kind of page it was found on.</summary>
    private string Sort(string address, string from)
    {
        var names = string.Join(' ', address.Split('?').Skip(1).SelectMany(q => q.Split('&')).Select(word => word.Split('=')[0]));
        return names.Contains("at", StringComparison.Ordinal) ? $"{names} of {KindOf(from)}" : names;
    }

    private async Task<(string Seen, List<Edge> Edges)> Type(Visitor visitor, string address)
    {
        await visitor.Open(address);
        return await Rest(visitor);
    }

    private async Task<(string Seen, List<Edge> Edges)> Rest(Visitor visitor)
    {
        var (seen, found) = await visitor.SeenAtRest(Edges);
        var edges = JsonSerializer.Deserialize<List<Edge>>(found, JsonSerializerOptions.Web)!;
        foreach (var astray in edges.Where(e => e.IsInApp && KindOf(e.Address) is null))
        {
            _differences.Add($"{visitor.Page.Url}: the link to {astray.Address} leads to no page and is not marked as one to load whole");
        }

        return (seen, edges);
    }

    private void Compare(string what, string expected, string seen)
    {
        if (expected == seen)
        {
            return;
        }

        var (left, right) = (expected.Split('\n'), seen.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        _differences.Add($"{what}: expected \"{left.ElementAtOrDefault(at)}\", got \"{right.ElementAtOrDefault(at)}\" in line {at}");
    }
}
