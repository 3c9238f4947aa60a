using System.Globalization;
using ExcelDataReader;
using Furrow.Core;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>The rows of one sheet below its headings. A cell that cannot be taken for what its row says is never an empty one: an error, a formula nobody
/// computed, a value without a heading and cells merged over several columns refuse the row. A cell merged over several rows says its value for all of
/// them, with a mark that it is shared.</summary>
internal sealed class SheetRows(FileReading reading, IExcelDataReader book, SheetScan scan, bool readsHidden)
{
    private readonly string _file = reading.File.Name;
    private readonly Queue<SheetRange> _coming = new(scan.Merges.OrderBy(m => m.FromRow));
    private readonly List<(SheetRange Range, string? Value, bool IsNumber)> _merged = [];
    private readonly HashSet<int> _marked = [.. scan.Faults.Keys.Select(f => f.Row), .. scan.Struck.Select(s => s.Row)];
    private readonly HashSet<string> _filled = [];
    private int _from;
    private readonly HashSet<int> _hiddenColumns = readsHidden ? [] : [.. scan.HiddenColumns];

    /// <summary>The first rows with a value, to find the headings among them.</summary>
    public RawTop Top(int mostColumns, HeadingRows? told, Func<bool> next)
    {
        var rows = new List<RawRow>();
        bool IsOpen() => rows.Count < RawTop.Most && (rows.Count == 0 || Row - rows[0].Number < RawTop.Farthest) && (told is not { } t || Row < t.Last + 2);
        while (IsOpen() && next())
        {
            var cells = IsLeft(Row) ? [] : Enumerable.Range(1, Math.Min(book.FieldCount, mostColumns))
                .Select(c => _hiddenColumns.Contains(c) ? null : Text(c)).ToArray();
            if (Array.Exists(cells, c => !string.IsNullOrWhiteSpace(c)) && (told is not { } said || Row >= said.First || rows.Count < RawTop.Most - 8))
            {
                rows.Add(new RawRow(Row, cells));
            }
        }

        return new RawTop(rows, [.. scan.Merges.Where(m => rows.Count > 0 && m.FromRow <= rows[^1].Number)]);
    }

    /// <summary>The headings: of each column its place in the sheet, from 1, and its name. Null, with a complaint, where a cell of them cannot be
    /// believed.</summary>
    public IReadOnlyList<(int Column, string Name)>? Headings(TableHead head, RawTop top)
    {
        var columns = Enumerable.Range(1, head.Names.Count).Where(c => !_hiddenColumns.Contains(c)).ToList();
        foreach (var row in top.Rows.Where(r => r.Number >= head.Rows.First && r.Number <= head.Rows.Last))
        {
            if (columns.Exists(c => scan.Struck.Contains((row.Number, c))))
            {
                reading.Refuse(Problems.CellStruck(_file, null, null, SheetRange.Name(row.Number, columns.Find(c => scan.Struck.Contains((row.Number, c))))));
                return null;
            }
        }

        foreach (var range in top.Merges.Where(m => m.FromRow <= head.Rows.Last && m.ToRow >= head.Rows.First && m.FromColumn <= head.Names.Count))
        {
            if (range.ToRow > head.Last || Hides(top, range))
            {
                reading.Ask(ReadingTopic.Headings, Problems.HeadingsMerged(_file, range.ToString()), HeadChoice.Choices(top));
                return null;
            }
        }

        var names = TableSource.ColumnNames(columns.Select(c => head.Names[c - 1]));
        return [.. columns.Select((c, i) => (c, names[i]))];
    }

    /// <summary>A cell under a merged range that holds something nobody sees.</summary>
    private static bool Hides(RawTop top, SheetRange range) => top.Rows.Where(r => r.Number >= range.FromRow && r.Number <= range.ToRow)
        .Any(r => Enumerable.Range(range.FromColumn, range.ToColumn - range.FromColumn + 1)
            .Any(c => (r.Number > range.FromRow || c > range.FromColumn) && r.At(c - 1) is not null));

    /// <summary>Goes to the row above the first of the table.</summary>
    public bool GoBelow(TableHead head, Func<bool> next)
    {
        while (next())
        {
            if (Row >= head.Last)
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<TableRow> Below(IReadOnlyList<(int Column, string Name)> headings, Func<bool> next)
    {
        var width = headings[^1].Column;
        _from = Row + 1;
        while (next())
        {
            Merge();
            if (HoldsNothing())
            {
                continue;
            }

            var values = headings.Select(h => Text(h.Column)).ToArray();
            var numbers = headings.Select(h => IsNumber(h.Column)).ToArray();

            // A row of which every cell is empty or lies under a merged one is the lower half of the row above, not another.
            var isBlank = Array.TrueForAll(values, string.IsNullOrWhiteSpace);
            var doubts = Fill(headings, values, numbers);
            var isUnseen = reading.Options.Hidden == HiddenCells.Ask && scan.HiddenRows.Contains(Row);
            if (!IsLeft(Row) && (!isUnseen && Fault(headings, width) is { } fault
                ? new TableRow(Row, values, fault.Phrase) { Refusal = fault }
                : isBlank ? null : new TableRow(Row, values)
                {
                    Doubts = doubts,
                    Numbers = Array.Exists(numbers, n => n) ? numbers : null,
                    IsHidden = isUnseen,
                }) is { } row)
            {
                yield return row;
            }
        }

        if (_filled.Count > 0)
        {
            reading.Warn(Problems.CellsFilled(_file, HiddenSheetCells.Listed(_filled)));
        }
    }

    private int Row => book.Depth + 1;

    /// <summary>A row of a sheet whose borders were drawn to its end: no value, nothing merged into it, and nothing the library does not tell.</summary>
    private bool HoldsNothing()
    {
        if (_merged.Count > 0 || _marked.Contains(Row))
        {
            return false;
        }

        for (var column = book.FieldCount; column > 0; column--)
        {
            if (book.GetValue(column - 1) is { } value && (value is not string text || !string.IsNullOrWhiteSpace(text)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsLeft(int row) => !readsHidden && scan.HiddenRows.Contains(row);

    /// <summary>The merged ranges that the row at hand crosses, with what they say: the value of their first cell.</summary>
    private void Merge()
    {
        _merged.RemoveAll(m => m.Range.ToRow < Row);
        while (_coming.TryPeek(out var range) && range.FromRow <= Row)
        {
            _coming.Dequeue();
            if (range.ToRow >= Row && range.FromRow >= _from)
            {
                _merged.Add(range.FromRow == Row ? (range, Text(range.FromColumn), IsNumber(range.FromColumn)) : (range, null, false));
            }
        }
    }

    private Dictionary<string, CellDoubt>? Fill(IReadOnlyList<(int Column, string Name)> headings, string?[] values, bool[] numbers)
    {
        Dictionary<string, CellDoubt>? doubts = null;
        foreach (var (range, value, isNumber) in _merged.Where(m => m.Range.FromColumn == m.Range.ToColumn && !string.IsNullOrWhiteSpace(m.Value)))
        {
            for (var i = 0; i < headings.Count; i++)
            {
                if (headings[i].Column == range.FromColumn)
                {
                    (values[i], numbers[i]) = (value, isNumber);
                    _filled.Add(range.ToString());
                    (doubts ??= [])[headings[i].Name] = new CellDoubt(Notes.MergedOverRows(range.ToString()), true);
                }
            }
        }

        return doubts;
    }

    private Problem? Fault(IReadOnlyList<(int Column, string Name)> headings, int width)
    {
        foreach (var (range, value, _) in _merged)
        {
            if (range.FromColumn != range.ToColumn && range.FromColumn <= width && !string.IsNullOrWhiteSpace(value))
            {
                return Problems.CellMerged(_file, Row, Name(headings, range.FromColumn), SheetRange.Name(Row, range.FromColumn), range.ToString());
            }

            for (var column = range.FromColumn; column <= Math.Min(range.ToColumn, width); column++)
            {
                // A value under a merged cell, which shows another or none.
                if ((Row > range.FromRow || column > range.FromColumn) && !_hiddenColumns.Contains(column) && Text(column) is { } under
                    && !string.IsNullOrWhiteSpace(under) && under != value)
                {
                    return Problems.CellCovered(_file, Row, Name(headings, column), SheetRange.Name(Row, column), under, range.ToString());
                }
            }
        }

        // A range in one column whose first cell holds an error says it for all its rows.
        for (var column = 1; column <= Math.Max(width, book.FieldCount); column++)
        {
            if (_hiddenColumns.Contains(column))
            {
                continue;
            }

            var row = _merged.Find(m => m.Range.FromColumn == column).Range is { FromRow: > 0 } range ? range.FromRow : Row;
            if (column <= width && scan.Struck.Contains((row, column)))
            {
                return Problems.CellStruck(_file, Row, Name(headings, column), SheetRange.Name(row, column));
            }

            if (scan.Faults.TryGetValue((row, column), out var error))
            {
                var (name, cell) = (Name(headings, column), SheetRange.Name(row, column));
                return error is null ? Problems.CellNotComputed(_file, Row, name, cell) : Problems.CellError(_file, Row, name, cell, error);
            }

            if (column > width && !string.IsNullOrWhiteSpace(Text(column)))
            {
                return Problems.CellBeyondHeadings(_file, Row, SheetRange.Name(Row, column));
            }
        }

        return null;
    }

    private bool IsNumber(int column) => column <= book.FieldCount && book.GetValue(column - 1) is double or int or long;

    private static string Name(IReadOnlyList<(int Column, string Name)> headings, int column) =>
        headings.FirstOrDefault(h => h.Column == column).Name ?? SheetRange.ColumnName(column);

    /// <summary>A cell of the row at hand as text, dates as ISO dates, a number that is shown with zeros in front with these.</summary>
    private string? Text(int column) => column > book.FieldCount ? null : book.GetValue(column - 1) switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number when ShownNumber.Of(number, book.GetNumberFormatString(column - 1)) is { } shown => shown,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
