using System.Runtime.InteropServices;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Land.Orders;

/// <summary>What differs for hazardous areas between a ledger and a later state of it: their m², from the cells that changed alone, and all areas of which
/// something may be said otherwise.</summary>
internal sealed class AreaChanges
{
    private readonly LandLedger _from;
    private readonly LandLedger _to;

    private AreaChanges(LandLedger from, LandLedger to, int until)
    {
        (_from, _to) = (from, to);
        Sums = new AreaSums(to, until);
    }

    /// <summary>Differences of m². Sums are of integers: what is taken away is exactly what was added.</summary>
    public AreaSums Sums { get; }

    /// <summary>Every area of which something may be said otherwise.</summary>
    public SortedSet<int> Areas { get; } = [];

    public static AreaChanges Between(LandLedger from, LandLedger to, int until)
    {
        var changes = new AreaChanges(from, to, until);
        changes.Cells();
        changes.Claims();
        changes.AlsoKnown();
        return changes;
    }

    private void Cells()
    {
        var counts = new Dictionary<CellContent, int>(ReferenceEqualityComparer.Instance);
        foreach (var row in _from.Cells.RowNumbers().Union(_to.Cells.RowNumbers()))
        {
            var (before, after) = (_from.Cells.Row(row), _to.Cells.Row(row));
            if (ReferenceEquals(before, after))
            {
                continue;
            }

            counts.Clear();
            foreach (var span in before)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, span.Content, out _) -= span.Count;
            }

            foreach (var span in after)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, span.Content, out _) += span.Count;
            }

            foreach (var (content, count) in counts.Where(c => c.Value != 0))
            {
                Sums.Add(content, count);
            }
        }

        Areas.UnionWith(Sums.Lands.Keys);
    }

    private void Claims()
    {
        for (var claim = _from.ClaimCount; claim < _to.ClaimCount; claim++)
        {
            Speaks(claim);
        }

        if (!ReferenceEquals(_from.RemovedAt, _to.RemovedAt))
        {
            foreach (var (claim, _) in _to.RemovedAt.Where(r => r.Value > _from.KnownAt))
            {
                Speaks(claim);
            }
        }
    }

    private void Speaks(int claim)
    {
        ref readonly var folded = ref _to.FoldClaims[claim];
        if (folded.Area >= 0)
        {
            Areas.Add(folded.Area);
            Areas.UnionWith(folded.Predecessors);
            Areas.UnionWith(_to.Claim(claim).Aliases.Select(_to.Areas.NumberOf).Where(a => a >= 0));
        }
    }

    /// <summary>An area speaks for the codes it is also known by, and they for it.</summary>
    private void AlsoKnown()
    {
        foreach (var area in Areas.ToList())
        {
            foreach (var (claim, role) in _to.AreaClaims.Of(area))
            {
                if (role == AreaRole.AlsoKnownAs)
                {
                    Areas.Add(_to.FoldClaims[claim].Area);
                }
                else if (role == AreaRole.Names)
                {
                    Areas.UnionWith(_to.Claim(claim).Aliases.Select(_to.Areas.NumberOf).Where(a => a >= 0));
                }
            }
        }
    }
}
