using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>What is no answer of a passkey lets nobody in. That a real one does is shown in the browser.</summary>
public sealed class PasskeyTests(DoorServer server) : IClassFixture<DoorServer>
{
    /// <summary>Well formed, and signed by nobody.</summary>
    private const string Forged = """
        {"id":"AAAAAAAAAAAAAAAAAAAAAA","rawId":"AAAAAAAAAAAAAAAAAAAAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30",
        "authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"}}
        """;

    [Theory]
    [InlineData(Forged, null)]
    [InlineData("", null)]
    [InlineData("no JSON", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData(Forged, "asked by nobody")]
    [InlineData(Forged, "")]
    public async Task An_answer_that_no_passkey_gave_lets_nobody_in(string credential, string? asked)
    {
        using var browser = new DoorBrowser(server, "localhost");
        var page = (await browser.Get("/sign-in")).Html;
        Assert.Contains("data-passkey=\"get\"", page, StringComparison.Ordinal);
        asked ??= Regex.Match(page, "name=\"asked\" value=\"([^\"]+)\"").Groups[1].Value;
        var answer = await browser.Post("/sign-in", page, "passkey", ("credential", credential), ("asked", asked));
        Assert.Equal((HttpStatusCode.Unauthorized, "passkey-wrong"), (answer.Status, answer.Refused));
        Assert.False(await browser.IsIn());
    }

    [Fact]
    public async Task One_is_added_with_the_password_alone_and_where_browsers_can()
    {
        using DoorBrowser browser = new(server, "localhost"), numbered = new(server);
        await browser.SignIn();
        var refused = await browser.Send("/me/passkeys", "add", ("name", "x"), ("current", "wrong"), ("credential", Forged));
        Assert.Equal("sign-in-failed", refused.Refused);
        refused = await browser.Send("/me/passkeys", "add", ("name", "x"), ("current", DoorServer.Word), ("credential", Forged));
        Assert.Equal("passkey-wrong", refused.Refused);
        await numbered.SignIn();
        var page = (await numbered.Get("/me/passkeys")).Html;
        Assert.DoesNotContain("data-passkey", page, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:{server.Origin.Port}/me/passkeys", page, StringComparison.Ordinal);
    }
}
