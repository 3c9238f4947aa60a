using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>Holds back rows that look like no records: sums ("Total"), remarks below the table ("Prepared by ..."), headings that come again on the next page.
/// None of them becomes a record before a person says so. Where the table itself proves what a row is, nobody is asked: its numbers are those of the rows
/// above together, it repeats the headings, it stands apart below a table of codes.</summary>
internal sealed class SumRowFilter
{
    private const int LongestCount = 40;

    /// <summary>Remarks held until it is known that no record follows them.</summary>
    private const int MostRemarks = 50;

    private readonly FileReading _reading;
    private readonly TableSource _table;
    private readonly TableHabits _usual;
    private readonly SumProof _sums;
    private readonly List<(TableRow Row, string Shown)> _remarks = [];
    private int _left;
    private int _lastRow;
    private bool _isOpen;

    public SumRowFilter(FileReading reading, TableSource table, IReadOnlyList<TableRow> sample, string? group)
    {
        (_reading, _table) = (reading, table);
        _usual = new TableHabits(table, sample, reading.Options.Geometry?.PlaceColumns ?? []);
        _sums = new SumProof(table, _usual.MayBeSummed, table.IndexOf(group));
    }

    public IEnumerable<TableRow> Filter(IEnumerable<TableRow> rows) => _reading.Options.Sums == SumRows.Read ? rows : Held(rows);

    private IEnumerable<TableRow> Held(IEnumerable<TableRow> rows)
    {
        foreach (var row in rows)
        {
            var (shown, kind) = row.Fault is null && !row.IsHidden ? Look(row) : (null, default);
            if (kind == Kind.Apart && _remarks.Count < MostRemarks)
            {
                _remarks.Add((row, shown!));
                continue;
            }

            // What goes on below them is the table: they stand in it, not behind it.
            foreach (var held in Told(Kind.Unclear))
            {
                yield return held;
            }

            _lastRow = row.Number;
            if (shown is null)
            {
                _sums.Add(row);
                yield return row;
            }
            else if (Named(row, shown, kind == Kind.Apart ? Kind.Unclear : kind) is { } held)
            {
                yield return held;
            }
        }

        foreach (var held in Told(Kind.Apart))
        {
            yield return held;
        }

        if (_left > 0)
        {
            _reading.Warn(Problems.SumRowsLeft(_reading.File.Name, _left));
        }
    }

    private List<TableRow> Told(Kind kind)
    {
        List<TableRow> told = [.. _remarks.Select(r => Named(r.Row, r.Shown, kind)).OfType<TableRow>()];
        _remarks.Clear();
        return told;
    }

    /// <summary>The row with the reason why it is none of the table; null where a person said that such rows are left out.</summary>
    private TableRow? Named(TableRow row, string shown, Kind kind)
    {
        var file = _reading.File.Name;
        if (kind == Kind.Sum)
        {
            _sums.Close();
        }

        var problem = kind switch
        {
            Kind.Sum => Problems.RowSumsOthers(file, row.Number, shown),
            Kind.Headings => Problems.RowRepeatsHeadings(file, row.Number),
            Kind.Apart => Problems.RowIsRemark(file, row.Number, shown),
            _ => Problems.RowIsSum(file, row.Number, shown),
        };
        var isAsked = kind == Kind.Unclear && _reading.Options.Sums == SumRows.Ask;
        if (isAsked || !_isOpen)
        {
            _reading.Understand(new(ReadingTopic.Totals, "", "leave", isAsked ? Standing.Proposed : Standing.Known, problem)
            { Choices = [new("leave"), new("read")] });
        }

        _isOpen |= isAsked;
        _left += _reading.Options.Sums == SumRows.Leave ? 1 : 0;
        return _reading.Options.Sums == SumRows.Leave ? null : row with { Fault = problem.Phrase, Refusal = problem };
    }

    /// <summary>What of the row shows that it is no record, and how sure that is; null for a record.</summary>
    private (string? Shown, Kind Kind) Look(TableRow row)
    {
        var cells = Enumerable.Range(0, row.Values.Length).Where(i => !string.IsNullOrWhiteSpace(row.Values[i])).ToList();
        if (cells.Count == 0)
        {
            return default;
        }

        var first = row.Values[cells[0]]!.Trim();
        if (cells.Count >= 2 && cells.TrueForAll(i => row.Values[i]!.Trim() == _table.Columns[i].Split(HeadingRows.Joint)[^1]))
        {
            return (first, Kind.Headings);
        }

        if (cells.Exists(i => _usual.SaysPlaceOrDay(row, i)))
        {
            return default;
        }

        var word = cells.Take(2).Where(i => SumWords.IsSum(row.Values[i]!.Trim())).Select(i => (int?)i).FirstOrDefault();
        if (word is { } at && cells.TrueForAll(i => row.Values[i]!.Length <= LongestCount || !row.Values[i]!.Any(char.IsLetter)))
        {
            return (row.Values[at]!.Trim(), _sums.IsSumOf(row, [.. cells.Where(i => i != at)], true) ? Kind.Sum : Kind.Unclear);
        }

        return cells.Count == 1 && _usual.Filled >= 3 && IsRemark(first)
                ? (first, _usual.HoldsIds(cells[0]) && _lastRow > 0 && row.Number > _lastRow + 1 ? Kind.Apart : Kind.Unclear)
            : _usual.MissesItsTexts(row, cells) ? (first, _sums.IsSumOf(row, cells, false) ? Kind.Sum : Kind.Unclear)
            : default;
    }

    /// <summary>A text of several words, and nothing beside it; a code alone may be a record nobody has said more of.</summary>
    private static bool IsRemark(string text) => text.Any(char.IsLetter) && (text.Length > LongestCount || text[^1] == ':'
        || text.Contains(' ') && !(char.IsLetter(text[0]) && StatusColumns.IsCode(text)));

    private enum Kind : byte
    {
        Unclear,
        Sum,
        Headings,

        /// <summary>Below the table, behind a row without a value.</summary>
        Apart,
    }
}
