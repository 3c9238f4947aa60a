using System.Net;
using Furrow.Server.Api;
using Furrow.Server.Pages;
using Furrow.Server.Programmes;
using Furrow.Server.Tiles;

namespace Furrow.Server.Serve;

/// <summary>The composition root of the web side: every part of it is added here, in one list.</summary>
public static class FurrowServer
{
    /// <summary>What each part of the web side adds to the services and to the addresses, in the order of the pipeline.</summary>
    private static readonly IReadOnlyList<(Action<IServiceCollection> Add, Action<WebApplication> Map)> Parts =
    [
        (services => services.AddFurrowPages(), app => app.MapFurrowPages()),
        (_ => { }, app => app.MapFurrowTiles()),
        (_ => { }, app => app.MapFurrowApi()),
    ];

    /// <summary>A server for one open programme, on this machine only. Whoever builds it also starts, stops and disposes it.</summary>
    public static WebApplication Build(Programme programme, ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton(programme);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        foreach (var (add, _) in Parts)
        {
            add(builder.Services);
        }

        var app = builder.Build();
        foreach (var (_, map) in Parts)
        {
            map(app);
        }

        app.MapGet("/health", (Programme served) => Results.Json(new { position = served.State.Position, exercise = served.State.IsExercise }));
        return app;
    }

    /// <summary>The address the started server answers at.</summary>
    public static string AddressOf(WebApplication started) => started.Urls.First();
}
