using System.Net;
using System.Text.RegularExpressions;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>Two pages open on one group of findings: the second decision is not taken over the head of the first, and is taken by who has read it.</summary>
public sealed class DecidedMeanwhileTests : IDisposable
{
    private readonly FormServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_decision_from_a_page_opened_before_another_is_told_of_it_and_replaces_nothing()
    {
        var address = await GroupAddress();
        var other = await Form(address, "accept-as-is", "Bea", "known hill");
        var late = await Form(address, "accept-as-is", "Cem", "my own words");
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, other)).Status);
        var before = _server.Programme.State.Position;

        var reply = await _server.Post(address, late);
        Assert.True(reply.IsPage);
        Assert.Equal((HttpStatusCode.Conflict, before), (reply.Status, _server.Programme.State.Position));
        Assert.All(new[] { "findings-decided-meanwhile", "Bea", "known hill", "my own words", "#decision\"" }, text => Assert.Contains(text, reply.Html));
    }

    [Theory]
    [InlineData("reconsider")]
    [InlineData("accept-as-is")]
    public async Task A_page_opened_after_the_first_decision_takes_another(string act)
    {
        var address = await GroupAddress();
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, await Form(address, "accept-as-is", "Bea", "known hill"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, await Form(address, act, "Cem", "looked again"))).Status);
        Assert.Equal(["Bea", "Cem"], _server.Programme.State.Decisions.Select(d => _server.Programme.ReaderFor(ReaderPurpose.Record).NameOf(d.Act)));
    }

    [Fact]
    public async Task Of_many_pages_that_decide_at_once_one_is_taken()
    {
        var address = await GroupAddress();
        var forms = new List<Dictionary<string, string>>();
        foreach (var i in Enumerable.Range(0, 6))
        {
            forms.Add(await Form(address, "accept-as-is", "Person " + i, "reason " + i));
        }

        var replies = await Task.WhenAll(forms.Select(form => _server.Post(address, form)));
        Assert.Single(replies, r => r.Status == HttpStatusCode.Redirect);
        Assert.Equal(5, replies.Count(r => r.Status == HttpStatusCode.Conflict));
        Assert.Single(_server.Programme.State.Decisions);
    }

    [Fact]
    public async Task A_form_that_says_nothing_of_what_it_saw_replaces_nothing()
    {
        var address = await GroupAddress();
        var form = await Form(address, "accept-as-is", "Cem", "again");
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(address, await Form(address, "accept-as-is", "Bea", "known hill"))).Status);
        form.Remove("seen");
        Assert.Equal(HttpStatusCode.Conflict, (await _server.Post(address, form)).Status);
    }

    /// <summary>The code of a refusal is a word of its own.</summary>
    [Fact]
    public async Task The_code_stands_apart_from_the_sentence()
    {
        var address = await GroupAddress();
        var reply = await _server.Post(address, await Form(address, "accept-as-is", "", ""));
        Assert.Matches(@"role=""alert"">(?:(?!</p>).)*\s<span class=""code muted"">", reply.Html);
        Assert.DoesNotMatch(@"[^\s>]<span class=""code muted"">|</(span|strong)><span class=""code muted"">", reply.Html);
    }

    private Task<Dictionary<string, string>> Form(string address, string act, string by, string reason) =>
        _server.Form(address, "group", ("act", act), ("by", by), ("reason", reason));

    private async Task<string> GroupAddress() => WebUtility.HtmlDecode(
        Regex.Match((await _server.Get("/findings")).Html, "href=\"(/findings/group[^\"]+)\"", RegexOptions.CultureInvariant).Groups[1].Value);
}
