using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Furrow.Server.Tests.Forms;

/// <summary>Whatever is sent to a page, the answer is a page: with a heading, in the person's language, with what happened and what to do.</summary>
public sealed class BadFormTests(FormServer server) : IClassFixture<FormServer>
{
    private static readonly string[] Languages = ["en", "az", "tr", "ur", "ru"];

    /// <summary>Every way in which a form can be bad, with the problem that names it.</summary>
    public static TheoryData<string, string> Kinds() => new()
    {
        { "without a token", "form-expired" },
        { "with a token of nobody", "form-expired" },
        { "of no name", "form-unreadable" },
        { "of two names", "form-unreadable" },
        { "of an unknown name", "form-gone" },
        { "empty", "form-unreadable" },
        { "empty, without a type", "form-unreadable" },
        { "JSON", "form-unreadable" },
        { "multipart without its boundary", "form-unreadable" },
        { "multipart that is none", "form-unreadable" },
        { "multipart that is cut off", "form-unreadable" },
        { "a type that is no type", "form-unreadable" },
        { "too large", "form-too-large" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bad_form_gets_a_page_at_every_address(string kind, string problem)
    {
        var token = (await server.Form("/import", "upload"))["__RequestVerificationToken"];
        foreach (var (address, i) in server.Pages.Select((a, i) => (a, i)))
        {
            using var content = Make(kind, token, address);
            var reply = await server.Post(address, content, Languages[i % Languages.Length]);
            Assert.True(reply.IsPage, $"{address} answers a form {kind} with {reply.Status} and \"{reply.Html}\".");
            Assert.InRange((int)reply.Status, 400, 499);
            Assert.Contains(problem, reply.Html, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{Languages[i % Languages.Length]}\"", reply.Html, StringComparison.Ordinal);
        }
    }

    /// <summary>A page of the house: with its bar, its menu and its style, not the one that needs nothing.</summary>
    [Theory]
    [InlineData("/nope")]
    [InlineData("/balance/nope")]
    [InlineData("/areas/NOPE")]
    [InlineData("/reports/00000000-0000-4000-8000-000000000000")]
    [InlineData("/import/00000000-0000-4000-8000-000000000000")]
    [InlineData("/figures/00000000-0000-4000-8000-000000000000")]
    [InlineData("/figures/00000000-0000-4000-8000-000000000000/file")]
    [InlineData("/import/draft/00000000-0000-4000-8000-000000000000/mapping.json")]
    [InlineData("/findings/group")]
    [InlineData("/findings/group?key=zz")]
    [InlineData("/dist/nope.js")]
    public async Task What_is_not_there_is_told_on_a_page_of_the_house(string address)
    {
        var reply = await server.Get(address, "tr");
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Contains("<html lang=\"tr\"", reply.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/balance\"", reply.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_gets_a_page_too(string method)
    {
        foreach (var address in server.Pages.Append("/nobody/serves/this"))
        {
            var reply = await server.Post(address, null, null, method);
            Assert.True(reply.IsPage, $"{method} {address}: {reply.Status} \"{reply.Html}\"");
            Assert.InRange((int)reply.Status, 400, 499);
        }
    }

    [Fact]
    public async Task An_expired_form_comes_back_with_what_was_typed_and_can_be_sent()
    {
        var address = server.Report("W-1");
        await server.ActAs("Zoë");
        var form = await server.Form(address, "review", ("act", "check"), ("reason", "typed for ten minutes"));
        form["__RequestVerificationToken"] = "gone";
        var reply = await server.Post(address, form, "ru");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("form-expired", reply.Html, StringComparison.Ordinal);
        Assert.Contains(">Zoë</b>", WebUtility.HtmlDecode(reply.Html), StringComparison.Ordinal);
        Assert.Contains(">typed for ten minutes</textarea>", reply.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("The form was no longer valid", reply.Html, StringComparison.Ordinal);

        var correct = await server.Form(server.Report("C-2") + "/correct", "correct", ("remarks", "a long remark"), ("drawn-0", "POLYGON((1 2"));
        correct["__RequestVerificationToken"] = "gone";
        reply = await server.Post(server.Report("C-2") + "/correct", correct);
        Assert.Contains(">a long remark</textarea>", reply.Html, StringComparison.Ordinal);
        Assert.Contains(">POLYGON((1 2</textarea>", reply.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("mapping")]
    [InlineData("stop")]
    public async Task A_form_of_a_draft_that_is_gone_gets_the_page_that_says_so(string handler)
    {
        var form = await server.Form("/import", "upload", ("_handler", handler));
        var reply = await server.Post("/import/draft/7b1f9a52-3c44-4a57-9a3e-0d6f5b7e8c11", form, "tr");
        Assert.Equal(HttpStatusCode.Gone, reply.Status);
        Assert.True(reply.IsPage);
        Assert.Contains("upload-gone", reply.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/import\"", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_beyond_the_limit_is_told_before_it_is_sent_when_the_sender_asks()
    {
        using var content = new StreamContent(Stream.Null);
        content.Headers.ContentLength = 3L << 30;
        content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", "x") } };
        var reply = await server.Post("/import", content, "en", expectContinue: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
        Assert.True(reply.IsPage);
        Assert.Contains("2048 MB", reply.Html, StringComparison.Ordinal);
        Assert.Contains("furrow import", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_larger_than_other_forms_is_taken()
    {
        var form = await server.Form("/import", "upload", ("as", "suspected"));
        var reply = await server.Post("/import", RepeatedFormTests.Multipart(form, new string(' ', 40 << 20)));
        Assert.Equal(HttpStatusCode.Redirect, reply.Status);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/tiles/land/99/0/0.mvt")]
    public async Task Programs_get_problem_details_not_a_page(string address) =>
        Assert.Equal("application/problem+json", (await server.Get(address)).MediaType);

    private static HttpContent? Make(string kind, string token, string address)
    {
        const string boundary = "--x\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\n";
        Dictionary<string, string> form = new() { ["__RequestVerificationToken"] = token, ["_handler"] = "review", ["reason"] = "seen" };
        HttpContent Form(Action<Dictionary<string, string>> change)
        {
            change(form);
            return new FormUrlEncodedContent(form);
        }

        return kind switch
        {
            "without a token" => Form(f => f.Remove("__RequestVerificationToken")),
            "with a token of nobody" => Form(f => f["__RequestVerificationToken"] = "CfDJ8" + new string('A', 100)),
            "of no name" => Form(f => f.Remove("_handler")),
            "of two names" => new FormUrlEncodedContent([.. form, new("_handler", "correct")]),
            "of an unknown name" => Form(f => f["_handler"] = "nobody-knows-this " + address),
            "empty" => Typed("", "application/x-www-form-urlencoded"),
            "empty, without a type" => null,
            "JSON" => Typed("{}", "application/json"),
            "multipart without its boundary" => Typed(boundary, "multipart/form-data"),
            "multipart that is none" => Typed("nothing of the kind", "multipart/form-data; boundary=x"),
            "multipart that is cut off" => Typed(boundary + "Be", "multipart/form-data; boundary=x"),
            "a type that is no type" => Typed("by=Bea", "//"),
            _ => Typed("by=" + new string('x', 33 << 20), "application/x-www-form-urlencoded"),
        };
    }

    private static ByteArrayContent Typed(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
