using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Rights;
using Furrow.Store;

namespace Furrow.Server.Programmes;

/// <summary>What the ledger has named since somebody looked: whoever decides on one of these decides on something else than they saw. Costs what was
/// committed since, and nothing where that is nothing.</summary>
/// <param name="seen">The position they had seen; null: they decide on the ledger as it is.</param>
internal sealed class NamedSince(long? seen)
{
    private readonly HashSet<Guid> _named = [];
    private long _upTo = Math.Max(0, seen ?? long.MaxValue);

    /// <summary>Reads on to the state's position. Most of it is read before anybody has to wait for it.</summary>
    public void ReadTo(ILog log, ProgrammeState state)
    {
        if (state.Position > _upTo)
        {
            Add(log.ReadFacts(_upTo, state.Position), state);
            _upTo = state.Position;
        }
    }

    /// <summary>What will be committed in front of it, in the same write.</summary>
    public void Add(IEnumerable<Placed> pending, ProgrammeState state)
    {
        foreach (var placed in pending.Where(p => p.Position > _upTo))
        {
            _named.UnionWith(RightRules.NamedBy(state, placed.Fact));
        }
    }

    /// <summary>Null where nothing was.</summary>
    public Func<Guid, bool>? Find => _named.Count == 0 ? null : _named.Contains;
}
