using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class PersonnelExamples : SubjectExamples
{
    private static readonly DateOnly First = new(2024, 1, 10), Last = new(2030, 12, 31);

    public override IEnumerable<IFact> Facts =>
    [
        new PersonRegistered(Id(110), "EXERCISE deminer"),
        new PersonCodeGiven(Id(65), "EXERCISE XB-0065", true),
        new PersonDetailRecorded(Id(65), PersonalDetail.Contact, "EXERCISE channel 4, tent 2"),
        new PersonRegistered(Id(111), "EXERCISE twice"),
        new PersonWithdrawn(Id(111)),
        new ServiceBegun(Id(112), Id(65), Id(82), First, PersonFunction.Liaison, true),
        new ServiceEnded(Id(112), Id(65), Last),
        new ServiceEndTakenBack(Id(112), Id(65)),
        new ServiceBegun(Id(113), Id(110), Id(82), First, null, false),
        new ServiceWithdrawn(Id(113), Id(110)),
        new ServiceBegun(Id(117), Id(110), Id(82), First, null, false),
        new ServiceEnded(Id(117), Id(110), Last),
        new PersonLanguagesSaid(Id(65), ["az", "tr"]),
        new PersonCaveatsSaid(Id(65), "EXERCISE not beyond the river"),
        new InsuranceRecorded(Id(114), Id(65), First, Last, "EXERCISE insurer", "EXERCISE accident and life"),
        new InsuranceRecorded(Id(115), Id(110), First, Last, null, null),
        new InsuranceWithdrawn(Id(115), Id(110)),
        new FieldWorkRecorded(Id(65), First, new DateOnly(2024, 1, 20)),
    ];

    /// <summary>Whom most of them are about is registered in the planted programme; elsewhere that must have happened too.</summary>
    public override IEnumerable<IFact> Before(IFact fact) => base.Before(fact).Prepend(new PersonRegistered(Id(65), "EXERCISE officer of a contingent"));
}
