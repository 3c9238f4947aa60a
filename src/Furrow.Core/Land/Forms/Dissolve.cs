namespace Furrow.Core.Land;

/// <summary>Makes polygons of the faces of cells that a test picks; borders between picked faces vanish.</summary>
internal static class Dissolve
{
    /// <param name="picks">Whether land covered by these claims belongs.</param>
    public static Shape Cells(LandLedger land, IEnumerable<CellId> cells, Func<int[], bool> picks)
    {
        var rings = new RingBuilder { KeepsNodes = true };
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
        foreach (var part in land.Split.PartsOf(Array.FindAll(content.Claims, c => land.Counts(c.Claim))).Parts)
        {
            var arranger = CellArranger.OfThisThread;
            var edges = arranger.Arrange(part);
            var picked = new bool[arranger.Covers.Count];
            for (var cover = 1; cover < picked.Length; cover++)
            {
                picked[cover] = picks(part.ClaimsOf(arranger.Covers, cover));
            }

            foreach (ref readonly var edge in edges)
            {
                if (picked[edge.Left] != picked[edge.Right])
                {
                    Add(part.CornerIn(cell), part.Side, edge, picked[edge.Left], rings, lines);
                }
            }
        }
    }

    /// <summary>Adds one edge of a boundary with the land on its left.</summary>
    public static void Add(GridPoint corner, int side, in Edge edge, bool landIsLeft, RingBuilder rings, FrameLines lines)
    {
        var (from, to) = landIsLeft ? (edge.A, edge.B) : (edge.B, edge.A);
        var (a, b) = (PointOf(corner, from), PointOf(corner, to));
        if (Node.IsOnFrame(from, to, side))
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
