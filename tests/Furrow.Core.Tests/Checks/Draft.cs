using Furrow.Core.Checks;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Tests.Checks;

/// <summary>Short ways to write draft reports for examples: squares in metres east and north of a point in the ocean.</summary>
internal static class Draft
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    public static readonly GridPoint Origin = GridPoint.FromDegrees(-30, 0.5);

    public static readonly CheckContext Context = new() { Today = Today, Settings = CheckSettings.Default };

    private static readonly Evidence Direct = new(EvidenceStrength.Direct, "item seen", On: new DateOnly(2026, 4, 30));

    /// <summary>A hazard report to which no check has an objection.</summary>
    public static readonly Report Hazard = new()
    {
        Id = Id(1),
        Code = "EXERCISE-SHA-1",
        Kind = ReportKind.SuspectedHazardousArea,
        Start = new ReportDate(new DateOnly(2026, 4, 1)),
        End = new ReportDate(new DateOnly(2026, 5, 1)),
        Organisation = "EXERCISE Team North",
        Team = "EXERCISE 1",
        Kinds = KindSet.ApMines,
        ReferencePoint = new NamedPoint("bridge", Origin),
        Benchmark = new NamedPoint("milestone", Origin),
        Evidence = [Direct],
        Parts = [new ReportPart { Effect = LandEffect.Suspect, Shape = ShapeOf(Square(0, 0, 100)) }],
    };

    /// <summary>A clearance report to which no check has an objection.</summary>
    public static readonly Report Clearance = Hazard with
    {
        Id = Id(2),
        Code = "EXERCISE-CLR-1",
        Kind = ReportKind.Clearance,
        HazardousArea = "EXERCISE-SHA-1",
        Parts = [new ReportPart { Effect = LandEffect.Clear, Shape = ShapeOf(Square(0, 0, 100)), Method = "manual", DepthSearchedCm = 20,
            DepthRequiredCm = 20 }],
    };

    public static Guid Id(ulong n) => new SeededNumbers(n).NextGuid();

    public static GridPoint At(double east, double north) => PlaneMath.Offset(Origin, east, north);

    public static GridPoint[] Ring(params (double East, double North)[] points) => Array.ConvertAll(points, p => At(p.East, p.North));

    public static GridPoint[] Square(double east, double north, double side) =>
        Ring((east, north), (east + side, north), (east + side, north + side), (east, north + side));

    public static Shape ShapeOf(GridPoint[] ring) => new([[ring]]);

    /// <summary>The report with every part drawn as its shape is.</summary>
    public static CheckSubject Subject(Report report) => new()
    {
        Report = report,
        Context = Context,
        Parts = [.. report.Parts.Select((p, i) => new CheckedPart(i, p.Shape?.Polygons, p.Shape, p.Shape is null ? 0 : RoughMicro(p.Shape)))],
    };

    /// <summary>A hazard drawn with the given rings, each a polygon; the shape is left out.</summary>
    public static CheckSubject Drawn(params GridPoint[][] rings) => Subject(Hazard) with
    {
        Parts = [new CheckedPart(0, [.. rings.Select(r => new[] { r })], null, 0)],
    };

    public static Report With(this Report report, Func<ReportPart, ReportPart> change) => report with { Parts = [.. report.Parts.Select(change)] };

    public static PartRef Part(Report report, int part = 0) => BatchCheck.RefOf(report, part);

    /// <summary>"cause: sentence [fix]" for each finding of one check.</summary>
    public static string Findings(string code, CheckSubject subject) =>
        string.Join("\n", CheckList.Find(code)!.Judge(subject).Select(f => $"{f.Cause}: {f.Sentence} [{f.Fix.Code}]"));

    private static long RoughMicro(Shape shape) => SharedArea.Micro(shape, shape) ?? 0;
}
