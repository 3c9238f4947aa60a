using System.Text;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
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
    private WebApplication _server;

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

    public T Get<T>()
        where T : notnull => _server.Services.GetRequiredService<T>();

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
        var programme = Programme.Open(path, () => ExerciseRunner.Genesis(plan)).Get();
        ExerciseRunner.Play(programme, plan).Get();
        return programme;
    });

    /// <summary>Takes a file in, as a person would by the pages.</summary>
    public void Import(string name, string text, bool baseline = false)
    {
        var options = new ImportOptions
        {
            As = ImportAs.Find("suspected")!,
            On = new ReportDate(new DateOnly(2020, 6, 30)),
            Organisation = "EXERCISE mine action centre",
            Baseline = baseline,
            AcceptReason = baseline ? "EXERCISE archive" : null,
            By = Actor.Named("EXERCISE importer"),
            At = DateTimeOffset.UtcNow,
        };
        ImportPlan.Prepare(SourceFile.Of(name, Encoding.UTF8.GetBytes(text)), options, Programme.State).Apply(Programme).Get();
    }

    /// <summary>The server is gone: nothing answers at its address.</summary>
    public async Task Die()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    /// <summary>Another one stands at the same address, over the same programme.</summary>
    public async Task Revive()
    {
        _server = Build(Programme, Address.Port);
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Die();
        Programme.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ServedProgramme> Serve(Func<string, Programme> open)
    {
        var folder = Directory.CreateTempSubdirectory("furrow-browser-").FullName;
        var programme = open(Path.Combine(folder, "drill.furrow"));
        var server = Build(programme, 0);
        await server.StartAsync();
        return new ServedProgramme(folder, programme, server);
    }

    private static WebApplication Build(Programme programme, int port) =>
        FurrowServer.Build(programme, new ServeOptions(Port: port, Person: "EXERCISE reviewer"));
}
