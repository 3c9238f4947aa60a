using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>Single points are judged as land is: exchanged, outside the territory, on the line of 0.</summary>
public sealed class SinglePointTests
{
    private static readonly Territory Known = Territory.Of(
        [new KnownLand(GridBox.Empty.With(GridPoint.FromDegrees(17, 43.5)).With(GridPoint.FromDegrees(18.9, 44.9)), Id(50), 1)]);

    private static Report At(double lon, double lat) => Hazard with
    {
        Parts = [Hazard.Parts[0] with { Shape = null, Point = GridPoint.FromDegrees(lon, lat) }],
        ReferencePoint = null,
        Benchmark = null,
    };

    private static CheckSubject In(Report report, Territory? territory) => Subject(report) with { Context = Context with { Territory = territory } };

    [Theory]
    [InlineData(18.2, 44.2, "")]
    [InlineData(44.2, 18.2, "swapped-coordinates: The point 44.2 18.2 lies far outside the programme's territory; read as latitude, longitude it fits.")]
    [InlineData(0, 44.2, "outside-territory: The point 0 44.2 lies far outside the programme's territory.\n"
        + "zero-coordinates: The point 0 44.2 has a coordinate of exactly 0, as an empty cell has.")]
    [InlineData(-70, 5, "outside-territory: The point -70 5 lies far outside the programme's territory.")]
    public void The_point_of_a_record_without_polygon_is_judged(double lon, double lat, string found) =>
        Assert.Equal(found, string.Join("\n", CheckList.Judge(In(At(lon, lat), Known)).Where(f => f.Code is "swapped-coordinates" or "outside-territory"
            or "zero-coordinates").Select(f => $"{f.Code}: {f.Sentence}")));

    [Fact]
    public void Where_nothing_is_known_nothing_is_outside()
    {
        Assert.Empty(Findings("outside-territory", In(At(44.2, 18.2), null)));
        Assert.Empty(Findings("swapped-coordinates", In(At(44.2, 18.2), null)));
        Assert.Empty(Findings("outside-territory", In(At(44.2, 18.2), Known) with { Origin = new DraftOrigin([Id(50)], int.MaxValue) }));
    }

    [Fact]
    public void An_exchanged_point_is_mended_only_by_the_decision_to_do_so()
    {
        var report = At(44.2, 18.2);
        var finding = CheckList.Judge(In(report, Known)).Single(f => f.Code == "swapped-coordinates");
        Assert.Equal(GridPoint.FromDegrees(44.2, 18.2), report.Parts[0].Point);
        Assert.Equal(GridPoint.FromDegrees(18.2, 44.2), finding.Fix.Mend!(report).Parts[0].Point);
    }

    [Fact]
    public void Reference_point_benchmark_and_evidence_are_judged_too()
    {
        GridPoint right = GridPoint.FromDegrees(18.2, 44.2), wrong = GridPoint.FromDegrees(44.2, 18.2);
        var report = At(18.2, 44.2) with
        {
            ReferencePoint = new NamedPoint("bridge", wrong),
            Benchmark = new NamedPoint("milestone", wrong),
            Evidence = [new Evidence(EvidenceStrength.Direct, "item seen", wrong)],
        };
        var findings = CheckList.Judge(In(report, Known)).Where(f => f.Code == "swapped-coordinates").ToList();
        Assert.Equal(["swapped evidence", "swapped reference point", "swapped benchmark"], findings.Select(f => f.Cause));
        var mended = findings.Aggregate(report, (r, f) => f.Fix.Mend!(r));
        Assert.Equal([right, right, right], [mended.ReferencePoint!.At, mended.Benchmark!.At, mended.Evidence[0].At!.Value]);
    }

    [Fact]
    public void Land_far_from_everything_known_is_outside_and_a_vertex_on_0_is_named()
    {
        var land = Drawn([GridPoint.FromDegrees(-70, 5), GridPoint.FromDegrees(-69.9, 5), GridPoint.FromDegrees(-69.9, 5.1)]);
        Assert.StartsWith("land: The point -70 5 lies far outside the programme's territory. [enter-again]",
            Findings("outside-territory", land with { Context = Context with { Territory = Known } }), StringComparison.Ordinal);
        var lost = Drawn([GridPoint.FromDegrees(18, 44), GridPoint.FromDegrees(18.1, 44), GridPoint.FromDegrees(18.1, 0)]);
        Assert.StartsWith("land: The point 18.1 0 has a coordinate of exactly 0", Findings("zero-coordinates", lost), StringComparison.Ordinal);
    }
}
