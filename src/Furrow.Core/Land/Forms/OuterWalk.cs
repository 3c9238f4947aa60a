namespace Furrow.Core.Land;

/// <summary>Walks around a ring on its outside and marks where what it encloses begins and ends. A face counts as enclosed when no way leads out of it that
/// does not cross the line, whatever the winding there: a line that runs round a face there and back encloses it too.</summary>
internal static class OuterWalk
{
    private readonly record struct Directed(GridPoint From, GridPoint To, int Edge);

    /// <param name="of">Numbers of the edges this ring runs along.</param>
    /// <returns>Whether the ring is simple: then there was nothing to find out.</returns>
    public static bool Mark(DrawnEdges edges, List<int> of, int ring, NodingBudget budget)
    {
        var directed = new List<Directed>(2 * of.Count);
        foreach (var number in of)
        {
            ref readonly var edge = ref edges.Edges[number];
            directed.Add(new Directed(edge.A, edge.B, number));
            directed.Add(new Directed(edge.B, edge.A, number));
        }

        directed.Sort(static (p, q) => p.From != q.From ? p.From.CompareTo(q.From) : p.To.CompareTo(q.To));
        var simple = of.TrueForAll(number => Math.Abs(ChangeOf(edges, number, ring).Change) == 1) && TwoAtEachNode(directed);
        if (!simple)
        {
            Walk(edges, directed, ring, budget);
        }

        return simple;
    }

    private static bool TwoAtEachNode(List<Directed> directed)
    {
        for (var i = 0; i < directed.Count; i += 2)
        {
            if (i + 1 == directed.Count || directed[i].From != directed[i + 1].From || (i + 2 < directed.Count && directed[i + 2].From == directed[i].From))
            {
                return false;
            }
        }

        return true;
    }

    private static void Walk(DrawnEdges edges, List<Directed> directed, int ring, NodingBudget budget)
    {
        // From the westernmost node all edges lead east; the lowest of them has the outside on its right.
        var start = 0;
        for (var i = 1; i < directed.Count && directed[i].From == directed[0].From; i++)
        {
            if (Rings.Turn(directed[0].From, directed[start].To, directed[i].To) < 0)
            {
                start = i;
            }
        }

        var at = start;
        do
        {
            var step = directed[at];
            ChangeOf(edges, step.Edge, ring).Enclosure += step.From < step.To ? 1 : -1;
            at = Next(directed, step, budget);
        }
        while (at != start && !budget.IsSpent);
    }

    /// <summary>The next edge with the outside on the right: of those that leave the end, the first anticlockwise from where we came; back only where none
    /// other is.</summary>
    private static int Next(List<Directed> directed, Directed step, NodingBudget budget)
    {
        int low = 0, high = directed.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = directed[middle].From < step.To ? (middle + 1, high) : (low, middle);
        }

        int best = -1, back = -1, i = low;
        for (; i < directed.Count && directed[i].From == step.To; i++)
        {
            if (directed[i].To == step.From)
            {
                back = i;
            }
            else if (best < 0 || Rings.IsClockwiseBefore(step.From, step.To, directed[best].To, directed[i].To))
            {
                best = i;
            }
        }

        budget.Take(i - low);
        return best < 0 ? back : best;
    }

    private static ref RingChange ChangeOf(DrawnEdges edges, int edge, int ring)
    {
        var changes = edges.ChangesOf(edges.Edges[edge]);
        int low = 0, high = changes.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = changes[middle].Ring < ring ? (middle + 1, high) : (low, middle);
        }

        return ref changes[low];
    }
}
