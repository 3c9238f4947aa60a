using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Imports;

/// <summary>Every named case, given to the command line and posted to the import page of a server: each row has the same verdict, problem and area, and a file
/// that cannot be used the same problem.</summary>
public sealed partial class SameVerdictTests(SameVerdictTests.Doors doors) : IClassFixture<SameVerdictTests.Doors>
{
    /// <summary>Two ways into programmes in which nothing is recorded.</summary>
    public sealed class Doors : IDisposable
    {
        internal Shell Shell { get; } = new();

        internal FormServer Server { get; } = FormServer.Empty();

        public void Dispose()
        {
            Server.Dispose();
            Shell.Dispose();
        }
    }

    public static TheoryData<string> Files => [.. DrawingCaseTests.Cases.Select(c => c.Data.Item1),
        .. new[] { "geojson", "beside", "encodings", "hostile" }.SelectMany(CaseFiles.In)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_page_gives_every_row_the_verdict_of_the_command_line(string name)
    {
        var file = CaseFiles.Of(doors.Shell, name);
        foreach (var word in new[] { "suspected", "cleared", "mapped" })
        {
            var said = ByCommandLine(file, word);
            Assert.NotEmpty(said);
            Assert.Equal(said, await ByPage(file, word));
        }
    }

    private List<string> ByCommandLine(string file, string word)
    {
        var answer = doors.Shell.Json("import", file, "--as", word, "--on", "2020-01-01", "--organisation", "EXERCISE office");
        return answer.TryGetProperty("problem", out var problem) ? [problem.GetProperty("code").GetString()!]
            : [.. answer.GetProperty("rows").EnumerateArray().Select(Row)];
    }

    private static string Row(JsonElement row)
    {
        var problem = row.GetProperty("problem") is { ValueKind: JsonValueKind.Object } p ? p.GetProperty("code").GetString() : null;
        return Told(row.GetProperty("row").GetInt32().ToString(CultureInfo.InvariantCulture), row.GetProperty("verdict").GetString()!, problem,
            row.GetProperty("areaSquareMetres").GetDecimal());
    }

    private async Task<List<string>> ByPage(string file, string word)
    {
        var upload = await doors.Server.Form("/import", "upload", ("as", word), ("on", "2020-01-01"), ("organisation", "EXERCISE office"));
        var (name, bytes) = CaseFiles.Zipped(file);
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in upload.Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(bytes), "file", name);
        var draft = (await doors.Server.Post("/import", content, "en")).Location!;
        var page = await doors.Server.Get(draft, "en");
        while (page.Html.Contains("<progress", StringComparison.Ordinal))
        {
            await Task.Yield();
            page = await doors.Server.Get(draft, "en");
        }

        return [.. Rows().Matches(page.Html).Select(Row).DefaultIfEmpty(Notice().Match(page.Html).Groups[1].Value)];
    }

    private static string Row(Match row)
    {
        var (words, area, why) = (row.Groups[2].Value, Exact().Match(row.Groups[3].Value), Code().Match(row.Groups[4].Value));
        return Told(row.Groups[1].Value, WebUtility.HtmlDecode(words).ToLowerInvariant().Replace(' ', '-'), why.Success ? why.Groups[1].Value : null,
            area.Success ? decimal.Parse(area.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    private static string Told(string row, string verdict, string? problem, decimal squareMetres) =>
        string.Create(CultureInfo.InvariantCulture, $"{row} {verdict} {problem} {squareMetres:0.######}");

    [GeneratedRegex("<th scope=\"row\" class=\"n num\">(\\d+)</th>\\s*<td><span class=\"tag[^\"]*\">([^<]+)</span></td>\\s*<td class=\"code\">[^<]*</td>\\s*"
        + "<td class=\"n\">(.*?)</td>\\s*<td class=\"wrap\">(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<p class=\"notice bad\".*?<span class=\"code muted\">([^<]+)</span></p>", RegexOptions.Singleline)]
    private static partial Regex Notice();

    [GeneratedRegex("value=\"([0-9.]+)\"")]
    private static partial Regex Exact();

    [GeneratedRegex("<span class=\"code muted\">([^<]+)</span></div>")]
    private static partial Regex Code();
}
