using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>Who wants to do what, where and when.</summary>
/// <param name="Kind">A team, a person or a dog-handler pair.</param>
/// <param name="Place">The name of the place; null where it is not known, and then clauses for some places alone do not help.</param>
public sealed record EntitlementAsked(AccreditedKind Kind, Guid Subject, FieldActivity Activity, DateOnly Day, string? Place = null);

/// <summary>Why not.</summary>
/// <param name="Kind">Of what it is said: the team itself, its organisation, one of its people …</param>
/// <param name="Problem">It names what would mend it, and no person.</param>
public sealed record EntitlementReason(AccreditedKind Kind, Guid Subject, Problem Problem);

/// <summary>Yes, or every reason why not.</summary>
/// <param name="By">The clause to cite; null where none lets them, whatever else stands in the way.</param>
public sealed record EntitlementAnswer(EntitlementAsked Asked, Clause? By, IReadOnlyList<EntitlementReason> WhyNot)
{
    public bool IsGiven => WhyNot.Count == 0;

    /// <summary>Officers' orders for that day to respond to ordnance. They entitle nobody, and wait until they are regularised.</summary>
    public IReadOnlyList<EmergencyOrder> Orders { get; init; } = [];
}

/// <summary>May this team, person or pair do this work, here, on this day? One question over clause or mandate, accreditation, procedures in use,
/// qualification, manning, insurance and stand-down; every reason why not at once. What lapsed is computed from the day; for what was known at some time, ask
/// the state of then.</summary>
public static class Entitlement
{
    public static EntitlementAnswer Of(IKnown known, EntitlementAsked asked, CooperationSettings settings) => new EntitlementJudge(known, settings).Of(asked);

    /// <summary>The same for many at once: what they have in common is asked once.</summary>
    public static IReadOnlyList<EntitlementAnswer> OfAll(IKnown known, IEnumerable<EntitlementAsked> asked, CooperationSettings settings)
    {
        var judge = new EntitlementJudge(known, settings);
        return [.. asked.Select(judge.Of)];
    }
}
