namespace Furrow.Core.Land;

/// <summary>All cells with content, by row. A changed row makes a new page of row pointers; everything else is shared with the grid before.</summary>
internal sealed class CellGrid
{
    private const int PageRows = 128;

    public static readonly CellGrid Empty = new(new CellSpan[]?[(CellId.Rows + PageRows - 1) / PageRows][]);

    private readonly CellSpan[]?[]?[] _pages;

    private CellGrid(CellSpan[]?[]?[] pages) => _pages = pages;

    public CellSpan[] Row(int row) => _pages[row / PageRows]?[row % PageRows] ?? [];

    public CellGrid With(IReadOnlyList<(int Row, CellSpan[] Spans)> rows)
    {
        var pages = (CellSpan[]?[]?[])_pages.Clone();
        foreach (var (row, spans) in rows)
        {
            var page = row / PageRows;
            if (ReferenceEquals(pages[page], _pages[page]))
            {
                pages[page] = pages[page] is { } old ? (CellSpan[]?[])old.Clone() : new CellSpan[]?[PageRows];
            }

            pages[page]![row % PageRows] = spans;
        }

        return new CellGrid(pages);
    }

    public IEnumerable<int> RowNumbers()
    {
        for (var page = 0; page < _pages.Length; page++)
        {
            if (_pages[page] is { } rows)
            {
                for (var i = 0; i < rows.Length; i++)
                {
                    if (rows[i] is { Length: > 0 })
                    {
                        yield return page * PageRows + i;
                    }
                }
            }
        }
    }

    public CellContent? Find(CellId cell)
    {
        var spans = Row(cell.Row);
        int low = 0, high = spans.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].To < cell.Column)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < spans.Length && spans[low].From <= cell.Column ? spans[low].Content : null;
    }
}
