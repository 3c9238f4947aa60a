using System.Net;
using System.Text.RegularExpressions;
using Furrow.Server.Accounts;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Server.Tests.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Furrow.Server.Tests.Accounts;

/// <summary>A served programme with a first administrator, Amina, who came in by the link; and browsers that ask it.</summary>
public sealed partial class DoorServer : IDisposable
{
    public const string Word = "eight blue kites over the lake";

    private readonly TempFolder _folder = new();
    private readonly WebApplication _app;

    public DoorServer()
        : this(attempts: 10_000)
    {
    }

    internal DoorServer(int attempts, bool hasAdministrator = true, bool isExercise = false)
    {
        Path = _folder["programme.furrow"];
        Programme = Programme.Open(Path, isExercise ? Genesis.Exercise("EXERCISE drill", "EXERCISE director", TimeProvider.System)
            : Genesis.OfFile(Path, "ann", TimeProvider.System)).Get();
        // Passwords are not what these tests are slow by.
        var accounts = new AccountOptions { PasswordRounds = 1, AttemptsPerMinute = attempts };
        _app = FurrowServer.Build(Programme, new ServeOptions(Port: 0, Clock: Clock) { Accounts = accounts });
        // An address that somebody adds, and says nothing of.
        _app.MapPost("/later", () => "recorded").WithMetadata(new TakesMediaTypes(["application/json"]));
        FurrowServer.Start(_app).GetAwaiter().GetResult();
        Endpoints = [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];
        if (hasAdministrator)
        {
            using var browser = new DoorBrowser(this);
            browser.Welcome(Link(), "Amina", "amina", Word).GetAwaiter().GetResult();
        }
    }

    public string Path { get; }

    public Programme Programme { get; }

    public MovedClock Clock { get; } = new();

    public IReadOnlyList<RouteEndpoint> Endpoints { get; }

    public Uri Origin => new(FurrowServer.AddressOf(_app));

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>As the server prints it at its start.</summary>
    public string Link() => "/welcome/" + Get<FirstAdministrator>().Make();

    /// <summary>Every address, with something in its holes, and whether it is answered to everybody.</summary>
    public IEnumerable<(string Address, bool IsOpen)> Addresses => Endpoints
        .Select(e => (RequestFilterServer.AddressOf(e), e.Metadata.GetMetadata<OpenToAllAttribute>() is not null)).Distinct();

    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        Programme.Dispose();
        _folder.Dispose();
    }
}

/// <summary>Goes on when it is told to.</summary>
public sealed class MovedClock : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public void Move(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;
}

/// <summary>One browser: keeps cookies, follows nothing by itself.</summary>
public sealed partial class DoorBrowser(DoorServer server, string? host = null) : IDisposable
{
    private readonly Uri _origin = host is null ? server.Origin : new UriBuilder(server.Origin) { Host = host }.Uri;

    private readonly CookieContainer _jar = new();
    private HttpClient? _client;

    private HttpClient Client => _client ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _jar })
    {
        BaseAddress = _origin,
        DefaultRequestHeaders = { { "Accept", "text/html" }, { "User-Agent", "A browser" } },
    };

    /// <summary>What it holds of its session.</summary>
    public Cookie? Session => _jar.GetAllCookies().FirstOrDefault(c => c.Name.StartsWith("furrow-session", StringComparison.Ordinal));

    /// <summary>Puts a session into it that another browser has.</summary>
    public void Steal(Cookie cookie) => _jar.Add(_origin, new Cookie(cookie.Name, cookie.Value));

    public async Task<DoorAnswer> Get(string address, string method = "GET", string accept = "text/html")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Headers = { { "Accept", accept } } };
        return await Answer(await Client.SendAsync(request));
    }

    public async Task<DoorAnswer> Post(string address, string page, string handler, params (string Name, string Value)[] typed)
    {
        // Of a form that is not on the page, what any form there carries.
        var drawn = Forms().Matches(page).Select(m => m.Value).FirstOrDefault(f => f.Contains($"value=\"{handler}\"", StringComparison.Ordinal)) ?? page;
        var fields = Hidden().Matches(drawn).Select(m => (Name: m.Groups[1].Value, Value: WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(f => f.Name != "_handler" && typed.All(t => t.Name != f.Name)).DistinctBy(f => f.Name);
        using var form = new FormUrlEncodedContent([new("_handler", handler), .. fields.Concat(typed).Select(t => KeyValuePair.Create(t.Name, t.Value))]);
        return await Answer(await Client.PostAsync(address, form));
    }

    public async Task<DoorAnswer> Send(string address, string handler, params (string Name, string Value)[] typed) =>
        await Post(address, (await Get(address)).Html, handler, typed);

    public Task<DoorAnswer> Welcome(string link, string person, string name, string word) =>
        Send(link, "welcome", ("person", person), ("name", name), ("password", word), ("again", word));

    public Task<DoorAnswer> SignIn(string name = "amina", string word = DoorServer.Word, string address = "/sign-in") =>
        Send(address, "sign-in", ("name", name), ("password", word));

    /// <summary>Whether the server answers it what only those inside are answered.</summary>
    public async Task<bool> IsIn() => (await Get("/api/programme")).Status == HttpStatusCode.OK;

    private async Task<DoorAnswer> Answer(HttpResponseMessage reply)
    {
        using (reply)
        {
            var onward = reply.Headers.Location is { } to ? new Uri(_origin, to) : null;
            var here = onward is not null && onward.Authority == _origin.Authority;
            return new DoorAnswer(reply.StatusCode, here ? onward!.PathAndQuery : onward?.ToString(),
                await reply.Content.ReadAsStringAsync(), string.Join('\n', reply.Headers.Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")));
        }
    }

    public void Dispose() => _client?.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>What a browser gets.</summary>
public sealed record DoorAnswer(HttpStatusCode Status, string? Location, string Html, string Headers)
{
    /// <summary>The code of the refusal on the page.</summary>
    public string? Refused => Regex.Match(Html, "role=\"alert\">.*?<span class=\"code muted\">([a-z-]+)</span>", RegexOptions.Singleline) is { Success: true } m
        ? m.Groups[1].Value : null;
}
