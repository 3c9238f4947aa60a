using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Server.Accounts;
using Furrow.Server.Answers;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Furrow.Server.Serve;

/// <summary>From the first account of a programme on, only those who are signed in are answered. What somebody else asks for is not looked up: an address
/// that is there and one that is not are answered alike.</summary>
public static class ShutDoor
{
    public static void UseShutDoor(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var services = http.RequestServices;
        var isShut = services.GetRequiredService<Programme>().State.Of<AccountRegister>().IsDoorShut;
        var played = services.GetRequiredService<ExerciseCast>().Find(SessionCookie.Read(http));
        if (!isShut)
        {
            played?.Remember(http);
            await next(http);
            return;
        }

        var bearer = http.Request.Headers.Authorization.ToString();
        var found = bearer.Length > 0 ? await ByToken(http, bearer)
            : played ?? await services.GetRequiredService<AccountSessions>().Find(SessionCookie.Read(http));
        if (found is { } signedIn)
        {
            signedIn.Remember(http);
            http.Response.OnStarting(KeepPrivate, http.Response);
            await next(http);
        }
        else if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToAllAttribute>() is not null)
        {
            await next(http);
        }
        else
        {
            await ShowTheWayIn(http);
        }
    });

    /// <summary>A program, for what its token is for. It is no way to pages on which somebody's account is kept, and sends no form of a page.</summary>
    private static async Task<SignedIn?> ByToken(HttpContext http, string header)
    {
        const string scheme = "Bearer ";
        var found = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? await http.RequestServices.GetRequiredService<AccountTokens>().Find(header[scheme.Length..].Trim()) : null;
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var isOfAccounts = http.Request.Path.StartsWithSegments("/me") || http.Request.Path.StartsWithSegments("/accounts");
        return !isOfAccounts && (isRead || found?.Scope == TokenScope.Record && !isPage) ? found : null;
    }

    /// <summary>What somebody was shown is not kept for others, and asked for anew when they come back to it.</summary>
    private static Task KeepPrivate(object answer)
    {
        var headers = ((HttpResponse)answer).Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "private, no-cache";
        }

        return Task.CompletedTask;
    }

    private static async Task ShowTheWayIn(HttpContext http)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!WantsPage(http.Request) || http.Request.Headers.Authorization.Count > 0)
        {
            await ProblemAnswers.Of(Problems.NotSignedIn()).ExecuteAsync(http);
        }
        else if (isRead)
        {
            http.Response.Redirect(Link.To("/sign-in", ("back", http.Request.Path == "/" ? null : http.Request.Path + http.Request.QueryString.Value)));
        }
        else if (http.Request.ContentLength <= FormFaults.LargestFormBytes)
        {
            // A session that ended while somebody typed: they get it back.
            await PageFault.End(http, Problems.NotSignedIn());
        }
        else
        {
            http.Items[typeof(PageFault)] = new PageFault(Problems.NotSignedIn(), null);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }

    /// <summary>Programs that ask for data are told in theirs. It does not depend on what is there.</summary>
    private static bool WantsPage(HttpRequest request) => !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/tiles")
        && request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
