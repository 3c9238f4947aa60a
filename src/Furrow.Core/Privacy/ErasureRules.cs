using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Privacy;

/// <summary>What may be erased, by whom it was asked for and why. The log itself refuses a part that is not there.</summary>
public static class ErasureRules
{
    public const string Restricted = "restricted";
    public const string Personal = "personal";

    /// <summary>The name of a person and everything personal beside it, each from the one part it stands in, and the restricted texts that are about them
    /// alone; what they did stays, under their opaque id.</summary>
    public static Ruling Erase(IKnown known, Act act, ErasePerson intent)
    {
        if (known.Of<People>().Find(intent.Whom) is not { Name.Place: not null } person)
        {
            return Problems.PersonUnknown(intent.Whom);
        }

        var erased = known.Of<Erasures>();
        var about = person.Parts.Concat(known.Of<PersonnelRegister>().TextsOf(person.Id)).Concat(known.Of<QualificationRegister>().TextsOf(person.Id))
            .Select(text => text.Place).OfType<SealPlace>().Select(place => new PartErased(place.Position, place.Tier)).ToList();

        // What was erased by itself before is not erased again; where nothing is left, that is said.
        var left = about.Where(p => erased.Find(p.Position, p.Tier) is null).ToList();
        var parts = left.Count > 0 ? left : about;
        foreach (var text in intent.Entries ?? [])
        {
            if (PlainNumber.Long(text) is not { } entry || entry < 1)
            {
                return Problems.ErasureEntryWrong(text);
            }

            parts.Add(new PartErased(entry, Tier.Restricted));
        }

        return known.IsNamed(intent.Whom, act.Reason) ? Problems.ErasureReasonNames() : Erase(known, act, parts);
    }

    /// <summary>One part of one entry.</summary>
    public static Ruling Erase(IKnown known, Act act, ErasePart intent) =>
        Erase(known, act, [new PartErased(intent.Entry, intent.Tier == Personal ? Tier.Personal : Tier.Restricted)]);

    private static Ruling Erase(IKnown known, Act act, IReadOnlyList<PartErased> parts)
    {
        var erased = known.Of<Erasures>();
        return act.IsWithoutReason ? Problems.ReasonMissing("erase")
            : parts.Select(p => erased.Find(p.Position, p.Tier)).OfType<Erasure>().FirstOrDefault() is { } before
                ? Problems.PartErasedBefore(before.Position, before.By)
            : Ruling.Of([.. parts.Distinct()]);
    }
}
