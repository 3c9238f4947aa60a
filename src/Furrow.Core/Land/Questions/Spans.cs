namespace Furrow.Core.Land.Questions;

/// <summary>Walks the content of a ledger in cell order.</summary>
internal static class Spans
{
    public static IEnumerable<(int Row, int Index, CellSpan Span)> Within(LandLedger land, GridBox? box)
    {
        foreach (var row in land.Cells.RowNumbers())
        {
            if (box is { } b && !Touches(row, b))
            {
                continue;
            }

            var spans = land.Cells.Row(row);
            for (var i = 0; i < spans.Length; i++)
            {
                if (box is not { } within || Touches(spans[i], within))
                {
                    yield return (row, i, spans[i]);
                }
            }
        }
    }

    private static bool Touches(int row, GridBox box)
    {
        var corner = new CellId(0, row).Corner;
        return corner.Lat <= box.MaxLat && corner.Lat + CellId.Size >= box.MinLat;
    }

    private static bool Touches(CellSpan span, GridBox box) =>
        new CellId(span.From, 0).Corner.Lon <= box.MaxLon && new CellId(span.To + 1, 0).Corner.Lon >= box.MinLon;
}
