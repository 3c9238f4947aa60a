namespace Furrow.Server.Answers;

/// <summary>The media types an address that does work takes; the door asks.</summary>
internal sealed record TakesMediaTypes(IReadOnlyList<string> MediaTypes);

public static class MediaTypes
{
    /// <summary>Says which media types an address that does work takes. One that says none, and is no page with a form, is refused.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, params string[] mediaTypes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakesMediaTypes(mediaTypes));
}
