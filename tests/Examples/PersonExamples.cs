using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class PersonExamples : SubjectExamples
{
    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts => [new PersonRegistered(Id(12), "EXERCISE officer")];
}
