using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Taking a decision on findings back: what it sent back waits again, what it mended is as it was, its corrections that still wait are
/// rejected. What somebody has decided since stays: a correction that was accepted is withdrawn like any other report.</summary>
public static class FindingUndo
{
    /// <summary>Reports the decision mended in their waiting place and nobody has touched since: to take that back their earlier text is needed.</summary>
    public static IReadOnlyList<ReportEntry> Mended(ReportBook book, DecidedGroup decision) => decision.Decision != FindingDecision.Repair ? [] :
        [.. book.All.Where(e => e.Status == ReportStatus.Submitted && e.Batch == decision.Batch
            && e.Trail is { What: ReviewAct.Mended } step && step.Act == decision.Act)];

    /// <summary>Reports on which somebody has decided since, so that what the decision did to them stays.</summary>
    public static IReadOnlyList<ReportEntry> Staying(ReportBook book, DecidedGroup decision)
    {
        var taken = Mended(book, decision).Concat(SentBack(book, decision)).Concat(Corrections(book, decision)).Select(e => e.Id).ToHashSet();
        return [.. book.All.Where(e => !taken.Contains(e.Id) && IsOf(e, decision))];
    }

    /// <summary>The decision sent it back, mended it, or sent it in as a correction.</summary>
    private static bool IsOf(ReportEntry entry, DecidedGroup decision) => decision.Decision switch
    {
        FindingDecision.SendBack => HasStep(entry, decision, ReviewAct.Returned),
        FindingDecision.Repair => HasStep(entry, decision, ReviewAct.Mended) || entry.SubmittedIn == decision.Act && entry.Packed.Corrects is not null,
        _ => false,
    };

    private static bool HasStep(ReportEntry entry, DecidedGroup decision, ReviewAct what) =>
        entry.Trail?.Backwards().Any(s => s.What == what && s.Act == decision.Act) ?? false;

    /// <param name="earlier">The text each mended report had before, by its id.</param>
    public static Ruling Reconsider(ReportBook book, Act act, FindingGroup group, IReadOnlyDictionary<Guid, Report> earlier)
    {
        if (group.Decision is not { } decision || decision.Decision == FindingDecision.Reconsider)
        {
            return Problems.FindingsNotDecided(group.Key);
        }

        var recorded = FindingRules.Record(book, act, group.Key, group.Batch, FindingDecision.Reconsider);
        if (recorded.IsRefused)
        {
            return recorded;
        }

        var mended = Mended(book, decision).Where(e => earlier.ContainsKey(e.Report.Id)).ToList();
        var corrections = Corrections(book, decision);
        var undone = FindingRules.Together(recorded, mended.Select(e => ReportRules.Return(book, act, e.Report.Id))
            .Concat(corrections.Select(e => ReportRules.Reject(book, act, e.Report.Id))));
        if (undone.IsRefused)
        {
            return undone;
        }

        var after = book.After(act, undone);
        return FindingRules.Together(undone, SentBack(book, decision).Select(e => (e, e.Report)).Concat(mended.Select(e => (e, earlier[e.Report.Id])))
            .Select(pair => ReportRules.Submit(after, act, pair.Item2, pair.e.Batch)));
    }

    /// <summary>Reports that still lie where the decision sent them.</summary>
    private static IEnumerable<ReportEntry> SentBack(ReportBook book, DecidedGroup decision) => decision.Decision != FindingDecision.SendBack ? [] :
        book.All.Where(e => e.Status == ReportStatus.Returned && e.Batch == decision.Batch && e.Trail is { What: ReviewAct.Returned } step
            && step.Act == decision.Act);

    /// <summary>Corrections the decision itself sent in, still waiting and untouched.</summary>
    private static IEnumerable<ReportEntry> Corrections(ReportBook book, DecidedGroup decision) => decision.Decision != FindingDecision.Repair ? [] :
        book.All.Where(e => e.Status == ReportStatus.Submitted && e.Trail is null && e.SubmittedIn == decision.Act
            && e.Packed.Corrects is not null);
}
