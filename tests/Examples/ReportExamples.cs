using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Examples;

/// <summary>Reports and their batches, every property filled.</summary>
internal sealed class ReportExamples : SubjectExamples
{
    private static readonly GridPoint Point = new(12_345_678_901, -1_234_567_890);
    private static readonly Guid Batch = Id(2);

    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts =>
    [
        new BatchReceived(Batch, "EXERCISE areas.csv", Sha('a'), """{"code":"Number"}""", 9, 5, 2, 1, [new(3, "ring-too-short", Said(), "geometry")]),
        new ReportSubmitted(Report(), Batch),
        new ReportSentAgain(Id(3)),
        new ReportChecked(Id(3)),
        new BatchChecked(Batch),
        new ReportReturned(Id(3)),
        new ReportRejected(Id(3)),
        new ReportsAccepted(4, Batch, [Id(3), Id(4)]),
        new BatchUndone(5, Batch),
    ];

    /// <summary>Reports in their batch, and the acceptances that are counted from.</summary>
    public override IEnumerable<IFact> Before(IFact fact)
    {
        if (fact is BatchReceived)
        {
            return [];
        }

        var (report, accepted) = (Facts.OfType<ReportSubmitted>().Single(), Facts.OfType<ReportsAccepted>().Single());
        var plain = report.Report with { Corrects = null, Withdraws = null };
        return
        [
            Facts.OfType<BatchReceived>().Single(),
            .. ((Guid?[])[report.Report.Corrects, report.Report.Withdraws]).Select(id => new ReportSubmitted(plain with { Id = id!.Value, Code = $"{id}" }, null)),
            report with { Report = plain },
            .. Enumerable.Range(1, accepted.Acceptance - 1).Select(n => new ReportsAccepted(n, null, [])),
            .. fact is BatchUndone ? [accepted] : Array.Empty<IFact>(),
        ];
    }

    private static Report Report() => new()
    {
        Id = Id(3),
        Code = "EXERCISE-0001",
        Kind = ReportKind.Clearance,
        Start = new ReportDate(new DateOnly(2025, 1, 1), DatePrecision.Month),
        End = new ReportDate(new DateOnly(2025, 5, 31)),
        Organisation = "EXERCISE clearance company",
        Team = "Team 3",
        Donor = "EXERCISE fund",
        Kinds = KindSet.ApMines | KindSet.OtherErw,
        HazardousArea = "EXERCISE-H-7",
        HazardousAreaName = "Şəhər kənarı",
        Predecessors = ["EXERCISE-H-5"],
        Aliases = ["OLD 5"],
        Parts = [Part()],
        ReferencePoint = new NamedPoint("RP", Point, "bridge, north end"),
        Benchmark = new NamedPoint("BM", Point, "concrete post"),
        Evidence = [new(EvidenceStrength.Direct, "accident", Point, new DateOnly(2024, 7, 1), "told by a shepherd")],
        Baseline = true,
        Corrects = Id(8),
        Withdraws = Id(9),
        HandedOverTo = "EXERCISE municipality",
        Remarks = "free text\nof two lines",
        Source = new SourceRow("EXERCISE areas.csv", Sha('a'), 12, Sha('c')),
        Extra = new Dictionary<string, string> { ["Z"] = "last", ["A"] = "first" },
    };

    /// <summary>A sentence with each kind of argument.</summary>
    private static Phrase Said()
    {
        Phrase inner = $"of '{"H-1 {0}"}'";
        return $"The ring {inner} of {new DateOnly(2024, 7, 1)} has {2} points in {new Word("land")}: {{}}.";
    }

    private static ReportPart Part() => new()
    {
        Effect = LandEffect.Clear,
        Shape = new Shape([[[new(10, 10), new(1_000_010, 10), new(1_000_010, 2_000_010), new(10, 2_000_010)]]]),
        Drawn = new AsDrawn("1 0.0 0.0; 2 0.1 0.0", "EPSG:32638", 0.75),
        Point = Point,
        Place = "EXERCISE village",
        Method = "manual clearance",
        DepthSearchedCm = 20,
        DepthRequiredCm = 13,
        SurfaceReleases = true,
        StatedSquareMetres = 12345.5,
        PositionAccuracyMetres = 0.1,
        TurningPoints = [new NamedPoint("TP1", Point, "iron bar")],
        Repairs = [new Repair("closing-point-removed", $"The first point stood {2} times.", -0.25)],
    };
}
