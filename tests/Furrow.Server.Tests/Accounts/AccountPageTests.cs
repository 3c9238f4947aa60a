using System.Net;
using System.Text.RegularExpressions;
using Furrow.Core.Accounts;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>What administrators do about the accounts of others, and that nobody else does.</summary>
public sealed class AccountPageTests : IDisposable
{
    private const string Other = "nine red boats at noon";
    private readonly DoorServer _server = new();
    private readonly DoorBrowser _amina;

    public AccountPageTests() => _amina = new DoorBrowser(_server);

    public void Dispose()
    {
        _amina.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task An_administrator_gives_an_account_and_whoever_has_it_may_not_give_others()
    {
        using var bea = await Bea();
        Assert.True(await bea.IsIn());
        Assert.Equal(HttpStatusCode.NotFound, (await bea.Get("/accounts")).Status);
        var forged = await bea.Post("/accounts", (await bea.Get("/me")).Html, "give", ("whose", "Cem"), ("name", "cem"));
        Assert.NotEqual(HttpStatusCode.OK, forged.Status);
        Assert.Null(_server.Programme.State.PersonNamed("Cem"));
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role()
    {
        using var bea = await Bea();
        var own = _server.Programme.State.PersonNamed("Bea")!.Value.ToString("D");
        var administrator = _server.Programme.State.PersonNamed("Amina")!.Value.ToString("D");
        Assert.Equal("role-to-oneself", (await bea.Send("/do/role-give", "intent-role-give", ("f.whom", own), ("f.role", "administrator"))).Refused);
        var other = await bea.Send("/do/role-give", "intent-role-give", ("f.whom", administrator), ("f.role", "quality-officer"));
        Assert.Equal("right-missing", other.Refused);
        Assert.Equal("role-to-oneself", (await _amina.Send("/do/role-give", "intent-role-give", ("f.whom", administrator), ("f.role", "team-leader"))).Refused);
        Assert.Equal("right-missing", (await bea.Send("/do/time-zone-set", "intent-time-zone-set", ("f.zone", "Asia/Baku"), ("reason", "why"))).Refused);
    }

    [Theory]
    [InlineData("lock", "sign-in-failed")]
    [InlineData("reset", "sign-in-failed")]
    [InlineData("revoke", null)]
    public async Task What_is_done_to_an_account_holds_at_once(string what, string? signingIn)
    {
        using var bea = await Bea();
        await Do(what, "Bea");
        Assert.False(await bea.IsIn());
        Assert.Equal(signingIn, (await bea.SignIn("bea", Other)).Refused);
        if (what == "lock")
        {
            await Do("unlock", "Bea");
            Assert.Equal("/", (await bea.SignIn("bea", Other)).Location);
        }
    }

    [Fact]
    public async Task Nobody_locks_themselves_out_and_no_account_is_given_twice()
    {
        using var bea = await Bea();
        Assert.Equal("account-of-oneself", (await Do("lock", "Amina")).Refused);
        Assert.Equal("account-bound-already", (await Give("Bea", "bea-2")).Refused);
        Assert.Equal("sign-in-name-taken", (await Give("Cem", "BEA")).Refused);
        Assert.Equal("account-of-oneself", (await Give("Amina", "amina-2")).Refused);
        Assert.True(await _amina.IsIn());
    }

    private async Task<DoorBrowser> Bea()
    {
        await _amina.SignIn();
        var given = await Give("Bea", "bea");
        var browser = new DoorBrowser(_server);
        await browser.Send(Regex.Match(given.Html, "/welcome/[\\w-]+").Value, "welcome", ("password", Other), ("again", Other));
        await browser.SignIn("bea", Other);
        return browser;
    }

    private Task<DoorAnswer> Give(string person, string name) => _amina.Send("/accounts", "give", ("whose", person), ("name", name), ("reason", "works here"));

    private Task<DoorAnswer> Do(string what, string person)
    {
        var state = _server.Programme.State;
        return _amina.Send("/accounts", "change", ("change", $"{what} {state.Of<AccountRegister>().AccountOf(state.PersonNamed(person)!.Value):N}"));
    }
}
