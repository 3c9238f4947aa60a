using Furrow.Core.Accreditation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class RecallExamples : SubjectExamples
{
    public override IEnumerable<IFact> Facts =>
    [
        new UseRecorded(Id(171), AccreditedKind.Procedure, Id(152), [Id(1)], Id(0x21)),
        new UseRecorded(Id(172), AccreditedKind.MachineType, Id(154), [Id(1)], null),
        new UseWithdrawn(Id(172)),
        new RecallOpened(Id(173), AccreditedKind.Procedure, Id(152), new DateOnly(2020, 1, 1)),
        new RecallDecided(Id(173), [Id(1)], RecallDecision.Upheld),
        new RecallOpened(Id(174), AccreditedKind.MachineType, Id(154), null),
        new RecallClosed(Id(174)),
        new RecallOpened(Id(175), AccreditedKind.DogPair, Id(156), null),
    ];
}
