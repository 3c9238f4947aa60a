using System.Runtime.CompilerServices;
using Furrow.Core.Checks;
using Furrow.Core.Programmes;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Findings;

/// <summary>The findings of the programme in groups. Judging everything against everything takes a while in a large country, so it is done
/// once for each state.</summary>
public static class FindingQuestions
{
    private static readonly ConditionalWeakTable<ProgrammeState, Lazy<IReadOnlyList<FindingGroup>>> Known = [];

    public static IReadOnlyList<FindingGroup> Groups(Visit visit)
    {
        var (today, places) = (visit.Today, visit.Places);
        return Known.GetValue(visit.State, state => new Lazy<IReadOnlyList<FindingGroup>>(() => LedgerFindings.Of(state, null, today, places))).Value;
    }

    public static FindingGroup? Find(Visit visit, string key, Guid? batch) => LedgerFindings.Find(Groups(visit), visit.State, key, batch);

    /// <summary>Groups that were decided and hold no finding any more, the last decided first: a decision can still be taken back.</summary>
    public static IReadOnlyList<FindingGroup> Settled(Visit visit)
    {
        var open = Groups(visit).Select(g => (g.Key, g.Batch)).ToHashSet();
        return [.. visit.State.Decisions.Aggregate(FindingDecisions.None, (all, decided) => all.Apply(decided)).Last
            .Where(d => d.Decision != FindingDecision.Reconsider && !open.Contains((d.Group, d.Batch)))
            .OrderByDescending(d => d.Act.At).Select(FindingGroups.Settled)];
    }

    public static string Address(FindingGroup group) => Link.To("/findings/group", ("key", group.Key), ("batch", group.Batch?.ToString("D")));
}
