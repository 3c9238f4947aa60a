using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Serve;

/// <summary>What the program writes is its owner's alone, whatever the umask; keys and uploads lie beside their ledger and go with it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OwnerFileTests : IDisposable
{
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    private readonly Shell _shell = new();

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("000")]
    [InlineData("022")]
    [InlineData("277")]
    public void Every_file_of_an_import_and_an_export_is_closed_to_others(string umask)
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        var given = Directory.GetFiles(_shell.Folder);
        const string import = "import a.geojson --as suspected --on 2026-01-15 --organisation Office --baseline --accept archive --apply "
            + "--verdicts verdicts.csv --save-mapping mapping.json";
        RealProgram(umask, import, "export land land.gpkg", "export reports reports.csv", "figure publish figure.json");
        var made = Directory.GetFiles(_shell.Folder).Except(given).ToList();
        Assert.Subset(made.Select(f => Path.GetFileName(f)).ToHashSet(),
            new HashSet<string> { "programme.furrow", "programme.furrow-checkpoint", "programme.furrow-lease", "land.gpkg", "reports.csv", "figure.json",
                "verdicts.csv", "mapping.json" });
        Assert.Empty(made.Where(f => File.GetUnixFileMode(f) != (UnixFileMode.UserRead | UnixFileMode.UserWrite))
            .Select(f => $"{Path.GetFileName(f)} {File.GetUnixFileMode(f)}"));
    }

    [Fact]
    public async Task Everything_beside_a_ledger_that_is_served_is_closed_to_others()
    {
        Opened().Dispose();
        foreach (var file in Directory.GetFiles(_shell.Folder))
        {
            // As a release before this one left them.
            File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
        }

        using var again = Programme.Open(Ledger).Get();
        again.SaveSnapshot();
        await using var app = FurrowServer.Build(again, new ServeOptions(Port: 0));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(FurrowServer.AddressOf(app)) };
        (await client.GetAsync("/import", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var draft = await Upload(app.Services.GetRequiredService<ImportDrafts>());
        var all = Directory.GetFileSystemEntries(_shell.Folder, "*", SearchOption.AllDirectories);
        Assert.Empty(all.Where(f => (File.GetUnixFileMode(f) & Others) != 0).Select(f => $"{f[_shell.Folder.Length..]} {File.GetUnixFileMode(f)}"));
        string[] names = ["-wal", "-shm", "-checkpoint", "-lease", "-snapshot", "-keys", "-uploads"];
        Assert.Subset(all.ToHashSet(), names.Select(n => Ledger + n).ToHashSet());
        Assert.Single(Directory.GetFiles(Ledger + "-keys"));
        Assert.StartsWith(Ledger + "-uploads", draft.File.Path!, StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_form_that_was_open_survives_a_restart_and_is_worth_nothing_to_another_programme()
    {
        string sealed_;
        using (var programme = Opened())
        {
            await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
            sealed_ = Protector(app.Services).Protect("a form");
        }

        using var again = Programme.Open(Ledger).Get();
        await using var restarted = FurrowServer.Build(again, new ServeOptions(Port: 0));
        Assert.Equal("a form", Protector(restarted.Services).Unprotect(sealed_));

        using var folder = new TempFolder();
        using var other = Opened(folder["other.furrow"]);
        Directory.CreateDirectory(folder["other.furrow-keys"]);
        foreach (var key in Directory.GetFiles(Ledger + "-keys"))
        {
            File.Copy(key, Path.Combine(folder["other.furrow-keys"], Path.GetFileName(key)));
        }

        // Even with the very keys: the programme's number is part of what is signed.
        await using var stranger = FurrowServer.Build(other, new ServeOptions(Port: 0));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => Protector(stranger.Services).Unprotect(sealed_));
    }

    [Fact]
    public async Task Uploads_are_swept_at_the_start_when_applied_and_when_nobody_comes_back()
    {
        using var programme = Opened();
        var left = Path.Combine(Directory.CreateDirectory(Path.Combine(Ledger + "-uploads", "left")).FullName, "areas.csv");
        await File.WriteAllTextAsync(left, "left behind by a server that was cut off", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Ledger + "-uploads", "ASPNETCORE_1.tmp"), "half an upload", TestContext.Current.CancellationToken);
        using var drafts = new ImportDrafts(programme);
        Assert.Empty(Directory.GetFileSystemEntries(Ledger + "-uploads"));

        var applied = await Upload(drafts);
        var old = await Upload(drafts);
        applied.Apply(programme, Actor.Named("ann"), null, DateTimeOffset.UnixEpoch);
        Assert.True(SpinWait.SpinUntil(() => !applied.IsWorking, TimeSpan.FromMinutes(1)));
        Assert.False(applied.Applied!.Value.IsRefused);
        drafts.Sweep(DateTimeOffset.UnixEpoch.AddDays(6));
        Assert.False(File.Exists(applied.File.Path));
        Assert.True(File.Exists(old.File.Path));
        drafts.Sweep(DateTimeOffset.UnixEpoch.AddDays(8));
        Assert.True(SpinWait.SpinUntil(() => !File.Exists(old.File.Path), TimeSpan.FromMinutes(1)));
        Assert.Empty(drafts.Drafts);
    }

    [Fact]
    public async Task Whoever_only_reads_leaves_the_writers_uploads_alone()
    {
        using var programme = Opened();
        using var drafts = new ImportDrafts(programme);
        var upload = await Upload(drafts);
        using var reading = Programme.OpenForReading(Ledger).Get();
        using (var beside = new ImportDrafts(reading))
        {
            Assert.Empty(beside.Drafts);
        }

        Assert.True(File.Exists(upload.File.Path));
    }

    private Programme Opened(string? path = null) =>
        Programme.Open(path ?? Ledger, Genesis.Exercise("EXERCISE drill", "EXERCISE director", TimeProvider.System)).Get();

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<ImportDraft> Upload(ImportDrafts drafts)
    {
        var bytes = Encoding.UTF8.GetBytes(Collection(Square(0, 0, properties: $$"""{"code":"N-{{drafts.Drafts.Count}}"}""")));
        var options = new ImportOptions
        {
            As = ImportAs.Find("suspected")!, On = new(new DateOnly(2026, 1, 2)), Organisation = "Office", By = Actor.Named("ann"), At = DateTimeOffset.UnixEpoch,
        };
        var draft = await drafts.Receive(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", "a.geojson"), options, CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => !draft.IsWorking, TimeSpan.FromMinutes(1)));
        return draft;
    }

    private void RealProgram(string umask, params string[] lines)
    {
        var furrow = Path.Combine(AppContext.BaseDirectory, "furrow.dll");
        var start = new ProcessStartInfo("sh") { WorkingDirectory = _shell.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"umask {umask}; set -e; " + string.Join("; ", lines.Select(l => $"dotnet '{furrow}' {l}")));
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said.Result);
    }
}
