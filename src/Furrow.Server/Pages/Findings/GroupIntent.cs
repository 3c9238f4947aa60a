using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Pages.Findings;

/// <summary>A decision on a group of findings as an intent for the one place that commits. What it needs of the clock, new ids and the log is fetched
/// before; the rules judge it on the state as it is then.</summary>
internal static class GroupIntent
{
    /// <summary>As <see cref="Of"/>, by somebody who read a page: what was decided on the group since that page was drawn is read first.</summary>
    /// <param name="seen">How many decisions on the group stood on the page.</param>
    /// <param name="reader">Names whoever decided meanwhile.</param>
    public static Func<ProgrammeState, Act, Ruling> Seen(Reader reader, int seen, FindingGroup group,
        Func<ProgrammeState, Act, Ruling> intent) => (state, act) =>
        Taken(state, group) != seen && state.Decisions.FindLast(d => Concerns(d, group)) is { } meanwhile
            ? Problems.FindingsDecidedMeanwhile(reader.NameOf(meanwhile.Act), meanwhile.Decision) : intent(state, act);

    /// <summary>How many decisions were taken on a group: its version, since none is ever removed.</summary>
    public static int Taken(ProgrammeState state, FindingGroup group) => state.Decisions.Count(d => Concerns(d, group));

    private static bool Concerns(DecidedGroup decided, FindingGroup group) => decided.Group == group.Key && decided.Batch == group.Batch;

    public static Func<ProgrammeState, Act, Ruling> Of(Programme programme, FindingGroup group, string decision, Guid intent)
    {
        if (decision == FindingDecision.Reconsider)
        {
            var earlier = Earlier(programme, group.Decision);
            return (state, act) => FindingUndo.Reconsider(state.Book, act, group, earlier);
        }

        // Judged again on a later state, or sent again, a report keeps the id its correction was given.
        return (state, act) => FindingRules.Decide(state.Book, act, group, decision, report => FormIntent.IdOf(intent, report));
    }

    /// <summary>The texts that reports had before a decision mended them: the log keeps what the state no longer holds.</summary>
    private static Dictionary<Guid, Report> Earlier(Programme programme, DecidedGroup? decision)
    {
        var earlier = new Dictionary<Guid, Report>();
        var wanted = decision is null ? [] : FindingUndo.Mended(programme.State.Book, decision).Select(e => e.Report.Id).ToHashSet();
        if (wanted.Count == 0)
        {
            return earlier;
        }

        // Reports of a batch follow it in the log; only what was mended before must be looked for up to the decision.
        var isOnce = !FindingUndo.Mended(programme.State.Book, decision!)
            .Any(e => e.Trail!.Before is { } before && before.Backwards().Any(s => s.What == ReviewAct.Mended));
        foreach (var placed in programme.Log.ReadFacts(Before(programme, decision!.Batch), programme.State.Position))
        {
            if (placed.Fact is ReportSubmitted submitted && wanted.Contains(submitted.Report.Id) && placed.Act.Id != decision.Act.Id)
            {
                earlier[submitted.Report.Id] = submitted.Report;
                if (isOnce && earlier.Count == wanted.Count)
                {
                    break;
                }
            }
        }

        return earlier;
    }

    /// <summary>Somewhere before a batch, as near as its act says: it saw no more than what was there. 0 for reports outside batches.</summary>
    private static long Before(Programme programme, Guid? batch) =>
        programme.State.Batches.FirstOrDefault(b => b.Received.Batch == batch)?.ReceivedIn.Seen ?? 0;
}
