using Furrow.Core.Log;
using Furrow.Core.Places;

namespace Furrow.Core.Roles;

/// <summary>How roles are given and taken. Nobody gives themselves one, except the first administrator; there is always an administrator left.</summary>
public static class RoleRules
{
    /// <summary>What the fields of intents call a role somebody has.</summary>
    public const string Thing = "held-role";

    public static Ruling Give(IKnown known, Act act, GiveRole intent)
    {
        var register = known.Of<RoleRegister>();
        var isFirst = !register.Administrators.Any();
        var place = PlaceOf(known, intent.Place);
        if (place.IsRefused)
        {
            return place.Problem!;
        }

        var (set, name) = place.Value;
        var fact = new RoleGiven(DerivedId.Of(act.Id, Thing), intent.Whom, intent.Role, intent.Organisation, set, name, intent.From, intent.Until);
        return isFirst && (fact.Role != Role.Administrator || fact is not { Organisation: null, Place: null, From: null, Until: null })
                ? Problems.RoleFirstIsAdministrator()
            : !isFirst && intent.Whom == act.Person ? Problems.RoleToOneself()
            : intent.From > intent.Until ? Problems.RoleEndsBeforeItBegins()
            : register.Of(intent.Whom).Any(h => h.Taken is null && IsSame(h, fact)) ? Problems.RoleHeldAlready()
            : [fact];
    }

    public static Ruling Take(IKnown known, Act act, TakeRole intent)
    {
        var register = known.Of<RoleRegister>();
        var held = register.Find(intent.HeldRole)!;
        return held.Taken is not null ? Problems.RoleTakenAlready()
            : held is { Role: Role.Administrator, IsUnbounded: true } && IsLast(register, held.Person) ? Problems.RoleOfLastAdministrator()
            : act.IsWithoutReason ? Problems.ReasonMissing("take a role")
            : [new RoleTaken(held.Id)];
    }

    public static Ruling Suspend(IKnown known, Act act, SuspendPerson intent)
    {
        var register = known.Of<RoleRegister>();
        return register.IsSuspended(intent.Whom) ? Problems.PersonSuspendedAlready()
            : IsLast(register, intent.Whom) ? Problems.RoleOfLastAdministrator()
            : act.IsWithoutReason ? Problems.ReasonMissing("suspend somebody")
            : [new PersonSuspended(intent.Whom)];
    }

    public static Ruling Lift(IKnown known, Act act, LiftSuspension intent) =>
        !known.Of<RoleRegister>().IsSuspended(intent.Whom) ? Problems.PersonNotSuspended()
        : intent.Whom == act.Person ? Problems.RoleToOneself()
        : act.IsWithoutReason ? Problems.ReasonMissing("let somebody act again")
        : [new PersonSuspensionLifted(intent.Whom)];

    /// <summary>The set and the name as it stands there; two nulls for everywhere.</summary>
    private static Outcome<(Guid? Set, string? Name)> PlaceOf(IKnown known, string? place)
    {
        if (Codes.IsBlank(place ?? ""))
        {
            return ((Guid?)null, (string?)null);
        }

        var all = known.Of<PlaceSets>().All;
        return all.IsEmpty ? Problems.RoleWithoutBoundaries()
            : all[^1].Set.Places.FirstOrDefault(p => Codes.AreSame(p.Name, place!)) is { } found ? ((Guid?)all[^1].Id, found.Name)
            : Problems.RolePlaceUnknown(place!, all[^1].Set.Name);
    }

    private static bool IsLast(RoleRegister register, Guid person) => register.Administrators.ToList() is [var only] && only == person;

    private static bool IsSame(HeldRole held, RoleGiven given) => (held.Role, held.Organisation, held.PlaceSet, held.Place, held.From, held.Until)
        == (given.Role, given.Organisation, given.PlaceSet, given.Place, given.From, given.Until);
}
