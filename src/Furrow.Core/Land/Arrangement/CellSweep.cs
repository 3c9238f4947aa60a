using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>Finds what lies left and right of every noded edge of a cell. A line sweeps from west to east; from below to above it crosses the edges in order,
/// and each crossing changes the cover by the edge's label. Coverage is never tested with a point, and an island inside a face needs no special care.</summary>
internal sealed class CellSweep
{
    /// <summary>With so many edges in the status or fewer, looking through their ends is quicker than searching by geometry.</summary>
    private const int Few = 64;

    private readonly List<int> _status = [];

    /// <summary>The higher end of each edge of the status.</summary>
    private readonly List<ulong> _ends = [];
    private readonly List<int> _starting = [];

    /// <param name="edges">Sorted by A, then B, and crossing nowhere; Left and Right are filled in.</param>
    /// <param name="nodes">All ends of edges, ascending.</param>
    public void Run(Span<Edge> edges, ReadOnlySpan<ulong> nodes, LabelTable labels, ICover covers)
    {
        _status.Clear();
        _ends.Clear();
        var next = 0;
        foreach (var node in nodes)
        {
            var at = PositionOf(edges, node);
            var ending = at;
            while (ending < _ends.Count && _ends[ending] == node)
            {
                ending++;
            }

            var starts = next < edges.Length && edges[next].A == node;
            if (starts && ending == at + 1 && (next + 1 == edges.Length || edges[next + 1].A != node))
            {
                Bend(edges, at, next++, labels, covers);
                continue;
            }

            _status.RemoveRange(at, ending - at);
            _ends.RemoveRange(at, ending - at);
            _starting.Clear();
            for (; starts && next < edges.Length && edges[next].A == node; next++)
            {
                InsertByAngle(edges, next);
            }

            var cover = at > 0 ? edges[_status[at - 1]].Left : 0;
            foreach (var edge in _starting)
            {
                edges[edge].Right = cover;
                cover = covers.Cross(cover, labels.Of(edges[edge].Label), edges[edge].Label);
                edges[edge].Left = cover;
            }

            _status.InsertRange(at, _starting);
            for (var i = 0; i < _starting.Count; i++)
            {
                _ends.Insert(at + i, edges[_starting[i]].B);
            }
        }
    }

    /// <summary>The common case, a bend in one outline: the next edge takes the place of the last.</summary>
    private void Bend(Span<Edge> edges, int at, int next, LabelTable labels, ICover covers)
    {
        ref var last = ref edges[_status[at]];
        ref var edge = ref edges[next];
        edge.Right = last.Right;
        edge.Left = edge.Label == last.Label ? last.Left : covers.Cross(last.Right, labels.Of(edge.Label), edge.Label);
        (_status[at], _ends[at]) = (next, edge.B);
    }

    /// <summary>Index of the first edge that does not pass strictly below the node.</summary>
    private int PositionOf(Span<Edge> edges, ulong node)
    {
        if (_ends.Count <= Few && CollectionsMarshal.AsSpan(_ends).IndexOf(node) is >= 0 and var found)
        {
            return found;
        }

        int low = 0, high = _status.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            ref var edge = ref edges[_status[middle]];
            if (edge.B != node && Node.Turn(edge.A, edge.B, node) > 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void InsertByAngle(Span<Edge> edges, int edge)
    {
        var at = _starting.Count;
        while (at > 0 && Node.Turn(edges[edge].A, edges[edge].B, edges[_starting[at - 1]].B) > 0)
        {
            at--;
        }

        _starting.Insert(at, edge);
    }
}
