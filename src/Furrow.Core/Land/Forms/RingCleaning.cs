namespace Furrow.Core.Land;

/// <summary>Takes out of drawn rings what encloses nothing, and says so: the closing point, repeated points, rings without area.</summary>
internal static class RingCleaning
{
    /// <summary>The rings of a polygon that enclose something, as drawn. A polygon without a usable shell is dropped whole.</summary>
    public static List<GridPoint[]> Clean(GridPoint[][] polygon, RingRoles roles, List<Repair> repairs)
    {
        var rings = new List<GridPoint[]>(polygon.Length);
        for (var r = 0; r < polygon.Length; r++)
        {
            var ring = WithoutRepeats(polygon[r]);
            Report(polygon[r], ring.Length, repairs);
            if (ring.Length < 3 || Rings.LieOnOneLine(ring))
            {
                repairs.Add(new Repair("ring-without-area", ring.Length < 3
                    ? (Phrase)$"A ring of {ring.Length} different points encloses nothing and was left out."
                    : $"A ring of {ring.Length} points on one line encloses nothing and was left out.", 0));
                if (r == 0 && roles == RingRoles.Declared)
                {
                    return [];
                }

                continue;
            }

            rings.Add(ring);
        }

        return rings;
    }

    /// <summary>A copy that is open and repeats no point in a row.</summary>
    private static GridPoint[] WithoutRepeats(GridPoint[] ring)
    {
        var count = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            count += i == 0 || ring[i] != ring[i - 1] ? 1 : 0;
        }

        var end = ring.Length;
        for (; count > 1 && ring[end - 1] == ring[0]; count--)
        {
            for (end--; ring[end - 1] == ring[end]; end--)
            {
            }
        }

        var kept = new GridPoint[count];
        for (int i = 0, n = 0; n < count; i++)
        {
            if (i == 0 || ring[i] != ring[i - 1])
            {
                kept[n++] = ring[i];
            }
        }

        return kept;
    }

    /// <summary>Open rings and repeated points are told; a closed ring without repeats is as it should be.</summary>
    private static void Report(GridPoint[] ring, int kept, List<Repair> repairs)
    {
        var isClosed = ring.Length > 1 && ring[0] == ring[^1];
        var repeated = ring.Length - kept - (isClosed ? 1 : 0);
        if (repeated > 0)
        {
            repairs.Add(new Repair("repeated-point", $"{repeated} repeated points were left out.", 0));
        }
    }
}
