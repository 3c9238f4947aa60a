using System.Security.Cryptography;
using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Tests.Leaks;

/// <summary>The history of a programme in which every kind of fact happens and every restricted or personal field is filled: accepted, checked, sent back,
/// rejected, corrected, withdrawn, undone, waiting, decided, published, erased.</summary>
internal static class PlantedFacts
{
    public static readonly Guid Batch = Id(0x21);
    public static readonly Guid Undone = Id(0x22);
    public static readonly Guid Waiting = Id(0x23);
    public static readonly Guid Figure = Id(0x31);
    public static readonly Guid Area = Id(1);
    public static readonly Guid Clearance = Id(3);
    public static readonly Guid Correction = Id(6);
    public const string Group = "overlap: planted";
    private const string By = "officer";
    private static readonly DateTimeOffset At = new(2026, 1, 14, 15, 9, 26, TimeSpan.Zero);
    private const string FileText = "status,m2\n";
    private static readonly string Sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FileText)));
    private static readonly ProgrammeVersions Versions = ProgrammeVersions.Newest;

    /// <summary>In order; the last one erases the remark of a check (entry 15), in a commit of its own.</summary>
    public static IReadOnlyList<IFact> All() =>
    [
        .. new IFact[]
        {
            new ProgrammeOpened(Id(0x11), "EXERCISE planted", true, "invented", Versions.Engine, Versions.Moves, By, At),
            Received(Batch, "areas.csv"),
            new ReportSubmitted(Hazard(1, 0), Batch, By, At),
            new ReportSubmitted(Hazard(2, 5) with { Parts = [Part(LandEffect.Suspect, null)] }, Batch, By, At),
            new BatchChecked(Batch, "Cyn", At, ""),
            new ReportsAccepted(1, Batch, [], "Bea", At, ""),
            new ReportSubmitted(Cleared(3), null, By, At),
            new ReportReturned(Clearance, "Cyn", At, ""),
            new ReportSubmitted(Cleared(3), null, By, At),
            new ReportChecked(Clearance, "Cyn", At, ""),
            new ReportsAccepted(2, null, [Clearance], "Bea", At, ""),
            new ReportSubmitted(Hazard(4, 40), null, By, At),
            new ReportRejected(Id(4), "Bea", At, ""),
            new ReportSubmitted(Hazard(5, 60), null, By, At),
            new ReportChecked(Id(5), "Cyn", At, ""),
            new ReportSubmitted(Cleared(6) with { Corrects = Clearance }, null, By, At),
            new ReportsAccepted(3, null, [Correction], "Bea", At, ""),
            new ReportSubmitted(Cleared(7) with { Withdraws = Correction, Kind = ReportKind.Withdrawal, Parts = [] }, null, By, At),
            new ReportsAccepted(4, null, [Id(7)], "Bea", At, ""),
            Received(Undone, "wrong.csv"),
            new ReportSubmitted(Hazard(8, 80), Undone, By, At),
            new ReportsAccepted(5, Undone, [], "Bea", At, ""),
            new BatchUndone(6, Undone, "Bea", At, ""),
            Received(Waiting, "waiting.csv"),
            new ReportSubmitted(Hazard(9, 2), Waiting, By, At),
            new BatchChecked(Waiting, "Cyn", At, ""),
            new FindingsDecided(Group, Batch, "accept-as-is", "Bea", At, ""),
            new FigurePublished(Figure, """{"asOf":"2025-12-31"}""", new DateOnly(2025, 12, 31), 4, 1, 1, "balance.csv", Sha, FileText, "Bea", At),
            new ProgrammeOpenedWithoutTimeZone(Id(0x11), "EXERCISE planted", true, "invented", Versions.Engine, Versions.Moves, By, At),
            new TimeZoneTookEffect("Asia/Baku", "Bea", At, ""),
            new ProfileTookEffect(2, new Dictionary<string, string> { ["Profile"] = "invented" }, "Bea", At, ""),
            new VersionsTookEffect(Versions.Engine, Versions.Moves, Versions.Profile, "Bea", At, ""),
            new PartErased(15, Tier.Restricted, "", "Bea", At),
        }.Select(Plants.In),
    ];

    /// <summary>What is committed while the server runs: it stands in the write-ahead file.</summary>
    public static IReadOnlyList<IFact> Late(string group) =>
    [
        Plants.In(new FindingsDecided(group, Batch, "send-back", "Bea", At, "")),
        Plants.In(new ReportSubmitted(Hazard(10, 100), null, By, At)),
    ];

    public static Guid Id(byte n) => new(n, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, n);

    private static BatchReceived Received(Guid batch, string file) =>
        new(batch, file, new string('a', 64), "{}", 2, 2, 0, 1, [new RefusedRow(3, "ring-too-short", "Two points.")], By, At);

    private static Report Hazard(byte id, int x) => Said(id, x) with { Code = $"H-{id}", Kind = ReportKind.SuspectedHazardousArea };

    private static Report Cleared(byte id) => Said(id, 2) with
    {
        Code = $"C-{(id == 7 ? 6 : id)}",
        HazardousArea = "H-1",
        Kind = ReportKind.Clearance,
        Parts = [Part(LandEffect.Clear, Square(2, 5))],
    };

    private static Report Said(byte id, int x) => new()
    {
        Id = Id(id),
        Code = "",
        Kind = ReportKind.SuspectedHazardousArea,
        End = new ReportDate(new DateOnly(2025, 5, id)),
        Organisation = "Survey office",
        Team = "Team 3",
        Kinds = KindSet.ApMines,
        Parts = [Part(LandEffect.Suspect, Square(x, 10))],
        ReferencePoint = new NamedPoint("RP", At0, ""),
        Benchmark = new NamedPoint("BM", At0, ""),
        Evidence = [new Evidence(EvidenceStrength.Direct, "accident", At0, new DateOnly(2024, 7, 1), "")],
        Remarks = "",
        Source = new SourceRow("areas.csv", new string('a', 64), id, new string('c', 64)),
        Extra = new Dictionary<string, string> { ["x"] = "y" },
    };

    private static readonly GridPoint At0 = Point(0, 0);

    private static ReportPart Part(LandEffect effect, Shape? shape) => new()
    {
        Effect = effect,
        Shape = shape,
        Point = At0,
        Method = "manual clearance",
        DepthSearchedCm = 20,
        TurningPoints = [new NamedPoint("TP1", At0, "")],
    };

    private static Shape Square(int x, int side) => new([[[Point(x, 0), Point(x + side, 0), Point(x + side, side), Point(x, side)]]]);

    private static GridPoint Point(int x, int y) => GridPoint.FromDegrees(10 + x / 10_000d, 45 + y / 10_000d);
}
