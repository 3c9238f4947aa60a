using System.Net;
using System.Text.Json;
using Furrow.Store.Tests.Faults.Disk;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>A whole server on a disk that fails: pages go on being read, what is decided is refused with the problem and its remedy, /health tells it to
/// whoever watches, and when the cause is gone the same form works without a restart.</summary>
public sealed class StorageFaultPageTests : IDisposable
{
    private const int Full = 13, WriteFailed = 778, LockLost = 15;
    private static readonly string[] English =
    [
        "No space", "Nothing can be", "The account", "Another program", "The disk", "Free space", "Find out", "Give that", "Wait until", "Stop the",
    ];

    private readonly FormServer _server = new(isSimulated: true);

    public static TheoryData<int, int, string, int, string> Faults() => new()
    {
        { Full, 28, "storage-full", 507, "Free space" },
        { WriteFailed, 30, "storage-read-only", 503, "make it writable" },
        { WriteFailed, 13, "storage-no-permission", 500, "Give that account" },
        { LockLost, 0, "storage-busy", 503, "Wait until" },
        { WriteFailed, 5, "storage-broken", 500, "furrow verify" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_is_told_with_its_remedy_and_nothing_is_lost(int code, int errno, string problem, int status, string remedy)
    {
        Assert.Equal("ok", (await Health(HttpStatusCode.OK)).GetProperty("state").GetString());
        await _server.ActAs("Bea");
        var (address, before) = (_server.Report("W-2"), _server.Programme.State.Position);
        var form = await _server.Form(address, "review", ("act", "accept"), ("reason", "sound, as walked"));

        _server.Disk.Fault = new DiskFault(DiskCall.Write, code, errno);
        var reply = await _server.Post(address, form);
        Assert.Equal((status, true), ((int)reply.Status, reply.IsPage));
        Assert.Contains(problem, reply.Html, StringComparison.Ordinal);
        Assert.Contains(remedy, reply.Html, StringComparison.Ordinal);
        Assert.Contains(">sound, as walked</textarea>", reply.Html, StringComparison.Ordinal);
        Assert.Equal(before, _server.Programme.State.Position);
        foreach (var page in (string[])["/", address, "/balance", "/reports", "/api/programme"])
        {
            Assert.Equal(HttpStatusCode.OK, (await _server.Get(page)).Status);
        }

        var told = (await Health(HttpStatusCode.ServiceUnavailable)).GetProperty("problem");
        Assert.Equal(problem, told.GetProperty("code").GetString());
        Assert.Contains(remedy, told.GetProperty("remedy").GetString(), StringComparison.Ordinal);

        _server.Disk.Fault = null;
        if (problem == "storage-broken")
        {
            Assert.Equal("broken", (await Health(HttpStatusCode.ServiceUnavailable)).GetProperty("state").GetString());
            Assert.Equal(status, (int)(await _server.Post(address, form)).Status);
            return;
        }

        Assert.Equal("ok", (await Health(HttpStatusCode.OK)).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, form)).Status);
        Assert.Equal(before + 2, _server.Programme.State.Position);
    }

    [Theory]
    [InlineData("az")]
    [InlineData("tr")]
    [InlineData("ur")]
    [InlineData("ru")]
    public async Task It_is_told_in_the_language_of_the_person(string language)
    {
        var address = _server.Report("W-2");
        await _server.ActAs("Bea");
        var form = await _server.Form(address, "review", ("act", "accept"), ("reason", "sound"));
        foreach (var (code, errno, problem, _, _) in Faults().Select(f => f.Data))
        {
            _server.Disk.Fault = new DiskFault(DiskCall.Write, code, errno);
            var reply = await _server.Post(address, form, language);
            Assert.Contains(problem, reply.Html, StringComparison.Ordinal);
            Assert.All(English, words => Assert.DoesNotContain(words, reply.Html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Many_at_once_are_all_refused_and_later_all_taken()
    {
        var address = "/balance?date=2026-02-01";
        var forms = new List<Dictionary<string, string>>();
        for (var i = 0; i < 6; i++)
        {
            await _server.ActAs("Bea");
            forms.Add(await _server.Form(address, "publish"));
        }

        _server.Disk.Fault = new DiskFault(DiskCall.Write, Full, 28);
        var refused = await Task.WhenAll(forms.Select(f => _server.Post(address, f)));
        Assert.All(refused, r => Assert.Equal(507, (int)r.Status));
        _server.Disk.Fault = null;
        var taken = await Task.WhenAll(forms.Select(f => _server.Post(address, f)));
        Assert.All(taken, r => Assert.Equal(HttpStatusCode.Redirect, r.Status));
        Assert.Equal(6, _server.Programme.State.Figures.Count());
    }

    /// <summary>Started on a medium that fails: it answers, says so on every page, and records as soon as the cause is gone.</summary>
    [Theory]
    [InlineData(Full, 28, "storage-full", "Free space")]
    [InlineData(WriteFailed, 30, "storage-read-only", "make it writable")]
    [InlineData(WriteFailed, 13, "storage-no-permission", "Give that account")]
    public async Task A_server_starts_for_reading_where_nothing_can_be_written_and_recovers_by_itself(int code, int errno, string problem, string remedy)
    {
        const string banner = "Nothing can be recorded at present";
        await _server.ActAs("Bea");
        _server.Disk.Fault = new DiskFault(DiskCall.Write, code, errno);
        _server.Restart();
        Assert.False(_server.Programme.MayWrite);
        foreach (var page in _server.Pages)
        {
            var drawn = await _server.Get(page);
            Assert.True(drawn.Html.Contains(banner, StringComparison.Ordinal) && drawn.Html.Contains($"[{problem}]", StringComparison.Ordinal)
                && drawn.Html.Contains(remedy, StringComparison.Ordinal), $"{page} does not say it.");
        }

        Assert.Contains("Записать сейчас ничего нельзя", (await _server.Get("/", "ru")).Html, StringComparison.Ordinal);
        Assert.Equal(("cannot-write", problem), (await Health(HttpStatusCode.ServiceUnavailable) is var told ? told.GetProperty("state").GetString() : null,
            told.GetProperty("problem").GetProperty("code").GetString()));
        var (address, before) = (_server.Report("W-2"), _server.Programme.State.Position);
        var form = await _server.Form(address, "review", ("act", "accept"), ("reason", "sound, as walked"));
        var reply = await _server.Post(address, form);
        Assert.Contains(problem, reply.Html, StringComparison.Ordinal);
        Assert.Contains(">sound, as walked</textarea>", reply.Html, StringComparison.Ordinal);

        _server.Disk.Fault = null;
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, form)).Status);
        Assert.Equal((before + 2, true), (_server.Programme.State.Position, _server.Programme.MayWrite));
        Assert.DoesNotContain(banner, (await _server.Get("/")).Html, StringComparison.Ordinal);
        Assert.Equal("ok", (await Health(HttpStatusCode.OK)).GetProperty("state").GetString());
        _server.Restart();
        Assert.Equal(before + 2, _server.Programme.State.Position);
    }

    private async Task<JsonElement> Health(HttpStatusCode status)
    {
        var reply = await _server.Get("/health");
        Assert.Equal(status, reply.Status);
        return JsonDocument.Parse(reply.Html).RootElement;
    }

    public void Dispose() => _server.Dispose();
}
