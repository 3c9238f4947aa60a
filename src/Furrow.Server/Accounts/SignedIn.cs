using System.Security.Claims;

namespace Furrow.Server.Accounts;

/// <summary>Who asks, as far as the server knows it.</summary>
/// <param name="Person">By the opaque id.</param>
/// <param name="Session">The session it was found by.</param>
/// <param name="Account">What they signed in with; null for somebody of an EXERCISE who is played.</param>
public sealed record SignedIn(Guid Person, Guid Session, Guid? Account)
{
    /// <summary>What a program may do that came with a token; null for a person in a browser.</summary>
    public TokenScope? Scope { get; init; }

    public static SignedIn? Of(HttpContext http) => http.Features.Get<SignedIn>();

    /// <summary>Remembers it for the rest of the request. The token of a form is made for the session: what was drawn before signing in is not taken after
    /// it.</summary>
    public void Remember(HttpContext http)
    {
        http.Features.Set(this);
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Session.ToString("N"))], "session"));
    }
}
