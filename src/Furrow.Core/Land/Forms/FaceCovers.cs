using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>How a ring lies around a face.</summary>
/// <param name="Winding">How often it runs around it, anticlockwise positive.</param>
/// <param name="Encloses">Whether no way leads out of the face that does not cross the ring.</param>
internal readonly record struct RingCover(int Ring, int Winding, bool Encloses)
{
    /// <summary>The odd-even rule.</summary>
    public bool IsOdd => (Winding & 1) != 0;
}

/// <summary>The different ways in which rings lie around faces: each is kept once and has a number; 0 is the land outside all. A line sweeps over the edges
/// from west to east, as in <see cref="CellSweep"/>, and crosses them from below to above.</summary>
internal sealed class FaceCovers
{
    private const int ManyRings = 32;

    /// <summary>A ring around a face is copied, hashed and compared.</summary>
    private const long StepsOfRing = 8;

    private readonly DrawnEdges _edges;
    private readonly bool[] _isWalked;
    private readonly NodingBudget _budget;
    private readonly List<RingCover> _covers = [];
    private readonly List<int> _starts = [0, 0];
    private readonly Dictionary<int, List<int>> _byHash = new() { [new HashCode().ToHashCode()] = [0] };
    private readonly List<RingCover> _scratch = [];
    private readonly List<int> _status = [];
    private readonly Comparison<int> _byAngle;

    /// <summary>What an edge of one ring makes of a cover, where that has many.</summary>
    private readonly Dictionary<(int Cover, int Ring, int Change, int Enclosure), int> _crossed = [];

    /// <param name="isWalked">Rings whose enclosure was marked (<see cref="OuterWalk"/>); others are simple and enclose what they run around.</param>
    public FaceCovers(DrawnEdges edges, bool[] isWalked, NodingBudget budget)
    {
        (_edges, _isWalked, _budget, _byAngle) = (edges, isWalked, budget, ByAngle);
        Sweep();
    }

    public int Count => _starts.Count - 1;

    /// <summary>The rings around a face, ascending; those that neither run around nor enclose it are not named.</summary>
    public ReadOnlySpan<RingCover> Of(int cover) => CollectionsMarshal.AsSpan(_covers)[_starts[cover].._starts[cover + 1]];

    private void Sweep()
    {
        var edges = _edges.Edges;
        var ends = new List<GridPoint>(2 * edges.Length);
        foreach (ref readonly var edge in edges)
        {
            ends.Add(edge.A);
            ends.Add(edge.B);
        }

        ends.Sort();
        var starting = new List<int>();
        var next = 0;
        for (var i = 0; i < ends.Count && !_budget.IsSpent; i++)
        {
            if (i > 0 && ends[i] == ends[i - 1])
            {
                continue;
            }

            var at = PositionOf(ends[i]);
            var ending = at;
            while (ending < _status.Count && edges[_status[ending]].B == ends[i])
            {
                ending++;
            }

            // What lies above in the status is moved down, and up again, some of it at once.
            _budget.Take((_status.Count - at) / 4);
            _status.RemoveRange(at, ending - at);
            starting.Clear();
            for (; next < edges.Length && edges[next].A == ends[i]; next++)
            {
                starting.Add(next);
            }

            _budget.Take(starting.Count);
            starting.Sort(_byAngle);
            var cover = at > 0 ? edges[_status[at - 1]].Left : 0;
            foreach (var edge in starting)
            {
                edges[edge].Right = cover;
                cover = Cross(cover, edges[edge]);
                edges[edge].Left = cover;
            }

            _status.InsertRange(at, starting);
        }
    }

    /// <summary>Index of the first edge of the status that does not pass strictly below the node.</summary>
    private int PositionOf(GridPoint node)
    {
        int low = 0, high = _status.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            ref readonly var edge = ref _edges.Edges[_status[middle]];
            (low, high) = edge.B != node && Rings.Turn(edge.A, edge.B, node) > 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Edges that begin at one node and lead east, the lowest first.</summary>
    private int ByAngle(int p, int q)
    {
        var edges = _edges.Edges;
        return -Rings.Turn(edges[p].A, edges[p].B, edges[q].B).CompareTo(0);
    }

    /// <summary>The cover on the left of an edge, from that on its right.</summary>
    private int Cross(int cover, in DrawnEdge edge)
    {
        var right = Of(cover);
        var changes = _edges.ChangesOf(edge);
        if (right.Length < ManyRings || changes.Length > 1)
        {
            return Crossed(right, changes);
        }

        var crossing = (cover, changes[0].Ring, changes[0].Change, changes[0].Enclosure);
        if (!_crossed.TryGetValue(crossing, out var left))
        {
            left = Crossed(right, changes);
            _crossed.Add(crossing, left);
        }

        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Crossed(ReadOnlySpan<RingCover> right, ReadOnlySpan<RingChange> changes)
    {
        _budget.Take(StepsOfRing * (right.Length + changes.Length));
        _scratch.Clear();
        int i = 0, j = 0;
        while (i < right.Length || j < changes.Length)
        {
            if (j == changes.Length || (i < right.Length && right[i].Ring < changes[j].Ring))
            {
                _scratch.Add(right[i++]);
                continue;
            }

            ref readonly var change = ref changes[j++];
            var before = i < right.Length && right[i].Ring == change.Ring ? right[i++] : new RingCover(change.Ring, 0, false);
            var winding = before.Winding + change.Change;
            var encloses = _isWalked[change.Ring] ? change.Enclosure == 0 ? before.Encloses : change.Enclosure > 0 : winding != 0;
            if (winding != 0 || encloses)
            {
                _scratch.Add(new RingCover(change.Ring, winding, encloses));
            }
        }

        return Intern();
    }

    private int Intern()
    {
        var hash = new HashCode();
        _scratch.ForEach(c => hash.Add(c));
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_byHash, hash.ToHashCode(), out _);
        same ??= [];
        foreach (var number in same)
        {
            if (Of(number).SequenceEqual(CollectionsMarshal.AsSpan(_scratch)))
            {
                return number;
            }
        }

        _budget.Take(NodingBudget.StepsOfCover * _scratch.Count);
        _covers.AddRange(_scratch);
        _starts.Add(_covers.Count);
        same.Add(Count - 1);
        return Count - 1;
    }
}
