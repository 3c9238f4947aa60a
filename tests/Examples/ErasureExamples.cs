using Furrow.Core.Log;

namespace Examples;

internal sealed class ErasureExamples : SubjectExamples
{
    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts => [new PartErased(7, Tier.Personal)];
}
