using System.Text.Json.Serialization;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Roles;

/// <summary>Somebody has a role in the programme: for an organisation, in a place, in a time. What is null bounds nothing.</summary>
/// <param name="HeldRole">Its id.</param>
/// <param name="Organisation">For what this one reports alone.</param>
/// <param name="PlaceSet">The set of boundaries the place stands in.</param>
/// <param name="Place">For what lies wholly within this place, by its name in the set.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day it holds.</param>
[FactName("role-given", 1, Scopes.Rights, needs: Right.GiveRoles)]
public sealed record RoleGiven(Guid HeldRole, Guid Person, Role Role, Guid? Organisation = null, Guid? PlaceSet = null, string? Place = null,
    DateOnly? From = null, DateOnly? Until = null) : IConcerning
{
    /// <summary>Whoever has the right for one organisation, or in one place, gives no more than that.</summary>
    public IEnumerable<Concern> Concerns(IKnown known) => [RoleConcerns.Of(known, [HeldRole, Person], Organisation, PlaceSet, Place)];
}

/// <summary>The role is not held from here on.</summary>
[FactName("role-taken", 1, Scopes.Rights, needs: Right.GiveRoles)]
public sealed record RoleTaken(Guid HeldRole) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => known.Of<RoleRegister>().Find(HeldRole) is { } held
        ? [RoleConcerns.Of(known, [HeldRole, held.Person], held.Organisation, held.PlaceSet, held.Place)] : Concern.Of(HeldRole);
}

/// <summary>None of somebody's roles gives a right until that is lifted.</summary>
[FactName("person-suspended", 1, Scopes.Rights, needs: Right.GiveRoles)]
public sealed record PersonSuspended(Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Person);
}

/// <summary>Their roles give rights again.</summary>
[FactName("person-suspension-lifted", 1, Scopes.Rights, needs: Right.GiveRoles)]
public sealed record PersonSuspensionLifted(Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Person);
}

[JsonSerializable(typeof(RoleGiven))]
[JsonSerializable(typeof(RoleTaken))]
[JsonSerializable(typeof(PersonSuspended))]
[JsonSerializable(typeof(PersonSuspensionLifted))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class RoleFactsJson : JsonSerializerContext;

/// <summary>What a role bears on.</summary>
internal static class RoleConcerns
{
    public static Concern Of(IKnown known, IReadOnlyList<Guid> objects, Guid? organisation, Guid? set, string? place) => new()
    {
        Objects = objects,
        Organisation = organisation is { } id ? known.Of<OrganisationRegister>().Find(id)?.Name : null,
        Place = RolePlaces.Find(known, set, place)?.Shape.Bounds,
    };
}
