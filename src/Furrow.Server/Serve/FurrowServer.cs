using System.Net;
using Furrow.Core;
using Furrow.Server.Accounts;
using Furrow.Server.Api;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Furrow.Server.Tiles;
using Microsoft.AspNetCore.Connections;

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
    /// <remarks>It is built from nothing: no environment variable, settings file or hosting startup has a part in where it listens or what it runs.</remarks>
    public static WebApplication Build(Programme programme, ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        // It warns that keys of forms are kept in plain files, which is so by intent: files of their owner alone, beside the ledger.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, ClearedMemory>();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(programme);
        builder.Services.AddSingleton(options);
        builder.Services.AddAccounts();
        builder.Services.AddAttemptLimits();
        builder.Services.AddSingleton(options.Clock ?? TimeProvider.System);
        foreach (var (add, _) in Parts)
        {
            add(builder.Services);
        }

        var app = builder.Build();
        app.UseFaultPages();
        app.UseFurrowHeaders();
        app.UseRouting();
        app.UseRequestFilter();
        app.UseShutDoor();
        app.UseAttemptLimits();
        foreach (var (_, map) in Parts)
        {
            map(app);
        }

        app.MapHealth();
        return app;
    }

    /// <summary>Starts it, and looks where it really listens: at any address beyond this machine it is stopped again.</summary>
    public static async Task<Problem?> Start(WebApplication app)
    {
        await app.StartAsync();
        if (app.Urls.FirstOrDefault(address => !ListeningSettings.IsOnThisMachine(address)) is not { } beyond)
        {
            return null;
        }

        await app.StopAsync();
        return Problems.ListeningBeyond($"The server", beyond);
    }

    /// <summary>The address the started server answers at.</summary>
    public static string AddressOf(WebApplication started) => started.Urls.First();
}
