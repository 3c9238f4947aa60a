namespace Furrow.Server.Serve;

/// <summary>What a browser may do with our answers, whatever they are: only what comes from this very server. No script or style stands inside a page, so
/// none that somebody smuggles into a record can run; and no other website may frame a page, or take a tile, a picture or an answer into its own.</summary>
public static class SecurityHeaders
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Every one of them stands on every answer: a test asks each address for each.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Content-Security-Policy"] = Policy,
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=()",
    };

    /// <summary>Set when the answer starts, so that nothing that answers on the way (an error page, a refusal) goes out without them.</summary>
    public static void UseFurrowHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static answer =>
        {
            var headers = ((HttpResponse)answer).Headers;
            foreach (var (name, value) in All)
            {
                headers[name] = value;
            }

            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
