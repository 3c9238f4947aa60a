using System.Collections.Immutable;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Server.Lists;

namespace Furrow.Server.Listings;

/// <summary>Groups of findings in every order of their list, counted by what they are filtered by: made once when findings are judged, and brought up to date by
/// each decision. Immutable.</summary>
public sealed class FindingOrders
{
    private readonly RowOrders<FindingGroup> _rows;
    private readonly ImmutableDictionary<(string Key, Guid? Batch), int> _places;

    /// <summary>Decisions that are in the groups, the oldest first.</summary>
    private readonly ImmutableList<DecidedGroup> _decisions;

    private FindingOrders(RowOrders<FindingGroup> rows, ImmutableDictionary<(string, Guid?), int> places, ImmutableList<DecidedGroup> decisions) =>
        (_rows, _places, _decisions) = (rows, places, decisions);

    /// <param name="groups">With the decisions taken.</param>
    public static FindingOrders Of(IReadOnlyList<FindingGroup> groups, ImmutableList<DecidedGroup> decisions) =>
        new(FindingLists.Ordered(groups), groups.Select((g, i) => (g, i)).ToImmutableDictionary(g => (g.g.Key, g.g.Batch), g => g.i), decisions);

    public IReadOnlyList<FindingGroup> Groups => _rows.All;

    internal RowOrders<FindingGroup> Rows => _rows;

    /// <summary>After the decisions of a state, which mostly are those known and a few more.</summary>
    public FindingOrders Decided(ImmutableList<DecidedGroup> decisions)
    {
        if (decisions == _decisions)
        {
            return this;
        }

        var isMore = decisions.Count >= _decisions.Count && (_decisions.Count == 0 || decisions[_decisions.Count - 1] == _decisions[^1]);
        if (!isMore)
        {
            return Of([.. Groups.Select(g => g with { Decision = decisions.FindLast(d => d.Group == g.Key && d.Batch == g.Batch) })], decisions);
        }

        var changed = new Dictionary<int, FindingGroup>();
        for (var i = _decisions.Count; i < decisions.Count; i++)
        {
            if (_places.TryGetValue((decisions[i].Group, decisions[i].Batch), out var at))
            {
                changed[at] = Groups[at] with { Decision = decisions[i] };
            }
        }

        return new FindingOrders(_rows.With(changed), _places, decisions);
    }
}
