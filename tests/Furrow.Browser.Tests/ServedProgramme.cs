using Furrow.Core.Drills.Exercises;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Furrow.Browser.Tests;

/// <summary>The real server over a programme in a folder of its own, on a free port.</summary>
public sealed class ServedProgramme : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _server;

    private ServedProgramme(string folder, Programme programme, WebApplication server)
    {
        (_folder, Programme, _server) = (folder, programme, server);
        Address = new Uri(FurrowServer.AddressOf(server));
    }

    public Programme Programme { get; }

    public Uri Address { get; }

    /// <summary>The route of every page this server has, as its endpoints say: "/areas/{Code}".</summary>
    public IReadOnlyList<string> PageRoutes => [.. _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct()];

    /// <summary>A file in the folder of the programme.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>An empty programme. It is marked EXERCISE: tests invent hazards too.</summary>
    public static Task<ServedProgramme> Empty() =>
        Serve(path => Programme.Open(path, Genesis.Exercise("EXERCISE drill", "EXERCISE director", TimeProvider.System)).Get());

    /// <summary>The invented island with its years of reports.</summary>
    public static Task<ServedProgramme> Island() => Serve(path =>
    {
        var plan = ExercisePlan.Make(7);
        var programme = Programme.Open(path, () => ExercisePlay.Genesis(plan)).Get();
        ExercisePlay.Play(programme, plan).Get();
        return programme;
    });

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        Programme.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ServedProgramme> Serve(Func<string, Programme> open)
    {
        var folder = Directory.CreateTempSubdirectory("furrow-browser-").FullName;
        var programme = open(Path.Combine(folder, "drill.furrow"));
        var server = FurrowServer.Build(programme, new ServeOptions(Port: 0, Person: "EXERCISE reviewer"));
        await server.StartAsync();
        return new ServedProgramme(folder, programme, server);
    }
}

/// <summary>The island, made once for all tests that only look.</summary>
public sealed class Island : IAsyncLifetime
{
    public ServedProgramme Served { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Served = await ServedProgramme.Island();

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}
