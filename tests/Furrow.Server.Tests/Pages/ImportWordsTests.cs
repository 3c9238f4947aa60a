using System.Net;
using System.Text.RegularExpressions;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Pages;

/// <summary>A file with words nobody knows, by page and by command line: both refuse the same rows for the same reasons, and both can be told what the words
/// mean.</summary>
public sealed partial class ImportWordsTests : IDisposable
{
    private const string Table = "code,date,status,Task status,Contamination type,wkt\n"
        + "W0,2016-05-05,Cleared,,AP/AT mines,\"POLYGON((18 44,18.001 44,18.001 44.001,18 44))\"\n"
        + "W1,2016-05-05,Not cleared,,mines,\"POLYGON((18.01 44,18.011 44,18.011 44.001,18.01 44))\"\n"
        + "W2,2016-05-05,Not cleared,,mines,\"POLYGON((18.02 44,18.021 44,18.021 44.001,18.02 44))\"\n"
        + "W3,2016-05-05,Suspected,,mines,\"POLYGON((18.03 44,18.031 44,18.031 44.001,18.03 44))\"\n"
        + "W4,2016-05-05,Cleared,,no mines,\"POLYGON((18.04 44,18.041 44,18.041 44.001,18.04 44))\"\n";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task The_page_of_an_import_refuses_and_asks_what_the_command_line_does()
    {
        _shell.Write("seed.geojson", Collection(Square(0, 0)));
        _shell.Run("import", "seed.geojson", "--as", "suspected", "--on", "2015-12-31", "--organisation", "Survey office", "--apply");
        _shell.Write("words.csv", Table);
        string[] line = ["import", "words.csv", "--as", "cleared", "--organisation", "Survey office"];
        var told = _shell.Json(line);
        Assert.Equal((1, 4), (told.GetProperty("account").GetProperty("accepted").GetInt32(), told.GetProperty("account").GetProperty("refused").GetInt32()));
        Assert.Equal(["kinds-unknown 1", "status-contradicts 1", "status-unknown 2"], told.GetProperty("causes").EnumerateArray()
            .Select(c => $"{c.GetProperty("code").GetString()} {c.GetProperty("rows").GetInt32()}").Order(StringComparer.Ordinal));
        Assert.Equal(["no mines", "Not cleared"], told.GetProperty("words").EnumerateArray().Select(w => w.GetProperty("value").GetString()!).Order());
        Assert.Equal(1, _shell.Run(line));
        Assert.Contains("--map \"status:Not cleared=MEANING\"", _shell.Out, StringComparison.Ordinal);

        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        var (address, draft) = await Upload(client);
        foreach (var row in told.GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("problem").ValueKind == System.Text.Json.JsonValueKind.Object))
        {
            Assert.Contains(row.GetProperty("problem").GetProperty("sentence").GetString()!, WebUtility.HtmlDecode(draft), StringComparison.Ordinal);
        }

        // A likely answer and another one in its list: neither is taken.
        var twice = Form(draft).Append(KeyValuePair.Create(NameOf(draft, "Not cleared"), "cleared"))
            .Append(KeyValuePair.Create(NameOf(draft, "Not cleared"), "cancelled"));
        using (var content = new FormUrlEncodedContent(twice))
        using (var reply = await client.PostAsync(address, content, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
            Assert.Contains("reading-said-twice", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var form = Form(draft);
        form[NameOf(draft, "Not cleared")] = "cancelled";
        form[NameOf(draft, "no mines")] = "other-erw";
        draft = await Answer(client, address, form);
        Assert.Equal(2, Regex.Count(draft, "tag good"));
        string[] meanings = ["--map", "status:Not cleared=cancelled", "--map", "kinds:no mines=other-erw"];
        Assert.Equal(2, _shell.Json([.. line, .. meanings]).GetProperty("account").GetProperty("accepted").GetInt32());
        // Three rows, and once among the reasons that several rows have in common.
        Assert.Equal(4, Regex.Count(draft, "<span class=\"code muted\">status-contradicts"));
        Assert.Equal(5, _shell.Json([.. line, .. meanings, "--leave", "status"]).GetProperty("account").GetProperty("accepted").GetInt32());
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(string Address, string Html)> Upload(HttpClient client)
    {
        var page = await client.GetStringAsync("/import", TestContext.Current.CancellationToken);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("__RequestVerificationToken", Token().Match(page).Groups[1].Value), ("_handler", "upload"), ("as", "cleared"),
            ("organisation", "Survey office") })
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(Table), "file", "words.csv");
        using var reply = await client.PostAsync("/import", form, TestContext.Current.CancellationToken);
        var address = reply.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.StartsWith("/import/draft/", address, StringComparison.Ordinal);
        return (address, await Ready(client, address));
    }

    private static async Task<string> Answer(HttpClient client, string address, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var reply = await client.PostAsync(address, content, TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await Ready(client, address);
    }

    /// <summary>The page once the file is looked through: until then it shows how far that is.</summary>
    private static async Task<string> Ready(HttpClient client, string address)
    {
        while (true)
        {
            using var reply = await client.GetAsync(address, TestContext.Current.CancellationToken);
            var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!page.Contains("<progress", StringComparison.Ordinal))
            {
                return page;
            }
        }
    }

    /// <summary>The form of the mapping as it stands on the page.</summary>
    private static Dictionary<string, string> Form(string html)
    {
        var form = Mapping().Match(html).Value;
        // Boxes to tick have one name between them: they stay as they are where the form does not say that it shows them.
        var values = Input().Matches(form).Where(m => m.Groups[1].Value is not ("kinds" or "kinds-shown" or "baseline"))
            .Where(m => !m.Value.Contains("type=\"radio\"", StringComparison.Ordinal) || m.Value.Contains(" checked", StringComparison.Ordinal))
            .ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        foreach (Match select in Select().Matches(form))
        {
            values[select.Groups[1].Value] = Chosen().Match(select.Value) is { Success: true } chosen ? chosen.Groups[1].Value
                : Option().Match(select.Value).Groups[1].Value;
        }

        return values;
    }

    private static string NameOf(string html, string word) => Regex.Match(WebUtility.HtmlDecode(html), 
        $"<label for=\"(entry-\\d+)\">(?:(?!</label>).)*<bdi>{word}</bdi></label>").Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<form(?:(?!</form>).)*value=\"mapping\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Mapping();

    [GeneratedRegex("<input(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<select[^>]*name=\"([^\"]+)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Option();
}
