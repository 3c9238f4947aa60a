namespace Furrow.Core;

/// <summary>Refusals of cells and sheets of workbooks. Cells are named as people see them: B7.</summary>
public static partial class Problems
{
    public static Problem CellError(string file, int row, string field, string cell, string error) =>
        new("cell-error", $"The cell {cell} holds the error {error}.", 400, new(file, row, field));

    public static Problem CellNotComputed(string file, int row, string field, string cell) =>
        new("cell-not-computed", $"The cell {cell} holds a formula without a value. Open the workbook, let it compute, and save it.", 400,
            new(file, row, field));

    public static Problem CellMerged(string file, int row, string field, string cell, string range) =>
        new("cell-merged", $"The cell {cell} is part of {range}, which is merged over several columns: what it says about this row is not known.", 400,
            new(file, row, field));

    public static Problem CellCovered(string file, int row, string field, string cell, string value, string range) =>
        new("cell-covered", $"The cell {cell} lies under {range}, which is merged, and holds '{Short(value)}' that nobody sees. Unmerge the cells, or delete the value.",
            400, new(file, row, field));

    public static Problem CellStruck(string file, int? row, string? field, string cell) =>
        new("cell-struck", $"The cell {cell} holds text that is struck through: whether it still holds is not known. Remove what was struck out, or the line through it.",
            400, new(file, row, field));

    public static Problem CellBeyondHeadings(string file, int row, string cell) =>
        new("cell-beyond-headings", $"The cell {cell} has a value, but no heading stands above it: the first row may be a title.", 400, new(file, row));

    public static Problem HeadingsMerged(string file, string range) =>
        new("headings-merged", $"The row of headings has merged cells ({range}): it is a title, or one of several rows of headings. Furrow reads one row of "
            + $"headings, each in a cell of its own.", 400, new(file));

    public static Problem HiddenCells(string file, string rows, string columns) =>
        new("hidden-cells", $"The sheet has hidden cells with values (rows: {rows}; columns: {columns}). Say whether they are to be read or left out.", 400,
            new(file));

    public static Problem HiddenCellsRead(string file, string rows, string columns) =>
        new("hidden-cells-read", $"Hidden cells were read as you said (rows: {rows}; columns: {columns}).", 400, new(file));

    public static Problem HiddenCellsLeft(string file, string rows, string columns) =>
        new("hidden-cells-left", $"Hidden cells were left out as you said (rows: {rows}; columns: {columns}).", 400, new(file));

    public static Problem SheetsLeft(string file, string sheet, IEnumerable<string> others) =>
        new("sheets-left", $"The sheet '{sheet}' was read; these were not: {string.Join(", ", others)}.", 400, new(file));

    public static Problem WorkbookTooOld(string file) =>
        new("workbook-too-old", $"This is a workbook of before 2007 (.xls), or one with a password: an error in a cell could not be told from an empty cell. "
            + $"Save it as .xlsx without a password.", 400, new(file));
}
