using System.Net;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>Who acts is chosen, by id, on a page of its own; and what they decide on is what they saw.</summary>
public sealed class WhoActsTests : IDisposable
{
    private readonly FormServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task No_form_and_no_cookie_holds_a_name()
    {
        await _server.ActAs("Zoë");
        Assert.DoesNotContain(_server.Cookies, c => Uri.UnescapeDataString(c).Contains("Zoë", StringComparison.Ordinal));
        foreach (var address in new[] { _server.Report("W-2"), _server.Report("C-2") + "/correct", "/balance" })
        {
            Assert.DoesNotMatch("(value=\"|=)Zo", (await _server.Get(address)).Html);
        }
    }

    [Fact]
    public async Task Whoever_is_chosen_acts_until_another_is()
    {
        await _server.ActAs("Bea");
        await _server.ActAs("Cem");
        await _server.ActAs("Bea");
        await _server.Post("/balance", await _server.Form("/balance", "publish"));
        var state = _server.Programme.State;
        Assert.Equal("Bea", _server.Programme.ReaderFor(ReaderPurpose.Record).NameOf(state.Figures.Single().Act.Person));
        Assert.Single(state.People.All, p => _server.Programme.ReaderFor(ReaderPurpose.Record).NameOf(p.Id) == "Bea");
    }

    [Fact]
    public async Task A_name_that_is_registered_is_not_registered_twice()
    {
        await _server.ActAs("Bea");
        var before = _server.Programme.State.Position;
        var reply = await _server.Post("/me", await _server.Form("/me", "register", ("name", " bea ")));
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains("person-known", reply.Html, StringComparison.Ordinal);
        Assert.Equal(before, _server.Programme.State.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7b1f9a523c444a579a3e0d6f5b7e8c11")]
    [InlineData("'--")]
    public async Task Nobody_can_be_chosen_who_is_not_registered(string who)
    {
        await _server.ActAs("Bea");
        Assert.Contains("person-unknown", (await _server.Post("/me", await _server.Form("/me", "choose", ("who", who)))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports?status=waiting", "/reports?status=waiting")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    public async Task It_goes_back_to_a_page_of_this_server_only(string back, string onward)
    {
        await _server.ActAs("Bea");
        var address = "/me?back=" + Uri.EscapeDataString(back);
        var form = await _server.Form(address, "choose", ("who", _server.Programme.State.PersonNamed("Bea")!.Value.ToString("N")));
        Assert.Equal(onward, (await _server.Post(address, form)).Location);
    }

    /// <summary>Another window of the same browser has chosen somebody else meanwhile.</summary>
    [Fact]
    public async Task A_form_drawn_for_somebody_else_decides_nothing()
    {
        await _server.ActAs("Bea");
        var form = await _server.Form(_server.Report("W-2"), "review", ("act", "accept"), ("reason", "sound"));
        await _server.ActAs("Cem");
        var reply = await _server.Post(_server.Report("W-2"), new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains("person-of-another-form", reply.Html, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Checked, _server.Programme.State.Book.FindByCode("W-2")!.Status);
    }

    /// <summary>Nobody had ever acted in the window of the first form: that is a name too.</summary>
    [Fact]
    public async Task A_form_drawn_before_anybody_was_chosen_is_not_signed_by_whoever_is_chosen_then()
    {
        var form = await _server.Form(_server.Report("W-2"), "review", ("act", "accept"), ("reason", "sound"));
        await _server.ActAs("Bea");
        foreach (var sent in new[] { form, form.Where(f => f.Key != "person").ToDictionary() })
        {
            var reply = await _server.Post(_server.Report("W-2"), new FormUrlEncodedContent(sent));
            Assert.Contains("person-of-another-form", reply.Html, StringComparison.Ordinal);
        }

        Assert.Equal(ReportStatus.Checked, _server.Programme.State.Book.FindByCode("W-2")!.Status);
    }

    /// <summary>The report was sent back and came again with another content while its page was open.</summary>
    [Fact]
    public async Task A_report_that_was_mended_meanwhile_is_not_accepted_unseen()
    {
        await _server.ActAs("Bea");
        var form = await _server.Form(_server.Report("W-2"), "review", ("act", "accept"), ("reason", "sound"));
        var id = _server.Programme.State.Book.FindByCode("W-2")!.Id;
        Decide("Cem", (book, act) => ReportRules.Return(book, act, id));
        Decide("ann", (book, act) => ReportRules.Submit(book, act, book.Find(id)!.Report with { Organisation = "Another office" }));
        Decide("Cem", (book, act) => ReportRules.Check(book, act, id));
        var reply = await _server.Post(_server.Report("W-2"), form);
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains("changed-since-seen", reply.Html, StringComparison.Ordinal);
        Assert.Contains(">sound</textarea>", reply.Html, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Checked, _server.Programme.State.Book.Find(id)!.Status);

        var again = await _server.Form(_server.Report("W-2"), "review", ("act", "accept"), ("reason", "sound"));
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(_server.Report("W-2"), again)).Status);
        Assert.Equal(ReportStatus.Approved, _server.Programme.State.Book.Find(id)!.Status);
    }

    /// <summary>What others record about other land does not stand in anybody's way.</summary>
    [Fact]
    public async Task What_was_recorded_of_something_else_changes_nothing()
    {
        await _server.ActAs("Bea");
        var form = await _server.Form(_server.Report("W-2"), "review", ("act", "accept"), ("reason", "sound"));
        var other = _server.Programme.State.Book.FindByCode("W-1")!.Id;
        Decide("Cem", (book, act) => ReportRules.Check(book, act, other));
        Assert.Equal(HttpStatusCode.Redirect, (await _server.Post(_server.Report("W-2"), form)).Status);
    }

    private void Decide(string by, Func<ReportBook, Act, Ruling> rule) =>
        _server.Programme.Decide(new Acting(by, DateTimeOffset.UnixEpoch, Door.Verb, "why"), (state, act) => rule(state.Book, act)).Get();
}
