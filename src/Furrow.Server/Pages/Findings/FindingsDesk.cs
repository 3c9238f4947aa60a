using System.Runtime.CompilerServices;
using Furrow.Core.Checks;
using Furrow.Core.Programmes;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Findings;

/// <summary>The findings of the programme in groups. Judging everything against everything takes a while in a large country, so it is done
/// once for each state.</summary>
public static class FindingsDesk
{
    private static readonly ConditionalWeakTable<ProgrammeState, Lazy<IReadOnlyList<FindingGroup>>> Known = [];

    public static IReadOnlyList<FindingGroup> Groups(Visit visit)
    {
        var (today, places) = (visit.Today, visit.Places);
        return Known.GetValue(visit.State, state => new Lazy<IReadOnlyList<FindingGroup>>(() => LedgerFindings.Of(state, null, today, places))).Value;
    }

    public static FindingGroup? Find(Visit visit, string key, Guid? batch) => Groups(visit).FirstOrDefault(g => g.Key == key && g.Batch == batch);

    public static string Address(FindingGroup group) => Link.To("/findings/group", ("key", group.Key), ("batch", group.Batch?.ToString("D")));
}
