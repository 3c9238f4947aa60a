using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;
using Furrow.Server.Pages.Places;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Server.Tests.Accounts;
using Furrow.Store;
using Furrow.Store.Sqlite;
using Furrow.Store.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Furrow.Server.Tests.Leaks;

/// <summary>The real server over the planted programme: asked at every address it has, and every form on its pages sent empty.</summary>
internal sealed partial class PlantedServer : IDisposable
{
    private readonly Programme _programme;
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly Lines _log = new();

    /// <param name="ledger">Made here, with a snapshot beside it.</param>
    public PlantedServer(string ledger)
    {
        using (var log = SqliteLog.Open(ledger, LogAccess.CreateOrWrite).Get())
        {
            var facts = PlantedFacts.All();
            log.Append([.. facts.SkipLast(2)]).Get();
            log.Append([.. facts.TakeLast(2)]).Get();
        }

        _programme = Programme.Open(ledger).Get();
        _programme.SaveSnapshot();
        var found = LedgerFindings.Of(_programme.State, PlantedFacts.Batch, new DateOnly(2026, 3, 1), null)[0];
        _programme.Decide(new Acting("officer", PlantedFacts.At, Core.Log.Door.Verb, Plants.ReasonOf(typeof(FindingsDecided))),
            (_, _) => Ruling.Of(PlantedFacts.Late(found.Key))).Get();
        _app = FurrowServer.Build(_programme, new ServeOptions(Port: 0) { Accounts = AtTheDoor.Quick });
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        FurrowServer.Start(_app).GetAwaiter().GetResult();
        _client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(FurrowServer.AddressOf(_app)),
        };
        // The examples of accounts have shut the door. Whoever looks has a name that is planted nowhere.
        var by = new Acting("officer", PlantedFacts.At, Core.Log.Door.Verb, Plants.ReasonOf(typeof(AccountBound)));
        _client.ComeIn(_programme, "Visitor", by).GetAwaiter().GetResult();
    }

    /// <summary>Addresses that had nothing to say: what they would show is then not known.</summary>
    public List<string> Silent { get; } = [];

    public static string Table => $"code,wkt,remarks,shepherd\nN-1,\"POLYGON((10.1 45.1,10.2 45.1,10.2 45.2,10.1 45.1))\",{Word("Remarks")},{Word("Extra")}\n";

    /// <summary>Everything the server answered, by the pattern of the address; and its log.</summary>
    public async Task<IReadOnlyList<(string Output, byte[] Bytes)>> Answers()
    {
        var answers = new List<(string, byte[])>();
        var pages = new List<(string Pattern, string Address, string Html)>();
        var draft = await Draft();
        foreach (var pattern in ((IEndpointRouteBuilder)_app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct())
        {
            foreach (var address in Outputs.Addresses.GetValueOrDefault(pattern, [pattern]).Select(a => a.Replace("DRAFT", draft, StringComparison.Ordinal)))
            {
                using var reply = pattern == "/api/measure" ? await Measure() : await _client.GetAsync(address);
                var bytes = await reply.Content.ReadAsByteArrayAsync();
                var wanted = Outputs.Statuses.GetValueOrDefault(pattern, Math.Min((int)reply.StatusCode, 399));
                Silent.AddRange((int)reply.StatusCode == wanted ? [] : [$"{address} answered {reply.StatusCode}: say in {nameof(Outputs)} how it is asked"]);
                answers.Add((pattern, [.. bytes, .. Encoding.UTF8.GetBytes(reply.Headers.ToString() + reply.Content.Headers)]));
                pages.Add((pattern, address, Encoding.UTF8.GetString(bytes)));
            }
        }

        // Whoever signs out is answered nothing more.
        foreach (var (page, handler) in pages.SelectMany(p => Handler().Matches(p.Html).Select(m => (p, m.Groups[1].Value))).OrderBy(f => f.Value == "sign-out"))
        {
            answers.Add((page.Pattern, await Send(page.Address, handler, Token().Match(page.Html).Groups[1].Value)));
        }

        // One of the forms threw the first one away.
        await Draft();
        return [.. answers, ("the server's log", Encoding.UTF8.GetBytes(string.Join('\n', _log.Said)))];
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _programme.Dispose();
    }

    private static string Word(string end) => Plants.All.Single(p => p.Name == "report-submitted/Report." + end).Word;

    private Task<HttpResponseMessage> Measure() => _client.PostAsync("/api/measure",
        new StringContent("""{"ring":[[10,45],[10.1,45],[10.1,45.1]]}""", Encoding.UTF8, "application/json"));

    private async Task<byte[]> Send(string address, string handler, string token)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(handler), "_handler" } };
        using var reply = await _client.PostAsync(address, form);
        return await reply.Content.ReadAsByteArrayAsync();
    }

    /// <summary>An uploaded file that was looked through and not applied yet.</summary>
    private async Task<string> Draft()
    {
        var bytes = Encoding.UTF8.GetBytes(Table);
        var upload = new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", "table.csv");
        var options = new ImportOptions { As = ImportAs.Find("suspected")!, On = new(new DateOnly(2026, 1, 2)), Organisation = "Survey office",
            By = Actor.Named("officer"), At = DateTimeOffset.UtcNow };
        var draft = await _app.Services.GetRequiredService<ImportDrafts>().Receive(upload, options, CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => !draft.IsWorking, TimeSpan.FromMinutes(1)));
        var boundaries = Encoding.UTF8.GetBytes("name,wkt\nUpper,\"POLYGON((10.1 45.1,10.2 45.1,10.2 45.2,10.1 45.1))\"\n");
        await _app.Services.GetRequiredService<PlaceDrafts>().Receive(new FormFile(new MemoryStream(boundaries), 0, boundaries.Length, "file", "b.csv"), draft.Id,
            DateTimeOffset.UtcNow, CancellationToken.None);
        var people = Encoding.UTF8.GetBytes("Name\nEXERCISE somebody\n");
        var intents = Furrow.Server.Intents.IntentList.OfProgram;
        await _app.Services.GetRequiredService<Furrow.Server.Pages.Rows.RowsDrafts>().Receive(new FormFile(new MemoryStream(people), 0, people.Length, "file",
            "people.csv"), draft.Id, intents.Find("person-register")!, intents.Objects, DateTimeOffset.UtcNow, CancellationToken.None);
        return draft.Id.ToString("D");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();

    /// <summary>Whatever the server logs, at any level.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue(formatter(state, exception) + exception);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
