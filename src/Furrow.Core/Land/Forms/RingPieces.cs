namespace Furrow.Core.Land;

/// <summary>The edges of drawn rings, cut at the lines of the cell grid just as <see cref="CellCutter"/> cuts them, but each with its ring, and with those
/// that run along a cell line, which say nothing about windings inside a cell and everything about what a line encloses.</summary>
internal sealed class RingPieces
{
    /// <summary>A piece within one closed cell, off its frame.</summary>
    public readonly record struct InCell(CellId Cell, int Ring, GridPoint From, GridPoint To);

    /// <summary>A piece along a cell line.</summary>
    public readonly record struct OnLine(bool Vertical, long At, int Ring, GridPoint From, GridPoint To);

    private readonly List<GridPoint> _cuts = [];

    public RingPieces(IReadOnlyList<GridPoint[]> rings)
    {
        for (var r = 0; r < rings.Count; r++)
        {
            var from = rings[r][^1];
            foreach (var to in rings[r])
            {
                AddEdge(r, from, to);
                from = to;
            }
        }

        // Stable, so that the order of a cell's pieces is that of the drawing.
        Inside = [.. Inside.OrderBy(p => p.Cell)];
    }

    /// <summary>Cell by cell.</summary>
    public List<InCell> Inside { get; private set; } = [];

    public List<OnLine> Along { get; } = [];

    /// <summary>How many pieces there will be, at most: so that nothing of a drawing around the earth is made before it is refused.</summary>
    public static long CountOf(IEnumerable<GridPoint[]> rings)
    {
        long count = 0;
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                GridPoint a = ring[i], b = ring[i + 1 == ring.Length ? 0 : i + 1];
                count += 1 + (Math.Abs(a.Lon - b.Lon) + Math.Abs(a.Lat - b.Lat)) / CellId.Size;
            }
        }

        return count;
    }

    private void AddEdge(int ring, GridPoint a, GridPoint b)
    {
        if (a == b)
        {
            return;
        }

        _cuts.Clear();
        CellLines.CutsOf(a < b ? a : b, a < b ? b : a, CellId.Size, _cuts);
        if (b < a)
        {
            _cuts.Reverse();
        }

        foreach (var cut in _cuts)
        {
            AddPiece(ring, a, cut);
            a = cut;
        }

        AddPiece(ring, a, b);
    }

    private void AddPiece(int ring, GridPoint a, GridPoint b)
    {
        if (a == b)
        {
            return;
        }

        var vertical = a.Lon == b.Lon && a.Lon % CellId.Size == 0;
        if (vertical || (a.Lat == b.Lat && a.Lat % CellId.Size == 0))
        {
            Along.Add(new OnLine(vertical, vertical ? a.Lon : a.Lat, ring, a, b));
            return;
        }

        var row = (int)((a.Lat + b.Lat + 2 * GridPoint.MaxLat) / (2 * CellId.Size));
        var column = (int)((a.Lon + b.Lon + 2 * GridPoint.MaxLon) / (2 * CellId.Size));
        Inside.Add(new InCell(new CellId(column, row), ring, a, b));
    }
}
