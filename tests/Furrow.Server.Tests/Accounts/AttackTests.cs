using System.Net;
using Furrow.Server.Accounts;
using Furrow.Server.Verbs;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>What somebody tries who wants in and should not be, or wants to stay.</summary>
public sealed class AttackTests(DoorServer server) : IClassFixture<DoorServer>
{
    [Fact]
    public async Task A_wrong_word_and_a_name_nobody_has_are_answered_alike()
    {
        using DoorBrowser one = new(server), other = new(server);
        var wrong = await one.SignIn("amina", "wrong");
        var unknown = await other.SignIn("nobody", "wrong");
        Assert.Equal((HttpStatusCode.Unauthorized, "sign-in-failed"), (wrong.Status, wrong.Refused));
        Assert.Equal(Plain(wrong.Html).Replace("amina", "nobody", StringComparison.Ordinal), Plain(unknown.Html));
        Assert.Null(one.Session);
    }

    [Fact]
    public async Task Guessing_shuts_the_account_for_a_while_and_says_so_to_nobody()
    {
        using var guessed = new DoorServer();
        using var browser = new DoorBrowser(guessed);
        var guessers = Enumerable.Range(0, 5).Select(_ => new DoorBrowser(guessed)).ToList();
        var answers = await Task.WhenAll(guessers.Select(g => g.SignIn("amina", "wrong")));
        guessers.ForEach(g => g.Dispose());
        Assert.All(answers, a => Assert.Equal("sign-in-failed", a.Refused));
        Assert.Equal("sign-in-failed", (await browser.SignIn()).Refused);
        guessed.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn()).Status);
    }

    [Fact]
    public async Task Attempts_from_one_address_are_counted()
    {
        using var limited = new DoorServer(attempts: 3);
        using var browser = new DoorBrowser(limited);
        // The first was the first administrator's.
        await browser.SignIn("amina", "wrong");
        await browser.SignIn("nobody", "wrong");
        var refused = await browser.SignIn();
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-attempts"), (refused.Status, refused.Refused));
        Assert.DoesNotContain(DoorServer.Word, refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/sign-in")).Status);
    }

    [Fact]
    public async Task A_session_that_was_planted_before_is_not_the_one_after()
    {
        using DoorBrowser attacker = new(server), victim = new(server);
        await victim.SignIn();
        var planted = new Cookie(victim.Session!.Name, SecretKey.Make());
        victim.Steal(planted);
        attacker.Steal(planted);
        Assert.False(await victim.IsIn());
        await victim.SignIn();
        Assert.NotEqual(planted.Value, victim.Session!.Value);
        Assert.Equal((true, false), (await victim.IsIn(), await attacker.IsIn()));
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("end-others")]
    [InlineData("password")]
    [InlineData("lock")]
    [InlineData("revoke")]
    [InlineData("reset")]
    [InlineData("idle")]
    [InlineData("old")]
    public async Task A_stolen_cookie_is_worth_nothing_after(string what)
    {
        using var served = new DoorServer();
        using DoorBrowser owner = new(served), thief = new(served), elsewhere = new(served);
        await owner.SignIn();
        await elsewhere.SignIn();
        thief.Steal(what == "end-others" ? elsewhere.Session! : owner.Session!);
        Assert.True(await thief.IsIn());
        await Do(served, owner, what);
        Assert.False(await thief.IsIn());
        Assert.Equal(what is "end-others" or "password", await owner.IsIn());
    }

    private static async Task Do(DoorServer served, DoorBrowser owner, string what)
    {
        switch (what)
        {
            case "sign-out":
                var answer = await owner.Send("/me", "sign-out");
                Assert.Contains("Clear-Site-Data", answer.Headers, StringComparison.Ordinal);
                break;
            case "end-others":
                await owner.Send("/me/sessions", "end", ("session", "others"));
                break;
            case "password":
                await owner.Send("/me/password", "password", ("current", DoorServer.Word), ("password", "nine red boats at noon"), ("again", "nine red boats at noon"));
                break;
            case "idle":
                served.Clock.Move(TimeSpan.FromHours(13));
                break;
            case "old":
                for (var hours = 0; hours < 7 * 24 + 1; hours += 11)
                {
                    served.Clock.Move(TimeSpan.FromHours(11));
                    await owner.IsIn();
                }

                break;
            default:
                Assert.Equal(0, Verb(served, what, "amina").Exit);
                break;
        }
    }

    [Theory]
    [InlineData("/reports?status=waiting", "/reports?status=waiting")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("/\t/elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Signing_in_leads_nowhere_else(string back, string onward)
    {
        using var browser = new DoorBrowser(server);
        Assert.Equal(onward, (await browser.SignIn(address: "/sign-in?back=" + Uri.EscapeDataString(back))).Location);
    }

    [Fact]
    public async Task A_form_that_was_drawn_for_another_session_is_not_taken()
    {
        using DoorBrowser browser = new(server);
        var outside = (await browser.Get("/sign-in")).Html;
        await browser.SignIn();
        Assert.NotEqual(HttpStatusCode.Redirect, (await browser.Post("/me", outside, "sign-out")).Status);
        Assert.True(await browser.IsIn());
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var served = new DoorServer();
        Assert.Equal(0, VerbAfter(served, out var link));
        using DoorBrowser amina = new(served), bea = new(served);
        await amina.SignIn();
        await bea.Send(link, "welcome", ("password", "nine red boats at noon"), ("again", "nine red boats at noon"));
        Assert.Equal("link-spent", (await bea.Get(link)).Refused);
        await bea.SignIn("bea", "nine red boats at noon");
        var sessions = served.Get<AccountSessions>();
        var own = await sessions.Of((await served.Get<AccountChanges>().Find("amina"))!.Id);
        await bea.Send("/me/sessions", "end", ("session", own[0].Id.ToString("N")));
        Assert.True(await amina.IsIn());
        Assert.True(await bea.IsIn());
    }

    [Fact]
    public async Task The_password_is_asked_for_before_another_is_set()
    {
        using DoorBrowser browser = new(server);
        await browser.SignIn();
        var answer = await browser.Send("/me/password", "password", ("current", "wrong"), ("password", "nine red boats at noon"), ("again", "nine red boats at noon"));
        Assert.Equal("sign-in-failed", answer.Refused);
        Assert.DoesNotContain("nine red boats", answer.Html, StringComparison.Ordinal);
    }

    /// <summary>An account for Bea, made in the name of somebody else.</summary>
    private static int VerbAfter(DoorServer served, out string link)
    {
        var made = served.Get<AccountMaking>().MakeFor("Bea", "bea", new Furrow.Server.Programmes.Acting("ann", served.Clock.GetUtcNow(), Core.Log.Door.Verb))
            .GetAwaiter().GetResult();
        link = "/welcome/" + served.Get<AccountChanges>().MakeLink(made.Value!.Id).GetAwaiter().GetResult();
        return made.IsRefused ? 1 : 0;
    }

    internal static (int Exit, string Said) Verb(DoorServer served, params string[] args)
    {
        using StringWriter said = new();
        var host = new VerbHost(said, said, served.Clock, "ann", Path.GetDirectoryName(served.Path)!, 160, false);
        var exit = VerbList.Run(["accounts", .. args, "--programme", served.Path], host);
        return (exit, said.ToString());
    }

    /// <summary>Without what differs between any two pages.</summary>
    private static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html, "value=\"[^\"]{30,}\"", "");
}
