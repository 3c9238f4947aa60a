using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Furrow.Server.Intents;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Server.Tests.Accounts;
using Furrow.Server.Tests.Serve;
using Furrow.Store.Tests.Faults.Disk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Forms;

/// <summary>A server over a programme with something to decide of each kind, on a real or a simulated disk, and a visitor who reads forms from its pages and
/// sends them. It can be started anew.</summary>
public sealed partial class FormServer : IDisposable
{
    /// <summary>The programme as it stands before a test, made once.</summary>
    private static readonly Lazy<byte[]> Ledger = new(MakeLedger);

    private readonly TempFolder _folder = new();
    private readonly SimulatedDisk? _disk;
    private readonly string _path;
    private readonly IntentList _intents = IntentList.OfProgram;
    private WebApplication? _app;
    private readonly ConcurrentDictionary<string, string> _cookies = new();
    private HttpClient? _client;

    public FormServer()
        : this(false)
    {
    }

    /// <param name="isSimulated">The ledger lies on a disk that can be told to fail.</param>
    internal FormServer(bool isSimulated, IntentList? intents = null)
    {
        _intents = intents ?? IntentList.OfProgram;
        _path = _folder["programme.furrow"];
        if (isSimulated)
        {
            var content = new FileContent();
            content.Write(0, Ledger.Value);
            _disk = new SimulatedDisk(_folder.Path, new Dictionary<string, FileContent> { [_folder["exercise.furrow"]] = content });
        }
        else
        {
            File.WriteAllBytes(_path, Ledger.Value);
        }

        Start();
    }

    private static byte[] MakeLedger()
    {
        using var shell = new Shell();
        string[] about = ["--on", "2026-01-15", "--organisation", "Survey office", "--apply"];
        shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"W-1"}"""), Square(100, 0, properties: """{"code":"W-2"}""")));
        shell.Write("b.geojson", Collection(Square(200, 0, properties: """{"code":"C-1"}"""), Square(201, 0, properties: """{"code":"C-2"}""")));
        shell.Run(["import", "a.geojson", "--as", "suspected", .. about]);
        shell.Run("review", "check", "W-2", "--person", "Cyn", "--reason", "seen");
        shell.Run(["import", "b.geojson", "--as", "suspected", "--baseline", "--accept", "old archive", .. about]);
        return File.ReadAllBytes(Path.Combine(shell.Folder, "programme.furrow"));
    }

    internal SimulatedDisk Disk => _disk!;

    public Programme Programme { get; private set; } = null!;

    /// <summary>Every page, with something in the holes of its address.</summary>
    public IReadOnlyList<string> Pages => [.. ((IEndpointRouteBuilder)_app!).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(RequestFilterServer.AddressOf).Distinct()];

    /// <summary>Every answer to programs that is asked for, with something in the holes of its address; not the program's own files and its health.</summary>
    public IReadOnlyList<string> Answers => [.. ((IEndpointRouteBuilder)_app!).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(RequestFilterServer.AddressOf).Where(a => !a.StartsWith("/assets/", StringComparison.Ordinal) && !a.StartsWith("/dist/", StringComparison.Ordinal)
            && !a.StartsWith("/_", StringComparison.Ordinal) && a != "/health").Distinct()];

    public string Folder => _folder.Path;

    /// <summary>What the visitor's browser keeps.</summary>
    public IEnumerable<string> Cookies => _cookies.Select(c => $"{c.Key}={c.Value}");

    /// <summary>A part of a page alone, as a page would draw it in English.</summary>
    public async Task<string> Draw<TPart>(Dictionary<string, object?> parameters)
        where TPart : IComponent
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>Ends the server and its programme, and begins both anew.</summary>
    public void Restart()
    {
        Stop();
        Start();
    }

    private FormServer(string ledger)
    {
        _path = _folder[ledger];
        Programme.Open(_path, Genesis.OfFile(_path, "ann", TimeProvider.System)).Get().Dispose();
        Start();
    }

    /// <summary>Over a programme in which nothing is recorded.</summary>
    public static FormServer Empty() => new("empty.furrow");

    private FormServer(byte[] ledger)
    {
        _path = _folder["programme.furrow"];
        File.WriteAllBytes(_path, ledger);
        Start();
    }

    /// <summary>Over a copy of a ledger.</summary>
    public static FormServer Over(byte[] ledger) => new(ledger);

    private void Start()
    {
        Programme = Programme.OpenToServe(_disk?.Ledger ?? _path).Get();
        _app = FurrowServer.Build(Programme, new ServeOptions(Port: 0) { Intents = _intents, Accounts = AtTheDoor.Quick });
        _app.StartAsync().GetAwaiter().GetResult();
        // A busy machine may take longer than a second to say that it does not want the rest.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        _client = new HttpClient(handler) { BaseAddress = new Uri(FurrowServer.AddressOf(_app)) };
    }

    private void Stop()
    {
        _client?.Dispose();
        _app?.StopAsync().GetAwaiter().GetResult();
        ((IDisposable?)_app)?.Dispose();
        Programme.Dispose();
    }

    public string Report(string code) => $"/reports/{Programme.State.Book.FindByCode(code)!.Id:D}";

    public async Task<Answer> Get(string address, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await Send(request, language);
    }

    public async Task<Answer> Post(string address, HttpContent? content, string? language = null, string method = "POST", bool expectContinue = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = content };
        request.Headers.ExpectContinue = expectContinue;
        return await Send(request, language);
    }

    /// <summary>Sends it from the browser it was drawn in: of whoever acted there.</summary>
    public async Task<Answer> Post(string address, IReadOnlyDictionary<string, string> form, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        return await Send(request, language, form.GetValueOrDefault("person"));
    }

    private async Task<Answer> Send(HttpRequestMessage request, string? language, string? person = null)
    {
        var cookies = _cookies.Select(c =>
            $"{c.Key}={(person is { Length: > 0 } && c.Key.StartsWith("furrow-person", StringComparison.Ordinal) ? person : c.Value)}");
        if (!_cookies.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using var reply = await _client!.SendAsync(request);
        foreach (var cookie in reply.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=', 2)[0], cookie.Split('=', 2)[1].Split(';')[0]);
            _cookies[name] = value;
        }

        var onward = reply.Headers.Location is { } to ? new Uri(_client.BaseAddress!, to).PathAndQuery : null;
        return new Answer(reply.StatusCode, reply.Content.Headers.ContentType?.MediaType ?? "", onward, await reply.Content.ReadAsStringAsync());
    }

    /// <summary>The fields a form of a page holds when nobody has typed anything, and what is typed over them. "by" is whoever opens the page.</summary>
    public async Task<Dictionary<string, string>> Form(string address, string handler, params (string Name, string Value)[] typed)
    {
        if (typed.FirstOrDefault(t => t.Name == "by").Value is { Length: > 0 } person)
        {
            await ActAs(person);
        }

        var fields = Fields((await Get(address)).Html, handler);
        foreach (var (name, value) in typed.Where(t => t.Name != "by"))
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>From here on this visitor acts as somebody of this name, who is registered where nobody is.</summary>
    public async Task ActAs(string name)
    {
        var page = (await Get("/me")).Html;
        var known = Programme.State.PersonNamed(name);
        var form = known is null ? Fields(page, "register") : Fields(page, "choose");
        form[known is null ? "name" : "who"] = known is null ? name : known.Value.ToString("N");
        var reply = await Post("/me", form);
        if (reply.Status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException(reply.Html);
        }
    }

    private static Dictionary<string, string> Fields(string page, string handler)
    {
        var form = Forms().Matches(page).Select(m => m.Value).Single(f => f.Contains($"name=\"_handler\" value=\"{handler}\"", StringComparison.Ordinal));
        return Inputs().Matches(form).Select(m => m.Value)
            .Where(i => !i.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !i.Contains("type=\"radio\"", StringComparison.Ordinal))
            .ToDictionary(i => Attribute(i, "name"), i => Attribute(i, "value"));
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.CultureInvariant).Groups[1].Value);

    public void Dispose()
    {
        Stop();
        _disk?.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*name=\"[^\"]+\"[^>]*>")]
    private static partial Regex Inputs();
}

/// <summary>What a visitor gets.</summary>
public sealed record Answer(HttpStatusCode Status, string MediaType, string? Location, string Html)
{
    /// <summary>A page somebody can read: with a heading, in its main part.</summary>
    public bool IsPage => MediaType == "text/html" && Html.Contains("<main", StringComparison.Ordinal) && Html.Contains("<h1", StringComparison.Ordinal)
        && Html.Contains("</html>", StringComparison.Ordinal);
}
