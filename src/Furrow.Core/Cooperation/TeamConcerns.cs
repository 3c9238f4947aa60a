using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>Whom a fact about a team or its members concerns: the team, whoever else is named, and the organisation whose team it is.</summary>
internal static class TeamConcerns
{
    public static IEnumerable<Concern> Of(IKnown known, Guid team, params IReadOnlyList<Guid> others) =>
        known.Of<TeamRegister>().Find(team) is { } found ? OfOrganisation(known, found.Organisation, [team, .. others]) : Concern.Of([team, .. others]);

    /// <param name="objects">What is decided on.</param>
    public static IEnumerable<Concern> OfOrganisation(IKnown known, Guid organisation, IReadOnlyList<Guid> objects) =>
        [new Concern { Objects = objects, Organisation = known.Of<OrganisationRegister>().Find(organisation)?.Name }];
}
