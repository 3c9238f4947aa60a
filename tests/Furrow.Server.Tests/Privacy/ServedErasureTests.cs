using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Server.Programmes;
using Furrow.Store;
using Xunit;

namespace Furrow.Server.Tests.Privacy;

/// <summary>The real program serves; somebody is registered, shown and erased through its pages. Then their name is nowhere: not in its memory, where requests
/// and answers pass through buffers that are kept, nor in a file, nor in what is exported after.</summary>
public sealed partial class ServedErasureTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly Shell _shell = new();
    private readonly HttpClient _client = new();
    private readonly Process _process;
    private readonly string _address;

    public ServedErasureTests()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _shell.Folder, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "furrow.dll"), "serve", "--new", "--port", "0"])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _address = Address().Match(_process.StandardOutput.ReadLine()!).Value;
    }

    [Fact]
    public async Task A_name_erased_through_a_page_is_soon_nowhere_in_the_memory_of_the_server()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var masked = await ShowAndErase();
        var watch = Stopwatch.StartNew();
        string found;
        do
        {
            found = string.Join("\n", MemorySearch.Find(masked, _process.Id));
        }
        while (found.Length > 0 && watch.Elapsed < Longest);

        Assert.Equal("", found);
        Assert.Equal(0, _shell.Run("export", "reports", "reports.geojson", "--restricted"));
        Assert.Equal(0, _shell.Run("export", "land", "land.gpkg"));
        Assert.DoesNotContain(Directory.GetFiles(_shell.Folder).Where(f => !f.EndsWith("-lease", StringComparison.Ordinal)), f => Holds(f, masked));
        Assert.True(File.Exists(ErasureList.PathFor(Path.Combine(_shell.Folder, "programme.furrow"))));
    }

    /// <summary>Gives the name masked; in the clear it stands in this process alone.</summary>
    private async Task<byte[]> ShowAndErase()
    {
        var name = "Nm" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        await Send("person-register", ("f.name", name), ("reason", "needed"));
        Assert.Contains(name, await _client.GetStringAsync($"{_address}/me"), StringComparison.Ordinal);
        Assert.NotEmpty(MemorySearch.Find(MemorySearch.Masked(name), _process.Id));
        await Send("person-erase", ("f.whom", name), ("reason", "they asked for it"));
        Assert.DoesNotContain(name, await _client.GetStringAsync($"{_address}/me"), StringComparison.Ordinal);
        return MemorySearch.Masked(name);
    }

    /// <summary>Fills in the form of an intent and sends it.</summary>
    private async Task Send(string intent, params (string Name, string Value)[] filled)
    {
        var page = $"{_address}/do/{intent}";
        var html = await _client.GetStringAsync(page);
        var form = Forms().Matches(html).Select(m => m.Value).Single(f => f.Contains($"\"intent-{intent}\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        Array.ForEach(filled, f => fields[f.Name] = f.Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", _address);
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
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
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
