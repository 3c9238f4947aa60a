using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>Adds up the columns of a table as its rows go by, to tell whether the numbers of a row are those of the rows above together. A record that many
/// points or merged cells repeat counts once, or as often as it stands; hidden rows count there, and not here; parts that have sums of their own are added
/// up apart too.</summary>
/// <param name="isTried">The columns that may be summed: places and dates are not.</param>
/// <param name="group">The column with the id that the rows of one record share; -1 where each row is a record.</param>
internal sealed class SumProof(TableSource table, bool[] isTried, int group)
{
    /// <summary>Rows that a sum without any word must have added up.</summary>
    private const int FewestRows = 3;

    /// <summary>Ids remembered; a longer table is judged by its rows alone.</summary>
    private const int MostGroups = 2_000_000;

    private readonly double[] _factors = [.. table.Columns.Select(c => HeadingUnit.Of(c, FieldType.Area) is { } unit
        ? NumberText.Factor(FieldType.Area, unit) ?? 1 : 1)];
    private readonly Column[] _all = Columns(table), _part = Columns(table), _once = Columns(table), _oncePart = Columns(table);
    private readonly HashSet<string> _seen = [];
    private readonly Phrase?[] _merged = new Phrase?[table.Columns.Count];
    private int _rows, _records, _parts;

    /// <summary>A row that is a record, or may be one.</summary>
    public void Add(TableRow row)
    {
        _rows++;
        var isFirst = !row.IsHidden && (group < 0 || row.Values[group]?.Trim() is not { Length: > 0 } id || _seen.Count < MostGroups && _seen.Add(id));
        _records += isFirst ? 1 : 0;
        for (var i = 0; i < isTried.Length; i++)
        {
            if (!isTried[i] || Read(row, i) is not { } read)
            {
                continue;
            }

            var merge = row.Doubts?.GetValueOrDefault(table.Columns[i])?.Why;
            var isNew = isFirst && (merge is null || merge.ToString() != _merged[i]?.ToString());
            _merged[i] = merge;
            _all[i].Add(read);
            _part[i].Add(read);
            if (isNew)
            {
                _once[i].Add(read);
                _oncePart[i].Add(read);
            }
        }
    }

    /// <summary>The next rows are a part with a sum of its own.</summary>
    public void Close()
    {
        _parts++;
        Array.ForEach(_part, c => c.Clear());
        Array.ForEach(_oncePart, c => c.Clear());
    }

    /// <summary>Whether each number of a row is what the rows above have there together, or how many they are.</summary>
    /// <param name="cells">The columns in which it holds a number.</param>
    /// <param name="hasWord">A word says that it is a sum: then it may be rounded, and a mean or a count of rows.</param>
    public bool IsSumOf(TableRow row, IReadOnlyList<int> cells, bool hasWord) => cells.Count > 0 && cells.All(i => Read(row, i) is { } read
        && (hasWord && read.Point is { } count && (count == _rows || count == _records) && _records >= 2
            || new[] { _all, _part, _once, _oncePart }.Any(c => c[i].Gives(read, _factors[i], hasWord, hasWord ? 2 : FewestRows))
            || hasWord && _parts > 0 && _part[i].Gives(read, 1, false, 1)));

    private static (double? Point, double? Comma, double Step)? Read(TableRow row, int at)
    {
        if (row.Values[at] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (row.Numbers?[at] == true || !text.AsSpan().ContainsAny(',', '.'))
        {
            return PlainNumber.Real(text) is { } plain ? (plain, plain, Step(text, '.'))
                : NumberText.Parse(text, false) is { } spaced ? (spaced, spaced, 1) : (null, null, 0);
        }

        return (NumberText.Parse(text, false), NumberText.Parse(text, true), Step(text, text.AsSpan().Contains(',') ? ',' : '.'));
    }

    /// <summary>What the last figure of a number counts.</summary>
    private static double Step(string text, char mark) => text.LastIndexOf(mark) is >= 0 and var at ? Math.Pow(10, at + 1 - text.Length) : 1;

    private static Column[] Columns(TableSource table) => [.. table.Columns.Select(_ => new Column())];

    /// <summary>One column, read with a decimal point and with a decimal comma.</summary>
    private sealed class Column
    {
        private double? _point = 0, _comma = 0;
        private int _rows, _weighing;

        public void Clear() => (_point, _comma, _rows, _weighing) = (0, 0, 0, 0);

        public void Add((double? Point, double? Comma, double Step) read)
        {
            (_point, _comma) = (_point + read.Point, _comma + read.Comma);
            _rows++;
            _weighing += read.Point is not 0 ? 1 : 0;
        }

        public bool Gives((double? Point, double? Comma, double Step) read, double factor, bool hasWord, int fewest) => _weighing >= fewest
            && (Gives(read.Point, _point, read.Step, factor, hasWord) || Gives(read.Comma, _comma, read.Step, factor, hasWord));

        private bool Gives(double? said, double? sum, double step, double factor, bool hasWord)
        {
            if (said is not { } value || sum is not { } total || value == 0)
            {
                return false;
            }

            // A number of four figures or more may be rounded to its last.
            var near = Math.Max(1e-6 * Math.Abs(value), hasWord && Math.Abs(value) >= 1_000 * step ? 0.5000001 * step : 0);
            bool Is(double other) => Math.Abs(value - other) <= near;
            return Is(total) || Is(total * factor) || hasWord && (value == _rows || Is(total / _rows));
        }
    }
}
