using Furrow.Core.Land;

namespace Furrow.Core.Drills.Islands;

/// <summary>A stretch of border between two corners where borders meet. Walking along it, the label Left lies to the left; −1 is outside the frame.</summary>
internal sealed record BorderArc(int Left, int Right, GridPoint[] Points);

/// <summary>Draws the borders of labelled squares once, as arcs that neighbours share.</summary>
internal static class BorderArcs
{
    /// <summary>Where four squares meet with two labels crosswise, one square changes sides: a border must not touch itself.</summary>
    public static void SettleCorners(int[] labels, int columns, int rows, Func<int, int> group)
    {
        for (var again = true; again;)
        {
            again = false;
            for (var at = 0; at < (rows - 1) * columns; at++)
            {
                if (at % columns == columns - 1)
                {
                    continue;
                }

                int a = group(labels[at]), b = group(labels[at + 1]), c = group(labels[at + columns]), d = group(labels[at + columns + 1]);
                if (a == d && b != a && c != a)
                {
                    labels[at + 1] = labels[at];
                    again = true;
                }
                else if (b == c && a != b && d != b)
                {
                    labels[at] = labels[at + 1];
                    again = true;
                }
            }
        }
    }

    public static List<BorderArc> Make(int[] labels, int columns, int rows, double side, LatticeNoise jitter, Func<Metres, GridPoint> toGrid)
    {
        int Label(int c, int r) => c < 0 || r < 0 || c >= columns || r >= rows ? -1 : labels[r * columns + c];
        var width = columns + 1;
        var next = new Dictionary<int, List<(int To, int Left, int Right)>>();
        void Link(int from, int to, int left, int right)
        {
            if (left != right)
            {
                (next.TryGetValue(from, out var list) ? list : next[from] = []).Add((to, left, right));
                (next.TryGetValue(to, out list) ? list : next[to] = []).Add((from, right, left));
            }
        }

        for (var r = 0; r <= rows; r++)
        {
            for (var c = 0; c <= columns; c++)
            {
                if (c < columns)
                {
                    Link(r * width + c, r * width + c + 1, Label(c, r), Label(c, r - 1));
                }

                if (r < rows)
                {
                    Link(r * width + c, (r + 1) * width + c, Label(c - 1, r), Label(c, r));
                }
            }
        }

        Metres PointOf(int v) =>
            new((v % width - columns / 2.0 + jitter.At(v * 0.77, 0.5) * 0.3) * side, (v / width - rows / 2.0 + jitter.At(v * 0.77, 50.5) * 0.3) * side);
        var arcs = new List<BorderArc>();
        var done = new HashSet<(int, int)>();
        // Corners first; what is left then are rings without one.
        foreach (var start in next.Keys.OrderByDescending(v => next[v].Count != 2).ThenBy(v => v))
        {
            foreach (var (first, left, right) in next[start])
            {
                if (left > right && !done.Contains((start, first)))
                {
                    var path = Walk(next, start, first, done);
                    arcs.Add(new BorderArc(left, right, [.. LineSmoothing.Round(path.ConvertAll(PointOf), 2).Select(toGrid)]));
                }
            }
        }

        return arcs;
    }

    /// <summary>The land of all labels that satisfy a condition, out of the arcs around it.</summary>
    public static Shape ShapeOf(IReadOnlyList<BorderArc> arcs, Func<int, bool> inside)
    {
        var from = new Dictionary<GridPoint, GridPoint[]>();
        foreach (var arc in arcs)
        {
            if (inside(arc.Left) != inside(arc.Right))
            {
                GridPoint[] points = inside(arc.Left) ? arc.Points : [.. arc.Points.Reverse()];
                from.Add(points[0], points);
            }
        }

        var rings = new List<GridPoint[]>();
        while (from.Count > 0)
        {
            var ring = new List<GridPoint>();
            for (var at = from.Keys.Min(); from.Remove(at, out var points); at = points[^1])
            {
                ring.AddRange(points[..^1]);
            }

            rings.Add([.. ring]);
        }

        return Assemble(rings);
    }

    /// <summary>Anticlockwise rings are shells; a clockwise one is a hole of the shell around it.</summary>
    private static Shape Assemble(List<GridPoint[]> rings)
    {
        var polygons = rings.Where(r => TwiceArea(r) > 0).Select(r => new List<GridPoint[]> { r }).ToList();
        foreach (var hole in rings.Where(r => TwiceArea(r) <= 0))
        {
            polygons.Find(p => Checks.RingGeometry.Side(p[0], hole[0]) > 0)?.Add(hole);
        }

        return new Shape(polygons.Select(p => p.ToArray()));
    }

    private static Int128 TwiceArea(GridPoint[] ring)
    {
        Int128 twice = 0;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            twice += (Int128)ring[j].Lon * ring[i].Lat - (Int128)ring[i].Lon * ring[j].Lat;
        }

        return twice;
    }

    private static List<int> Walk(Dictionary<int, List<(int To, int Left, int Right)>> next, int start, int first, HashSet<(int, int)> done)
    {
        var path = new List<int> { start, first };
        done.Add((start, first));
        done.Add((first, start));
        while (next[path[^1]].Count == 2 && path[^1] != start)
        {
            var to = next[path[^1]].Find(n => n.To != path[^2]).To;
            done.Add((path[^1], to));
            done.Add((to, path[^1]));
            path.Add(to);
        }

        return path;
    }
}
