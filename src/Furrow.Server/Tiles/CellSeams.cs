using Furrow.Core.Land;

namespace Furrow.Server.Tiles;

/// <summary>Joins pieces of the same land across cell lines, so that a tile shows one polygon and not its cells. Pieces of neighbouring cells run along the
/// line between them in opposite directions: those edges cancel, what is left forms the rings.</summary>
internal sealed class CellSeams
{
    private readonly List<(GridPoint From, GridPoint To)> _edges = [];
    private readonly List<(GridPoint From, GridPoint To)> _seamEdges = [];
    private readonly Dictionary<(bool IsVertical, long Line), SortedSet<long>> _nodes = [];
    private readonly HashSet<(GridPoint From, GridPoint To)> _open = [];

    /// <summary>The polygons of all shapes, joined where they meet on cell lines.</summary>
    public static IEnumerable<GridPoint[][]> Join(IReadOnlyList<Shape> shapes)
    {
        var seams = new CellSeams();
        var whole = new List<GridPoint[][]>();
        foreach (var polygon in shapes.SelectMany(s => s.Polygons))
        {
            if (TouchesSeam(polygon[0]))
            {
                seams.Add(polygon);
            }
            else
            {
                whole.Add(polygon);
            }
        }

        return seams._seamEdges.Count == 0 ? whole : whole.Concat(RingAssembly.Polygons(seams.Rest()));
    }

    private static bool TouchesSeam(GridPoint[] ring)
    {
        var from = ring[^1];
        foreach (var to in ring)
        {
            if (IsSeam(from, to))
            {
                return true;
            }

            from = to;
        }

        return false;
    }

    private static bool IsSeam(GridPoint a, GridPoint b) =>
        (a.Lon == b.Lon && a.Lon % CellId.Size == 0) || (a.Lat == b.Lat && a.Lat % CellId.Size == 0);

    private void Add(GridPoint[][] polygon)
    {
        foreach (var ring in polygon)
        {
            var from = ring[^1];
            foreach (var to in ring)
            {
                if (IsSeam(from, to))
                {
                    _seamEdges.Add((from, to));
                    NoteNodes(from, to);
                }
                else
                {
                    _edges.Add((from, to));
                }

                from = to;
            }
        }
    }

    private void NoteNodes(GridPoint from, GridPoint to)
    {
        var isVertical = from.Lon == to.Lon;
        var key = (isVertical, isVertical ? from.Lon : from.Lat);
        if (!_nodes.TryGetValue(key, out var nodes))
        {
            _nodes.Add(key, nodes = []);
        }

        nodes.Add(isVertical ? from.Lat : from.Lon);
        nodes.Add(isVertical ? to.Lat : to.Lon);
    }

    /// <summary>Every edge that has no reverse. Seam edges are first cut at all nodes of their line: the neighbour may have one more than this side.</summary>
    private List<(GridPoint From, GridPoint To)> Rest()
    {
        foreach (var (from, to) in _seamEdges)
        {
            var isVertical = from.Lon == to.Lon;
            var (start, end) = isVertical ? (from.Lat, to.Lat) : (from.Lon, to.Lon);
            var nodes = _nodes[(isVertical, isVertical ? from.Lon : from.Lat)].GetViewBetween(Math.Min(start, end), Math.Max(start, end));
            var previous = from;
            foreach (var node in start < end ? nodes : nodes.Reverse())
            {
                var next = isVertical ? new GridPoint(from.Lon, node) : new GridPoint(node, from.Lat);
                if (next != previous && !_open.Remove((next, previous)))
                {
                    _open.Add((previous, next));
                }

                previous = next;
            }
        }

        _edges.AddRange(_open.OrderBy(e => e.From).ThenBy(e => e.To));
        return _edges;
    }
}
