using System.Net;
using System.Text.Json;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.Builder;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Api;

/// <summary>A server on a free port of this machine, with a square of suspected land from the end of 2015 (20 wide), of which a quarter was
/// cleared in the middle of 2016.</summary>
public sealed class MapServer : IDisposable
{
    private readonly Shell _shell = new();
    private readonly Programme _programme;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    public MapServer()
    {
        string[] archive = ["--organisation", "Mine action centre", "--baseline", "--kind", "mines", "--accept", "old archive", "--apply"];
        _shell.Write("suspected.geojson", Collection(Square(0, 0, 20)));
        _shell.Write("cleared.geojson", Collection(Square(0, 0, 10)));
        _shell.Run(["import", "suspected.geojson", "--as", "suspected", "--on", "2015-12-31", .. archive]);
        _shell.Run(["import", "cleared.geojson", "--as", "cleared", "--on", "2016-06-30", .. archive]);
        _programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        _app = FurrowServer.Build(_programme, new ServeOptions(Port: 0));
        _app.StartAsync().GetAwaiter().GetResult();
        _client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = new Uri(FurrowServer.AddressOf(_app)),
        };
    }

    public async Task<HttpResponseMessage> Get(string address, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        return await _client.SendAsync(request);
    }

    public async Task<JsonElement> Json(string address)
    {
        using var reply = await Get(address);
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;
    }

    public async Task<JsonElement> Post(string address, string json)
    {
        using var reply = await _client.PostAsync(address, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;
    }

    public void Dispose()
    {
        _client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _programme.Dispose();
        _shell.Dispose();
    }
}
