using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Store.Tests.Facts;

/// <summary>One example of every fact, with every property filled: a test holds it to that. Ground and people are invented.</summary>
internal static class FactExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.FromHours(4));
    private static readonly GridPoint Point = new(12_345_678_901, -1_234_567_890);
    private static readonly Guid Batch = Id(2);

    private static Guid Id(byte n) => new(n, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, n);

    internal static readonly IReadOnlyList<IFact> All =
    [
        new Act(Id(11), Id(12), At, Door.Page, 17, "the duplicate of EXERCISE-7", Id(13), "quality officer"),
        new ProgrammeOpened(Id(1), "EXERCISE island", true, "invented", 1, 1, "Asia/Baku"),
        new TimeZoneTookEffect("Asia/Baku"),
        new ProfileTookEffect(2, new Dictionary<string, string> { ["Profile"] = "national 2026", ["DoubtWaitsAbovePercent"] = "30" }),
        new PartErased(7, Tier.Personal),
        new PersonRegistered(Id(12), "EXERCISE officer"),
        new ReportSubmitted(Report(), Batch),
        new ReportSentAgain(Id(3)),
        new ReportChecked(Id(3)),
        new BatchChecked(Batch),
        new ReportReturned(Id(3)),
        new ReportRejected(Id(3)),
        new ReportsAccepted(4, Batch, [Id(3), Id(4)]),
        new BatchReceived(Batch, "EXERCISE areas.csv", Sha('a'), """{"code":"Number"}""", 9, 5, 2, 1, [new(3, "ring-too-short", Said(), "geometry")]),
        new BatchUndone(5, Batch),
        new FindingsDecided("duplicate-code:file", Batch, "keep"),
        new FigurePublished(Id(6), """{"asOf":"2025-12-31"}""", new DateOnly(2025, 12, 31), 4, 1, 1, "balance.csv",
            Sha('b'), "status;m²\ncleared;1\n"),
        new PlacesLoaded(Id(14), "EXERCISE municipalities", "EXERCISE survey office", "2026", Sha('d'),
            [new("Şəhər", new Shape([[[Point, new(12_345_679_901, -1_234_567_890), new(12_345_678_901, -1_234_566_890)]]]))]),
        new VersionsTookEffect(2, 3, 4),
    ];

    private static string Sha(char digit) => new(digit, 64);

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
