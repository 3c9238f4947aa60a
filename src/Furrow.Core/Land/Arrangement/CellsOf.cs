namespace Furrow.Core.Land;

/// <summary>The cells a shape has land in.</summary>
internal static class CellsOf
{
    public static IEnumerable<CellId> Shape(Shape shape)
    {
        var cut = CellCutter.Cut(shape);
        foreach (var cell in cut.Cells)
        {
            yield return cell.Cell;
        }

        foreach (var run in cut.Runs)
        {
            for (var column = run.From; column <= run.To; column++)
            {
                yield return new CellId(column, run.Row);
            }
        }
    }
}
