using System.Collections.Immutable;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;

namespace Furrow.Server.Listings;

/// <summary>Groups of findings, and their list in every order, counted by what it is filtered by: put in order once when they are first listed, and brought
/// up to date by each decision.</summary>
public sealed class FindingOrders
{
    private readonly Lock _lock = new();
    private readonly ImmutableDictionary<(string Key, Guid? Batch), int> _places;

    /// <summary>Decisions that are in the groups, the oldest first.</summary>
    private readonly ImmutableList<DecidedGroup> _decisions;

    private RowOrders<FindingGroup>? _rows;

    private FindingOrders(IReadOnlyList<FindingGroup> groups, RowOrders<FindingGroup>? rows, ImmutableDictionary<(string, Guid?), int> places,
        ImmutableList<DecidedGroup> decisions) => (Groups, _rows, _places, _decisions) = (groups, rows, places, decisions);

    /// <param name="groups">With the decisions taken.</param>
    public static FindingOrders Of(IReadOnlyList<FindingGroup> groups, ImmutableList<DecidedGroup> decisions) =>
        new(groups, null, groups.Select((g, i) => (g, i)).ToImmutableDictionary(g => (g.g.Key, g.g.Batch), g => g.i), decisions);

    public IReadOnlyList<FindingGroup> Groups { get; }

    /// <param name="make">Puts them in order, as the list has its columns.</param>
    public RowOrders<FindingGroup> In(Func<IReadOnlyList<FindingGroup>, RowOrders<FindingGroup>> make)
    {
        lock (_lock)
        {
            return _rows ??= make(Groups);
        }
    }

    /// <summary>After the decisions of a state, which mostly are those known and a few more.</summary>
    public FindingOrders Decided(ImmutableList<DecidedGroup> decisions)
    {
        if (decisions == _decisions)
        {
            return this;
        }

        var isMore = decisions.Count >= _decisions.Count && (_decisions.Count == 0 || decisions[_decisions.Count - 1] == _decisions[^1]);
        RowOrders<FindingGroup>? rows;
        lock (_lock)
        {
            rows = _rows;
        }

        if (!isMore || rows is null)
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

        var next = rows.With(changed);
        return new FindingOrders(next.All, next, _places, decisions);
    }
}
