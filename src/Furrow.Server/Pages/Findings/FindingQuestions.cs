using Furrow.Core.Checks;
using Furrow.Server.Imports;
using Furrow.Server.Listings;

namespace Furrow.Server.Pages.Findings;

/// <summary>The findings of the programme in groups, as of the very state a visit sees.</summary>
public static class FindingQuestions
{
    public static IReadOnlyList<FindingGroup> Groups(Visit visit) =>
        visit.Http.RequestServices.GetRequiredService<ListCache>().Findings.Now(visit.State, visit.Today, visit.Places);

    public static FindingGroup? Find(Visit visit, string key, Guid? batch) => LedgerFindings.Find(Groups(visit), visit.State, key, batch);

    /// <summary>Groups that were decided and hold no finding any more, the last decided first: a decision can still be taken back.</summary>
    public static IReadOnlyList<FindingGroup> Settled(Visit visit)
    {
        var open = Groups(visit).Select(g => (g.Key, g.Batch)).ToHashSet();
        return [.. visit.State.Decisions.Reverse().DistinctBy(d => (d.Group, d.Batch))
            .Where(d => d.Decision != FindingDecision.Reconsider && !open.Contains((d.Group, d.Batch))).Select(FindingGroups.Settled)];
    }

    public static string Address(FindingGroup group) => Link.To("/findings/group", ("key", group.Key), ("batch", group.Batch?.ToString("D")));
}
