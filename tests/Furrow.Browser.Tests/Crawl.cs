using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Furrow.Browser.Tests;

/// <summary>A link or a form of a page, as it stands.</summary>
/// <param name="Number">Its place among all links and forms of the page.</param>
/// <param name="IsInApp">Enhanced navigation takes it; a download or another tab does not.</param>
public sealed record Edge(int Number, string Address, bool IsInApp);

/// <summary>Follows links from the first page on, each in the page (a click) and by its address, and compares what a person gets.</summary>
/// <param name="clicking">Goes by links.</param>
/// <param name="typing">Goes by addresses.</param>
/// <param name="most">Of each kind of page, at most so many addresses.</param>
/// <param name="slow">A kind of page that is only gone to once by each sort of link.</param>
public sealed class Crawl(Visitor clicking, Visitor typing, IReadOnlyList<string> routes, int most, string? slow = null)
{
    private const string Edges = """
        [...document.querySelectorAll('a[href], form:not([method=post])')].map((e, number) => {
          const isForm = e.nodeName === 'FORM';
          const url = new URL(isForm ? e.getAttribute('action') || location : e.href, location);
          if (isForm) url.search = new URLSearchParams([...new FormData(e)].filter(([, value]) => value !== ''));
          return { number, address: url.pathname + url.search, origin: url.origin, hash: url.hash, isInApp: !e.target && !e.matches('[download], [data-full]') };
        }).filter(e => e.origin === location.origin && !(e.hash && e.address === location.pathname + location.search))
        """;

    private const int MostSlow = 20;

    private readonly List<(string Route, TemplateMatcher Matcher)> _matchers =
        [.. routes.OrderBy(r => r.Count(c => c == '{')).Select(r => (r, new TemplateMatcher(TemplateParser.Parse(r.TrimStart('/')), [])))];

    /// <summary>For each kind of page: its addresses, each with the page whose link led there.</summary>
    public Dictionary<string, Dictionary<string, string>> Reached { get; } = [];

    /// <summary>What differed, each as one sentence with the first lines that do.</summary>
    public List<string> Differences { get; } = [];

    public async Task From(string start)
    {
        var waiting = new Queue<string>([start]);
        Note(start, "the beginning");
        await typing.Open(start);
        var edges = new Dictionary<string, List<Edge>> { [start] = await EdgesOf(typing) };
        while (waiting.TryDequeue(out var page))
        {
            var isThere = false;
            foreach (var edge in edges[page])
            {
                if (!edge.IsInApp || !Note(edge.Address, page))
                {
                    continue;
                }

                if (!isThere)
                {
                    await clicking.Open(page);
                    await clicking.Settled();
                    isThere = true;
                }

                edges[edge.Address] = await Follow(page, edge);
                waiting.Enqueue(edge.Address);
            }
        }
    }

    /// <summary>One link of a page, clicked and typed; then back again.</summary>
    public async Task<List<Edge>> Follow(string page, Edge edge)
    {
        var before = await clicking.Seen();
        var (clicked, typed) = (Click(edge), Type(edge.Address));
        await Task.WhenAll(clicked, typed);
        Compare($"{edge.Address} by a link of {page}", await typed, await clicked);
        await clicking.InPlace("() => history.back()");
        await clicking.Settled();
        Compare($"{page}, back from {edge.Address}", before, await clicking.Seen());
        return await EdgesOf(typing);
    }

    public async Task<List<Edge>> EdgesOf(Visitor visitor)
    {
        var found = await visitor.Page.EvaluateAsync<string>($"() => JSON.stringify({Edges})");
        var edges = JsonSerializer.Deserialize<List<Edge>>(found, JsonSerializerOptions.Web)!;
        Differences.AddRange(edges.Where(e => e.IsInApp && KindOf(e.Address) is null)
            .Select(e => $"{visitor.Page.Url}: the link to {e.Address} leads to no page and is not marked as one to load whole"));
        return edges;
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
        return addresses.Count < (kind == slow ? MostSlow : most) && !(kind == slow && addresses.Any(a => Sort(a.Key, a.Value) == Sort(address, from)))
            && addresses.TryAdd(address, from);
    }

    /// <summary>Which words the address has; and, where it names a place, which kind of page it was found on.</summary>
    private string Sort(string address, string from)
    {
        var names = string.Join(' ', address.Split('?').Skip(1).SelectMany(q => q.Split('&')).Select(word => word.Split('=')[0]));
        return names.Contains("at", StringComparison.Ordinal) ? $"{names} of {KindOf(from)}" : names;
    }

    private async Task<string> Click(Edge edge)
    {
        await clicking.InPlace("""
            number => {
              const edge = [...document.querySelectorAll('a[href], form:not([method=post])')][number];
              if (edge.nodeName === 'FORM') edge.requestSubmit(); else edge.click();
            }
            """, edge.Number);
        await clicking.Settled();
        return await clicking.Seen();
    }

    private async Task<string> Type(string address)
    {
        await typing.Open(address);
        await typing.Settled();
        return await typing.Seen();
    }

    private void Compare(string what, string expected, string seen)
    {
        if (expected == seen)
        {
            return;
        }

        var (left, right) = (expected.Split('\n'), seen.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(i => left[i] != right[i], Math.Min(left.Length, right.Length));
        Differences.Add($"{what}: expected \"{left.ElementAtOrDefault(at)}\", got \"{right.ElementAtOrDefault(at)}\" in line {at}");
    }
}
