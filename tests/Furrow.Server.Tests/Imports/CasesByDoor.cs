using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Furrow.Core.Checks;
using Furrow.Server.Programmes;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Imports;

/// <summary>Two ways into programmes in which nothing is recorded, or nothing but the boundary of a country: the command line, and the import page of a
/// server.</summary>
public sealed partial class CasesByDoor : IDisposable
{
    private const int RowsOfAPage = 100;

    /// <summary>The checks that ask whether something lies where it can.</summary>
    private static readonly string[] OfPlaces = ["out-of-range", "swapped-coordinates", "outside-territory", "zero-coordinates"];

    public CasesByDoor()
        : this("")
    {
    }

    /// <param name="country">Nothing, or the west and south, east and north end of a country in degrees: "17 43 19 45".</param>
    internal CasesByDoor(string country)
    {
        IsInCountry = country.Length > 0;
        if (IsInCountry)
        {
            var ledger = Path.Combine(Shell.Folder, "programme.furrow");
            Programme.Open(ledger, Genesis.OfFile(ledger, "ann", TimeProvider.System)).Get().Dispose();
            var at = country.Split(' ');
            var corners = string.Join(',', new[] { (0, 1), (2, 1), (2, 3), (0, 3), (0, 1) }.Select(c => $"[{at[c.Item1]},{at[c.Item2]}]"));
            Shell.Write("country.geojson", GeoText.Collection(GeoText.Feature($$"""{"type":"Polygon","coordinates":[[{{corners}}]]}""", """{"name":"EXERCISE"}""")));
            Shell.Run("places", "load", "country.geojson", "--name", "country", "--source", "EXERCISE", "--version", "1");
        }

        Server = IsInCountry ? FormServer.Over(File.ReadAllBytes(Path.Combine(Shell.Folder, "programme.furrow"))) : FormServer.Empty();
    }

    private bool IsInCountry { get; }

    internal Shell Shell { get; } = new();

    /// <summary>The fields of the form that takes a file, as it stands before anything is typed.</summary>
    private Dictionary<string, string>? _upload;

    private FormServer Server { get; }

    public void Dispose()
    {
        Server.Dispose();
        Shell.Dispose();
    }

    /// <param name="about">Fields of the page's form, which are options of the verb too.</param>
    internal CaseAnswer ByCommandLine(string file, params (string Name, string Value)[] about)
    {
        var answer = Shell.Json(["import", file, .. about.SelectMany(a => new[] { "--" + a.Name, a.Value })]);
        return answer.TryGetProperty("problem", out var problem)
            ? new CaseAnswer(Codes<JsonElement>(answer.TryGetProperty("problems", out var all) ? all.EnumerateArray().AsEnumerable() : [problem],
                p => p.GetProperty("code").GetString()!), [])
            : new CaseAnswer([.. answer.GetProperty("rows").EnumerateArray().Select(Row)],
                [.. answer.GetProperty("dictionary").EnumerateArray().Where(e => e.GetProperty("open").GetBoolean())
                    .Select(e => e.GetProperty("topic").GetString()!.Replace("-", "", StringComparison.Ordinal))])
            {
                Found = !IsInCountry ? [] : [.. answer.GetProperty("groups").EnumerateArray().GroupBy(g => g.GetProperty("check").GetString()!)
                    .Where(g => OfPlaces.Contains(g.Key))
                    .Select(g => $"{g.Sum(f => f.GetProperty("findings").GetInt32())} {g.Key}")],
            };
    }

    /// <summary>The reports the file makes in a new programme, as they go out again: of each its place and what is not empty of the rest, a line a
    /// report.</summary>
    internal static string Reports(string file, params (string Name, string Value)[] about)
    {
        using var shell = new Shell();
        shell.Run(["import", file, .. about.SelectMany(a => new[] { "--" + a.Name, a.Value }), "--baseline", "--accept", "EXERCISE", "--apply"]);
        Assert.True(shell.Has("programme.furrow"), shell.Out + shell.Error);
        shell.Run("export", "reports", "reports.geojson", "--restricted");
        using var written = JsonDocument.Parse(shell.Read("reports.geojson"));
        return string.Join('\n', written.RootElement.GetProperty("features").EnumerateArray().Select(Line));
    }

    private static string Line(JsonElement report) => report.GetProperty("geometry") + "|" + string.Join('|', report.GetProperty("properties").EnumerateObject()
        .Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => $"{p.Name}={p.Value}".ReplaceLineEndings(" ")));

    private static string Row(JsonElement row)
    {
        var problem = row.GetProperty("problem") is { ValueKind: JsonValueKind.Object } p ? p.GetProperty("code").GetString() : null;
        return Told(row.GetProperty("row").GetInt32().ToString(CultureInfo.InvariantCulture), row.GetProperty("verdict").GetString()!, problem,
            row.GetProperty("areaSquareMetres").GetDecimal());
    }

    internal async Task<CaseAnswer> ByPage(string file, params (string Name, string Value)[] about)
    {
        var (draft, html) = await Draft(file, about);
        var rows = Rows().Matches(html).Select(Row).ToList();
        for (var number = 2; rows.Count == RowsOfAPage * (number - 1); number++)
        {
            // A page behind the last shows the last once more.
            rows.AddRange(Rows().Matches((await Server.Get($"{draft}?page={number}", "en")).Html).Select(Row).Except(rows.ToHashSet()));
        }

        // What is known can be changed on the page too: only what stands before it is asked.
        var held = Notice().Matches(html).Concat(Question().Matches(html));
        return new CaseAnswer(rows.Count > 0 ? rows : Codes(held, m => m.Groups[1].Value),
            [.. Entries().Matches(html.Split("<details id=\"known\"")[0]).Select(m => m.Groups[1].Value.ToLowerInvariant())])
        {
            Found = !IsInCountry ? [] : [.. Groups().Matches(html)
                .GroupBy(m => CheckList.All.First(c => c.Title == WebUtility.HtmlDecode(m.Groups[1].Value)).Code)
                .Where(g => OfPlaces.Contains(g.Key)).Select(g => $"{g.Sum(m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))} {g.Key}")],
        };
    }

    /// <summary>Why nothing of a file can be used: each cause once.</summary>
    private static string[] Codes<T>(IEnumerable<T> problems, Func<T, string> code) => [.. problems.Select(code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The page of the import once it is read.</summary>
    internal async Task<string> PageOf(string file, params (string Name, string Value)[] about) => (await Draft(file, about)).Html;

    private async Task<(string Address, string Html)> Draft(string file, (string Name, string Value)[] about)
    {
        _upload ??= await Server.Form("/import", "upload");
        var (name, bytes) = CaseFiles.Zipped(file);
        var content = new MultipartFormDataContent();
        var untyped = _upload.Where(f => f.Key != "file" && !Array.Exists(about, a => a.Name == f.Key)).Select(f => (f.Key, f.Value));
        foreach (var (field, value) in untyped.Concat(about))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(bytes), "file", name);
        var draft = (await Server.Post("/import", content, "en")).Location!;
        var page = await Server.Get(draft, "en");
        while (page.Html.Contains("<progress", StringComparison.Ordinal))
        {
            await Task.Yield();
            page = await Server.Get(draft, "en");
        }

        return (draft, page.Html);
    }

    private static string Row(Match row)
    {
        var (words, area, why) = (row.Groups[2].Value, Exact().Match(row.Groups[3].Value), Code().Match(row.Groups[4].Value));
        return Told(row.Groups[1].Value, WebUtility.HtmlDecode(words).ToLowerInvariant().Replace(' ', '-'), why.Success ? why.Groups[1].Value : null,
            area.Success ? decimal.Parse(area.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    private static string Told(string row, string verdict, string? problem, decimal squareMetres) =>
        string.Create(CultureInfo.InvariantCulture, $"{row} {verdict} {problem} {squareMetres:0.######}");

    [GeneratedRegex("<th scope=\"row\" class=\"n num\"><span[^>]*>[^<]*</span>(\\d+)</th>\\s*<td[^>]*><span class=\"tag[^\"]*\">([^<]+)</span></td>\\s*"
        + "<td class=\"code\"[^>]*>[^<]*</td>\\s*<td class=\"n\"[^>]*>(.*?)</td>\\s*<td class=\"wrap wide\"[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<p class=\"notice bad\".*?<span class=\"code muted\">([^<]+)</span></p>", RegexOptions.Singleline)]
    private static partial Regex Notice();

    [GeneratedRegex("<th scope=\"row\" class=\"wrap\">\\s*([^<]+?)\\s*<div class=\"small muted\">.*?</th>\\s*<td class=\"n num\">(\\d+)</td>", RegexOptions.Singleline)]
    private static partial Regex Groups();

    [GeneratedRegex("<span class=\"code muted\">([^<]+)</span></td>")]
    private static partial Regex Question();

    [GeneratedRegex("name=\"entry-key-[0-9]+\" value=\"([A-Za-z]+)")]
    private static partial Regex Entries();

    [GeneratedRegex("value=\"([0-9.]+)\"")]
    private static partial Regex Exact();

    [GeneratedRegex("<span class=\"code muted\">([^<]+)</span></div>")]
    private static partial Regex Code();
}
