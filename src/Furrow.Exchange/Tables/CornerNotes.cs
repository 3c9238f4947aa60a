using Furrow.Core.Land;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Tables;

/// <summary>What stands out in the corners of a polygon given point by point.</summary>
internal static class CornerNotes
{
    /// <summary>Of one polygon of a table.</summary>
    /// <param name="rows">Its corners in the order of their rows.</param>
    /// <param name="corners">The same in the order of the line.</param>
    /// <param name="ring">Their positions: x, y, x, y ...</param>
    public static IEnumerable<Repair> Of(IReadOnlyList<Corner> rows, IReadOnlyList<Corner> corners, double[] ring, RecordPoints points)
    {
        if (!rows.SequenceEqual(corners))
        {
            yield return DrawingNotes.PutInOrder();
        }

        if (ring.Length > 6 && ring[^2] == ring[0] && ring[^1] == ring[1])
        {
            yield return DrawingNotes.ClosingPoint();
        }

        // A word for the kind of point, such as "TP", is the label of many.
        var names = corners.Select(c => points.NameOf(c.Row)).OfType<string>().GroupBy(n => n.Trim(), StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(n => n.Count() > 1 && PointWords.Read(n.Key) is null && !IsClosing(n.Key, corners, ring, points)))
        {
            var written = name.Distinct(StringComparer.Ordinal).ToList();
            yield return written.Count == 1 ? DrawingNotes.SharedLabel(name.Key, name.Count()) : DrawingNotes.SharedLabelButForBlanks(written[0], written[1]);
        }
    }

    /// <summary>The first point again, under its own label.</summary>
    private static bool IsClosing(string label, IReadOnlyList<Corner> corners, double[] ring, RecordPoints points) =>
        ring[^2] == ring[0] && ring[^1] == ring[1] && points.NameOf(corners[0].Row)?.Trim() == label && points.NameOf(corners[^1].Row)?.Trim() == label
        && corners.Count(c => string.Equals(points.NameOf(c.Row)?.Trim(), label, StringComparison.OrdinalIgnoreCase)) == 2;
}
