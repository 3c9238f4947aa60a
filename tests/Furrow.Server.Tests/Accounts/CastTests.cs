using System.Net;
using System.Text.RegularExpressions;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Roles;
using Furrow.Server.Accounts;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>In an EXERCISE programme anybody at the machine may play its people, but no administrator and nobody who has an account; elsewhere
/// nobody.</summary>
public sealed class CastTests : IDisposable
{
    private const string Officer = "EXERCISE quality officer";
    private readonly DoorServer _server = new(10_000, hasAdministrator: false, isExercise: true);
    private readonly DoorBrowser _browser;

    public CastTests()
    {
        _browser = new DoorBrowser(_server);
        Give("EXERCISE director", Role.Administrator);
        Give(Officer, Role.QualityOfficer);
        Give(Officer, Role.TeamLeader);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task One_press_plays_somebody_with_their_rights_and_no_more()
    {
        var page = (await _browser.Get("/sign-in?back=%2Fbalance")).Html;
        Assert.Contains(Officer, page, StringComparison.Ordinal);
        Assert.Contains("quality officer, team leader", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EXERCISE director</span></button>", page, StringComparison.Ordinal);
        Assert.Equal("/balance", (await _browser.Post("/sign-in?back=%2Fbalance", page, "play", ("whom", Id(Officer)))).Location);
        Assert.Contains(Officer, (await _browser.Get("/me")).Html, StringComparison.Ordinal);
        Assert.Equal("right-missing", (await SetZone()).Refused);
        var cookie = _browser.Session!;
        await _browser.Send("/me", "sign-out");
        using var thief = new DoorBrowser(_server);
        thief.Steal(cookie);
        Assert.DoesNotContain(Officer + "</b>", (await thief.Get("/me")).Html, StringComparison.Ordinal);
        Assert.Equal("person-missing", (await SetZone()).Refused);
    }

    [Fact]
    public async Task No_administrator_and_no_stranger_is_played()
    {
        foreach (var whom in new[] { Id("EXERCISE director"), Guid.NewGuid().ToString("N"), "" })
        {
            await _browser.Send("/sign-in", "play", ("whom", whom));
            Assert.Null(_browser.Session);
        }
    }

    [Fact]
    public async Task Whoever_gets_an_account_or_the_role_of_an_administrator_is_played_no_more()
    {
        await _browser.Send("/sign-in", "play", ("whom", Id(Officer)));
        Assert.Single(_server.Get<ExerciseCast>().All);
        Give(Officer, Role.Administrator);
        Assert.Empty(_server.Get<ExerciseCast>().All);
        Assert.DoesNotContain(Officer + "</b>", (await _browser.Get("/me")).Html, StringComparison.Ordinal);
        Give("EXERCISE liaison officer", Role.LiaisonOfficer);
        Assert.Single(_server.Get<ExerciseCast>().All);
        var made = await _server.Get<AccountMaking>().MakeFor("EXERCISE liaison officer", "liaison", By("EXERCISE director"));
        Assert.False(made.IsRefused);
        Assert.Empty(_server.Get<ExerciseCast>().All);
    }

    [Fact]
    public async Task The_cast_comes_in_where_the_door_is_shut_and_changes_no_account()
    {
        await new DoorBrowser(_server).Welcome(_server.Link(), "EXERCISE head", "head", DoorServer.Word);
        Assert.False(await _browser.IsIn());
        await _browser.Send("/sign-in", "play", ("whom", Id(Officer)));
        Assert.True(await _browser.IsIn());
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.Get("/accounts")).Status);
        foreach (var address in new[] { "/me/sessions", "/me/password", "/me/authenticator", "/me/tokens" })
        {
            Assert.DoesNotMatch("<form method=\"post\"", Regex.Replace((await _browser.Get(address)).Html, "<header.*?</header>", "", RegexOptions.Singleline));
        }
    }

    [Fact]
    public async Task Nobody_is_played_in_a_programme_that_is_none()
    {
        using var real = new DoorServer();
        using var browser = new DoorBrowser(real);
        var amina = real.Programme.State.PersonNamed("Amina")!.Value;
        real.Programme.Decide(new Acting("deputy", real.Clock.GetUtcNow(), Door.Verb), (state, act) =>
            RoleRules.Give(state, act, new GiveRole(state.PersonNamed("ann")!.Value, Role.QualityOfficer))).Get();
        await browser.Send("/sign-in", "play", ("whom", amina.ToString("N")));
        Assert.Null(browser.Session);
        Assert.Empty(real.Get<ExerciseCast>().All);
    }

    private Task<DoorAnswer> SetZone() => _browser.Send("/do/time-zone-set", "intent-time-zone-set", ("f.zone", "Asia/Baku"), ("reason", "why"));

    private string Id(string person) => _server.Programme.State.PersonNamed(person)!.Value.ToString("N");

    private Acting By(string person) => new(person, _server.Clock.GetUtcNow(), Door.Verb, "why");

    private void Give(string person, Role role)
    {
        if (_server.Programme.State.PersonNamed(person) is null)
        {
            _server.Programme.Decide(By("EXERCISE director"), (state, act) => PersonRules.Register(state, act, new RegisterPerson(person))).Get();
        }

        _server.Programme.Decide(By("EXERCISE deputy"), (state, act) =>
            RoleRules.Give(state, act, new GiveRole(state.PersonNamed(person)!.Value, role))).Get();
    }
}
