using System.Net;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>A form that is sent several times at once, again after a while, and again after the server was started anew, acts once, and each time leads to
/// where it led first.</summary>
public sealed class RepeatedFormTests : IDisposable
{
    private const int AtOnce = 8;
    private readonly FormServer _server = new();

    /// <summary>Where a form stands (a report by its code, or an address), its name, and what is typed.</summary>
    public static TheoryData<string, string, string> Decisions() => new()
    {
        { "W-1", "review", "act=check&reason=looked over" },
        { "W-2", "review", "act=accept&reason=sound" },
        { "W-2", "review", "act=return&reason=corner missing" },
        { "W-1", "review", "act=reject&reason=not ours" },
        { "C-1", "review", "act=withdraw&reason=wrong place" },
        { "C-1/correct", "correct", "remarks=corrected remark" },
        { "/balance?date=2026-02-01", "publish", "" },
        { "batch 0", "batch", "act=check&reason=all seen" },
        { "batch 0", "batch", "act=undo&reason=wrong file" },
        { "batch 1", "batch", "act=undo&reason=wrong archive" },
        { "/do/time-zone-set", "intent-time-zone-set", "f.zone=Asia/Baku&reason=the office moved" },
        { "/do/profile-set", "intent-profile-set", "f.settings=DoubtWaitsAbovePercent=30&reason=national standard" },
        { "group", "group", "act=accept-as-is&reason=known" },
    };

    /// <summary>An act, and what came of it.</summary>
    private const int ActAndFact = 2;

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task A_decision_sent_many_times_is_taken_once(string place, string handler, string typed)
    {
        await _server.ActAs("Bea");
        var address = await AddressOf(place);
        var form = await _server.Form(address, handler, [.. typed.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(t => (t.Split('=', 2)[0], t.Split('=', 2)[1]))]);
        var before = _server.Programme.State.Position;

        var replies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => _server.Post(address, form)));
        Assert.All(replies, r => Assert.Equal((HttpStatusCode.Redirect, replies[0].Location), (r.Status, r.Location)));
        Assert.Equal(before + ActAndFact, _server.Programme.State.Position);

        Assert.Equal(replies[0].Location, (await _server.Post(address, form)).Location);
        Assert.Equal(HttpStatusCode.OK, (await _server.Get(replies[0].Location!)).Status);

        _server.Restart();
        Assert.Equal(replies[0].Location, (await _server.Post(address, await Renewed(form))).Location);
        Assert.Equal(before + ActAndFact, _server.Programme.State.Position);
    }

    [Fact]
    public async Task The_same_decision_on_a_form_drawn_anew_is_another_one()
    {
        var address = "/balance?date=2026-02-01";
        await _server.ActAs("Bea");
        var first = await _server.Post(address, await _server.Form(address, "publish"));
        var second = await _server.Post(address, await _server.Form(address, "publish"));
        Assert.NotEqual(first.Location, second.Location);
        Assert.Equal(2, _server.Programme.State.Figures.Count());
    }

    /// <summary>What the person had seen is what stood on the page, not what has come since.</summary>
    [Fact]
    public async Task An_act_says_what_its_person_had_seen()
    {
        const string Address = "/balance?date=2026-02-01";
        await _server.ActAs("Cem");
        await _server.ActAs("Bea");
        var (seen, form) = (_server.Programme.State.Position, await _server.Form(Address, "publish"));
        await _server.ActAs("Cem");
        await _server.Post(Address, await _server.Form(Address, "publish"));
        await _server.Post(Address, form);
        Assert.Equal([seen, seen], _server.Programme.State.Figures.Select(f => f.Act.Seen));
        await _server.ActAs("Bea");
        await _server.Post(Address, await _server.Form(Address, "publish", ("position", "999999")));
        Assert.InRange(_server.Programme.State.Figures.Last().Act.Seen, seen + 1, _server.Programme.State.Position - 1);
    }

    [Fact]
    public async Task A_form_with_another_word_in_it_is_another_act_and_is_told_how_things_stand()
    {
        var address = _server.Report("W-2");
        await _server.ActAs("Bea");
        var form = await _server.Form(address, "review", ("act", "return"), ("reason", "corner missing"));
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, form)).Status);
        form["reason"] = "another reason altogether";
        var reply = await _server.Post(address, form);
        Assert.True(reply.IsPage);
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains("form-gone", reply.Html, StringComparison.Ordinal);
        Assert.Contains("another reason altogether", reply.Html, StringComparison.Ordinal);
        Assert.Contains("corner missing", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_sent_many_times_is_one_draft_that_is_applied_once_and_discarded_once()
    {
        var upload = await _server.Form("/import", "upload", ("as", "suspected"), ("on", "2026-02-01"), ("organisation", "Survey office"));
        var file = GeoText.Collection(GeoText.Square(400, 0), GeoText.Square(420, 0));
        var drafts = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => _server.Post("/import", Multipart(upload, file))));
        Assert.All(drafts, r => Assert.Equal((HttpStatusCode.Redirect, drafts[0].Location), (r.Status, r.Location)));
        var other = await _server.Post("/import", Multipart(upload, GeoText.Collection(GeoText.Square(440, 0))));
        Assert.NotEqual(drafts[0].Location, other.Location);

        var (draft, batches) = (drafts[0].Location!, _server.Programme.State.Batches.Count());
        await _server.ActAs("Bea");
        var apply = await FormWhenReady(draft, "apply");
        var discard = await FormWhenReady(other.Location!, "discard");
        var applied = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => _server.Post(draft, apply)));
        Assert.All(applied, r => Assert.Equal((HttpStatusCode.Redirect, draft), (r.Status, r.Location)));

        // What was applied has nothing left to discard.
        Assert.DoesNotContain("value=\"discard\"", await _server.Ready(draft), StringComparison.Ordinal);
        Assert.Equal(batches + 1, _server.Programme.State.Batches.Count());
        Assert.Equal(draft, (await _server.Post(draft, apply)).Location);

        var discarded = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => _server.Post(other.Location!, discard)));
        Assert.All(discarded, r => Assert.Equal((HttpStatusCode.Redirect, "/import"), (r.Status, r.Location)));

        _server.Restart();
        Assert.Equal($"/import/{apply["batch"]}", (await _server.Post(draft, await Renewed(apply))).Location);
        Assert.Equal("/import", (await _server.Post(other.Location!, await Renewed(discard))).Location);
        Assert.Equal(batches + 1, _server.Programme.State.Batches.Count());
    }

    private async Task<Dictionary<string, string>> FormWhenReady(string draft, string handler, params (string, string)[] typed)
    {
        while ((await _server.Get(draft)).Html.Contains("<progress", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        return await _server.Form(draft, handler, typed);
    }

    /// <summary>The form as it was drawn, with a token of the server that runs now.</summary>
    private async Task<Dictionary<string, string>> Renewed(Dictionary<string, string> form) => new(form)
    {
        ["__RequestVerificationToken"] = (await _server.Form("/import", "upload"))["__RequestVerificationToken"],
    };

    private async Task<string> AddressOf(string place)
    {
        if (place.StartsWith("batch ", StringComparison.Ordinal))
        {
            return $"/import/{_server.Programme.State.Batches.ElementAt(place[^1] - '0').Received.Batch:D}";
        }

        if (place == "group")
        {
            var listed = (await _server.Get("/findings")).Html;
            return WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(listed, "href=\"(/findings/group[^\"]+)\"").Groups[1].Value);
        }

        return place[0] == '/' ? place : _server.Report(place.Split('/')[0]) + (place.Contains('/') ? "/correct" : "");
    }

    internal static MultipartFormDataContent Multipart(Dictionary<string, string> form, string file)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new StringContent(file), "file", "new.geojson");
        return content;
    }

    public void Dispose() => _server.Dispose();
}
