namespace Furrow.Core.Land;

/// <summary>Makes polygons of the faces of cells that a test picks; borders between picked faces vanish.</summary>
internal static class Dissolve
{
    private const int Side = (int)CellId.Size;

    /// <param name="picks">Whether land covered by these claims belongs.</param>
    public static Shape Cells(LandLedger land, IEnumerable<CellId> cells, Func<int[], bool> picks)
    {
        var rings = new RingBuilder();
        var lines = new FrameLines();
        foreach (var cell in cells)
        {
            if (land.Cells.Find(cell) is { } content)
            {
                Cell(land, cell, content, picks, rings, lines);
            }
        }

        lines.Flush(rings);
        return rings.Build();
    }

    private static void Cell(LandLedger land, CellId cell, CellContent content, Func<int[], bool> picks, RingBuilder rings, FrameLines lines)
    {
        var (whole, edged) = CellFaces.Divide(Array.FindAll(content.Claims, c => land.Counts(c.Claim)));
        var arranger = CellArranger.Mine;
        var edges = arranger.Arrange(edged);
        var picked = new bool[arranger.Covers.Count];
        for (var cover = 1; cover < picked.Length; cover++)
        {
            picked[cover] = picks(CellFaces.ClaimsOf(arranger.Covers.Members(cover), edged, whole));
        }

        foreach (ref readonly var edge in edges)
        {
            if (picked[edge.Left] != picked[edge.Right])
            {
                Add(cell.Corner, edge, picked[edge.Left], rings, lines);
            }
        }
    }

    /// <summary>Adds one edge of a boundary with the land on its left.</summary>
    public static void Add(GridPoint corner, in Edge edge, bool landIsLeft, RingBuilder rings, FrameLines lines)
    {
        var (from, to) = landIsLeft ? (edge.A, edge.B) : (edge.B, edge.A);
        var (a, b) = (PointOf(corner, from), PointOf(corner, to));
        var onFrame = (Node.X(from) == Node.X(to) && Node.X(from) is 0 or Side) || (Node.Y(from) == Node.Y(to) && Node.Y(from) is 0 or Side);
        if (onFrame)
        {
            lines.Add(a, b);
        }
        else
        {
            rings.Add(a, b);
        }
    }

    public static GridPoint PointOf(GridPoint corner, ulong node) => new(corner.Lon + Node.X(node), corner.Lat + Node.Y(node));
}
