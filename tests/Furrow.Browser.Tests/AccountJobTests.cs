using Furrow.Server.Accounts;
using Furrow.Server.Tests.Accounts;

namespace Furrow.Browser.Tests;

/// <summary>The first administrator comes in on a telephone, by the link that the server printed; then an app, another browser, and the way out. Without
/// scripts too.</summary>
public sealed class AccountJobTests(TheBrowser browser)
{
    private const string Word = "eight blue kites over the lake";

    [Theory]
    [InlineData(true, "en")]
    [InlineData(false, "ur")]
    public async Task The_first_administrator_comes_in_uses_an_app_and_goes_out(bool script, string language)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, 390, script: script);
        await visitor.Open($"/welcome/{served.Get<FirstAdministrator>().Make()}?lang={language}");
        await Look(visitor, script);
        await visitor.Page.FillAsync("#w-person", "EXERCISE administrator");
        await visitor.Page.FillAsync("#w-name", "admin-1");
        await visitor.Page.FillAsync("#n-password", Word);
        await visitor.Page.FillAsync("#n-again", Word);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.StandsAt("/$");
        foreach (var page in (string[])["/me", "/me/sessions", "/me/password", "/me/tokens", "/accounts", "/me/authenticator"])
        {
            await visitor.Open(page);
            await Look(visitor, script);
        }

        var key = (await visitor.Page.Locator("main code").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visitor.Page.FillAsync("#a-current", Word);
        await visitor.Page.FillAsync("#c-code", AuthenticatorCode.Now(key));
        await visitor.Page.Locator("main form button").ClickAsync();
        await visitor.Page.Locator("main ul code").First.WaitForAsync();
        var written = await visitor.Page.Locator("main ul code").AllInnerTextsAsync();
        await Look(visitor, script);

        await visitor.Open("/me");
        await visitor.Page.Locator("main form button").ClickAsync();
        await visitor.StandsAt("/sign-in$");
        await Look(visitor, script);
        await visitor.Open("/balance");
        await visitor.StandsAt("/sign-in\\?back=%2Fbalance$");
        await visitor.Page.FillAsync("#s-name", "admin-1");
        await visitor.Page.FillAsync("#s-password", Word);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.FillAsync("#c-code", written[0]);
        await Look(visitor, script);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.StandsAt("/balance$");
        Assert.Empty(visitor.Wrong);
    }

    /// <summary>What must hold of each of these pages.</summary>
    private static async Task Look(Visitor visitor, bool script)
    {
        Assert.Equal("EXERCISE", await visitor.Page.Locator(".exercise-banner strong").InnerTextAsync());
        if (script)
        {
            var found = await visitor.AccessibilityViolations();
            Assert.True(found.Count == 0, visitor.Page.Url + '\n' + string.Join('\n', found));
            Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }
}
