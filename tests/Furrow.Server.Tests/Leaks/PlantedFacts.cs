using System.Security.Cryptography;
using System.Text;
using Examples;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Places;
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
    public static readonly Guid Person = Id(0x41);
    public static readonly DateTimeOffset At = new(2026, 1, 14, 15, 9, 26, TimeSpan.Zero);
    private const string FileText = "status,m2\n";
    private static readonly string Sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FileText)));
    private static readonly ProgrammeVersions Versions = ProgrammeVersions.Newest;

    /// <summary>In order, each with an act of its own; the last one erases the reason of a check (entry 29), in a commit of its own.</summary>
    public static IReadOnlyList<IFact> All() =>
    [
        .. ((IFact[])
        [
            new ProgrammeOpened(Id(0x11), "EXERCISE planted", true, "invented", Versions.Engine, Versions.Moves, "UTC"),
            Received(Batch, "areas.csv"),
            new ReportSubmitted(Hazard(1, 0), Batch),
            new ReportSubmitted(Hazard(2, 5) with { Parts = [Part(LandEffect.Suspect, null)] }, Batch),
            new BatchChecked(Batch),
            new ReportsAccepted(1, Batch, []),
            new ReportSubmitted(Cleared(3), null),
            new ReportReturned(Clearance),
            new ReportSentAgain(Clearance),
            new ReportChecked(Clearance),
            new ReportsAccepted(2, null, [Clearance]),
            new ReportSubmitted(Hazard(4, 40), null),
            new ReportRejected(Id(4)),
            new ReportSubmitted(Hazard(5, 60), null),
            new ReportChecked(Id(5)),
            new ReportSubmitted(Cleared(6) with { Corrects = Clearance }, null),
            new ReportsAccepted(3, null, [Correction]),
            new ReportSubmitted(Cleared(7) with { Withdraws = Correction, Kind = ReportKind.Withdrawal, Parts = [] }, null),
            new ReportsAccepted(4, null, [Id(7)]),
            Received(Undone, "wrong.csv"),
            new ReportSubmitted(Hazard(8, 80), Undone),
            new ReportsAccepted(5, Undone, []),
            new BatchUndone(6, Undone),
            Received(Waiting, "waiting.csv"),
            new ReportSubmitted(Hazard(9, 2), Waiting),
            new BatchChecked(Waiting),
            new FindingsDecided(Group, Batch, "accept-as-is"),
            new FigurePublished(Figure, """{"asOf":"2025-12-31"}""", new DateOnly(2025, 12, 31), 4, 1, 1, "balance.csv", Sha, FileText),
            new PersonRegistered(Person, ""),
            new TimeZoneTookEffect("Asia/Baku"),
            new ProfileTookEffect(2, new Dictionary<string, string> { ["Profile"] = "invented" }),
            new VersionsTookEffect(Versions.Engine, Versions.Moves, Versions.Profile),
            new PlacesLoaded(Id(0x41), "Municipalities", "Survey office", "2026", "", [new LoadedPlace("West", Square(-20, 40))]),
            .. OfOtherSubjects(),
            new PartErased(29, Tier.Restricted),
        ]).SelectMany(Plants.InAct),
    ];

    /// <summary>What happened in subjects that need no history made for them: their examples.</summary>
    private static IEnumerable<IFact> OfOtherSubjects() => SubjectExamples.All.Where(s => s.IsPlanted).SelectMany(s => s.Facts);

    /// <summary>What is committed while the server runs: it stands in the write-ahead file.</summary>
    public static IReadOnlyList<IFact> Late(string group) =>
    [
        Plants.In(new FindingsDecided(group, Batch, "send-back")),
        Plants.In(new ReportSubmitted(Hazard(10, 100), null)),
    ];

    public static Guid Id(byte n) => new(n, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, n);

    private static BatchReceived Received(Guid batch, string file) =>
        new(batch, file, new string('a', 64), "{}", 2, 2, 0, 1, [new RefusedRow(3, "ring-too-short", $"Two points.")]);

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
