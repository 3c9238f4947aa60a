using Furrow.Core;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Bench;

/// <summary>A whole programme over its log, with a generated country in it.</summary>
public static class BenchProgramme
{
    public const string Author = "EXERCISE author";
    public const string Approver = "EXERCISE approver";

    public static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Programme Open(string path) => Programme.Open(path, Genesis.Exercise("EXERCISE bench", Author, TimeProvider.System)).Get();

    public static Acting By(string person, string? reason = null) => new(person, At, Door.Verb, reason);

    /// <summary>Submits and accepts reports as one act.</summary>
    public static long Accept(Programme programme, IReadOnlyList<Report> reports) =>
        programme.Decide(By(Approver, "EXERCISE"), (state, _) => Facts(state, reports)).Get();

    /// <summary>An act with its facts, past the rules, as they go into a log.</summary>
    public static EntryDraft[] Seal(int number, IReadOnlyList<IFact> facts)
    {
        var act = new Act(new Guid(number, 0, 0, new byte[8]), Guid.Empty, At, Door.Verb, number, "EXERCISE");
        return LogReading.Seal([.. facts.Prepend(act).Select(fact => new Placed(0, At, act, fact))]);
    }

    public static Ruling Facts(ProgrammeState state, IReadOnlyList<Report> reports)
    {
        var submitted = reports.Select(r => new ReportSubmitted(r, null)).ToList();
        var accepted = new ReportsAccepted(state.Book.LastAcceptance + 1, null, [.. reports.Select(r => r.Id)]);
        return [.. submitted, accepted];
    }

    public static List<Report> Reports(IEnumerable<GeneratedArea> areas) => [.. areas
        .Select(a => (Area: a, ShapeRepair.Mend([[a.Ring]], BenchLand.IsRelease(a.Effect)).Shape))
        .Where(a => a.Shape is not null)
        .Select(a => GeneratedCountry.ToReport(a.Area, a.Shape, BenchContext.Seed))];
}
