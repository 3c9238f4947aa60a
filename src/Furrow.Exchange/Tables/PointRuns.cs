using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>A table whose names do not say it, and whose values look as if several rows were one polygon: one value in run after run of rows with positions
/// that differ, and a number that begins again with each run, or a code that is that of several rows. Read so it is proposed, never taken unseen and never
/// passed over: as single points the polygons and the codes would be lost.</summary>
internal static class PointRuns
{
    /// <summary>Rows of a polygon, and columns whose values are looked at.</summary>
    private const int Fewest = 3, MostColumns = 100;

    /// <summary>Rows of one value.</summary>
    private sealed record Run(string Value, List<TableRow> Rows);

    public static GeometryColumns Propose(FileReading reading, TableSource table, GeometryColumns columns, IReadOnlyList<TableRow> sample)
    {
        if (reading.Options.Geometry is not null || columns.Group is not null
            || columns.Form is not (GeometryForm.Coordinates or GeometryForm.Mgrs or GeometryForm.Position)
            || Find(table, columns, [.. sample.Where(r => r.Fault is null && !r.IsHidden)], reading.Options.Leave) is not var (group, order))
        {
            return columns;
        }

        reading.Understand(new(ReadingTopic.Structure, group, order is null ? group : $"{group} > {order}", Standing.Proposed, order is null
            ? Problems.RowsShareCode(reading.File.Name, group) : Problems.RowsLikePoints(reading.File.Name, group, order)));
        return columns with { Group = group, Order = order };
    }

    private static (string Group, string? Order)? Find(TableSource table, GeometryColumns columns, List<TableRow> rows, IReadOnlyList<string> leave)
    {
        int[] places = [.. columns.PlaceColumns.Select(table.IndexOf).Where(i => i >= 0)];
        int[] free = [.. Enumerable.Range(0, Math.Min(table.Columns.Count, MostColumns))
            .Where(i => !places.Contains(i) && !leave.Contains(table.Columns[i])).OrderByDescending(i => Likeness(table.Columns[i]))];
        foreach (var at in free)
        {
            if (RunsOf(rows, at, places) is not { } runs)
            {
                continue;
            }

            // One value over all rows may be that of the whole table: then the rows are numbered behind it, and nothing else tells them apart.
            var order = free.Where(i => i != at && (runs.Count > 1 || i > at && IsOneRecord(table, rows, runs, i)) && Counts(runs, i))
                .DefaultIfEmpty(-1).First();
            if (order >= 0 || IsCode(table.Columns[at]) && IsOneRecord(table, rows, runs))
            {
                return (table.Columns[at], order < 0 ? null : table.Columns[order]);
            }
        }

        return null;
    }

    /// <summary>The rows by their value, wherever they stand; rows without one belong to the value above. Null where most values are not those of three rows
    /// or more at different positions.</summary>
    private static List<Run>? RunsOf(List<TableRow> rows, int at, int[] places)
    {
        var runs = new Dictionary<string, Run>();
        Run? last = null;
        foreach (var row in rows)
        {
            if (Value(row, at) is { } value && !runs.TryGetValue(value, out last))
            {
                runs[value] = last = new Run(value, []);
            }

            if (last is null)
            {
                return null;
            }

            last.Rows.Add(row);
        }

        bool IsOutline(Run run) => run.Rows.Count >= Fewest
            && run.Rows.Select(r => string.Join('\n', places.Select(i => Value(r, i)))).Distinct().Count() >= Fewest;
        return runs.Values.Count(IsOutline) * 2 > runs.Count ? [.. runs.Values] : null;
    }

    /// <summary>1 to n in each run, or 0 to n - 1.</summary>
    private static bool Counts(List<Run> runs, int at) => runs.TrueForAll(run => PointStructure.Number(run.Rows[0], at) is (0 or 1) and var first
        && run.Rows.Select(r => PointStructure.Number(r, at)).SequenceEqual(Enumerable.Range(0, run.Rows.Count).Select(n => (double?)(first + n))));

    /// <summary>No other code tells the rows apart, and no day: then each is a record of its own.</summary>
    private static bool IsOneRecord(TableSource table, List<TableRow> rows, List<Run> runs, int order = -1) =>
        !Enumerable.Range(0, table.Columns.Count).Any(i =>
        i != order && (IsCode(table.Columns[i]) || FieldNames.IsPointId(table.Columns[i])) && rows.Select(r => Value(r, i)).Distinct().Count() * 2 > rows.Count
        || DateNames.MayBeDate(table.Columns[i]) && runs.Exists(run => run.Rows.Select(r => Value(r, i)).OfType<string>().Distinct().Count() > 1));

    /// <summary>A code goes before a text, and a text before a status, a size or a day.</summary>
    private static int Likeness(string column) => IsCode(column) ? 2
        : ReportFields.All.Any(f => f.Type != FieldType.Text && FieldNames.Score(f.Name, column) >= 50) ? 0 : 1;

    private static bool IsCode(string column) => PointHeadings.NamesCode(Words.Fold(column)) || FieldNames.Score("code", column) >= FieldNames.Exact
        || PointStructure.IsCode(Words.Fold(column));

    private static string? Value(TableRow row, int at) => at < row.Values.Length && !string.IsNullOrWhiteSpace(row.Values[at]) ? row.Values[at]!.Trim() : null;
}
