using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>With an authenticator neither the password alone nor the code alone lets in; each code does so once.</summary>
public sealed class AuthenticatorTests : IDisposable
{
    private readonly DoorServer _server = new();
    private readonly DoorBrowser _owner;

    public AuthenticatorTests() => _owner = new DoorBrowser(_server);

    public void Dispose()
    {
        _owner.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task An_app_is_asked_for_from_the_next_time_on_and_what_was_open_ends()
    {
        using DoorBrowser elsewhere = new(_server), later = new(_server);
        await elsewhere.SignIn();
        var (key, written) = await TurnOn();
        Assert.Equal((true, false), (await _owner.IsIn(), await elsewhere.IsIn()));
        Assert.Equal(8, written.Count);
        var asked = await later.SignIn();
        Assert.Null(later.Session);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal("code-wrong", (await Code(later, asked, "000000")).Refused);
        Assert.Equal("code-wrong", (await Code(later, asked, Now(key, -60))).Refused);
        Assert.Equal("/", (await Code(later, asked, Now(key, +1))).Location);
        Assert.True(await later.IsIn());
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var (key, written) = await TurnOn();
        using DoorBrowser one = new(_server), other = new(_server);
        var code = Now(key, +1);
        Assert.Equal("/", (await Code(one, await one.SignIn(), code)).Location);
        Assert.Equal("code-wrong", (await Code(other, await other.SignIn(), code)).Refused);
        using DoorBrowser lost = new(_server), again = new(_server);
        Assert.Equal("/", (await Code(lost, await lost.SignIn(), written[3])).Location);
        Assert.Equal("code-wrong", (await Code(again, await again.SignIn(), written[3])).Refused);
    }

    [Fact]
    public async Task Guessing_codes_shuts_the_account_also_for_whoever_knows_the_password()
    {
        var (key, _) = await TurnOn();
        using var thief = new DoorBrowser(_server);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("code-wrong", (await Code(thief, await thief.SignIn(), "000000")).Refused);
        }

        Assert.Equal("sign-in-failed", (await thief.SignIn()).Refused);
        using var owner = new DoorBrowser(_server);
        _server.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal("/", (await Code(owner, await owner.SignIn(), Now(key, +1))).Location);
    }

    [Theory]
    [InlineData("invented")]
    [InlineData("")]
    public async Task A_code_without_the_password_is_worth_nothing(string halfWay)
    {
        var (key, _) = await TurnOn();
        using var browser = new DoorBrowser(_server);
        var page = await browser.Get("/sign-in");
        var answer = await browser.Post("/sign-in", page.Html, "code", ("half-way", halfWay), ("code", Now(key, +1)));
        Assert.Equal("code-wrong", answer.Refused);
        Assert.False(await browser.IsIn());
    }

    [Fact]
    public async Task Who_turns_it_on_or_off_shows_once_more_that_the_account_is_theirs()
    {
        await _owner.SignIn();
        var page = (await _owner.Get("/me/authenticator")).Html;
        var key = KeyOn(page);
        Assert.Equal("sign-in-failed", (await Turn(page, "wrong", Now(key, 0))).Refused);
        Assert.Equal("code-wrong", (await Turn(page, DoorServer.Word, "000000")).Refused);
        await Turn(page, DoorServer.Word, Now(key, 0));
        var on = (await _owner.Get("/me/authenticator")).Html;
        Assert.Equal("code-wrong", (await Turn(on, DoorServer.Word, "111111")).Refused);
        Assert.Equal("/me/authenticator", (await Turn(on, DoorServer.Word, Now(key, +1))).Location);
        using var browser = new DoorBrowser(_server);
        Assert.Equal("/", (await browser.SignIn()).Location);
    }

    [Fact]
    public async Task An_administrator_takes_it_away_from_whoever_has_lost_everything()
    {
        await TurnOn();
        var (exit, said) = AttackTests.Verb(_server, "reset", "amina");
        Assert.Equal(0, exit);
        using var browser = new DoorBrowser(_server);
        var link = Regex.Match(said, "/welcome/\\S+").Value;
        await browser.Send(link, "welcome", ("password", "nine red boats at noon"), ("again", "nine red boats at noon"));
        Assert.Equal("/", (await browser.SignIn(word: "nine red boats at noon")).Location);
    }

    private async Task<(string Key, IReadOnlyList<string> Written)> TurnOn()
    {
        await _owner.SignIn();
        var page = (await _owner.Get("/me/authenticator")).Html;
        var key = KeyOn(page);
        var done = await Turn(page, DoorServer.Word, Now(key, 0));
        return (key, [.. Regex.Matches(done.Html, "<code dir=\"ltr\">([a-z0-9-]+)</code>").Select(m => m.Groups[1].Value)]);
    }

    private Task<DoorAnswer> Turn(string page, string word, string code) => _owner.Post("/me/authenticator", page, "authenticator", ("current", word), ("code", code));

    private static Task<DoorAnswer> Code(DoorBrowser browser, DoorAnswer asked, string code) => browser.Post("/sign-in", asked.Html, "code",
        ("half-way", Regex.Match(asked.Html, "name=\"half-way\" value=\"([^\"]+)\"").Groups[1].Value), ("code", code));

    private static string KeyOn(string page) => Regex.Match(page, "<code dir=\"ltr\">([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    private static string Now(string key, int steps) => AuthenticatorCode.Now(key, steps);
}
