using Furrow.Core.Checks;
using Furrow.Core.Log;

namespace Examples;

internal sealed class FindingExamples : SubjectExamples
{
    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts => [new FindingsDecided("duplicate-code:file", Id(2), "keep")];
}
