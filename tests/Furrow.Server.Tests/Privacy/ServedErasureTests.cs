using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Furrow.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Furrow.Server.Tests.Privacy;

/// <summary>The real program serves; somebody is registered, shown and erased through its pages. Then their name is nowhere: not in its memory, where requests
/// and answers pass through buffers that are kept, nor in a file, nor in what is exported after, nor in a backup from before that is put back and
/// served.</summary>
public sealed partial class ServedErasureTests : IDisposable
{
    private const string Ledger = "programme.furrow";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly Shell _shell = new();
    private readonly HttpClient _client = new();
    private readonly List<Process> _processes = [];

    [Fact]
    public async Task A_name_erased_through_a_page_is_soon_nowhere_and_stays_so_in_a_backup_put_back()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var (server, address) = Serve(_shell.Folder, "--new");
        var name = await Register(server, address);
        var backup = Path.Combine(Directory.CreateDirectory(Path.Combine(_shell.Folder, "restored")).FullName, Ledger);
        BackUp(Path.Combine(_shell.Folder, Ledger), backup);
        Assert.True(Holds(backup, MemorySearch.Masked(name)));
        var masked = await Erase(address, name);

        Assert.Equal("", FoundIn(server, masked));
        Assert.Equal(0, _shell.Run("export", "reports", "reports.geojson", "--restricted"));
        Assert.Equal(0, _shell.Run("export", "land", "land.gpkg"));
        Assert.DoesNotContain(Files(_shell.Folder), f => Holds(f, masked));

        File.Copy(ErasureList.PathFor(Path.Combine(_shell.Folder, Ledger)), ErasureList.PathFor(backup));
        var (restored, there) = Serve(Path.GetDirectoryName(backup)!);
        Assert.Contains("\"erasures\":null", await _client.GetStringAsync($"{there}/health"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await _client.GetStringAsync($"{there}/me"), StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("verify", "--programme", backup));
        Assert.Contains("erased by entry", _shell.Out, StringComparison.Ordinal);
        Assert.Equal("", FoundIn(restored, masked));
        Assert.DoesNotContain(Files(Path.GetDirectoryName(backup)!), f => Holds(f, masked));
    }

    /// <summary>The program itself, on a port of its own.</summary>
    private (Process Process, string Address) Serve(string folder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "furrow.dll"), "serve", "--port", "0", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        _processes.Add(process);
        return (process, Address().Match(process.StandardOutput.ReadLine()!).Value);
    }

    private async Task<string> Register(Process server, string address)
    {
        var name = "Nm" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        await Send(address, "person-register", ("f.name", name), ("reason", "needed"));
        Assert.Contains(name, await _client.GetStringAsync($"{address}/me"), StringComparison.Ordinal);
        Assert.NotEmpty(MemorySearch.Find(MemorySearch.Masked(name), server.Id));
        return name;
    }

    /// <summary>Gives the name masked; in the clear it stands in this process alone.</summary>
    private async Task<byte[]> Erase(string address, string name)
    {
        await Send(address, "person-erase", ("f.whom", name), ("reason", "they asked for it"));
        Assert.DoesNotContain(name, await _client.GetStringAsync($"{address}/me"), StringComparison.Ordinal);
        return MemorySearch.Masked(name);
    }

    /// <summary>As the operator's page says for a ledger that is in use: SQLite's own online backup.</summary>
    private static void BackUp(string ledger, string backup)
    {
        using SqliteConnection from = new($"Data Source={ledger};Mode=ReadOnly;Pooling=False"), to = new($"Data Source={backup};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    /// <summary>What is still found once requests under way have ended: collections come when they come.</summary>
    private static string FoundIn(Process server, byte[] masked)
    {
        var watch = Stopwatch.StartNew();
        string found;
        do
        {
            found = string.Join("\n", MemorySearch.Find(masked, server.Id));
        }
        while (found.Length > 0 && watch.Elapsed < Longest);

        return found;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder).Where(f => !f.EndsWith("-lease", StringComparison.Ordinal));

    /// <summary>Fills in the form of an intent and sends it.</summary>
    private async Task Send(string address, string intent, params (string Name, string Value)[] filled)
    {
        var page = $"{address}/do/{intent}";
        var html = await _client.GetStringAsync(page);
        var form = Forms().Matches(html).Select(m => m.Value).Single(f => f.Contains($"\"intent-{intent}\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        Array.ForEach(filled, f => fields[f.Name] = f.Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", address);
        using var answer = await _client.SendAsync(request);
        Assert.Contains("done=", answer.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    private static bool Holds(string path, byte[] masked)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return MemorySearch.IsIn(bytes, masked);
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _client.Dispose();
        _shell.Dispose();
    }

    [GeneratedRegex("http://[0-9.:]+")]
    private static partial Regex Address();

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
