using System.Collections.Immutable;
using Furrow.Core.Land;

namespace Furrow.Core.Rights;

/// <summary>Rights that somebody has: for an organisation, in an area. What is null bounds nothing.</summary>
/// <param name="Organisations">For one organisation alone: every spelling of it, by what equal names have in common (<see cref="Codes.Key"/>).</param>
/// <param name="Area">Whether all of a box lies in it.</param>
public sealed record Grant(ImmutableHashSet<Right> Rights, IReadOnlySet<string>? Organisations = null, Func<GridBox, bool>? Area = null)
{
    /// <summary>Whoever can read the ledger's own file has the rights of the authority.</summary>
    public static readonly IReadOnlyList<Grant> AtTheMachine = [new([.. Enum.GetValues<Right>().Where(r => r != Right.Unnamed)])];

    public bool IsBounded => Organisations is not null || Area is not null;

    public bool Gives(Right right, Concern concern) =>
        Rights.Contains(right)
        && (Organisations is null || (concern.Organisation is { } named && Organisations.Contains(Codes.Key(named))))
        && (Area is not { } area || (concern.Place is { } place && !place.IsEmpty && area(place)));
}
