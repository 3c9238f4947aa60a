using Furrow.Core;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;

namespace Furrow.Bench;

/// <summary>A whole programme over its log, with a generated country in it.</summary>
public static class BenchProgramme
{
    public const string Author = "EXERCISE author";
    public const string Approver = "EXERCISE approver";

    public static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Programme Open(string path) => Programme.Open(path, Genesis.Exercise("EXERCISE bench", Author, TimeProvider.System)).Get();

    /// <summary>Submits and accepts reports as one batch of facts.</summary>
    public static long Accept(Programme programme, IReadOnlyList<Report> reports) => programme.Decide(state => Facts(state, reports)).Get();

    public static Outcome<IReadOnlyList<IFact>> Facts(ProgrammeState state, IReadOnlyList<Report> reports)
    {
        var submitted = reports.Select(r => new ReportSubmitted(r, null)).ToList();
        var accepted = new ReportsAccepted(state.Book.LastAcceptance + 1, null, [.. reports.Select(r => r.Id)]);
        return new Outcome<IReadOnlyList<IFact>>([.. submitted, accepted], null);
    }

    public static List<Report> Reports(IEnumerable<GeneratedArea> areas) => [.. areas
        .Select(a => (Area: a, ShapeRepair.Mend([[a.Ring]], BenchLand.IsRelease(a.Effect)).Shape))
        .Where(a => a.Shape is not null)
        .Select(a => GeneratedCountry.ToReport(a.Area, a.Shape, BenchContext.Seed))];
}
