using System.Collections.Immutable;
using Furrow.Core.Land;

namespace Furrow.Core.Rights;

/// <summary>Rights that somebody has: for an organisation, in an area, in a time. What is null bounds nothing.</summary>
/// <param name="Organisation">For this one alone; names are compared as codes are.</param>
/// <param name="Area">For what lies wholly within this box.</param>
/// <param name="From">The first moment it holds.</param>
/// <param name="Until">The first moment it does not hold any more.</param>
public sealed record Grant(ImmutableHashSet<Right> Rights, string? Organisation = null, GridBox? Area = null, DateTimeOffset? From = null,
    DateTimeOffset? Until = null)
{
    /// <summary>Until there is sign-in, the person at the machine has the rights of the authority.</summary>
    public static readonly IReadOnlyList<Grant> AtTheMachine = [new([.. Enum.GetValues<Right>().Where(r => r != Right.Unnamed)])];

    public bool Gives(Right right, Concern concern, DateTimeOffset moment) =>
        Rights.Contains(right)
        && (From is not { } from || moment >= from) && (Until is not { } until || moment < until)
        && (Organisation is null || (concern.Organisation is { } named && Codes.AreSame(Organisation, named)))
        && (Area is not { } area || (concern.Place is { } place && !place.IsEmpty && area.Holds(place)));
}
