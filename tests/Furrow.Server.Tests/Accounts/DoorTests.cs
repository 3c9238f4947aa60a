using Furrow.Core.Accounts;
using System.Net;
using Furrow.Core.Cooperation;
using Furrow.Server.Accounts;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>Who is let in: before the first account whoever is at the machine, after it only those who sign in.</summary>
public sealed class DoorTests(DoorServer server) : IClassFixture<DoorServer>
{
    [Fact]
    public async Task Whoever_is_outside_is_shown_the_way_in_at_every_address_but_those_that_are_open()
    {
        using var outside = new DoorBrowser(server);
        var open = new List<string>();
        foreach (var (address, isOpen) in server.Addresses.Append(("/nobody/serves/this", false)))
        {
            var answer = await outside.Get(address);
            var isData = address.StartsWith("/api", StringComparison.Ordinal) || address.StartsWith("/tiles", StringComparison.Ordinal);
            var isShown = isData ? answer.Status == HttpStatusCode.Unauthorized
                : answer.Status == HttpStatusCode.Redirect && answer.Location!.StartsWith("/sign-in", StringComparison.Ordinal);
            Assert.True(isShown != isOpen, $"{address} answered {answer.Status} {answer.Location}");
            open.AddRange(isOpen ? [address] : []);
            Assert.DoesNotContain("Log position", answer.Html, StringComparison.Ordinal);
        }

        Assert.Equal(["/assets/x/x", "/error", "/health", "/not-found", "/sign-in", "/welcome/x"], open.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "text/html", HttpStatusCode.Redirect)]
    [InlineData("HEAD", "text/html", HttpStatusCode.Redirect)]
    [InlineData("PUT", "text/html", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "*/*", HttpStatusCode.Unauthorized)]
    public async Task What_is_there_and_what_is_not_is_answered_alike(string method, string accept, HttpStatusCode status)
    {
        using var outside = new DoorBrowser(server);
        var there = await outside.Get("/reports", method, accept);
        var gone = await outside.Get("/reportz", method, accept);
        Assert.Equal((status, status), (there.Status, gone.Status));
        Assert.Equal(there.Html.Replace("reports", "reportz", StringComparison.Ordinal), gone.Html);
    }

    [Fact]
    public async Task Whoever_signs_in_acts_as_the_person_of_the_account_whatever_else_the_browser_says()
    {
        using var browser = new DoorBrowser(server);
        Assert.Equal("/balance", (await browser.SignIn(address: "/sign-in?back=%2Fbalance")).Location);
        var other = server.Programme.State.PersonNamed("ann")!.Value;
        browser.Steal(new Cookie(browser.Session!.Name.Replace("session", "person", StringComparison.Ordinal), other.ToString("N")));
        var me = (await browser.Get("/me")).Html;
        Assert.Contains(">Amina<", me, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"choose\"", me, StringComparison.Ordinal);
        var page = (await browser.Get("/do/person-register")).Html;
        Assert.Contains(server.Programme.State.PersonNamed("Amina")!.Value.ToString("N"), page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_account_is_given_by_a_fact_and_its_file_holds_nothing_that_lets_in()
    {
        var register = server.Programme.State.Of<AccountRegister>();
        Assert.Equal(server.Programme.State.PersonNamed("Amina"), Assert.Single(register.All).Person);
        var path = AccountsFile.PathOf(server.Path);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain(DoorServer.Word, File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_account_whoever_is_at_the_machine_is_let_in_and_the_link_works_once()
    {
        using var young = new DoorServer(10_000, hasAdministrator: false);
        using var browser = new DoorBrowser(young);
        Assert.True(await browser.IsIn());
        Assert.Equal("link-spent", (await browser.Get("/welcome/" + SecretKey.Make())).Refused);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/sign-in")).Status);
        Assert.False(File.Exists(AccountsFile.PathOf(young.Path)));
        var old = young.Link();
        var link = young.Link();
        Assert.Equal("link-spent", (await browser.Get(old)).Refused);
        Assert.Equal("password-common", (await browser.Welcome(link, "Zeynep", "zeynep", "password password")).Refused);
        Assert.Equal("password-common", (await browser.Welcome(link, "Zeynep", "zeynep", "zeynep zeynep 1")).Refused);
        Assert.Equal("sign-in-name-wrong", (await browser.Welcome(link, "Zeynep", " ", DoorServer.Word)).Refused);
        Assert.True(await browser.IsIn());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Welcome(link, "Zeynep", "zeynep", DoorServer.Word)).Status);
        Assert.True(await browser.IsIn());
        using var second = new DoorBrowser(young);
        Assert.Equal("link-spent", (await second.Get(link)).Refused);
        Assert.False(await second.IsIn());
        Assert.Null(young.Get<FirstAdministrator>().Make());
    }

    [Fact]
    public async Task The_first_link_is_good_for_a_day()
    {
        using var young = new DoorServer(10_000, hasAdministrator: false);
        using var browser = new DoorBrowser(young);
        var link = young.Link();
        young.Clock.Move(TimeSpan.FromHours(25));
        Assert.Equal("link-spent", (await browser.Get(link)).Refused);
    }

    [Fact]
    public async Task A_lost_file_of_accounts_opens_nothing()
    {
        using var robbed = new DoorServer();
        using var browser = new DoorBrowser(robbed);
        await browser.SignIn();
        File.Delete(AccountsFile.PathOf(robbed.Path));
        Assert.False(await browser.IsIn());
        Assert.Equal("sign-in-failed", (await browser.SignIn()).Refused);
        Assert.Null(robbed.Get<FirstAdministrator>().Make());
    }

    [Fact]
    public async Task An_account_that_the_log_knows_nothing_of_lets_nobody_in()
    {
        await server.Get<AccountChanges>().Make("stranger", _ => true, hash: null);
        using var browser = new DoorBrowser(server);
        var made = (await server.Get<AccountChanges>().Find("stranger"))!;
        var link = "/welcome/" + await server.Get<AccountChanges>().MakeLink(made.Id);
        Assert.Equal("link-spent", (await browser.Get(link)).Refused);
        browser.Steal(new Cookie("furrow-session" + SessionName(), await server.Get<AccountSessions>().Begin(made, "")));
        Assert.False(await browser.IsIn());
    }

    private string SessionName() => "-" + server.Programme.State.Opened!.Programme.ToString("N")[..8];
}
