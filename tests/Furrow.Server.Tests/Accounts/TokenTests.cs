using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Furrow.Server.Accounts;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>Programs come in by a token: shown once, for one purpose, until a day, and taken away at once.</summary>
public sealed class TokenTests : IClassFixture<DoorServer>, IDisposable
{
    private readonly DoorServer _server;
    private readonly DoorBrowser _owner;
    private readonly HttpClient _program;

    public TokenTests(DoorServer server) => (_server, _owner, _program) =
        (server, new DoorBrowser(server), new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Origin });

    public void Dispose()
    {
        _program.Dispose();
        _owner.Dispose();
    }

    [Fact]
    public async Task A_program_reads_with_a_token_that_is_shown_once_and_kept_as_a_hash()
    {
        var token = await Made("read");
        Assert.Equal(HttpStatusCode.OK, await Ask(token, "/api/programme"));
        Assert.Equal(HttpStatusCode.OK, await Ask(token, "/lists/people.csv"));
        Assert.DoesNotContain(token, (await _owner.Get("/me/tokens")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token[7..], File.ReadAllText(AccountsFile.PathOf(_server.Path)), StringComparison.Ordinal);
        Assert.Contains("A script", (await _owner.Get("/me/tokens")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read", "GET", "/me/sessions", HttpStatusCode.Unauthorized)]
    [InlineData("record", "GET", "/accounts", HttpStatusCode.Unauthorized)]
    [InlineData("record", "POST", "/me/sessions", HttpStatusCode.Unauthorized)]
    [InlineData("read", "POST", "/later", HttpStatusCode.Unauthorized)]
    [InlineData("record", "POST", "/later", HttpStatusCode.OK)]
    [InlineData("read", "GET", "/nobody/serves/this", HttpStatusCode.NotFound)]
    public async Task A_token_is_for_its_purpose_alone(string scope, string method, string address, HttpStatusCode status) =>
        Assert.Equal(status, await Ask(await Made(scope), address, method));

    [Theory]
    [InlineData("forged")]
    [InlineData("cut")]
    [InlineData("without its mark")]
    [InlineData("of another letter")]
    [InlineData("a session's key")]
    public async Task A_token_that_was_not_given_out_is_none(string how)
    {
        var token = await Made("read");
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(how switch
        {
            "forged" => AccountTokens.Mark + SecretKey.Make(),
            "cut" => token[..^1],
            "without its mark" => token[AccountTokens.Mark.Length..],
            "of another letter" => token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1],
            _ => AccountTokens.Mark + _owner.Session!.Value,
        }, "/api/programme"));
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("lock")]
    [InlineData("reset")]
    [InlineData("old")]
    public async Task A_token_is_worth_nothing_after(string what)
    {
        if (what != "ended")
        {
            using var served = new DoorServer();
            using var own = new TokenTests(served);
            await own.IsOverAfter(what);
            return;
        }

        await IsOverAfter(what);
    }

    private async Task IsOverAfter(string what)
    {
        var token = await Made("read");
        if (what == "ended")
        {
            var page = (await _owner.Get("/me/tokens")).Html;
            foreach (Match listed in Regex.Matches(page, "name=\"token\" value=\"(\\w+)\""))
            {
                await _owner.Post("/me/tokens", page, "end", ("token", listed.Groups[1].Value));
            }
        }
        else if (what == "old")
        {
            _server.Clock.Move(TimeSpan.FromDays(31));
        }
        else
        {
            AttackTests.Verb(_server, what, "amina");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(token, "/api/programme"));
    }

    [Theory]
    [InlineData("", "30", DoorServer.Word, "token-wrong")]
    [InlineData("A script", "0", DoorServer.Word, "token-wrong")]
    [InlineData("A script", "400", DoorServer.Word, "token-wrong")]
    [InlineData("A script", "30", "wrong", "sign-in-failed")]
    public async Task What_is_asked_wrongly_is_not_made(string name, string days, string word, string refused)
    {
        await _owner.SignIn();
        var answer = await _owner.Send("/me/tokens", "make", ("name", name), ("scope", "read"), ("days", days), ("current", word));
        Assert.Equal(refused, answer.Refused);
    }

    private async Task<string> Made(string scope)
    {
        await _owner.SignIn();
        var answer = await _owner.Send("/me/tokens", "make", ("name", "A script"), ("scope", scope), ("days", "30"), ("current", DoorServer.Word));
        return Regex.Match(answer.Html, "furrow_[\\w-]{43}").Value;
    }

    private async Task<HttpStatusCode> Ask(string token, string address, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        if (method != "GET")
        {
            request.Content = new StringContent("", null, address == "/later" ? "application/json" : "application/x-www-form-urlencoded");
        }

        using var reply = await _program.SendAsync(request);
        return reply.StatusCode;
    }
}
