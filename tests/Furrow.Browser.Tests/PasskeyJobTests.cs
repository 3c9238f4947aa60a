using System.Text.Json.Nodes;
using Furrow.Server.Accounts;

namespace Furrow.Browser.Tests;

/// <summary>A passkey is added and used: by the browser's own authenticator, without a finger.</summary>
public sealed class PasskeyJobTests(TheBrowser browser)
{
    private const string Word = "eight blue kites over the lake";

    [Fact]
    public async Task A_passkey_is_added_lets_in_and_is_removed()
    {
        await using var served = await ServedProgramme.Empty();
        var server = new UriBuilder(served.Address) { Host = "localhost" }.Uri;
        await using var visitor = await browser.Visit(server, 390);
        var page = visitor.Page;
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = JsonNode.Parse("""
            {"protocol":"ctap2","transport":"internal","hasResidentKey":true,"hasUserVerification":true,"isUserVerified":true}
            """)! });
        await visitor.Open($"/welcome/{served.Get<FirstAdministrator>().Make()}");
        await page.FillAsync("#w-person", "EXERCISE administrator");
        await page.FillAsync("#w-name", "admin-1");
        await page.FillAsync("#n-password", Word);
        await page.FillAsync("#n-again", Word);
        await page.Keyboard.PressAsync("Enter");
        await visitor.StandsAt("/$");

        await visitor.Open("/me/passkeys");
        await AssertAccessible(visitor);
        await page.FillAsync("#k-name", "This telephone");
        await page.FillAsync("#k-current", Word);
        await page.ClickAsync("button[data-passkey=create]");
        await page.Locator("main li", new() { HasText = "This telephone" }).WaitForAsync();
        await AssertAccessible(visitor);

        await SignOut(visitor);
        await AssertAccessible(visitor);
        await page.ClickAsync("button[data-passkey=get]");
        await visitor.StandsAt("/$");
        Assert.Contains("EXERCISE administrator", await page.InnerTextAsync(".me"), StringComparison.Ordinal);

        await visitor.Open("/me/passkeys");
        await page.ClickAsync("button[name=passkey]");
        await page.Locator("main li").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Empty(visitor.Wrong);
        await SignOut(visitor);
        await page.ClickAsync("button[data-passkey=get]");
        await page.Locator(".notice.bad", new() { HasText = "passkey-wrong" }).WaitForAsync();
    }

    private static async Task SignOut(Visitor visitor)
    {
        await visitor.Open("/me");
        await visitor.Page.Locator("main form button").ClickAsync();
        await visitor.StandsAt("/sign-in$");
    }

    private static async Task AssertAccessible(Visitor visitor)
    {
        var found = await visitor.AccessibilityViolations();
        Assert.True(found.Count == 0, visitor.Page.Url + '\n' + string.Join('\n', found));
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
