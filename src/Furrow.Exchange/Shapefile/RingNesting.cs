namespace Furrow.Exchange.Shapefile;

/// <summary>A shapefile lists rings without saying which hole is whose: shells run clockwise, holes the other way. Puts each hole into the smallest shell
/// around it.</summary>
internal static class RingNesting
{
    private const long MostComparisons = 4_000_000;

    public static (IReadOnlyList<double[][]> Polygons, IReadOnlyList<string> Notes) Nest(IReadOnlyList<double[]> rings)
    {
        if (rings.Count <= 1)
        {
            return ([.. rings.Select(r => new[] { r })], []);
        }

        var all = rings.Select(r => new Ring(r, SignedArea(r), Box(r))).ToList();
        var shells = all.Where(r => r.Area <= 0).OrderBy(r => -r.Area).ToList();
        var holes = all.Where(r => r.Area > 0).ToList();
        if (shells.Count == 0 || (long)shells.Count * holes.Count > MostComparisons)
        {
            return ([.. rings.Select(r => new[] { r })], ["All rings of the shape run as holes do; each was taken as a shell."]);
        }

        var polygons = shells.ToDictionary(s => s, s => new List<double[]> { s.Points });
        var loose = new List<double[][]>();
        foreach (var hole in holes)
        {
            if (shells.Find(s => s.Box.Holds(hole.Box) && Holds(s.Points, hole.Points)) is { } shell)
            {
                polygons[shell].Add(hole.Points);
            }
            else
            {
                loose.Add([hole.Points]);
            }
        }

        return ([.. all.Where(polygons.ContainsKey).Select(s => polygons[s].ToArray()), .. loose],
            loose.Count > 0 ? [$"{loose.Count} rings run as holes do but lie in no shell; each was taken as a shell."] : []);
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

    /// <summary>Any vertex of the hole that does not lie on the shell decides; the first ones are enough.</summary>
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

    private sealed record Ring(double[] Points, double Area, Extent Box);

    private readonly record struct Extent(double MinX, double MinY, double MaxX, double MaxY)
    {
        public bool Holds(Extent other) => MinX <= other.MinX && MinY <= other.MinY && MaxX >= other.MaxX && MaxY >= other.MaxY;
    }
}
