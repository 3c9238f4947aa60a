namespace Furrow.Core;

/// <summary>Refusals about who has which role.</summary>
public static partial class Problems
{
    public static Problem RoleFirstIsAdministrator() => new("role-first-is-administrator",
        $"Nobody administers this programme yet: the first role is that of an administrator, without bounds.", 409, new ProblemPlace(null, null, "role"));

    public static Problem RoleToOneself() => new("role-to-oneself", $"Nobody gives themselves a role, or lifts their own suspension. Another administrator does.", 403);

    public static Problem RoleEndsBeforeItBegins() =>
        new("role-ends-before-it-begins", $"The role would end before it begins.", 400, new ProblemPlace(null, null, "until"));

    public static Problem RoleHeldAlready() => new("role-held-already", $"They have this role already, in the same bounds.", 409);

    public static Problem RoleTakenAlready() => new("role-taken-already", $"This role was taken already.", 409);

    public static Problem RoleOfLastAdministrator() =>
        new("role-of-last-administrator", $"Nobody else administers this programme: make somebody else an administrator first.", 409);

    public static Problem RoleWithoutBoundaries() => new("role-without-boundaries",
        $"No boundaries are loaded, so a role cannot be bound to a place. Load them first.", 409, new ProblemPlace(null, null, "place"));

    public static Problem RolePlaceUnknown(string place, string set) => new("role-place-unknown",
        $"'{Short(place)}' is not in the boundaries '{set}'.", 404, new ProblemPlace(null, null, "place"));

    public static Problem PersonSuspendedAlready() => new("person-suspended-already", $"They are suspended already.", 409);

    public static Problem PersonNotSuspended() => new("person-not-suspended", $"They are not suspended.", 409);
}
