namespace Furrow.Core.Land;

/// <summary>Which ring lies wholly in which other, found from the faces: no vertex decides, so rings may touch, cross or be equal.</summary>
internal sealed class RingRelations
{
    /// <summary>For each ring those that lie around every face it encloses, itself among them. Null: it encloses nothing.</summary>
    private readonly RingSet?[] _around;

    /// <summary>The same without those that enclose just what it encloses.</summary>
    private readonly RingSet[] _beyond;

    public RingRelations(FaceCovers covers, int rings, NodingBudget budget)
    {
        _around = new RingSet?[rings];
        _beyond = new RingSet[rings];
        Array.Fill(_beyond, RingSet.Empty);
        var members = new List<int>();
        for (var cover = 1; cover < covers.Count; cover++)
        {
            members.Clear();
            foreach (ref readonly var ring in covers.Of(cover))
            {
                members.Add(ring.Ring);
            }

            var here = RingSet.Of(members);
            foreach (var ring in members)
            {
                var before = _around[ring];
                if (!budget.Take(NodingBudget.StepsOfWord * (1 + (before is null ? 0 : here.Words + before.Words))))
                {
                    return;
                }

                _around[ring] = before?.And(here) ?? here;
            }
        }

        FindBeyond(budget);
    }

    /// <summary>The rings that lie around a ring and are not the same as it.</summary>
    public RingSet Around(int ring) => _beyond[ring];

    /// <summary>Whether a ring lies in another, and the other not in it.</summary>
    public bool LiesIn(int ring, int other) => _beyond[ring].Holds(other);

    /// <summary>The rings that a ring lies in, itself and those that are equal to it among them.</summary>
    public RingSet In(int ring) => _around[ring] ?? RingSet.Empty;

    /// <summary>Rings that lie in the same rings lie in each other: they enclose the same.</summary>
    private void FindBeyond(NodingBudget budget)
    {
        var alike = new Dictionary<RingSet, List<int>>();
        for (var ring = 0; ring < _around.Length; ring++)
        {
            if (_around[ring] is { } around)
            {
                budget.Take(NodingBudget.StepsOfWord * (1 + around.Words));
                alike.TryAdd(around, []);
                alike[around].Add(ring);
            }
        }

        foreach (var (around, rings) in alike)
        {
            var beyond = around.Without(RingSet.Of(rings));
            rings.ForEach(ring => _beyond[ring] = beyond);
        }
    }
}
