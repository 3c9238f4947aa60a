using Furrow.Core.Log;

namespace Furrow.Core.Rights;

/// <summary>Whether somebody may do what a rule found possible: the one function asked at every commit, whatever the door. Two-person rules are not here:
/// they are rules of their subjects.</summary>
public static class RightRules
{
    /// <summary>Why these facts may not be committed in the name of whoever acts; null when they may.</summary>
    /// <param name="known">The programme as it is before them.</param>
    /// <param name="grants">What whoever acts may do.</param>
    /// <param name="isNamedSince">Whether a fact has named this object since the position the person had seen.</param>
    public static Problem? Refuses(IKnown known, IReadOnlyList<IFact> facts, IReadOnlyList<Grant> grants, Func<Guid, bool>? isNamedSince)
    {
        foreach (var fact in facts)
        {
            // What happened is always recorded, whoever says it.
            var needs = FactNeeds.Of(fact);
            if (needs != Right.Record && !grants.Any(g => g.Gives(needs, Concern.OfTheProgramme))
                && !ConcernsOf(known, fact).All(c => grants.Any(g => g.Gives(needs, c))))
            {
                return Problems.RightMissing(needs);
            }
        }

        return isNamedSince is not null && facts.Any(f => ObjectsOf(known, f).Any(isNamedSince)) ? Problems.ChangedSinceSeen() : null;
    }

    /// <summary>Everything a fact names, to be remembered against those who have not seen it.</summary>
    public static IEnumerable<Guid> NamedBy(IKnown known, IFact fact) => fact is IConcerning concerning
        ? concerning.Concerns(known).SelectMany(c => c.Objects.Concat(c.Within)) : [];

    private static IEnumerable<Guid> ObjectsOf(IKnown known, IFact fact) =>
        fact is IConcerning concerning ? concerning.Concerns(known).SelectMany(c => c.Objects) : [];

    private static IEnumerable<Concern> ConcernsOf(IKnown known, IFact fact) =>
        fact is IConcerning concerning ? concerning.Concerns(known) : [Concern.OfTheProgramme];
}
