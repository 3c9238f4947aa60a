using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class OrganisationExamples : SubjectExamples
{
    public override IEnumerable<IFact> Facts =>
    [
        new OrganisationRegistered(Id(82), "EXERCISE contingent", OrganisationKind.MilitaryContingent, "XB", Id(81)),
        new OrganisationRegistered(Id(81), "EXERCISE authority", OrganisationKind.NationalAuthority, "XA"),
        new OrganisationRegistered(Id(83), "EXERCISE company", OrganisationKind.Company, "XA"),
        new OrganisationRenamed(Id(82), "EXERCISE engineers"),
        new OrganisationChanged(Id(82), OrganisationKind.StateOperator, "XC", Id(81)),
        new OrganisationAliasAdded(Id(82), "EXERCISE ENG"),
        new OrganisationAliasAdded(Id(82), "EXERCISE engineers of XC"),
        new OrganisationAliasRemoved(Id(82), "EXERCISE engineers of XC"),
        new OrganisationContactChanged(Id(82), "EXERCISE duty office, channel 4"),
        new OrganisationsMerged(Id(82), Id(83)),
        new OrganisationMergeTakenBack(Id(82), Id(83)),
        new OrganisationClosed(Id(83), new DateOnly(2024, 5, 1)),
        new OrganisationReopened(Id(83)),
        new OrganisationRegistered(Id(84), "EXERCISE company of XA", OrganisationKind.Company, "XA"),
        new OrganisationsMerged(Id(83), Id(84)),
        new OrganisationRegistered(Id(85), "EXERCISE old office", OrganisationKind.Ministry, "XA"),
        new OrganisationClosed(Id(85), new DateOnly(2024, 5, 1)),
    ];
}
