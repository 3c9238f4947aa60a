using Furrow.Server.Programmes;

namespace Furrow.Server.Accounts;

/// <summary>The cookie of a session: no script can read it, no other website sends it along but by a link, and it ends with the browser. Over TLS no other
/// server of the same host can set it.</summary>
public static class SessionCookie
{
    private const string Name = "furrow-session";

    public static string NameOf(HttpContext http) =>
        (http.Request.IsHttps ? "__Host-" : "") + ProgrammeCookies.NameOf(http.RequestServices.GetRequiredService<Programme>(), Name);

    public static string? Read(HttpContext http) => http.Request.Cookies[NameOf(http)];

    public static void Give(HttpContext http, string key) => http.Response.Cookies.Append(NameOf(http), key, Options(http));

    /// <summary>Takes it away, and what the browser has kept of our pages.</summary>
    public static void Take(HttpContext http)
    {
        http.Response.Cookies.Delete(NameOf(http), Options(http));
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
