using System.Net;
using System.Text.RegularExpressions;
using Furrow.Core.Reports;
using Xunit;

namespace Furrow.Server.Tests.Serve;

/// <summary>The attack that was seen: a page of another site lets its own name point here, reads a form with its token, and accepts a report with it.</summary>
public sealed partial class RebindingTests : IDisposable
{
    private readonly RequestFilterServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_page_that_had_its_name_pointed_here_reads_no_form_and_accepts_no_report()
    {
        var report = _server.Programme.State.Book.FindByCode("A-1")!.Id;
        var (host, page) = ($"rebound.example:{_server.Port}", $"/reports/{report:D}");
        using var read = await _server.Ask("GET", page, ("Host", host));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, read.StatusCode);
        Assert.DoesNotContain("A-1", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var (cookie, form) = await FormOf(page);
        foreach (var (origin, asked) in ((string, string)[])[("http://" + host, host), ("http://" + host, $"127.0.0.1:{_server.Port}")])
        {
            using var posted = await Send(page, form, ("Cookie", cookie), ("Host", asked), ("Origin", origin));
            Assert.True((int)posted.StatusCode is 421 or 403, posted.StatusCode.ToString());
        }

        Assert.Equal(ReportStatus.Checked, _server.Programme.State.Book.FindByCode("A-1")!.Status);
        using var own = await Send(page, form, ("Cookie", cookie), ("Origin", _server.Origin), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        Assert.Equal(ReportStatus.Approved, _server.Programme.State.Book.FindByCode("A-1")!.Status);
    }

    [Fact]
    public async Task Cookies_of_one_programme_are_named_after_it()
    {
        using var other = new RequestFilterServer();
        var (own, _) = await FormOf("/import");
        using var reply = await other.Ask("GET", "/import");
        var theirs = string.Join(' ', reply.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("furrow-form-", own, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Split('=')[0], theirs, StringComparison.Ordinal);
    }

    private async Task<(string Cookie, Dictionary<string, string> Form)> FormOf(string page)
    {
        using var reply = await _server.Ask("GET", page);
        var html = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (reply.Headers.GetValues("Set-Cookie").First().Split(';')[0], new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
            ["_handler"] = Handler().Match(html).Groups[1].Value,
            ["act"] = "accept",
            ["reason"] = "sound",
        });
    }

    private async Task<HttpResponseMessage> Send(string page, Dictionary<string, string> form, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Origin + page) { Content = new FormUrlEncodedContent(form) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();
}
