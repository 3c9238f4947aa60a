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

    public static Problem CellsFilled(string file, string ranges) =>
        new("cells-filled", $"Cells merged over several rows were read as said for each of these rows: {ranges}.", 400, new(file));

    public static Problem CellStruck(string file, int? row, string? field, string cell) =>
        new("cell-struck", $"The cell {cell} holds text that is struck through: whether it still holds is not known. Remove what was struck out, or the line through it.",
            400, new(file, row, field));

    public static Problem CellBeyondHeadings(string file, int row, string cell) =>
        new("cell-beyond-headings", $"The cell {cell} has a value, but no heading stands above it: the first row may be a title.", 400, new(file, row));

    public static Problem HeadingsMerged(string file, string range) =>
        new("headings-merged", $"The cells {range} are merged over headings and something they hide. Take them apart, or say which rows are the headings.", 400,
            new(file));

    public static Problem HeadingsFound(string file, string rows, IEnumerable<string> titles) =>
        new("headings-found", $"The headings were found in row {rows}. Above them stands: {string.Join(" | ", titles.DefaultIfEmpty("–").Select(Short))}.", 400,
            new(file));

    public static Problem HeadingsUnclear(string file, IEnumerable<string> rows) =>
        new("headings-unclear", $"No row was found that names the columns. The first rows begin with {string.Join(" | ", rows.Select(Short))}. "
            + $"Say which row names them, such as 4, or 4-5 for two that belong together.", 400, new(file));

    public static Problem HeadingsNotThere(string file, string rows) =>
        new("headings-not-there", $"Row {rows} holds nothing that could name the columns.", 400, new(file));

    public static Problem RowIsSum(string file, int row, string shown) =>
        new("row-is-sum", $"The row looks like a sum or a remark, not like a record: '{Short(shown)}'. Say whether such rows are records or to be left out.", 400,
            new(file, row));

    public static Problem RowSumsOthers(string file, int row, string shown) =>
        new("row-sums-others", $"The row is no record: '{Short(shown)}' has the numbers of the rows above it together.", 400, new(file, row));

    public static Problem RowRepeatsHeadings(string file, int row) =>
        new("row-repeats-headings", $"The row is no record: it holds the headings once more.", 400, new(file, row));

    public static Problem RowIsRemark(string file, int row, string shown) =>
        new("row-is-remark", $"The row is no record: '{Short(shown)}' stands alone, apart from the table and below it.", 400, new(file, row));

    public static Problem SumRowsLeft(string file, int rows) =>
        new("sum-rows-left", $"{rows} rows that look like sums or remarks were left out as you said.", 400, new(file));

    public static Problem RowsNotChosen(string file, int rows, IEnumerable<string> shown) =>
        new("rows-not-chosen", $"{rows} rows were left out, since you chose others: {string.Join(", ", shown.Select(Short))}.", 400, new(file));

    public static Problem RecordNotApproved(string file, int row, string field, string value) =>
        new("record-not-approved", $"'{Short(value)}' says that nobody has approved this record. Choose the rows that are meant by the values of the column, "
            + $"or leave it unread.", 400, new(file, row, field));

    public static Problem PointTypesUnknown(string file, string column, IEnumerable<string> words) =>
        new("point-types-unknown", $"What these words of the column '{column}' say of points is not known here: {string.Join(", ",
        words.Select(Short))}. Say of each "
            + $"whether it is a start, turning, intermediate or end point, or no corner.", 400, new(file, null, column));

    public static Problem PointsBeside(string file, int points, IEnumerable<string> shown) =>
        new("points-beside", $"{points} points are no corners of a polygon: {string.Join(", ", shown)}.", 400, new(file));

    public static Problem IdsGoOn(string file, string column, int row) =>
        new("ids-go-on", $"The column '{column}' is empty from row {row} on where the numbers of the points go on: the id above was taken for them.", 400,
            new(file, null, column));

    public static Problem RowsLikePoints(string file, string column, string number) =>
        new("rows-like-points", $"Rows with one value of '{column}' look like the points of one polygon, numbered in '{number}'. If each row is a record of its own, "
            + $"leave the column '{number}', or say in the place of the rows that no column holds the code of a polygon.", 400, new(file, null, column));

    public static Problem RowsShareCode(string file, string column) =>
        new("rows-share-code", $"Several rows have one code in '{column}' and positions that differ: they look like the points of one polygon, in the order of "
            + $"the rows. If each row is a record of its own, leave the column '{column}', or say in the place of the rows that no column holds the code of a "
            + $"polygon.", 400, new(file, null, column));

    public static Problem UnitUnknown(string file, int? row, string field, string unit, string known) =>
        new("unit-unknown", $"The heading states its numbers in '{Short(unit)}', which is no unit known here ({known}).", 400, new(file, row, field));

    public static Problem PlaceUnread(string file, string column, string value) =>
        new("place-unread", $"'{Short(value)}' looks like a place, no name says so, and no column of the file is read as one. Say what it is, or leave the column.",
            400, new(file, null, column));

    /// <summary>The row was refused because it is none of the table: what stands in it says nothing about the columns.</summary>
    public static bool IsNoRecord(Problem? problem) => problem?.Code is "row-is-sum" or "row-sums-others" or "row-repeats-headings" or "row-is-remark" or "row-hidden";

    public static Problem HiddenCells(string file, string rows, string columns) =>
        new("hidden-cells", $"The sheet has hidden cells with values (rows: {rows}; columns: {columns}). Say whether they are to be read or left out.", 400,
            new(file));

    public static Problem RowHidden(string file, int row) =>
        new("row-hidden", $"The row is hidden on its sheet: it is read only when you say so.", 400, new(file, row));

    public static Problem HiddenRowsRefused(string file, string rows) =>
        new("hidden-rows-refused", $"Hidden rows are refused one by one (rows: {rows}); the others are read. Say whether the hidden ones are to be read or left out.",
            400, new(file));

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
