using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>Polygons given as several rows with the same id: as numbered turning points, or as a start and legs of bearing and distance.
/// All rows of such a table
/// are held, since the rows of one polygon may stand anywhere.</summary>
internal static class TableGroups
{
    private const int MostRows = 2_000_000;

    public static IEnumerable<InputRow> Rows(FileReading reading, TableSource table, GeometryColumns columns, TableGeometry places,
        SecondPlaces seconds, IEnumerable<TableRow> rows)
    {
        var at = table.IndexOf(columns.Group);
        var groups = new Dictionary<string, List<TableRow>>();
        var order = new List<object>();
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > MostRows)
            {
                reading.Refuse(Problems.FileBeyondLimit(reading.File.Name, $"{MostRows} rows of turning points"));
                yield break;
            }

            if (row.Fault is not null || string.IsNullOrWhiteSpace(row.Values[at]))
            {
                order.Add(row.Fault is null ? row with { Fault = $"The row has no value in '{columns.Group}', so its polygon is not known." } : row);
            }
            else if (groups.TryGetValue(row.Values[at]!.Trim(), out var group))
            {
                group.Add(row);
            }
            else
            {
                order.Add(groups[row.Values[at]!.Trim()] = [row]);
            }
        }

        if (columns.Form == GeometryForm.Legs && TableLegs.Unstated(reading, columns) is { } unstated)
        {
            reading.Refuse(unstated);
            yield break;
        }

        foreach (var item in order)
        {
            yield return item is TableRow broken ? TableReading.Broken(reading, table, broken)
                : Beside(table, places, seconds, (List<TableRow>)item, columns.Form == GeometryForm.Legs
                    ? TableLegs.Polygon(reading, table, columns, places, (List<TableRow>)item)
                    : TurningPoints(reading, table, columns, places, (List<TableRow>)item));
        }
    }

    /// <summary>A second place that all rows of a polygon share speaks of the polygon, one that differs from row to row of its points.</summary>
    private static InputRow Beside(TableSource table, TableGeometry places, SecondPlaces seconds, List<TableRow> group, InputRow polygon)
    {
        if (polygon.Problem is not null || !seconds.MayBeIn(table.Columns))
        {
            return polygon;
        }

        var shared = polygon with { Fields = [.. polygon.Fields.Where(f => polygon.Doubts?.ContainsKey(f.Name) != true)] };
        var differ = seconds.Of(shared, polygon.Geometry, polygon.Crs);
        foreach (var point in polygon.Doubts is null ? [] : group)
        {
            var own = polygon with
            {
                Row = point.Number,
                Fields = [.. TableReading.Fields(table, point).Where(f => polygon.Doubts!.ContainsKey(f.Name) || seconds.IsZone(f.Name))],
            };
            var place = places.Read(point);
            differ ??= place.Problem is null && place.Geometry.Kind == DrawnKind.Point ? seconds.Of(own, place.Geometry, place.Crs, place.SquareMetres) : null;
        }

        return differ is null ? polygon : polygon with { Problem = differ };
    }

    private static InputRow TurningPoints(FileReading reading, TableSource table, GeometryColumns columns, TableGeometry places, List<TableRow> group)
    {
        var row = First(reading, table, group);
        var at = table.IndexOf(columns.Order);
        var numbered = group.Select(r => (Row: r, Number: at < 0 ? r.Number : NumberText.Parse(r.Values[at] ?? "", null))).ToList();
        if (numbered.All(n => n.Number is not null))
        {
            numbered.Sort((a, b) => (a.Number!.Value, a.Row.Number).CompareTo((b.Number!.Value, b.Row.Number)));
            var twice = numbered.Zip(numbered.Skip(1)).FirstOrDefault(p => p.First.Number == p.Second.Number);
            if (twice.First.Row is not null)
            {
                return row with { Problem = Problems.RowBroken(reading.File.Name, twice.Second.Row.Number,
                    $"The point number {twice.First.Number!.Value} stands twice in one polygon.", columns.Order) };
            }
        }

        var ring = new List<double>();
        var lines = new List<string>();
        foreach (var (point, _) in numbered)
        {
            var place = places.Read(point);
            if (place.Problem is { } problem)
            {
                return row with { Problem = problem };
            }

            if (place.Geometry.Kind != DrawnKind.Point)
            {
                return row with { Problem = Problems.RowBroken(reading.File.Name, point.Number, $"A turning point has no position.") };
            }

            if (ring.Count > 0 && place.Crs.Name != row.Crs.Name)
            {
                return row with { Problem = Problems.RowBroken(reading.File.Name, point.Number, $"The points of one polygon lie in different zones.",
                    columns.Zone) };
            }

            row = row with
            {
                Crs = place.Crs,
                SquareMetres = place.SquareMetres is { } side && !(side <= row.SquareMetres) ? side : row.SquareMetres,
                Notes = place.Note is { } note && !row.Notes.Contains(note) ? [.. row.Notes, note] : row.Notes,
            };
            ring.AddRange([place.Geometry.X, place.Geometry.Y]);
            lines.Add($"{(at < 0 ? lines.Count + 1 : point.Values[at])}: {place.Text}");
        }

        return Finish(reading, row with { DrawnText = string.Join('\n', lines) }, [.. ring]);
    }

    /// <summary>What the rows of a polygon say of it: of each column the first value. Where another says something else, no row is believed.</summary>
    public static InputRow First(FileReading reading, TableSource table, List<TableRow> group)
    {
        var values = new string?[table.Columns.Count];
        Dictionary<string, CellDoubt>? doubts = null;
        for (var i = 0; i < values.Length; i++)
        {
            var said = group.Select(r => r.Values[i]?.Trim()).Where(v => !string.IsNullOrEmpty(v)).Distinct().Take(2).ToList();
            values[i] = said.Count == 0 ? group[0].Values[i] : group.First(r => r.Values[i]?.Trim() == said[0]).Values[i];
            if (said.Count > 1)
            {
                (doubts ??= [])[table.Columns[i]] = new CellDoubt($"The rows of one polygon differ: '{said[0]}' and '{said[1]}'.", false);
            }
        }

        return new InputRow
        {
            File = reading.File.Name,
            Row = group[0].Number,
            RowCount = group.Count,
            Fields = TableReading.Fields(table, group[0] with { Values = values }),
            Doubts = doubts,
        };
    }

    /// <summary>One position is a point; two are no land.</summary>
    public static InputRow Finish(FileReading reading, InputRow row, double[] ring) => ring.Length switch
    {
        2 => row with { Geometry = DrawnGeometry.Point(ring[0], ring[1]) },
        < 6 => row with { Problem = Problems.GeometryBroken(reading.File.Name, row.Row,
            $"The polygon has {ring.Length / 2} turning points; it needs three.") },
        _ => row with { Geometry = DrawnGeometry.Of([[ring]]) },
    };
}
