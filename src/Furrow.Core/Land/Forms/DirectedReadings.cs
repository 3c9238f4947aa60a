namespace Furrow.Core.Land;

/// <summary>The readings of a list of rings whose direction alone says what they are (docs/decisions/0004-fill-rule-in-repair.md): odd-even over all rings;
/// nonzero; each shell minus the holes that do not lie around it, with directions as the format has them, or reversed. Which of the two directions is that
/// of shells is told by the outermost ring, which can be nothing else; where outermost rings that overlap differ, both are tried. Rings that share no land
/// have nothing to do with each other.</summary>
internal sealed class DirectedReadings : IReadings
{
    private readonly bool[] _isClockwise;
    private readonly RingRelations _relations;
    private readonly NodingBudget _budget;
    private readonly bool[] _isOutermost;
    private readonly int[] _cluster;
    private readonly List<int> _holes = [];
    private readonly List<int> _sureHoles = [];

    /// <summary>For each cluster whether its shells may run anticlockwise, or clockwise.</summary>
    private readonly bool[,] _mayBeShell;

    public DirectedReadings(bool[] isClockwise, FaceCovers covers, RingRelations relations, NodingBudget budget)
    {
        (_isClockwise, _relations, _budget) = (isClockwise, relations, budget);
        _cluster = [.. Enumerable.Range(0, isClockwise.Length)];
        for (var cover = 1; cover < covers.Count; cover++)
        {
            var rings = covers.Of(cover);
            for (var i = 1; i < rings.Length; i++)
            {
                _cluster[ClusterOf(rings[i].Ring)] = ClusterOf(rings[0].Ring);
            }
        }

        _isOutermost = [.. Enumerable.Range(0, isClockwise.Length).Select(r => relations.Around(r).IsEmpty)];
        _mayBeShell = new bool[isClockwise.Length, 2];
        for (var r = 0; r < isClockwise.Length; r++)
        {
            _mayBeShell[ClusterOf(r), isClockwise[r] ? 1 : 0] |= _isOutermost[r];
        }
    }

    public DrawingFault Faults { get; private set; }

    public Reading Of(ReadOnlySpan<RingCover> cover)
    {
        if (cover.IsEmpty)
        {
            return default;
        }

        var winding = 0;
        foreach (ref readonly var ring in cover)
        {
            winding += ring.Winding;
        }

        bool odd = (winding & 1) != 0, nonzero = winding != 0;
        bool certain = odd && nonzero, possible = odd || nonzero;
        var cluster = ClusterOf(cover[0].Ring);
        for (var direction = 0; direction < 2; direction++)
        {
            if (_mayBeShell[cluster, direction])
            {
                var (all, any) = WithShells(cover, direction == 1);
                (certain, possible) = (certain && all, possible || any);
            }
        }

        Faults |= cover.Length > 1 && certain != possible ? DrawingFault.RingsInDoubt : DrawingFault.None;
        return new Reading(certain, possible);
    }

    /// <summary>Each shell minus the holes that do not lie around it. An outermost ring that runs as holes do may be a shell too.</summary>
    private Reading WithShells(ReadOnlySpan<RingCover> cover, bool clockwise)
    {
        var (holes, sureHoles) = HolesAt(cover, clockwise);
        bool certain = false, possible = false;
        foreach (ref readonly var shell in cover)
        {
            var isShell = _isClockwise[shell.Ring] == clockwise;
            if ((!isShell && !_isOutermost[shell.Ring]) || (certain && possible))
            {
                continue;
            }

            var around = _relations.Around(shell.Ring);
            _budget.Take(NodingBudget.StepsOfWord * (holes.Words + sureHoles.Words + around.Words));
            certain = certain || (isShell && shell.IsOdd && !holes.HasBeyond(around, shell.Ring));
            possible = possible || (shell.Encloses && !sureHoles.HasBeyond(around, shell.Ring));
        }

        return new Reading(certain, possible);
    }

    /// <summary>The rings around a face that run as holes do: all that enclose it, and those that are holes in any reading.</summary>
    private (RingSet All, RingSet Sure) HolesAt(ReadOnlySpan<RingCover> cover, bool clockwise)
    {
        _budget.Take(NodingBudget.StepsOfWord * cover.Length);
        _holes.Clear();
        _sureHoles.Clear();
        foreach (ref readonly var hole in cover)
        {
            if (_isClockwise[hole.Ring] == clockwise)
            {
                continue;
            }

            if (hole.Encloses)
            {
                _holes.Add(hole.Ring);
            }

            if (hole.IsOdd && !_isOutermost[hole.Ring])
            {
                _sureHoles.Add(hole.Ring);
            }
        }

        return (RingSet.Of(_holes), RingSet.Of(_sureHoles));
    }

    private int ClusterOf(int ring)
    {
        while (_cluster[ring] != ring)
        {
            _cluster[ring] = _cluster[_cluster[ring]];
            ring = _cluster[ring];
        }

        return ring;
    }
}
