using Furrow.Core.Figures;
using Furrow.Core.Log;

namespace Examples;

internal sealed class FigureExamples : SubjectExamples
{
    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts =>
    [
        new FigurePublished(Id(6), """{"asOf":"2025-12-31"}""", new DateOnly(2025, 12, 31), 4, 1, 1, "balance.csv", Sha('b'), "status;m²\ncleared;1\n"),
    ];
}
