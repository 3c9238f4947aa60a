using Furrow.Core;
using Furrow.Server.Answers;
using Furrow.Store;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Furrow.Server.Pages.Forms;

/// <summary>No request is answered with an empty page: whatever ends without an answer (a refused form, a full disk, an unknown address, a bug) gets a
/// page in the language of the person, with the status that is due. It is drawn as if its address had been asked for anew, so that a form which could not be
/// taken comes back with what was typed; when that cannot be drawn either, the page of faults, and in the end a page that needs nothing.</summary>
public static class FaultPages
{
    /// <summary>Addresses that programs ask: they get problem details.</summary>
    private static readonly string[] Data = ["/api", "/tiles", "/health"];

    private const string Plain = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Furrow</title></head>
        <body><main id="main"><h1>This could not be done</h1><p>WHAT</p><p><a href="/">Furrow</a></p></main></body></html>
        """;

    public static void UseFaultPages(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var asked = new Asked(http);
        await Run(http, next);
        if (!IsBlank(http))
        {
            return;
        }

        var fault = PageFault.Of(http) ?? await Unexplained(http, asked);
        if (Data.Any(d => asked.Path.StartsWithSegments(d, StringComparison.Ordinal)))
        {
            await TellData(http, fault);
            return;
        }

        await Tell(http, next, asked, fault);
    });

    private static bool IsBlank(HttpContext http) => !http.Response.HasStarted && http.Response.StatusCode >= 400;

    /// <summary>Runs what follows; what it throws is told as a problem, or as a bug when it is none.</summary>
    private static async Task Run(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (Exception wrong) when (!http.Response.HasStarted)
        {
            var problem = FormFaults.Of(wrong) ?? StorageFaults.ProblemOf(wrong, $"a file of this server");
            http.RequestServices.GetRequiredService<ILogger<PageFault>>().Log(problem is null ? LogLevel.Error : LogLevel.Warning, wrong,
                "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            http.Items[typeof(PageFault)] = new PageFault(problem, await PageFault.FormOf(http));
            http.Response.StatusCode = problem?.HttpStatus ?? StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>A status without a word. On a page it means that the form sent is not on it (any more).</summary>
    private static async Task<PageFault?> Unexplained(HttpContext http, Asked asked) => !asked.IsForm ? null : http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest when asked.IsPage(http) => new PageFault(Problems.FormGone(), await PageFault.FormOf(http)),
        StatusCodes.Status400BadRequest => new PageFault(Problems.FormUnreadable(), null),
        StatusCodes.Status405MethodNotAllowed => new PageFault(Problems.FormNotTaken(), null),
        _ => null,
    };

    private static Task TellData(HttpContext http, PageFault? fault) => fault?.Problem is { } problem ? ProblemAnswers.Of(problem).ExecuteAsync(http)
        : Results.Problem(statusCode: http.Response.StatusCode).ExecuteAsync(http);

    private static async Task Tell(HttpContext http, RequestDelegate next, Asked asked, PageFault? fault)
    {
        var status = fault?.Problem?.HttpStatus ?? http.Response.StatusCode;
        var same = asked.IsForm && asked.IsPage(http) && fault?.Problem is not null;
        string[] pages = same ? [asked.Path, "/error"] : status is 404 && fault?.Problem is null ? ["/not-found"] : ["/error"];
        foreach (var page in pages)
        {
            http.Items[typeof(PageFault)] = fault;
            await Draw(http, next, asked, page, status, fault?.Problem?.Code is not ("form-gone" or "form-expired"));
            if (http.Response.HasStarted)
            {
                return;
            }
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var text = fault?.Problem is { } problem ? problem.ToString() : "The server failed.";
        await http.Response.WriteAsync(Plain.Replace("WHAT", System.Net.WebUtility.HtmlEncode(text), StringComparison.Ordinal), http.RequestAborted);
    }

    /// <summary>Asks for a page as a browser would, in place of what was asked, in a scope of its own.</summary>
    /// <param name="isFixed">Whether the status stands, also where the page itself would say another: that what it is about is gone.</param>
    private static async Task Draw(HttpContext http, RequestDelegate next, Asked asked, string page, int status, bool isFixed)
    {
        var (method, path, services, cookies) = (http.Request.Method, http.Request.Path, http.RequestServices, http.Response.Headers.SetCookie);
        http.Response.Clear();
        (http.Response.StatusCode, http.Response.Headers.SetCookie) = (status, cookies);
        if (isFixed)
        {
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        }

        // Without this the framework leaves a page undrawn whose status is 404 already, and waits for somebody else to draw it.
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = asked.Path });
        (http.Request.Method, http.Request.Path) = (HttpMethods.IsHead(method) ? method : HttpMethods.Get, page);
        asked.ForgetBody(http);
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Run(http, next);
        }
        finally
        {
            (http.Request.Method, http.Request.Path, http.RequestServices) = (method, path, services);
        }
    }

    /// <summary>The request as it came in: what follows may change it.</summary>
    private sealed class Asked(HttpContext http)
    {
        public PathString Path { get; } = http.Request.Path;

        public bool IsForm { get; } = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

        private bool? _isPage;

        /// <summary>Whether it was routed to a page. Asked for before its endpoint is forgotten.</summary>
        public bool IsPage(HttpContext answered) =>
            _isPage ??= answered.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

        public void ForgetBody(HttpContext answered)
        {
            IsPage(answered);
            (answered.Request.Body, answered.Request.ContentType, answered.Request.ContentLength) = (Stream.Null, null, null);
            answered.Features.Set<IFormFeature>(null);
            answered.Features.Set<IAntiforgeryValidationFeature>(null);
        }
    }
}
