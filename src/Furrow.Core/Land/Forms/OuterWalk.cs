namespace Furrow.Core.Land;

/// <summary>Walks around a ring on its outside and marks where what it encloses begins and ends. A face counts as enclosed when no way leads out of it that
/// does not cross the line, whatever the winding there: a line that runs round a face there and back encloses it too.</summary>
internal static class OuterWalk
{
    /// <param name="Edge">Number of the edge.</param>
    /// <param name="Number">Of the two directions of an edge one is even, and the other is the next.</param>
    private readonly record struct Directed(GridPoint From, GridPoint To, int Edge, int Number);

    /// <param name="of">Numbers of the edges this ring runs along.</param>
    /// <returns>Whether the ring is simple: then there was nothing to find out.</returns>
    public static bool Mark(DrawnEdges edges, List<int> of, int ring, NodingBudget budget)
    {
        var directed = new Directed[2 * of.Count];
        for (var i = 0; i < of.Count; i++)
        {
            ref readonly var edge = ref edges.Edges[of[i]];
            directed[2 * i] = new Directed(edge.A, edge.B, of[i], 2 * i);
            directed[2 * i + 1] = new Directed(edge.B, edge.A, of[i], 2 * i + 1);
        }

        // Around each node anticlockwise.
        Array.Sort(directed, static (p, q) => p.From != q.From ? p.From.CompareTo(q.From) : Rings.CompareAround(p.From, p.To, q.To));
        var simple = of.TrueForAll(number => Math.Abs(ChangeOf(edges, number, ring).Change) == 1) && TwoAtEachNode(directed);
        if (!simple)
        {
            Walk(edges, directed, ring, budget);
        }

        return simple;
    }

    private static bool TwoAtEachNode(Directed[] directed)
    {
        for (var i = 0; i < directed.Length; i += 2)
        {
            if (i + 1 == directed.Length || directed[i].From != directed[i + 1].From
                || (i + 2 < directed.Length && directed[i + 2].From == directed[i].From))
            {
                return false;
            }
        }

        return true;
    }

    private static void Walk(DrawnEdges edges, Directed[] directed, int ring, NodingBudget budget)
    {
        // From the westernmost node all edges lead east; the lowest of them has the outside on its right.
        var start = 0;
        for (var i = 1; i < directed.Length && directed[i].From == directed[0].From; i++)
        {
            if (Rings.Turn(directed[0].From, directed[start].To, directed[i].To) < 0)
            {
                start = i;
            }
        }

        var placeOf = new int[directed.Length];
        for (var i = 0; i < directed.Length; i++)
        {
            placeOf[directed[i].Number] = i;
        }

        var at = start;
        do
        {
            var step = directed[at];
            ChangeOf(edges, step.Edge, ring).Enclosure += step.From < step.To ? 1 : -1;
            at = Next(directed, placeOf[step.Number ^ 1]);
        }
        while (at != start && budget.Take(1));
    }

    /// <summary>The next edge with the outside on the right: of those that leave the end, the first anticlockwise from where we came; back only where none
    /// other is.</summary>
    /// <param name="back">The edge back to where we came from.</param>
    private static int Next(Directed[] directed, int back)
    {
        var node = directed[back].From;
        if (back + 1 < directed.Length && directed[back + 1].From == node)
        {
            return back + 1;
        }

        // Round to the first of the node.
        int low = 0, high = back;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = directed[middle].From < node ? (middle + 1, high) : (low, middle);
        }

        return low;
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
