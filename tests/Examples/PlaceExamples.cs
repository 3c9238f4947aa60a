using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Places;

namespace Examples;

internal sealed class PlaceExamples : SubjectExamples
{
    private static readonly Shape Triangle = new(
        [[[new(12_345_678_901, -1_234_567_890), new(12_345_679_901, -1_234_567_890), new(12_345_678_901, -1_234_566_890)]]]);

    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts =>
        [new PlacesLoaded(Id(14), "EXERCISE municipalities", "EXERCISE survey office", "2026", Sha('d'), [new("Şəhər", Triangle)])];
}
