using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Exchange.Drawn;

/// <summary>What a reader mends in a drawing, or sees in it that its sender should look at. Kept with the report for good. None of it moves a point: the
/// drawing is as it came.</summary>
internal static class DrawingNotes
{
    public static Repair NotClosed(int lines) => new("line-not-closed",
        lines == 1 ? (Phrase)$"The line of the polygon was not closed; its last point was joined to its first."
            : $"{lines} lines of the polygon were not closed; the last point of each was joined to its first.", 0);

    public static Repair SharedId(string id, int polygons) => new("polygon-id-twice",
        $"The polygon id '{id}' stands for {polygons} polygons of the record: the numbers of its points begin again. Each was taken as a polygon.", 0);

    public static Repair SharedIdButForBlanks(string id, string other, int polygons) => new("polygon-id-twice",
        $"The polygon ids '{id}' and '{other}' differ only in blanks and stand for {polygons} polygons of the record. Each was taken as a polygon.", 0);

    public static Repair PutInOrder() => new("points-put-in-order",
        $"The points of the polygon do not stand in order; they were put in the order of their numbers or labels.", 0);

    public static Repair ClosingPoint() => new("closing-point", $"The last point of the polygon is its first again; it was taken once.", 0);

    public static Repair SharedLabel(string label, int points) => new("point-label-twice", $"The label '{label}' stands at {points} points of one polygon.", 0);

    public static Repair SharedLabelButForBlanks(string label, string other) => new("point-label-twice",
        $"The labels '{label}' and '{other}' of two points of one polygon differ only in blanks or case.", 0);
}
