namespace Furrow.Core.Land;

/// <summary>Faces of rings that may cross themselves, by winding number.</summary>
internal static class RingFaces
{
    /// <summary>Whether every face is enclosed once or not at all and no edges cross or lie on each other: then the rings can be used as they are, unless
    /// one passes the same point twice (<see cref="Rings.PassesTwice"/>).</summary>
    public static bool AreSimple(CellCut cut)
    {
        if (cut.Runs.Any(r => r.Winding != 1))
        {
            return false;
        }

        foreach (var cell in cut.Cells)
        {
            var covers = new WindingCover();
            var arranger = CellArranger.Mine;
            foreach (ref readonly var edge in arranger.ArrangeWindings(ClaimOf(cell), covers))
            {
                if (covers.WindingOf(edge.Left) is not (0 or 1) || covers.WindingOf(edge.Right) is not (0 or 1))
                {
                    return false;
                }
            }

            if (arranger.Noder.Crossings > 0 || arranger.Noder.Touches > 0)
            {
                return false;
            }
        }

        return true;
    }

    public static Shape Build(CellCut cut, Func<int, bool> keeps)
    {
        var rings = new RingBuilder();
        var lines = new FrameLines();
        foreach (var cell in cut.Cells)
        {
            var covers = new WindingCover();
            foreach (ref readonly var edge in CellArranger.Mine.ArrangeWindings(ClaimOf(cell), covers))
            {
                var left = keeps(covers.WindingOf(edge.Left));
                if (left != keeps(covers.WindingOf(edge.Right)))
                {
                    Dissolve.Add(cell.Cell.Corner, (int)CellId.Size, edge, left, rings, lines);
                }
            }
        }

        foreach (var run in cut.Runs)
        {
            if (keeps(run.Winding))
            {
                AddRun(run, lines);
            }
        }

        lines.Flush(rings);
        return rings.Build();
    }

    private static void AddRun(CoveredRun run, FrameLines lines)
    {
        for (var column = run.From; column <= run.To; column++)
        {
            var box = new CellId(column, run.Row).Box;
            GridPoint a = new(box.MinLon, box.MinLat), b = new(box.MaxLon, box.MinLat), c = new(box.MaxLon, box.MaxLat), d = new(box.MinLon, box.MaxLat);
            lines.Add(a, b);
            lines.Add(b, c);
            lines.Add(c, d);
            lines.Add(d, a);
        }
    }

    private static ReadOnlySpan<CellClaim> ClaimOf(in CutCell cell) =>
        new([new CellClaim(0, cell.CornerWinding, cell.Pieces)]);
}
