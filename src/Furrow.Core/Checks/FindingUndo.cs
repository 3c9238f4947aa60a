using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Taking a decision on findings back: what it sent back waits again, what it mended is as it was, its corrections that still wait are
/// rejected. What somebody has decided since stays: a correction that was accepted is withdrawn like any other report.</summary>
public static class FindingUndo
{
    /// <summary>Reports the decision mended in their waiting place and nobody has touched since: to take that back their earlier text is needed.</summary>
    public static IReadOnlyList<ReportEntry> Mended(ReportBook book, FindingsDecided decision) => decision.Decision != FindingDecision.Repair ? [] :
        [.. book.All.Where(e => e.Status == ReportStatus.Submitted && e.Batch == decision.Batch
            && e.Trail is { Act: ReviewAct.Mended } step && step.By == decision.By && step.At == decision.At)];

    /// <param name="earlier">The text each mended report had before, by its id.</param>
    public static Outcome<IReadOnlyList<IFact>> Reconsider(ReportBook book, FindingGroup group, IReadOnlyDictionary<Guid, Report> earlier, string by,
        DateTimeOffset at, string reason)
    {
        if (group.Decision is not { } decision || decision.Decision == FindingDecision.Reconsider)
        {
            return Problems.FindingsNotDecided(group.Key);
        }

        var recorded = FigureRules.DecideFindings(book, group.Key, group.Batch, FindingDecision.Reconsider, by, at, reason);
        if (recorded.IsRefused)
        {
            return recorded;
        }

        var why = FindingRules.ReasonOf(group.Key, reason);
        var mended = Mended(book, decision).Where(e => earlier.ContainsKey(e.Report.Id)).ToList();
        var corrections = Corrections(book, decision);
        var undone = FindingRules.Together(recorded.Value!, mended.Select(e => ReportRules.Return(book, e.Report.Id, by, at, why))
            .Concat(corrections.Select(e => ReportRules.Reject(book, e.Report.Id, by, at, why))));
        if (undone.IsRefused)
        {
            return undone;
        }

        var after = book.After(undone.Value!);
        return FindingRules.Together(undone.Value!, SentBack(book, decision).Select(e => (e, e.Report)).Concat(mended.Select(e => (e, earlier[e.Report.Id])))
            .Select(pair => ReportRules.Submit(after, pair.Item2, by, at, pair.e.Batch)));
    }

    /// <summary>Reports that still lie where the decision sent them.</summary>
    private static IEnumerable<ReportEntry> SentBack(ReportBook book, FindingsDecided decision) => decision.Decision != FindingDecision.SendBack ? [] :
        book.All.Where(e => e.Status == ReportStatus.Returned && e.Batch == decision.Batch && e.Trail is { } step && step.By == decision.By
            && step.Reason == FindingRules.ReasonOf(decision.Group, decision.Reason));

    /// <summary>Corrections the decision itself sent in, still waiting and untouched.</summary>
    private static IEnumerable<ReportEntry> Corrections(ReportBook book, FindingsDecided decision) => decision.Decision != FindingDecision.Repair ? [] :
        book.All.Where(e => e.Status == ReportStatus.Submitted && e.Trail is null && e.SubmittedBy == decision.By && e.SubmittedAt == decision.At
            && e.Packed.Corrects is not null);
}
