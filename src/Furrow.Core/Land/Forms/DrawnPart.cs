namespace Furrow.Core.Land;

/// <summary>One polygon of a drawing, its rings cleaned and run as the ledger's do.</summary>
/// <param name="Rings">Shell anticlockwise, holes clockwise.</param>
/// <param name="Clockwise">How each ring was drawn.</param>
/// <param name="IsInDoubt">Directions of rings contradict each other (<see cref="RingRoles.ByDirection"/> only).</param>
internal sealed record DrawnPart(GridPoint[][] Rings, bool[] Clockwise, bool IsInDoubt)
{
    public GridBox Box { get; } = Rings.Aggregate(GridBox.Empty, (box, ring) => box.With(Land.Rings.BoxOf(ring)));

    public static DrawnPart Of(IReadOnlyList<GridPoint[]> rings, bool isInDoubt = false)
    {
        var clockwise = rings.Select(IsClockwise).ToArray();
        return new DrawnPart([.. rings.Select((ring, i) => clockwise[i] == (i == 0) ? Reversed(ring) : ring)], clockwise, isInDoubt);
    }

    /// <summary>The rings in the direction they were drawn.</summary>
    public IEnumerable<GridPoint[]> AsDrawn => Rings.Select((ring, i) => Clockwise[i] == (i == 0) ? Reversed(ring) : ring);

    /// <summary>Numbers of parts that boxes tie together: parts of different groups have nothing in common.</summary>
    public static IEnumerable<List<int>> Groups(List<DrawnPart> parts, NodingBudget budget)
    {
        if (parts.Count < 2)
        {
            return parts.Count == 0 ? [] : [[0]];
        }

        // Equal boxes are one: thousands of copies would meet each other one by one.
        var group = Enumerable.Range(0, parts.Count).ToArray();
        var (once, number) = (new Dictionary<GridBox, int>(), new List<int>());
        for (var i = 0; i < parts.Count; i++)
        {
            var box = PlainRings.Widened(parts[i].Box);
            if (once.TryAdd(box, i))
            {
                number.Add(i);
            }

            group[i] = once[box];
        }

        var tree = new BoxTree([.. once.Keys]);
        var meeting = new List<int>();
        foreach (var (box, i) in once)
        {
            meeting.Clear();
            tree.Meeting(box, meeting);
            meeting.ForEach(j => group[RootOf(group, number[j])] = RootOf(group, i));
            if (!budget.Take(NodingBudget.StepsOfMeeting * meeting.Count))
            {
                return [];
            }
        }

        return Enumerable.Range(0, parts.Count).GroupBy(i => RootOf(group, i)).Select(g => g.ToList());
    }

    internal static bool IsClockwise(GridPoint[] ring)
    {
        var box = Land.Rings.BoxOf(ring);
        var widest = Math.Max(box.MaxLon - box.MinLon, box.MaxLat - box.MinLat);
        if (widest > 30_000_000 || ring.Length > 4_000)
        {
            return Land.Rings.TwiceArea(ring) < 0;
        }

        // 4,000 times two products of at most 9e14 each stay within a long.
        var sum = 0L;
        var origin = ring[0];
        for (var i = 1; i + 1 < ring.Length; i++)
        {
            sum += (ring[i].Lon - origin.Lon) * (ring[i + 1].Lat - origin.Lat) - (ring[i].Lat - origin.Lat) * (ring[i + 1].Lon - origin.Lon);
        }

        return sum < 0;
    }

    private static GridPoint[] Reversed(GridPoint[] ring)
    {
        var reversed = (GridPoint[])ring.Clone();
        Array.Reverse(reversed);
        return reversed;
    }

    private static int RootOf(int[] group, int i)
    {
        while (group[i] != i)
        {
            i = group[i] = group[group[i]];
        }

        return i;
    }
}
