using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>Holds back rows that look like no records: sums ("Total"), remarks below the table ("Prepared by ..."), headings that come again on the next page.
/// None of them becomes a record before a person says so.</summary>
internal sealed class SumRowFilter
{
    /// <summary>A column is one that rows fill when so many of ten do.</summary>
    private const int UsualOfTen = 8;
    private const int LongestCount = 40;

    private readonly FileReading _reading;
    private readonly TableSource _table;
    private readonly bool[] _isPlace;
    private readonly bool[] _isDate;
    private readonly bool[] _isUsualText;
    private readonly int _usualFilled;
    private readonly int _texts;
    private int _left;

    public SumRowFilter(FileReading reading, TableSource table, IReadOnlyList<TableRow> sample)
    {
        (_reading, _table) = (reading, table);
        _isPlace = [.. HeadingNames.Folded(table.Columns).Select((n, i) => GeometryGuess.IsPoint(n) || PlaceColumn.Of(table.Columns[i]).Role != PlaceRole.None
            || reading.Options.Geometry?.PlaceColumns.Contains(table.Columns[i]) == true)];
        _isDate = [.. table.Columns.Select(DateNames.MayBeDate)];
        var sound = sample.Where(r => r.Fault is null).ToList();
        var enough = Math.Max(2, (sound.Count - 1) * UsualOfTen / 10);
        _isUsualText = [.. table.Columns.Select((_, i) => sound.Count(r => r.Values[i] is { } v && v.Any(char.IsLetter)) >= enough)];
        var filled = sound.Select(r => r.Values.Count(v => !string.IsNullOrWhiteSpace(v))).Order().ToList();
        _usualFilled = filled.Count == 0 ? 0 : filled[filled.Count / 2];
        _texts = _isUsualText.Count(t => t);
    }

    public IEnumerable<TableRow> Filter(IEnumerable<TableRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Fault is null && _reading.Options.Sums != SumRows.Read && Shown(row) is { } shown)
            {
                var problem = Problems.RowIsSum(_reading.File.Name, row.Number, shown);
                _reading.Understand(new(ReadingTopic.Totals, "", "leave", _reading.Options.Sums == SumRows.Leave ? Standing.Known : Standing.Proposed, problem)
                { Choices = [new("leave"), new("read")] });
                if (_reading.Options.Sums == SumRows.Leave)
                {
                    _left++;
                    continue;
                }

                yield return row with { Fault = problem.Phrase, Refusal = problem };
                continue;
            }

            yield return row;
        }

        if (_left > 0)
        {
            _reading.Warn(Problems.SumRowsLeft(_reading.File.Name, _left));
        }
    }

    /// <summary>What of the row shows that it is no record; null for a record.</summary>
    private string? Shown(TableRow row)
    {
        var cells = Enumerable.Range(0, row.Values.Length).Where(i => !string.IsNullOrWhiteSpace(row.Values[i])).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var first = row.Values[cells[0]]!.Trim();
        if (cells.Count >= 2 && cells.TrueForAll(i => row.Values[i]!.Trim() == _table.Columns[i].Split(HeadingRows.Joint)[^1]))
        {
            return first;
        }

        if (cells.Exists(i => _isPlace[i] || _isDate[i] && row.Values[i]!.Any(char.IsDigit)))
        {
            return null;
        }

        var sum = cells.Take(2).Select(i => row.Values[i]!.Trim()).FirstOrDefault(SumWords.IsSum);
        return sum is not null && cells.TrueForAll(i => row.Values[i]!.Length <= LongestCount || !row.Values[i]!.Any(char.IsLetter)) ? sum
            : cells.Count == 1 && _usualFilled >= 3 && IsRemark(first) ? first
            : _texts > 0 && _usualFilled >= 3 && cells.TrueForAll(i => !row.Values[i]!.Any(char.IsLetter)) && !Enumerable.Range(0, _isUsualText.Length)
                .Any(i => _isUsualText[i] && !string.IsNullOrWhiteSpace(row.Values[i])) ? first
            : null;
    }

    /// <summary>A text of several words, and nothing beside it; a code alone may be a record nobody has said more of.</summary>
    private static bool IsRemark(string text) => text.Any(char.IsLetter) && (text.Length > LongestCount || text[^1] == ':'
        || text.Contains(' ') && !(char.IsLetter(text[0]) && StatusColumns.IsCode(text)));
}
