using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>Whom a fact about a person concerns: the person, whatever else is named, and the organisations the person served last.</summary>
internal static class PersonConcerns
{
    public static IEnumerable<Concern> Of(IKnown known, Guid person, params IReadOnlyList<Guid> others) =>
        known.Of<PersonnelRegister>().ServicesOf(person).LastOrDefault() is { } last
            ? TeamConcerns.OfOrganisation(known, last.Organisation, [person, .. others]) : Concern.Of([person, .. others]);
}
