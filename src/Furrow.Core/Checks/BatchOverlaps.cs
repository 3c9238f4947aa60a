using Furrow.Core.Checks.Rules;
using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Finds which parts of a batch share land with each other and with standing parts, for the same purpose and a common kind.</summary>
public static class BatchOverlaps
{
    /// <summary>Neighbours measured for one part at most. Land drawn over by more records than this needs no longer list to be judged.</summary>
    public const int MostPairsOfPart = 100;

    private readonly record struct Side(PartRef Part, Shape Shape, PolygonKey Key, int Draft);

    /// <summary>For each draft its pairs: first its own part, second one that comes before it (standing, or earlier in the batch). The very same polygon is
    /// left to the check for duplicates.</summary>
    public static IReadOnlyList<OverlapPair>[] Find(BatchToCheck batch)
    {
        var sides = Sides(batch);
        var pairs = new List<OverlapPair>?[batch.Drafts.Count];
        var measured = new int[sides.Count];
        var boxes = new GridBox[sides.Count];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = sides[i].Shape.Bounds;
        }

        var index = new PackedBoxes(boxes);
        for (var i = 0; i < sides.Count; i++)
        {
            var first = sides[i];
            if (first.Draft < 0)
            {
                continue;
            }

            index.Each(boxes[i], j =>
            {
                if (j < i && MayClash(first, sides[j]))
                {
                    measured[i]++;
                    if (Measure(first, sides[j]) is { } pair)
                    {
                        (pairs[first.Draft] ??= []).Add(pair);
                    }
                }

                return measured[i] < MostPairsOfPart;
            });
        }

        // The index answers in the order of its curve; findings come in the order of the records.
        return Array.ConvertAll(pairs, list => list is null ? [] : (IReadOnlyList<OverlapPair>)
            [.. list.OrderBy(p => p.First.Part).ThenBy(p => p.Second.ReportCode, StringComparer.Ordinal).ThenBy(p => p.Second.Report)
                .ThenBy(p => p.Second.Part)]);
    }

    private static bool MayClash(Side first, Side second) =>
        first.Part.Report != second.Part.Report
        && EffectClass.Of(first.Part.Effect) is LandPurpose.Hazard or LandPurpose.Release
        && EffectClass.Of(first.Part.Effect) == EffectClass.Of(second.Part.Effect)
        && (first.Part.Kinds & second.Part.Kinds) != 0
        && first.Key != second.Key;

    private static OverlapPair? Measure(Side first, Side second) => SharedArea.Micro(first.Shape, second.Shape) is var shared && shared == 0
        ? null
        : new OverlapPair(first.Part, second.Part, shared, SharedArea.Near(first.Shape, second.Shape));

    private static List<Side> Sides(BatchToCheck batch)
    {
        var sides = new List<Side>(batch.Standing.Count + batch.Drafts.Count);
        foreach (var standing in batch.Standing)
        {
            sides.Add(new Side(standing.Part, standing.Shape, PolygonKey.Of(standing.Shape.Polygons), -1));
        }

        for (var d = 0; d < batch.Drafts.Count; d++)
        {
            foreach (var part in batch.Drafts[d].Parts)
            {
                if (part.Shape is { IsEmpty: false } shape && part.Index < batch.Drafts[d].Report.Parts.Count)
                {
                    sides.Add(new Side(BatchCheck.RefOf(batch.Drafts[d].Report, part.Index), shape, PolygonKey.Of(shape.Polygons), d));
                }
            }
        }

        return sides;
    }
}
