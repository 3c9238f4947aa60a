using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Serve;

/// <summary>A server over a programme with one report that was checked and waits, and every address it has, each as it may be asked for.</summary>
public sealed partial class RequestFilterServer : IDisposable
{
    private readonly Shell _shell = new();
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public RequestFilterServer()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2026-01-15", "--organisation", "Survey office", "--apply");
        _shell.Run("review", "check", "A-1", "--person", "Cyn", "--reason", "corners walked");
        Programme = Programme.Open(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        _app = FurrowServer.Build(Programme, new ServeOptions(Port: 0, Person: "Bea"));
        _app.MapPost("/later", () => Interlocked.Increment(ref _laterCalls));
        FurrowServer.Start(_app).GetAwaiter().GetResult();
        Origin = FurrowServer.AddressOf(_app);
        Endpoints = [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];
    }

    private int _laterCalls;

    public Programme Programme { get; }

    public string Origin { get; }

    public int Port => new Uri(Origin).Port;

    public IReadOnlyList<RouteEndpoint> Endpoints { get; }

    /// <summary>An address that somebody added and did not say anything of.</summary>
    public int LaterCalls => _laterCalls;

    /// <summary>Every address with something in its holes, and one that nobody serves.</summary>
    public IEnumerable<string> Addresses => Endpoints.Select(AddressOf).Append("/nobody/serves/this").Distinct();

    public static string AddressOf(RouteEndpoint endpoint) =>
        "/" + Hole().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), hole => hole.Groups[1].Value switch
    {
        "guid" => "7b1f9a52-3c44-4a57-9a3e-0d6f5b7e8c11",
        "int" => "1",
        _ => "x",
    });

    public async Task<HttpResponseMessage> Ask(string method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Origin + address);
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Host")
            {
                request.Headers.Host = value;
            }
            else if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _client.SendAsync(request);
    }

    /// <summary>What a request written by hand gets: the first line of the answer.</summary>
    public async Task<string> Raw(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var answer = new StreamReader(socket.GetStream(), Encoding.Latin1);
        return await answer.ReadLineAsync() ?? "";
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        Programme.Dispose();
        _shell.Dispose();
    }

    [GeneratedRegex(@"\{\w+(?::(\w+))?\}")]
    private static partial Regex Hole();
}
