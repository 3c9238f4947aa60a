using Furrow.Core.Land;

namespace Furrow.Server.Tiles;

/// <summary>Forms polygons out of directed edges that have the land on their left and balance at every node.</summary>
internal static class RingAssembly
{
    public static IEnumerable<GridPoint[][]> Polygons(List<(GridPoint From, GridPoint To)> edges)
    {
        var shells = new List<(GridPoint[] Ring, double Area, GridBox Bounds, List<GridPoint[]> Rings)>();
        var holes = new List<GridPoint[]>();
        foreach (var ring in Rings(edges))
        {
            var area = SignedArea(ring);
            if (area > 0)
            {
                shells.Add((ring, area, ring.Aggregate(GridBox.Empty, (box, p) => box.With(p)), [ring]));
            }
            else if (area < 0)
            {
                holes.Add(ring);
            }
        }

        // The smallest shell around a hole is its own: sorted, it is the first found.
        shells.Sort((a, b) => a.Area.CompareTo(b.Area));
        foreach (var hole in holes)
        {
            var (lon, lat) = ((hole[0].Lon + hole[1].Lon) / 2.0, (hole[0].Lat + hole[1].Lat) / 2.0);
            shells.Find(s => s.Bounds.Contains(hole[0]) && Contains(s.Ring, lon, lat)).Rings?.Add(hole);
        }

        return shells.Select(s => s.Rings.ToArray());
    }

    private static IEnumerable<GridPoint[]> Rings(List<(GridPoint From, GridPoint To)> edges)
    {
        var next = new int[edges.Count];
        var leaving = new Dictionary<GridPoint, int>(edges.Count);
        for (var i = edges.Count - 1; i >= 0; i--)
        {
            next[i] = leaving.GetValueOrDefault(edges[i].From, -1);
            leaving[edges[i].From] = i;
        }

        var used = new bool[edges.Count];
        for (var i = 0; i < edges.Count; i++)
        {
            if (used[i])
            {
                continue;
            }

            var ring = new List<GridPoint>();
            for (var at = i; at >= 0 && !used[at]; at = Leftmost(edges, next, used, leaving, at, i))
            {
                used[at] = true;
                ring.Add(edges[at].From);
            }

            if (ring.Count >= 3)
            {
                yield return [.. ring];
            }
        }
    }

    /// <summary>Of the edges that leave where this one ends, the one that turns most to the left: it bounds the same piece of land. Back at
    /// the start: none.</summary>
    private static int Leftmost(List<(GridPoint From, GridPoint To)> edges, int[] next, bool[] used, Dictionary<GridPoint, int> leaving, int at, int start)
    {
        var (from, node) = edges[at];
        var best = -1;
        var bestTurn = double.NegativeInfinity;
        for (var i = leaving.GetValueOrDefault(node, -1); i >= 0; i = next[i])
        {
            if (used[i] && i != start)
            {
                continue;
            }

            double inLon = node.Lon - from.Lon, inLat = node.Lat - from.Lat;
            double outLon = edges[i].To.Lon - node.Lon, outLat = edges[i].To.Lat - node.Lat;
            var turn = Math.Atan2(inLon * outLat - inLat * outLon, inLon * outLon + inLat * outLat);
            if (turn > bestTurn)
            {
                (best, bestTurn) = (i, turn);
            }
        }

        return best;
    }

    private static double SignedArea(GridPoint[] ring)
    {
        double sum = 0;
        var origin = ring[0];
        var a = ring[^1];
        foreach (var b in ring)
        {
            sum += (double)(a.Lon - origin.Lon) * (b.Lat - origin.Lat) - (double)(b.Lon - origin.Lon) * (a.Lat - origin.Lat);
            a = b;
        }

        return sum / 2;
    }

    private static bool Contains(GridPoint[] ring, double lon, double lat)
    {
        var inside = false;
        var a = ring[^1];
        foreach (var b in ring)
        {
            if ((a.Lat > lat) != (b.Lat > lat) && lon < (double)(b.Lon - a.Lon) * (lat - a.Lat) / (b.Lat - a.Lat) + a.Lon)
            {
                inside = !inside;
            }

            a = b;
        }

        return inside;
    }
}
