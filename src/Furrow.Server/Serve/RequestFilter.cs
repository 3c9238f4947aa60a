using System.Globalization;
using System.Net;
using Furrow.Core;
using Furrow.Server.Answers;
using Furrow.Server.Pages.Forms;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace Furrow.Server.Serve;

/// <summary>Checks every request before anything else does. Where nobody has an account yet, whoever may ask from this machine may decide, so
/// nobody else's website may ask through a browser that runs here. This holds for every address, also one that is added later.</summary>
/// <remarks>A website whose own name resolves to 127.0.0.1 (DNS rebinding) is recognised by the Host header; one that sends a form or a request here by its
/// Origin, or by what the browser says of the request (Fetch Metadata). A program that is no browser sends neither: it runs on this machine in the name of
/// somebody who may read the ledger's file anyway, and is let in; forms ask it for their token all the same.</remarks>
public static class RequestFilter
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] FormTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

    public static void UseRequestFilter(this IApplicationBuilder app) =>
        app.Use((http, next) => WhyNot(http) is { } problem ? Refuse(http, problem) : next(http));

    private static Problem? WhyNot(HttpContext http)
    {
        var request = http.Request;
        if (!IsThisMachine(http.Connection.LocalIpAddress) || !IsOwnHost(request.Headers.Host.ToString(), http.Connection.LocalPort))
        {
            return Problems.HostForeign(http.Connection.LocalPort);
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return RequestOrigin.IsOwn(request) || RequestOrigin.IsFollowedLink(request) ? null : Problems.OriginForeign();
        }

        return !RequestOrigin.IsOwn(request) || !RequestOrigin.HasOwnReferer(request) ? Problems.OriginForeign()
            : http.GetEndpoint() is RouteEndpoint { Metadata: var metadata } && !HasMediaType(request, Accepted(metadata))
                ? Problems.MediaTypeWrong(string.Join(", ", Accepted(metadata)))
            : null;
    }

    private static bool IsThisMachine(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    /// <summary>Names are compared as they were sent, but for case: a trailing dot, another writing of the number or a user in front is no name of ours.
    /// What a proxy says the name was (X-Forwarded-Host) is never read.</summary>
    private static bool IsOwnHost(string host, int port) => Array.Exists(Names, name =>
        host.Equals(name + ":" + port.ToString(CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase)
        || port == 80 && host.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Accepted(EndpointMetadataCollection metadata) => metadata.GetMetadata<TakesMediaTypes>()?.MediaTypes
        ?? (metadata.GetMetadata<ComponentTypeMetadata>() is null ? [] : FormTypes);

    private static bool HasMediaType(HttpRequest request, IReadOnlyList<string> accepted) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && accepted.Any(a => type.MediaType.Equals(a, StringComparison.OrdinalIgnoreCase));

    private static Task Refuse(HttpContext http, Problem problem)
    {
        if (problem.HttpStatus == StatusCodes.Status415UnsupportedMediaType && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            // From a page of our own: it gets a page.
            return PageFault.End(http, Problems.FormUnreadable() with { HttpStatus = problem.HttpStatus });
        }

        http.Response.StatusCode = problem.HttpStatus;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"{problem.Code}: {problem.Sentence}\n", http.RequestAborted);
    }
}
