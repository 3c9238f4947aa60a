using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class EngagementExamples : SubjectExamples
{
    public override IEnumerable<IFact> Facts =>
    [
        new TableEngaged(Id(131), "EXERCISE contingent.xlsx", [Id(132)]),
        new TableTakenBack(Id(131)),
        new TableEngaged(Id(133), "EXERCISE second contingent.xlsx", [Id(134)]),
    ];
}
