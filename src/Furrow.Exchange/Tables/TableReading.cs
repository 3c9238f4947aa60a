using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>From a table to rows, the same for text tables and workbooks.</summary>
internal static class TableReading
{
    private const int SampleRows = 200;

    /// <summary>Rows looked at while a column called as a place has no value yet.</summary>
    private const int MostSampleRows = 2_000;

    public static IEnumerable<InputRow> Rows(FileReading reading, TableSource table)
    {
        using var rows = table.Rows.GetEnumerator();
        var sample = Sample(table, rows);
        var columns = reading.Options.Geometry ?? GeometryGuess.For(table.Columns, [.. sample.Where(r => r.Fault is null)], reading.Options.Leave);
        if (GeometryRequirements.Wrong(columns) is { } wrong)
        {
            reading.Refuse(Problems.MappingUnreadable(reading.File.Name, wrong));
            yield break;
        }

        if (Missing(table, columns) is { } missing)
        {
            reading.Refuse(Problems.FieldMissing(reading.File.Name, 1, missing));
            yield break;
        }

        var stated = StatedSystem.Of(reading.File.Name, reading.Options.Crs);
        var decided = stated.System.Problem is { } unknown ? unknown : TableAxes.Decide(reading, table, columns, stated, sample);
        if (decided.Problem is { } problem)
        {
            Ask(reading, problem);
        }

        // Without their place the rows still show what else is to be asked: their columns and words.
        columns = decided.Problem is null ? decided.Value! : new GeometryColumns();
        columns = columns.Form == GeometryForm.Legs ? LegHeadings.WithNorth(columns, reading.Options) : columns;
        if (decided.Problem is null)
        {
            columns = PointRuns.Propose(reading, table, columns, sample);
            reading.UseGeometry(columns);
            UnnamedPlaces.Ask(reading, table, columns, sample);
        }

        var places = new TableGeometry(reading, table, columns, decided.Problem is null ? stated : StatedSystem.Of(reading.File.Name, null));
        var all = new SumRowFilter(reading, table, sample, columns.Group).Filter(Chain(sample, rows));
        var seconds = Seconds(reading, columns);
        var unread = new UnreadPlaces(reading, table, columns);
        foreach (var row in columns.Group is null ? Single(reading, table, places, unread, seconds, all)
            : TableGroups.Rows(reading, table, columns, places, seconds, all))
        {
            yield return row;
        }

        seconds.Tell();
    }

    private static List<TableRow> Sample(TableSource table, IEnumerator<TableRow> rows)
    {
        var sample = new List<TableRow>();
        var waiting = Enumerable.Range(0, table.Columns.Count).Where(i => PlaceColumn.Of(table.Columns[i]).Role != PlaceRole.None).ToHashSet();
        while ((sample.Count < SampleRows || waiting.Count > 0 && sample.Count < MostSampleRows) && rows.MoveNext())
        {
            sample.Add(rows.Current);
            waiting.RemoveWhere(i => i < rows.Current.Values.Length && !string.IsNullOrWhiteSpace(rows.Current.Values[i]));
        }

        return sample;
    }

    private static void Ask(FileReading reading, Problem problem)
    {
        if (problem.Code == Problems.AxesUnclearCode)
        {
            reading.Ask(ReadingTopic.AxisOrder, problem, new ReadingChoice(TableAxes.XIsEast), new ReadingChoice(TableAxes.XIsNorth));
        }
        else
        {
            reading.Refuse(problem);
        }
    }

    private static SecondPlaces Seconds(FileReading reading, GeometryColumns columns) =>
        new(reading, columns.PlaceColumns.Count == 0 ? SecondPlaces.Geometry
            : string.Join(", ", new[] { columns.Text, columns.X, columns.Y }.OfType<string>()), [.. columns.PlaceColumns]);

    public static InputField[] Fields(TableSource table, TableRow row) =>
        [.. table.Columns.Select((name, i) => new InputField(name, i < row.Values.Length ? row.Values[i] : null, row.Numbers?[i] == true))];

    public static InputRow Broken(FileReading reading, TableSource table, TableRow row) => new()
    {
        File = reading.File.Name,
        Row = row.Number,
        Fields = Fields(table, row),
        Problem = row.IsHidden ? Problems.RowHidden(reading.File.Name, row.Number)
            : row.Refusal ?? Problems.RowBroken(reading.File.Name, row.Number, row.Fault!),
    };

    private static IEnumerable<InputRow> Single(FileReading reading, TableSource table, TableGeometry places, UnreadPlaces unread,
        SecondPlaces seconds, IEnumerable<TableRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Fault is not null || row.IsHidden)
            {
                yield return Broken(reading, table, row);
                continue;
            }

            var place = places.Read(row);
            var read = new InputRow
            {
                File = reading.File.Name,
                Row = row.Number,
                Fields = Fields(table, row),
                Doubts = row.Doubts,
                Geometry = place.Geometry,
                Crs = place.Crs,
                DrawnText = place.Text,
                SquareMetres = place.SquareMetres,
                Notes = place.Note is { } note ? [note] : [],
                Problem = place.Problem ?? (place.Geometry.Kind == DrawnKind.None ? unread.Of(row) : null),
            };
            var differ = read.Problem is null && place.Geometry.Kind != DrawnKind.None
                ? seconds.Of(read, place.Geometry, place.Crs, place.SquareMetres) : null;
            yield return differ is null ? read : read with { Problem = differ };
        }
    }

    private static string? Missing(TableSource table, GeometryColumns c) =>
        new[] { c.Text, c.X, c.Y, c.Zone, c.Hemisphere, c.Group, c.Shape, c.Order, c.PointType,
            c.From, c.To, c.Bearing, c.Distance }.FirstOrDefault(name => name is not null && table.IndexOf(name) < 0);

    private static IEnumerable<TableRow> Chain(List<TableRow> first, IEnumerator<TableRow> rest)
    {
        foreach (var row in first)
        {
            yield return row;
        }

        while (rest.MoveNext())
        {
            yield return rest.Current;
        }
    }
}
