namespace Furrow.Core.Drills.Islands;

/// <summary>Makes water flow: from the sea inwards, lowest square first, every hollow is filled until it spills. The method is priority-flood
/// (Barnes, Lehman and Mulla 2014). Only the largest island stays.</summary>
internal static class Drainage
{
    /// <summary>Least fall from square to square, so that rivers run downhill everywhere.</summary>
    private const double LeastFallMetres = 0.02;

    /// <summary>Where water would stand, the way on is uneven by this much, or rivers would cross plains along ruled lines.</summary>
    private const double UnevenMetres = 0.4;

    public static Terrain Drain(double[] heights, Func<double[], int[], int[], Terrain> make)
    {
        var isLand = LargestIsland(heights);
        var drained = (double[])heights.Clone();
        var downstream = new int[heights.Length];
        Array.Fill(downstream, -1);
        var seen = new bool[heights.Length];
        // Height, then square number: a total order, so that no queue of any release may order ties its own way.
        var queue = new PriorityQueue<int, (double Height, int Cell)>();
        for (var cell = 0; cell < heights.Length; cell++)
        {
            if (!isLand[cell])
            {
                drained[cell] = Math.Min(drained[cell], -1);
                seen[cell] = true;
                queue.Enqueue(cell, (drained[cell], cell));
            }
        }

        var order = new List<int>();
        while (queue.TryDequeue(out var cell, out _))
        {
            if (isLand[cell])
            {
                order.Add(cell);
            }

            foreach (var next in Neighbours(cell))
            {
                if (!seen[next])
                {
                    seen[next] = true;
                    drained[next] = Math.Max(Math.Max(drained[next], 0.5), drained[cell] + LeastFallMetres + UnevenMetres * Unevenness(next));
                    downstream[next] = cell;
                    queue.Enqueue(next, (drained[next], next));
                }
            }
        }

        return make(drained, downstream, UpstreamCounts(order, downstream));
    }

    /// <summary>The eight squares around one, in a fixed order: sides before corners.</summary>
    public static IEnumerable<int> Neighbours(int cell)
    {
        int column = cell % Terrain.Columns, row = cell / Terrain.Columns;
        foreach (var (dc, dr) in Around)
        {
            int c = column + dc, r = row + dr;
            if (c >= 0 && c < Terrain.Columns && r >= 0 && r < Terrain.Rows)
            {
                yield return r * Terrain.Columns + c;
            }
        }
    }

    private static readonly (int, int)[] Around = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)];

    /// <summary>0 to 1, skewed to small values, by the number of the square alone.</summary>
    private static double Unevenness(int cell)
    {
        unchecked
        {
            var h = (uint)cell * 2_654_435_761u;
            h = (h ^ h >> 15) * 2_246_822_519u;
            h ^= h >> 13;
            var unit = (h >> 8) * (1.0 / (1 << 24));
            return unit * unit;
        }
    }

    private static int[] UpstreamCounts(List<int> order, int[] downstream)
    {
        var counts = new int[downstream.Length];
        for (var i = order.Count - 1; i >= 0; i--)
        {
            counts[order[i]]++;
            counts[downstream[order[i]]] += counts[order[i]];
        }

        return counts;
    }

    /// <summary>Land squares of the largest island, and hollows below sea level inside it.</summary>
    private static bool[] LargestIsland(double[] heights)
    {
        var isOcean = Reach(heights.Length, [0], cell => heights[cell] <= 0);
        var best = new bool[heights.Length];
        var bestCount = 0;
        var done = (bool[])isOcean.Clone();
        for (var cell = 0; cell < heights.Length; cell++)
        {
            if (!done[cell])
            {
                var island = Reach(heights.Length, [cell], c => !isOcean[c]);
                var count = 0;
                for (var i = 0; i < island.Length; i++)
                {
                    count += island[i] ? 1 : 0;
                    done[i] |= island[i];
                }

                (best, bestCount) = count > bestCount ? (island, count) : (best, bestCount);
            }
        }

        return best;
    }

    private static bool[] Reach(int count, int[] from, Func<int, bool> may)
    {
        var reached = new bool[count];
        var stack = new Stack<int>(from);
        while (stack.TryPop(out var cell))
        {
            if (!reached[cell] && may(cell))
            {
                reached[cell] = true;
                foreach (var next in Neighbours(cell))
                {
                    stack.Push(next);
                }
            }
        }

        return reached;
    }
}
