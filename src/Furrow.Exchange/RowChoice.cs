using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>Passes the rows that a person chose by the values of a column ("Status" = "Approved"), and counts the others by what they say.</summary>
internal sealed class RowChoice(FileReading reading)
{
    private const int MostNamed = 8;

    private readonly Dictionary<string, int> _left = [];
    private readonly HashSet<string> _met = [];
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _only = reading.Options.Only;

    public bool Takes(InputRow row)
    {
        if (_only.Count == 0)
        {
            return true;
        }

        foreach (var (column, values) in _only)
        {
            if (row.Fields.Any(f => f.Name == column))
            {
                _met.Add(column);
            }

            var said = row[column]?.Trim() ?? "";
            if (!values.Any(v => string.Equals(v.Trim(), said, StringComparison.OrdinalIgnoreCase)))
            {
                var shown = $"{column} = {(said.Length == 0 ? "–" : said)}";
                if (_left.Count < 1_000 || _left.ContainsKey(shown))
                {
                    _left[shown] = _left.GetValueOrDefault(shown) + row.RowCount;
                }

                return false;
            }
        }

        return true;
    }

    /// <summary>The row, refused where its points say different things in a column it is chosen by.</summary>
    public InputRow Checked(InputRow row) =>
        row.Problem is null && _only.Keys.FirstOrDefault(c => row.Doubts?.GetValueOrDefault(c) is { IsShared: false }) is { } column
        ? row with { Problem = Problems.RowBroken(row.File, row.Row, row.Doubts![column].Why, column) } : row;

    /// <summary>Names what was left out, and a column that no row has.</summary>
    public void Tell()
    {
        if (_only.Keys.FirstOrDefault(c => !_met.Contains(c)) is { } missing)
        {
            reading.Refuse(Problems.ColumnMissing(reading.File.Name, "only", missing));
        }
        else if (_left.Count > 0)
        {
            var shown = _left.OrderByDescending(l => l.Value).Take(MostNamed).Select(l => $"{l.Key} ({l.Value})");
            reading.Warn(Problems.RowsNotChosen(reading.File.Name, _left.Values.Sum(), [.. shown]));
        }
    }
}
