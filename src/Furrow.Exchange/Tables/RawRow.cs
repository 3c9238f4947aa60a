namespace Furrow.Exchange.Tables;

/// <summary>A row at the top of a sheet or text table, before anybody knows which row names the columns.</summary>
/// <param name="Number">From 1, as a spreadsheet counts rows.</param>
/// <param name="Cells">Null where there is nothing.</param>
internal sealed record RawRow(int Number, string?[] Cells)
{
    /// <summary>Cells that hold something.</summary>
    public int Filled { get; } = Cells.Count(c => !string.IsNullOrWhiteSpace(c));

    public string? At(int column) => column < Cells.Length && !string.IsNullOrWhiteSpace(Cells[column]) ? Cells[column]!.Trim() : null;
}

/// <summary>Which rows name the columns of a table, and how.</summary>
/// <param name="Rows">The rows with names.</param>
/// <param name="Names">By column from the left; null where no name stands.</param>
/// <param name="Last">The last row that is no row of the table: the names, or a row of column numbers below them.</param>
/// <param name="Titles">What stands above.</param>
/// <param name="IsSure">Nothing else is possible, or a person said so.</param>
internal sealed record TableHead(HeadingRows Rows, IReadOnlyList<string?> Names, int Last, IReadOnlyList<string> Titles, bool IsSure);

/// <summary>The rows looked at to find the headings, and the cells among them that are merged.</summary>
internal sealed record RawTop(IReadOnlyList<RawRow> Rows, IReadOnlyList<SheetRange> Merges)
{
    /// <summary>Rows that are looked at, those without any value not counted.</summary>
    public const int Most = 40;

    /// <summary>Rows after the first with a value beyond which no heading is looked for.</summary>
    public const int Farthest = 200;

    /// <summary>The merged range over several columns that a cell lies in.</summary>
    public SheetRange? Across(int row, int column) =>
        Merges.Where(m => m.FromColumn < m.ToColumn && Holds(m, row, column)).Cast<SheetRange?>().FirstOrDefault();

    /// <summary>The merged range over several rows that a cell lies in.</summary>
    public SheetRange? Down(int row, int column) =>
        Merges.Where(m => m.FromRow < m.ToRow && Holds(m, row, column)).Cast<SheetRange?>().FirstOrDefault();

    private static bool Holds(SheetRange m, int row, int column) =>
        m.FromRow <= row && m.ToRow >= row && m.FromColumn <= column + 1 && m.ToColumn >= column + 1;
}
