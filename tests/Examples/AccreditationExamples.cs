using Furrow.Core.Accreditation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class AccreditationExamples : SubjectExamples
{
    private static readonly DateOnly Applied = new(2023, 4, 1), Given = new(2023, 5, 1), Last = new(2030, 4, 30);

    public override IEnumerable<IFact> Facts =>
    [
        new AccreditationAppliedFor(Id(161), AccreditedKind.Organisation, Id(82), [FieldActivity.ManualClearance, FieldActivity.Eod], Applied),
        new AccreditationMoved(Id(161), AccreditationStage.Full, Given, Last, [FieldActivity.ManualClearance], Id(81), "EXERCISE under which conditions"),
        new AccreditationAssessed(Id(161), Given, Id(81)),
        new AccreditationSuspended(Id(161), Given),
        new AccreditationSuspensionLifted(Id(161), Given),
        new AccreditationAppliedFor(Id(162), AccreditedKind.Procedure, Id(152), [FieldActivity.ManualClearance], Applied),
        new AccreditationMoved(Id(162), AccreditationStage.DeskAssessment, Given, null, [], Id(81)),
        new AccreditationMoveTakenBack(Id(162)),
        new AccreditationAppliedFor(Id(163), AccreditedKind.MachineType, Id(154), [FieldActivity.ManualClearance], Applied),
        new AccreditationMoved(Id(163), AccreditationStage.Full, Given, Last, [FieldActivity.ManualClearance], Id(81)),
        new AccreditationSuspended(Id(163), Given),
        new AccreditationAppliedFor(Id(164), AccreditedKind.DogPair, Id(156), [FieldActivity.DogClearance], Applied),
        new AccreditationWithdrawn(Id(164), Given),
    ];
}
