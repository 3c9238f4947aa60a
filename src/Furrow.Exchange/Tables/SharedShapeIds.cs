using Furrow.Core.Land;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Tables;

/// <summary>One id for two polygons of a record. Where the points under it are numbered from the beginning again, it is told, and each run of numbers is a
/// polygon of its own: 1 2 3 4 1 2 3 4.</summary>
internal static class SharedShapeIds
{
    private const int LeastCorners = 3;

    public static (OrderedDictionary<string, List<Corner>> Shapes, IReadOnlyList<Repair> Repairs) Parted(OrderedDictionary<string, List<Corner>> shapes,
        RecordPoints points)
    {
        var parted = new OrderedDictionary<string, List<Corner>>();
        var repairs = new List<Repair>();
        foreach (var (shape, corners) in shapes)
        {
            var runs = Runs(corners);
            var ids = corners.Select(c => points.ShapeAsWritten(c.Row) ?? "").Distinct(StringComparer.Ordinal).ToList();
            if (runs.Count > 1)
            {
                repairs.Add(ids.Count > 1 ? DrawingNotes.SharedIdButForBlanks(ids[0], ids[1], runs.Count) : DrawingNotes.SharedId(shape, runs.Count));
            }

            for (var i = 0; i < runs.Count; i++)
            {
                // No id of the file holds a line break.
                parted.Add(i == 0 ? shape : $"{shape}\n{i + 1}", runs[i]);
            }
        }

        return (parted, repairs);
    }

    /// <summary>The runs of numbers, where each begins at the same one and none has gaps or repeats; else all in one.</summary>
    private static List<List<Corner>> Runs(List<Corner> corners)
    {
        var numbers = corners.ConvertAll(c => c.Number ?? c.Named?.Number);
        var runs = new List<List<Corner>>();
        for (var i = 0; i < corners.Count; i++)
        {
            if (numbers[i] is null)
            {
                return [corners];
            }

            if (i == 0 || numbers[i] == numbers[0])
            {
                runs.Add([]);
            }
            else if (numbers[i] != numbers[i - 1] + 1)
            {
                return [corners];
            }

            runs[^1].Add(corners[i]);
        }

        return runs.TrueForAll(r => r.Count >= LeastCorners) ? runs : [corners];
    }
}
