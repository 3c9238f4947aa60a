using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>One decision for a group of findings, and what it does to the reports, through the rules of the review chain. No decision makes anything
/// count: what is mended waits for somebody else to accept it.</summary>
public static class FindingRules
{
    /// <param name="group">As the person saw it; what has moved on since is judged again by the rules.</param>
    /// <param name="corrections">For each report that counts the id its correction would get.</param>
    public static Outcome<IReadOnlyList<IFact>> Decide(ReportBook book, FindingGroup group, string decision, Func<Guid, Guid> corrections, string by,
        DateTimeOffset at, string reason)
    {
        var recorded = !FindingDecision.IsKnown(decision) ? Problems.FindingDecisionUnknown(decision)
            : FigureRules.DecideFindings(book, group.Key, group.Batch, decision, by, at, reason);
        return recorded.IsRefused ? recorded : decision switch
        {
            FindingDecision.SendBack => SendBack(book, group, recorded.Value!, by, at, reason),
            FindingDecision.Repair => Repair(book, group, recorded.Value!, corrections, by, at, reason),
            _ => recorded,
        };
    }

    /// <summary>What the author reads: which check found what, and why it comes back.</summary>
    public static string ReasonOf(string group, string reason) => $"{group}: {reason}";

    private static Outcome<IReadOnlyList<IFact>> SendBack(ReportBook book, FindingGroup group, IReadOnlyList<IFact> recorded, string by, DateTimeOffset at,
        string reason)
    {
        var actions = FindingActions.Of(book, group);
        return actions.Waiting.Count == 0 ? Problems.FindingsCountAlready(actions.Counting.Count)
            : Together(recorded, actions.Waiting.Select(e => ReportRules.Return(book, e.Report.Id, by, at, ReasonOf(group.Key, reason))));
    }

    private static Outcome<IReadOnlyList<IFact>> Repair(ReportBook book, FindingGroup group, IReadOnlyList<IFact> recorded, Func<Guid, Guid> corrections,
        string by, DateTimeOffset at, string reason)
    {
        var actions = FindingActions.Of(book, group);
        if (actions.Mended.Count == 0)
        {
            return Problems.FindingsWithoutFix(group.Count);
        }

        // What waits is sent back and sent in again mended, both in the name of the person who decides; what counts gets a correction that waits.
        var waiting = actions.Mended.Where(m => m.Entry.IsWaiting).ToList();
        var returned = Together(recorded, waiting.Select(m => ReportRules.Return(book, m.Entry.Report.Id, by, at, ReasonOf(group.Key, reason))));
        if (returned.IsRefused)
        {
            return returned;
        }

        var after = book.After(returned.Value!);
        return Together(returned.Value!, waiting.Select(m => ReportRules.Submit(after, m.Mended, by, at, m.Entry.Batch))
            .Concat(actions.Mended.Where(m => !m.Entry.IsWaiting).Select(m => ReportRules.Correct(after, m.Entry.Report.Id,
                m.Mended with { Id = corrections(m.Entry.Report.Id) }, by, at))));
    }

    internal static Outcome<IReadOnlyList<IFact>> Together(IReadOnlyList<IFact> first, IEnumerable<Outcome<IReadOnlyList<IFact>>> more)
    {
        var facts = new List<IFact>(first);
        foreach (var outcome in more)
        {
            if (outcome.IsRefused)
            {
                return outcome;
            }

            facts.AddRange(outcome.Value!);
        }

        return facts;
    }
}
