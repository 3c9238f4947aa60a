namespace Furrow.Core.Land;

/// <summary>The ledger's exact measure of a shape on its own: the sum over its cells, in whole 1e-6 m². Cutting a shape anywhere on its
/// edges changes nothing.</summary>
public static class ShapeArea
{
    [ThreadStatic]
    private static CellOutlines? _outlines;

    public static long Micro(Shape shape) => Micro(CellCutter.Cut(shape));

    /// <summary>Area of rings as drawn: land enclosed twice counts twice, land enclosed backwards counts negative.</summary>
    public static long MicroOfRings(IReadOnlyList<GridPoint[]> rings)
    {
        if (CellCutter.CellAround(rings) is not { } cell)
        {
            return Micro(CellCutter.Cut(rings));
        }

        // All in one cell: nothing to cut.
        var (measure, corner) = (EllipsoidArea.OfRow(cell.Row), cell.Corner);
        long sum = 0;
        foreach (var ring in rings)
        {
            var from = ring[^1];
            foreach (var to in ring)
            {
                sum += measure.LeftOfDirected((int)(from.Lon - corner.Lon), (int)(from.Lat - corner.Lat),
                    (int)(to.Lon - corner.Lon), (int)(to.Lat - corner.Lat));
                from = to;
            }
        }

        return sum;
    }

    internal static long Micro(CellCut cut)
    {
        long sum = 0;
        foreach (var run in cut.Runs)
        {
            sum += EllipsoidArea.OfRow(run.Row).CellMicro * (run.To - run.From + 1) * run.Winding;
        }

        var outlines = _outlines ??= new CellOutlines();
        foreach (var cell in cut.Cells)
        {
            outlines.Load([new CellClaim(0, cell.CornerWinding, cell.Pieces)], (int)CellId.Size);
            sum += outlines.AreaMicro(0, EllipsoidArea.OfRow(cell.Cell.Row), 0, 0);
        }

        return sum;
    }
}
