using System.Threading.RateLimiting;
using Furrow.Core;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.RateLimiting;

namespace Furrow.Server.Serve;

/// <summary>Forms in which somebody could guess are taken from one address only so often.</summary>
public static class AttemptLimits
{
    public static void AddAttemptLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<AccountOptions>((o, accounts) =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => !IsAttempt(http.Request) ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = accounts.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1),
                }));
            o.OnRejected = async (rejected, _) => await PageFault.End(rejected.HttpContext, Problems.TooManyAttempts());
        });
    }

    public static void UseAttemptLimits(this IApplicationBuilder app) => app.UseRateLimiter();

    private static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments("/sign-in") || request.Path.StartsWithSegments("/welcome") || request.Path.StartsWithSegments("/me/password")
            || request.Path.StartsWithSegments("/me/authenticator") || request.Path.StartsWithSegments("/me/tokens")
            || request.Path.StartsWithSegments("/me/passkeys"));
}
