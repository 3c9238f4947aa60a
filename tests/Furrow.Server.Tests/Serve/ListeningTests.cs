using System.Diagnostics;
using System.Net.Sockets;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Furrow.Server.Tests.Serve;

/// <summary>Nobody beyond this machine reaches a server without accounts, whatever setting asks for it; and whoever set it is told.</summary>
public sealed class ListeningTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5000")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:5000;http://*:5000")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:5000; http://+:80")]
    [InlineData("aspnetcore_urls", "http://[::]:5000")]
    [InlineData("DOTNET_URLS", "https://furrow.example")]
    [InlineData("URLS", "http://192.168.1.4:5000")]
    [InlineData("DOTNET_server.urls", "http://localhost.example")]
    [InlineData("ASPNETCORE_URLS", "http://unix:/tmp/furrow.sock")]
    [InlineData("ASPNETCORE_URLS", "not an address")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080")]
    [InlineData("HTTP_PORTS", "8080")]
    [InlineData("DOTNET_HTTPS_PORTS", "8443;9443")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:5000")]
    [InlineData("ASPNETCORE_KESTREL__ENDPOINTS__any__URL", "http://*:5000")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://10.0.0.1")]
    public void A_setting_that_asks_for_more_than_this_machine_is_refused_by_its_name(string name, string value)
    {
        var problem = Settings((name, value)).WhyNot();
        Assert.Equal("listening-beyond", problem?.Code);
        Assert.StartsWith(name + " asks to listen at", problem!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES")]
    [InlineData("DOTNET_HOSTINGSTARTUPASSEMBLIES")]
    public void A_setting_that_runs_other_code_inside_the_server_is_refused(string name) =>
        Assert.Equal("startup-foreign", Settings((name, "Some.Assembly")).WhyNot()?.Code);

    [Fact]
    public void Settings_that_stay_on_this_machine_are_no_reason_and_are_told()
    {
        var settings = Settings(("ASPNETCORE_URLS", "http://localhost:5000;http://127.0.0.1:5001;http://[::1]:1"), ("Kestrel__Endpoints__A__Url", "http://127.9.9.9:80"),
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("URLS", ""), ("MY_URLS", "http://0.0.0.0"));
        Assert.Null(settings.WhyNot());
        Assert.Equal(["ASPNETCORE_URLS", "Kestrel__Endpoints__A__Url"], settings.Ignored());
    }

    [Theory]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://0.0.0.0:5000" } } } }""", "Kestrel:Endpoints:Http:Url in appsettings.json")]
    [InlineData("""{ "urls": "http://*:80" }""", "urls in appsettings.json")]
    [InlineData("""{ "http_ports": "80" }""", "http_ports in appsettings.json")]
    public void A_settings_file_is_looked_at_before_anything_is_served(string json, string named)
    {
        _shell.Write("appsettings.json", json);
        Assert.Equal(1, _shell.RunUntilServed("serve", "--new", "--port", "0"));
        Assert.Contains("listening-beyond", _shell.Error, StringComparison.Ordinal);
        Assert.Contains(named, _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0", "asks to listen at")]
    [InlineData("Kestrel__Endpoints__Web__Url", "http://[::]:0", "asks to listen at")]
    [InlineData("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Some.Assembly", "asks to run")]
    public void The_real_program_does_not_start_with_such_a_setting(string name, string value, string asks)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _shell.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[name] = value;
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "furrow.dll"), "serve", "--new", "--port", "0"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"{name} {asks} \"{value}\"", said, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"));
    }

    [Fact]
    public void There_is_no_option_for_it()
    {
        Assert.Equal(2, _shell.RunUntilServed("serve", "--new", "--port", "0", "--urls", "http://0.0.0.0:80"));
        Assert.Contains("--urls", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_would_listen_beyond_this_machine_all_the_same_is_stopped_again()
    {
        using var programme = Opened();
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
        app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.ListenAnyIP(0);
        Assert.Equal("listening-beyond", (await FurrowServer.Start(app))?.Code);
        foreach (var port in app.Urls.Select(u => BindingPort(u)))
        {
            using var client = new TcpClient();
            await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken).AsTask());
        }
    }

    [Fact]
    public async Task The_server_reads_no_setting_of_its_environment()
    {
        using var programme = Opened();
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
        Assert.Null(app.Configuration["PATH"]);
        Assert.Null(await FurrowServer.Start(app));
        Assert.Equal(["http://127.0.0.1"], app.Urls.Select(u => u[..u.LastIndexOf(':')]));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private Programme Opened() =>
        Programme.Open(Path.Combine(_shell.Folder, "programme.furrow"), Genesis.Exercise("EXERCISE drill", "EXERCISE director", TimeProvider.System)).Get();

    private static int BindingPort(string url) => Microsoft.AspNetCore.Http.BindingAddress.Parse(url).Port;

    private static ListeningSettings Settings(params (string Name, string Value)[] environment) =>
        new(environment.ToDictionary(e => e.Name, e => e.Value), []);
}
