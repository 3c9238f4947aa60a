namespace Furrow.Server.Answers;

/// <summary>Who made a request: a page of this server, or somebody else's. The door asks before anything is answered; an address that is open to links
/// asks again before it does something.</summary>
internal static class RequestOrigin
{
    /// <summary>Whether the request was made by a page of this server, by hand, or by a program: no other website has a part in it.</summary>
    public static bool IsOwn(HttpRequest request) => HasOwnOrigin(request) && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    /// <summary>A browser sends it with everything but a plain GET. "null" (a sandboxed frame, a file) is not ours.</summary>
    private static bool HasOwnOrigin(HttpRequest request) => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || IsOurs(request, origin));

    /// <summary>For browsers too old to send an Origin.</summary>
    public static bool HasOwnReferer(HttpRequest request) => request.Headers.Referer.ToString() is var referer
        && (referer.Length == 0 || Uri.TryCreate(referer, UriKind.Absolute, out var from) && IsOurs(request, from.GetLeftPart(UriPartial.Authority)));

    private static bool IsOurs(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Headers.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>A link in a letter or on another site may lead to a page; nothing of ours may be loaded into another site.</summary>
    public static bool IsFollowedLink(HttpRequest request) => request.Headers.Origin.Count == 0
        && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
}
