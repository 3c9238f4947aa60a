namespace Furrow.Core.Land;

/// <summary>The ledger as it was known at an earlier acceptance: what was known before N never changes after N.</summary>
internal static class LedgerHistory
{
    /// <param name="only">Rows of cells that will be asked about; null for all. The others are left as they are.</param>
    public static LandLedger At(LandLedger land, int knownAt, IReadOnlySet<int>? only = null)
    {
        var view = new LandLedger(knownAt, land.AllClaims, land.FoldClaims, land.RemovedAt, land.Areas, land.AreaClaims, land.Cells, land.Postings, land.Split);
        var rows = new List<(int, CellSpan[])>();
        foreach (var row in only ?? land.Cells.RowNumbers())
        {
            var spans = land.Cells.Row(row);
            if (Array.Exists(spans, s => s.Content.LastChange > knownAt))
            {
                rows.Add((row, RowAt(view, row, spans)));
            }
        }

        return new LandLedger(knownAt, land.AllClaims, land.FoldClaims, land.RemovedAt, land.Areas, land.AreaClaims, land.Cells.With(rows),
            land.Postings, land.Split);
    }

    private static CellSpan[] RowAt(LandLedger view, int row, CellSpan[] spans)
    {
        var kept = new List<CellSpan>(spans.Length);
        foreach (var span in spans)
        {
            if (span.Content.LastChange <= view.KnownAt)
            {
                kept.Add(span);
                continue;
            }

            var active = Array.FindAll(span.Content.Claims, c => view.Counts(c.Claim));
            if (active.Length > 0)
            {
                kept.Add(span with { Content = new CellContent(span.Content.Claims, CellFaces.Of(active, row, view.Split), view.KnownAt) });
            }
        }

        return [.. kept];
    }
}
