using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>The ledger's exact measure of a shape on its own: the sum over its cells, in whole 1e-6 m². Cutting a shape anywhere on its
/// edges changes nothing.</summary>
public static class ShapeArea
{
    public static long Micro(Shape shape) => Micro(CellCutter.Cut(shape));

    /// <summary>Area of rings as drawn: land enclosed twice counts twice, land enclosed backwards counts negative.</summary>
    public static long MicroOfRings(IEnumerable<GridPoint[]> rings) => Micro(CellCutter.CutRings(rings));

    internal static long Micro(CellCut cut)
    {
        long sum = 0;
        var touches = new List<(int, int)>();
        var stretches = new List<FrameWalk.Stretch>();
        foreach (var run in cut.Runs)
        {
            sum += EllipsoidArea.OfRow(run.Row).CellMicro * (run.To - run.From + 1) * run.Winding;
        }

        foreach (var cell in cut.Cells)
        {
            sum += Micro(cell, touches, stretches);
        }

        return sum;
    }

    private static long Micro(in CutCell cell, List<(int, int)> touches, List<FrameWalk.Stretch> stretches)
    {
        var measure = EllipsoidArea.OfRow(cell.Cell.Row);
        long sum = 0;
        foreach (var p in cell.Pieces)
        {
            sum += LeftOf(measure, p.X1, p.Y1, p.X2, p.Y2);
        }

        FrameWalk.Walk(cell.Pieces, cell.CornerWinding, touches, stretches);
        foreach (var s in CollectionsMarshal.AsSpan(stretches))
        {
            if (s.Y1 == s.Y2)
            {
                sum += s.Winding * LeftOf(measure, s.X1, s.Y1, s.X2, s.Y2);
            }
        }

        return sum;
    }

    private static long LeftOf(EllipsoidArea measure, int x1, int y1, int x2, int y2) =>
        (x1, y1).CompareTo((x2, y2)) < 0 ? measure.LeftOf(x1, y1, x2, y2) : -measure.LeftOf(x2, y2, x1, y1);
}
