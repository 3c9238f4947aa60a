using System.Globalization;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;

namespace Furrow.Server.Pages;

/// <summary>Language and colours of a visitor: chosen by a plain link (<c>?lang=tr</c>, <c>?theme=dark</c>), kept in a cookie that holds
/// nothing else. They are the visitor's, whichever programme they look at. A link on another website shows its page so, and nothing is kept.</summary>
public static class Preferences
{
    public const string LanguageCookie = "furrow-lang";
    public const string ThemeCookie = "furrow-theme";

    private static readonly CookieOptions Cookie = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), IsEssential = true };

    /// <summary>Who acts in this browser, by the opaque id; null when nobody was chosen.</summary>
    public static Guid? Person(HttpContext http) => Guid.TryParseExact(http.Request.Cookies[PersonCookie(http)], "N", out var kept) ? kept : null;

    public static void KeepPerson(HttpContext http, Guid person) => Keep(http, PersonCookie(http), person.ToString("N"));

    public static void UsePreferences(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var language = Texts.Find(http.Request.Query["lang"]) is { } asked ? Keep(http, LanguageCookie, asked) : null;
        if (http.Request.Query["theme"].ToString() is var theme and ("dark" or "light" or "system"))
        {
            http.Items[ThemeCookie] = Keep(http, ThemeCookie, theme);
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Texts.CultureOf(language ?? Wanted(http));
        return next(http);
    });

    /// <summary>"dark", "light", or "" for what the visitor's system says.</summary>
    public static string Theme(HttpContext http) =>
        (http.Items[ThemeCookie] as string ?? http.Request.Cookies[ThemeCookie]) is var theme and ("dark" or "light") ? theme : "";

    /// <summary>Who acts in this browser, where nobody has an account yet: then people at the machine choose who they are.</summary>
    private static string PersonCookie(HttpContext http) => ProgrammeCookies.NameOf(http.RequestServices.GetRequiredService<Programme>(), "furrow-person");

    private static string Keep(HttpContext http, string cookie, string value)
    {
        if (RequestOrigin.IsOwn(http.Request))
        {
            http.Response.Cookies.Append(cookie, value, Cookie);
        }

        return value;
    }

    private static string Wanted(HttpContext http)
    {
        if (Texts.Find(http.Request.Cookies[LanguageCookie]) is { } kept)
        {
            return kept;
        }

        return http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Texts.Find(l.Value.Value?.Split('-')[0]))
            .FirstOrDefault(l => l is not null) ?? "en";
    }
}
