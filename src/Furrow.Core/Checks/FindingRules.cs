using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>One decision for a group of findings, and what it does to the reports, through the rules of the review chain. No decision makes anything
/// count: what is mended waits for somebody else to accept it.</summary>
public static class FindingRules
{
    /// <param name="group">As the person saw it; what has moved on since is judged again by the rules.</param>
    /// <param name="corrections">For each report that counts the id its correction would get.</param>
    public static Ruling Decide(ReportBook book, Act act, FindingGroup group, string decision, Func<Guid, Guid> corrections)
    {
        var recorded = !FindingDecision.IsKnown(decision) ? Problems.FindingDecisionUnknown(decision)
            : Record(book, act, group.Key, group.Batch, decision);
        return recorded.IsRefused ? recorded : decision switch
        {
            FindingDecision.SendBack => SendBack(book, act, group, recorded),
            FindingDecision.Repair => Repair(book, act, group, recorded, corrections),
            _ => recorded,
        };
    }

    /// <summary>The decision alone.</summary>
    internal static Ruling Record(ReportBook book, Act act, string group, Guid? batch, string decision)
    {
        if (batch is { } id && book.FindBatch(id) is null)
        {
            return Problems.BatchUnknown(id.ToString());
        }

        return string.IsNullOrWhiteSpace(group) || string.IsNullOrWhiteSpace(decision)
            ? Problems.ReportFieldMissing("decision", $"A decision names its group of findings and what was decided.")
            : act.IsWithoutReason
                ? Problems.ReasonMissing("decide a group of findings")
                : [new FindingsDecided(group, batch, decision)];
    }

    private static Ruling SendBack(ReportBook book, Act act, FindingGroup group, Ruling recorded)
    {
        var actions = FindingActions.Of(book, group);
        return actions.Waiting.Count == 0 ? Problems.FindingsCountAlready(actions.Counting.Count)
            : Together(recorded, actions.Waiting.Select(e => ReportRules.Return(book, act, e.Report.Id)));
    }

    private static Ruling Repair(ReportBook book, Act act, FindingGroup group, Ruling recorded, Func<Guid, Guid> corrections)
    {
        var actions = FindingActions.Of(book, group);
        if (actions.Mended.Count == 0)
        {
            return Problems.FindingsWithoutFix(group.Count);
        }

        // What waits is sent back and sent in again mended, both in the name of the person who decides; what counts gets a correction that waits.
        var waiting = actions.Mended.Where(m => m.Entry.IsWaiting).ToList();
        var returned = Together(recorded, waiting.Select(m => ReportRules.Return(book, act, m.Entry.Report.Id)));
        if (returned.IsRefused)
        {
            return returned;
        }

        var after = book.After(act, returned);
        return Together(returned, waiting.Select(m => ReportRules.Submit(after, act, m.Mended, m.Entry.Batch))
            .Concat(actions.Mended.Where(m => !m.Entry.IsWaiting).Select(m => ReportRules.Correct(after, act, m.Entry.Report.Id,
                m.Mended with { Id = corrections(m.Entry.Report.Id) }))));
    }

    internal static Ruling Together(Ruling first, IEnumerable<Ruling> more)
    {
        var facts = new List<IFact>(first.Facts);
        foreach (var outcome in more)
        {
            if (outcome.IsRefused)
            {
                return outcome;
            }

            facts.AddRange(outcome.Facts);
        }

        return Ruling.Of(facts);
    }
}
