namespace Furrow.Core.Land;

/// <summary>What became of parts of a drawing that had to be looked at closely.</summary>
/// <param name="Polygons">What a release or a hazard keeps; none when nothing is certain.</param>
/// <param name="Doubt">Land inside some reading but not inside all.</param>
/// <param name="IsAsDrawn">The drawing is valid and was taken as it is.</param>
internal readonly record struct RepairedParts(IReadOnlyList<GridPoint[][]> Polygons, Shape Doubt, DrawingFault Faults, bool IsAsDrawn);

/// <summary>Reads parts whose lines come near each other: nodes them, judges every face by every reading the format admits, and draws the land anew from the
/// faces that are kept.</summary>
internal static class DrawingRepair
{
    /// <returns>Null when the budget did not last.</returns>
    public static RepairedParts? Of(List<DrawnPart> parts, RingRoles roles, bool isRelease, NodingBudget budget)
    {
        var rings = parts.SelectMany(p => roles == RingRoles.Declared ? p.Rings : p.AsDrawn).ToList();
        var edges = new DrawnEdges(rings, budget);
        if (budget.IsSpent)
        {
            return null;
        }

        var isWalked = Walk(edges, rings, budget);
        var covers = new FaceCovers(edges, isWalked, budget);
        if (budget.IsSpent)
        {
            return null;
        }

        var polygons = parts.ConvertAll(p => p.Rings);
        if (edges.MeetAtEndsOnly && !Array.Exists(isWalked, w => w) && !rings.Exists(Rings.PassesTwice) && !parts.Exists(p => p.IsInDoubt)
            && AreValid(polygons, covers))
        {
            return new RepairedParts(polygons, Shape.Empty, DrawingFault.None, true);
        }

        var relations = new RingRelations(covers, rings.Count, budget);
        IReadings readings = roles == RingRoles.Declared ? new DeclaredReadings(polygons, covers, relations, budget)
            : new DirectedReadings([.. parts.SelectMany(p => p.Clockwise)], covers, relations, budget);
        var judged = new Reading[covers.Count];
        for (var cover = 1; cover < judged.Length && !budget.IsSpent; cover++)
        {
            judged[cover] = readings.Of(covers.Of(cover));
        }

        return budget.IsSpent ? null : new RepairedParts(
            Draw(edges, c => isRelease ? judged[c].Certain : judged[c].Possible).Polygons,
            Array.Exists(judged, j => j.Certain != j.Possible) ? Draw(edges, c => judged[c].Certain != judged[c].Possible) : Shape.Empty,
            readings.Faults | (Array.Exists(isWalked, w => w) ? DrawingFault.CrossesItself : DrawingFault.None), false);
    }

    /// <summary>Whether nothing of these rings crosses, touches between its points or is enclosed twice: then they can be used as they are.</summary>
    internal static bool AreSimple(List<GridPoint[]> rings, NodingBudget budget)
    {
        var edges = new DrawnEdges(rings, budget);
        var part = new DrawnPart([.. rings], [], false);
        return edges.MeetAtEndsOnly && !rings.Exists(Rings.PassesTwice) && AreValid([part.Rings], new FaceCovers(edges, new bool[rings.Count], budget));
    }

    /// <summary>Marks what rings enclose at all, where that may be more than they run around: also where a ring comes back to one of its points and runs round
    /// a hole, whatever the format it was drawn in.</summary>
    private static bool[] Walk(DrawnEdges edges, List<GridPoint[]> rings, NodingBudget budget)
    {
        var isPlain = rings.ConvertAll(r => PlainRings.Are([r], budget));
        var ofRing = isPlain.ConvertAll(plain => plain ? null : new List<int>());
        for (var i = 0; i < edges.Edges.Length; i++)
        {
            foreach (ref readonly var change in edges.ChangesOf(edges.Edges[i]))
            {
                ofRing[change.Ring]?.Add(i);
            }
        }

        var isWalked = new bool[rings.Count];
        for (var r = 0; r < rings.Count; r++)
        {
            isWalked[r] = ofRing[r] is { Count: > 0 } of && !OuterWalk.Mark(edges, of, r, budget);
        }

        return isWalked;
    }

    /// <summary>Around each face a polygon has nothing, its shell, or its shell and one hole; and only one polygon has land there.</summary>
    private static bool AreValid(IReadOnlyList<GridPoint[][]> polygons, FaceCovers covers)
    {
        var polygonOf = polygons.SelectMany((p, number) => p.Select((_, i) => (number, IsShell: i == 0))).ToArray();
        for (var cover = 1; cover < covers.Count; cover++)
        {
            var rings = covers.Of(cover);
            var lands = 0;
            for (var i = 0; i < rings.Length; i++)
            {
                var (number, isShell) = polygonOf[rings[i].Ring];
                var follows = i > 0 && polygonOf[rings[i - 1].Ring] is var before && before.number == number && before.IsShell;
                if (Math.Abs(rings[i].Winding) != 1 || (!isShell && !follows))
                {
                    return false;
                }

                lands += isShell ? 1 : -1;
            }

            if (lands > 1)
            {
                return false;
            }
        }

        return true;
    }

    private static Shape Draw(DrawnEdges edges, Func<int, bool> keeps)
    {
        var rings = new RingBuilder { KeepsTouches = true };
        foreach (ref readonly var edge in edges.Edges)
        {
            var left = keeps(edge.Left);
            if (left != keeps(edge.Right))
            {
                rings.Add(left ? edge.A : edge.B, left ? edge.B : edge.A);
            }
        }

        return rings.Build();
    }
}
