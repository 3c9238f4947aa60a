namespace Furrow.Exchange.Drawn;

/// <summary>A shapefile lists rings without saying which hole is whose: shells run clockwise, holes the other way. Puts each hole into the smallest shell
/// around it, so that the drawing can be written down as polygons. What the rings mean is not decided here: the ledger reads them as the list they are
/// (<see cref="Furrow.Core.Land.RingRoles.ByDirection"/>).</summary>
internal static class RingNesting
{
    /// <summary>Boxes compared and points looked at, at most; rings that are not done by then stand for themselves, which changes nothing of their
    /// meaning.</summary>
    private const long MostSteps = 50_000_000;

    public static IReadOnlyList<double[][]> Nest(IReadOnlyList<double[]> rings)
    {
        if (rings.Count <= 1)
        {
            return [.. rings.Select(r => new[] { r })];
        }

        var all = rings.Select(r => new Ring(r, SignedArea(r), Box(r))).ToList();
        var polygons = all.Where(r => r.Area <= 0).ToDictionary(s => s, s => new List<double[]> { s.Points });
        var (reaching, loose) = (new List<Ring>(), new HashSet<Ring>());
        long steps = 0;

        // From west to east: shells begin before the holes in them.
        foreach (var ring in all.OrderBy(r => r.Box.MinX).ThenBy(r => r.Area > 0))
        {
            steps += reaching.Count;
            if (ring.Area <= 0)
            {
                reaching.RemoveAll(s => s.Box.MaxX < ring.Box.MinX);
                reaching.Add(ring);
            }
            else if (steps <= MostSteps && Smallest(reaching, ring, ref steps) is { } shell)
            {
                ring.Shell = shell;
            }
            else
            {
                loose.Add(ring);
            }
        }

        foreach (var hole in all.Where(r => r.Shell is not null))
        {
            polygons[hole.Shell!].Add(hole.Points);
        }

        return [.. all.Where(polygons.ContainsKey).Select(s => polygons[s].ToArray()), .. all.Where(loose.Contains).Select(r => new[] { r.Points })];
    }

    private static Ring? Smallest(List<Ring> shells, Ring hole, ref long steps)
    {
        Ring? best = null;
        foreach (var shell in shells)
        {
            if (shell.Box.Holds(hole.Box) && (best is null || shell.Area > best.Area))
            {
                steps += 16L * shell.Points.Length;
                best = Holds(shell.Points, hole.Points) ? shell : best;
            }
        }

        return best;
    }

    /// <summary>Positive when the ring runs anticlockwise. Relative to its first point, for the sake of large coordinates.</summary>
    private static double SignedArea(double[] ring)
    {
        double sum = 0;
        for (var i = 2; i + 3 < ring.Length; i += 2)
        {
            sum += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
        }

        return sum / 2;
    }

    /// <summary>The middle of any edge of the hole decides; the first ones are enough.</summary>
    private static bool Holds(double[] shell, double[] hole)
    {
        for (var i = 0; i + 1 < hole.Length && i < 16; i += 2)
        {
            if (Inside(shell, (hole[i] + hole[(i + 2) % hole.Length]) / 2, (hole[i + 1] + hole[(i + 3) % hole.Length]) / 2))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Inside(double[] ring, double x, double y)
    {
        var inside = false;
        for (int i = 0, j = ring.Length - 2; i < ring.Length; j = i, i += 2)
        {
            if (ring[i + 1] > y != ring[j + 1] > y && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i])
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static Extent Box(double[] ring)
    {
        double minX = double.MaxValue, minY = double.MaxValue, maxX = double.MinValue, maxY = double.MinValue;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            (minX, maxX) = (Math.Min(minX, ring[i]), Math.Max(maxX, ring[i]));
            (minY, maxY) = (Math.Min(minY, ring[i + 1]), Math.Max(maxY, ring[i + 1]));
        }

        return new Extent(minX, minY, maxX, maxY);
    }

    private sealed class Ring(double[] points, double area, Extent box)
    {
        public double[] Points { get; } = points;

        /// <summary>Negative for a shell.</summary>
        public double Area { get; } = area;

        public Extent Box { get; } = box;

        /// <summary>Of a hole.</summary>
        public Ring? Shell { get; set; }
    }

    private readonly record struct Extent(double MinX, double MinY, double MaxX, double MaxY)
    {
        public bool Holds(Extent other) => MinX <= other.MinX && MinY <= other.MinY && MaxX >= other.MaxX && MaxY >= other.MaxY;
    }
}
