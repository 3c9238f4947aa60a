using Furrow.Core.Accreditation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class EmergencyExamples : SubjectExamples
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    public override IEnumerable<IFact> Facts =>
    [
        new EmergencyOrdered(Id(181), AccreditedKind.Team, Id(101), Id(12), Day, "EXERCISE school", "EXERCISE what was ordered"),
        new EmergencyOrderRegularised(Id(181), "EXERCISE what came of it"),
        new EmergencyOrdered(Id(182), AccreditedKind.Team, Id(101), Id(12), Day, null, "EXERCISE an order by mistake"),
        new EmergencyOrderWithdrawn(Id(182)),
        new EmergencyOrdered(Id(183), AccreditedKind.Team, Id(101), Id(12), Day, null, "EXERCISE an order that waits"),
    ];
}
