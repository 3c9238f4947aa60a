using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Roles;

/// <summary>What the roles of somebody who signed in let them do.</summary>
public static class RoleGrants
{
    /// <param name="day">Of the commit, in the time zone of the programme.</param>
    public static IReadOnlyList<Grant> Of(IKnown known, Guid person, DateOnly day)
    {
        var register = known.Of<RoleRegister>();
        return register.IsSuspended(person) ? [] : [.. register.Of(person).Where(h => h.IsInForce(day)).Select(h => GrantOf(known, h))];
    }

    private static Grant GrantOf(IKnown known, HeldRole held) =>
        new(RoleRights.Of(held.Role), SpellingsOf(known, held.Organisation), AreaOf(known, held));

    /// <summary>The organisation is meant, not its spelling: every name under which reports speak of it, and of what was merged into it.</summary>
    private static IReadOnlySet<string>? SpellingsOf(IKnown known, Guid? organisation)
    {
        var register = known.Of<OrganisationRegister>();
        return organisation is not { } id ? null
            : register.Find(id) is not { } found ? new HashSet<string>()
            : OrganisationNames.Of(register, register.StandingFor(found)).Select(Codes.Key).ToHashSet();
    }

    /// <summary>A place that is not to be found bounds everything away.</summary>
    private static Func<GridBox, bool>? AreaOf(IKnown known, HeldRole held) => held.Place is null ? null
        : RolePlaces.Find(known, held.PlaceSet, held.Place) is { } place ? box => PlaceIndex.Holds(place.Shape, box) : _ => false;
}
