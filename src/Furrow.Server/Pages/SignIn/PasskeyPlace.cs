using System.Net;

namespace Furrow.Server.Pages.SignIn;

/// <summary>Browsers tie a passkey to a name, never to a number: on this machine that name is localhost.</summary>
public static class PasskeyPlace
{
    /// <summary>The same page at an address at which passkeys work; null where they work here.</summary>
    public static string? WhereInstead(HttpContext http) => IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out _)
        ? $"{http.Request.Scheme}://localhost:{http.Request.Host.Port}{http.Request.Path}" : null;
}
