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
    public static IEnumerable<InputRow> Rows(FileReading reading, TableSource table, GeometryColumns columns, TableGeometry places,
        SecondPlaces seconds, IEnumerable<TableRow> rows)
    {
        var points = new RecordPoints(reading, table, columns);
        var sorted = new GroupedRows(reading, table, columns);
        foreach (var row in rows)
        {
            if (!sorted.Add(row, points))
            {
                yield break;
            }
        }

        var isClear = sorted.IsWhole & TableLegs.AreClear(reading, columns) & points.AreKnown();
        foreach (var item in reading.IsOnlyAsking ? sorted.InOrder : [])
        {
            // Without their place the records still show what else is to be asked: their columns and words.
            yield return !isClear && item is List<TableRow> unplaced ? First(reading, table, unplaced)
                : item is TableRow broken ? TableReading.Broken(reading, table, broken)
                : Beside(table, places, seconds, (List<TableRow>)item, columns.Form == GeometryForm.Legs
                    ? TableLegs.Polygon(reading, table, columns, places, points, (List<TableRow>)item)
                    : TurningPoints.Record(reading, table, columns, places, points, (List<TableRow>)item));
        }

        points.Tell();
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
