namespace Furrow.Core.Land;

/// <summary>Finds what lies left and right of every noded edge of a cell. A line sweeps from west to east; from below to above it crosses the edges in order,
/// and each crossing changes the cover by the edge's label. Coverage is never tested with a point, and an island inside a face needs no special care.</summary>
internal sealed class CellSweep
{
    private readonly List<int> _status = [];
    private readonly List<int> _starting = [];

    /// <param name="edges">Sorted by A, then B, and crossing nowhere; Left and Right are filled in.</param>
    /// <param name="nodes">All ends of edges, ascending.</param>
    public void Run(Span<Edge> edges, ReadOnlySpan<ulong> nodes, LabelTable labels, ICover covers)
    {
        _status.Clear();
        var next = 0;
        foreach (var node in nodes)
        {
            var at = PositionOf(edges, node);
            var ending = at;
            while (ending < _status.Count && edges[_status[ending]].B == node)
            {
                ending++;
            }

            if (ending > at)
            {
                _status.RemoveRange(at, ending - at);
            }

            if (next == edges.Length || edges[next].A != node)
            {
                continue;
            }

            _starting.Clear();
            for (; next < edges.Length && edges[next].A == node; next++)
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
        }
    }

    /// <summary>Index of the first edge that does not pass strictly below the node.</summary>
    private int PositionOf(Span<Edge> edges, ulong node)
    {
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
