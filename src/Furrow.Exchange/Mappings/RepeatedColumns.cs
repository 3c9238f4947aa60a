using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>Columns with the heading of one that is read. Where the two say different things, which one is meant is not guessed.</summary>
public static class RepeatedColumns
{
    /// <summary>Texts of which a second one is kept as a column of its own; two end dates are looked at as days (<see cref="EndColumns"/>).</summary>
    private static readonly HashSet<string> Free = ["remarks", "place", "evidence", "handedOverTo", "hazardousAreaName", "aliases", "predecessors", "otherColumns", "end"];

    /// <summary>The column that is read, and the one that repeats its heading.</summary>
    public static IReadOnlyList<(string Read, string Again)> Find(IReadOnlyList<string> names, Mapping mapping)
    {
        var taken = mapping.Fields.SelectMany(f => f.Columns).Concat(mapping.Geometry?.PlaceColumns ?? []).Concat(mapping.Leave ?? []).ToHashSet();
        var bare = names.Where(n => !taken.Contains(n)).Select(n => (Name: n, RepeatedNames.Bare(n).Name)).ToLookup(n => n.Item2, n => n.Item1);
        return [.. mapping.Fields.Where(f => f.Column is not null && !Free.Contains(f.Field))
            .SelectMany(f => bare[RepeatedNames.Bare(f.Column!).Name].Select(again => (f.Column!, again)))];
    }

    /// <summary>Null when the columns say the same, or the second nothing.</summary>
    public static Problem? Contradiction(InputRow row, IReadOnlyList<(string Read, string Again)> columns)
    {
        foreach (var (read, again) in columns)
        {
            var (first, second) = (row[read]?.Trim() ?? "", row[again]?.Trim() ?? "");
            if (second.Length > 0 && !string.Equals(first, second, StringComparison.OrdinalIgnoreCase) && !IsSameNumber(first, second))
            {
                return Problems.ColumnsDiffer(row.File, row.Row, read, first.Length == 0 ? "–" : first, again, second);
            }
        }

        return null;
    }

    private static bool IsSameNumber(string first, string second) =>
        PlainNumber.Real(first) is { } one && PlainNumber.Real(second) is { } other && one == other
        && (first[0] == '0') == (second[0] == '0');
}
