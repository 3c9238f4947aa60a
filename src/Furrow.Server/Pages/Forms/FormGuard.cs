using Furrow.Core;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace Furrow.Server.Pages.Forms;

/// <summary>In front of every form: one that cannot be taken is refused with its reason, one that was sent before leads to where it led then.</summary>
public static class FormGuard
{
    /// <summary>Forms that may be sent again as often as one likes: they set what they name, or only look.</summary>
    private static readonly string[] Repeatable = ["mapping", "stop", "verify", "choose", "place-column"];

    /// <summary>Pages to which files are sent.</summary>
    private static readonly string?[] Uploads = ["/import", "/places"];

    /// <summary>Before the body is read: what is too large is taken off the line without being kept, so that the browser gets its answer.</summary>
    public static void UseFormLimits(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!IsFormOfAPage(http))
        {
            await next(http);
            return;
        }

        var limit = Uploads.Contains(http.Request.Path.Value) ? PagesSetup.LargestUploadBytes : FormFaults.LargestFormBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = null;
        }

        if (http.Request.ContentLength > limit)
        {
            http.Items[typeof(PageFault)] = new PageFault(FormFaults.TooLarge(limit), null);
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        else
        {
            await next(http);
        }

        await TakeOffTheLine(http);
    });

    /// <summary>After the token of the form was looked at.</summary>
    public static void UseFormGuard(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!IsFormOfAPage(http))
        {
            await next(http);
        }
        else if (await PageFault.FormOf(http) is { Count: 0 } empty && empty.Files.Count == 0)
        {
            await PageFault.End(http, Problems.FormUnreadable());
        }
        else if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } token)
        {
            await PageFault.End(http, FormFaults.OfToken(token.Error));
        }
        else if (await PageFault.FormOf(http) is { } form && form["_handler"].Count == 1)
        {
            await TakeOnce(http, next, form);
        }
        else
        {
            await PageFault.End(http, Problems.FormUnreadable());
        }
    });

    private static async Task TakeOnce(HttpContext http, RequestDelegate next, IFormCollection form)
    {
        if (Repeatable.Contains(form["_handler"].ToString()) || FormIntent.Of(http.Request, form) is not { } intent)
        {
            await next(http);
            return;
        }

        var sent = http.RequestServices.GetRequiredService<SentForms>();
        using var turn = await sent.Take(intent, http.RequestAborted);
        var visit = http.RequestServices.GetRequiredService<Visit>();
        visit.Intent = intent;
        if ((sent.Find(intent) ?? FormRepeats.Find(visit, form, intent)) is { } before)
        {
            http.Response.Redirect(before);
            return;
        }

        await next(http);
        if (http.Response is { StatusCode: StatusCodes.Status302Found or StatusCodes.Status303SeeOther, Headers.Location: [{ } onward] })
        {
            sent.Remember(intent, onward);
        }
    }

    private static bool IsFormOfAPage(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>A browser that is still sending sees a broken line instead of the answer, if the rest is not read. A program that asked first whether it may
    /// send ("Expect: 100-continue") does not send at all.</summary>
    private static async Task TakeOffTheLine(HttpContext http)
    {
        if (http.Response.StatusCode < 400 || http.Response.HasStarted || http.Request.Headers.Expect.Count > 0 || !http.Request.Body.CanRead)
        {
            return;
        }

        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The other end has gone, or the body was no body.
        }
    }
}
