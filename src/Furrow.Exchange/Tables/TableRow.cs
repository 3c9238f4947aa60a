using Furrow.Core;

namespace Furrow.Exchange.Tables;

/// <summary>A row of a sheet or text table below its header.</summary>
/// <param name="Number">From 1, as a spreadsheet counts the rows of its sheet: the headings are rows too.</param>
/// <param name="Values">As many as there are columns; null where there is nothing.</param>
/// <param name="Fault">Why the row as such cannot be read.</param>
internal sealed record TableRow(int Number, string?[] Values, Phrase? Fault = null)
{
    /// <summary>The fault as a problem of its own, where it has one.</summary>
    public Problem? Refusal { get; init; }

    /// <summary>Which of the values are numbers by the format itself; null where none is.</summary>
    public bool[]? Numbers { get; init; }

    /// <summary>Nobody sees it on its sheet, and nobody has said that it is to be read.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Columns whose value may not be this row's own.</summary>
    public IReadOnlyDictionary<string, CellDoubt>? Doubts { get; init; }
}

/// <summary>A table as its reader hands it over.</summary>
internal sealed record TableSource(IReadOnlyList<string> Columns, IEnumerable<TableRow> Rows)
{
    public int IndexOf(string? column)
    {
        for (var i = 0; column is not null && i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Names as given; empty and repeated ones get a number, so that no value is lost.</summary>
    public static List<string> ColumnNames(IEnumerable<string?> header)
    {
        var names = new List<string>();
        var taken = new HashSet<string>();
        var times = new Dictionary<string, int>();
        foreach (var raw in header)
        {
            var name = string.IsNullOrWhiteSpace(raw) ? $"column {names.Count + 1}" : raw.Trim();
            var unique = name;
            while (!taken.Add(unique))
            {
                // Counted on from the last one: ten thousand columns of one name are a moment's work.
                unique = $"{name} ({times[name] = times.GetValueOrDefault(name, 1) + 1})";
            }

            names.Add(unique);
        }

        return names;
    }
}
