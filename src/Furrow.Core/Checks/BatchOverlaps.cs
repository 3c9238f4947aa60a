using Furrow.Core.Checks.Rules;
using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Finds which parts of a batch share land with each other and with standing parts, for the same purpose and a common kind.</summary>
public static class BatchOverlaps
{
    /// <summary>Neighbours measured for one part at most. Land drawn over by more records than this needs no longer list to be judged.</summary>
    public const int MostPairsOfPart = 100;

    /// <summary>Its key is found out when a neighbour asks for it: most have none.</summary>
    private sealed class Side(PartRef part, Shape shape, int draft)
    {
        private object? _key;

        public PartRef Part { get; } = part;

        public Shape Shape { get; } = shape;

        /// <summary>Number of the draft; −1 stands in the ledger.</summary>
        public int Draft { get; } = draft;

        public LandPurpose Purpose { get; } = EffectClass.Of(part.Effect);

        public PolygonKey Key => (PolygonKey)(_key ??= PolygonKey.Of(Shape.Polygons));
    }

    /// <summary>For each draft its pairs: first its own part, second one that comes before it (standing, or earlier in the batch). The very same polygon is
    /// left to the check for duplicates.</summary>
    public static IReadOnlyList<OverlapPair>[] Find(BatchToCheck batch) => Find(batch, BatchCheck.GroundOf(batch));

    internal static IReadOnlyList<OverlapPair>[] Find(BatchToCheck batch, DraftGround[] ground)
    {
        var sides = Sides(batch, ground);
        var boxes = Array.ConvertAll(sides, s => s.Shape.Bounds);
        var index = new PackedBoxes(boxes);
        var found = new List<OverlapPair>?[sides.Length];
        var stoppable = new ParallelOptions { CancellationToken = batch.Stop };
        Parallel.For(batch.Standing.Count, sides.Length, stoppable, i => found[i] = PairsOf(i, sides, boxes[i], index));

        var pairs = new List<OverlapPair>?[batch.Drafts.Count];
        for (var i = 0; i < sides.Length; i++)
        {
            if (found[i] is { } list)
            {
                (pairs[sides[i].Draft] ??= []).AddRange(list);
            }
        }

        // Of equals, the record that came first comes first.
        return Array.ConvertAll(pairs, list => list is null ? [] : (IReadOnlyList<OverlapPair>)
            [.. list.OrderBy(p => p.First.Part).ThenBy(p => p.Second.ReportCode, Codes.Order)]);
    }

    private static List<OverlapPair>? PairsOf(int i, Side[] sides, GridBox box, PackedBoxes index)
    {
        var first = sides[i];
        List<(int Other, OverlapPair Pair)>? pairs = null;
        var measured = 0;
        index.Each(box, j =>
        {
            if (j < i && MayClash(first, sides[j]))
            {
                measured++;
                if (Measure(first, sides[j]) is { } pair)
                {
                    (pairs ??= []).Add((j, pair));
                }
            }

            return measured < MostPairsOfPart;
        });

        // The index answers in the order of its curve; findings come in the order of the records.
        pairs?.Sort((a, b) => a.Other.CompareTo(b.Other));
        return pairs?.ConvertAll(p => p.Pair);
    }

    private static bool MayClash(Side first, Side second) =>
        first.Part.Report != second.Part.Report
        && first.Purpose is LandPurpose.Hazard or LandPurpose.Release
        && first.Purpose == second.Purpose
        && (first.Part.Kinds & second.Part.Kinds) != 0
        && first.Key != second.Key;

    private static OverlapPair? Measure(Side first, Side second) => SharedArea.Micro(first.Shape, second.Shape) is var shared && shared == 0
        ? null
        : new OverlapPair(first.Part, second.Part, shared, SharedArea.Near(first.Shape, second.Shape));

    private static Side[] Sides(BatchToCheck batch, DraftGround[] ground)
    {
        var sides = new List<Side>(batch.Standing.Count + ground.Length);
        foreach (var standing in batch.Standing)
        {
            sides.Add(new Side(standing.Part, standing.Shape, -1));
        }

        for (var d = 0; d < ground.Length; d++)
        {
            foreach (var part in ground[d].Parts)
            {
                if (part.Shape is { IsEmpty: false } shape)
                {
                    sides.Add(new Side(part.Ref, shape, d));
                }
            }
        }

        return [.. sides];
    }
}
