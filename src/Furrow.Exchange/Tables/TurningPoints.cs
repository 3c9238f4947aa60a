using Furrow.Core;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>A record given point by point: its polygons, one or several, and the points beside them.</summary>
internal static class TurningPoints
{
    public static InputRow Record(FileReading reading, TableSource table, GeometryColumns columns, TableGeometry places, RecordPoints points,
        List<TableRow> group)
    {
        var row = TableGroups.First(reading, table, group);
        var (shapes, file) = (new OrderedDictionary<string, List<Corner>>(), reading.File.Name);
        var beside = new List<RecordPoint>();
        var lines = new List<string>();
        foreach (var point in group)
        {
            if (points.RoleOf(point) is not { } role)
            {
                return row with { Problem = Problems.RowBroken(file, point.Number,
                    $"The row does not say what point it is, as the others do.", columns.PointType) };
            }

            if (PointWords.IsCorner(role))
            {
                var shape = points.ShapeOf(point) ?? "";
                shapes.TryAdd(shape, []);
                shapes[shape].Add(new Corner(point, role, points.LabelOf(point)));
                continue;
            }

            if (Beside(places, points, point, role) is var (read, problem) && problem is not null)
            {
                return row with { Problem = problem };
            }

            points.CountBeside(role);
            beside.AddRange(read is null ? [] : [read]);
            lines.Add($"{role.ToString().ToLowerInvariant()} {points.LabelOf(point)}: {read?.Text}");
        }

        if (shapes.Count > 1 && shapes.TryGetValue("", out var nameless))
        {
            return row with { Problem = Problems.RowBroken(file, nameless[0].Row.Number,
                $"The point does not say which polygon of its record it is of.", columns.Shape) };
        }

        row = row with { Points = beside };
        var (parted, repairs) = columns.Shape is null ? (shapes, []) : SharedShapeIds.Parted(shapes, points);
        return Polygons(reading, columns, places, points, row with { Repairs = repairs }, parted, lines);
    }

    private static InputRow Polygons(FileReading reading, GeometryColumns columns, TableGeometry places, RecordPoints points,
        InputRow row, OrderedDictionary<string, List<Corner>> shapes, List<string> lines)
    {
        var rings = new List<double[]>();
        foreach (var (shape, corners) in shapes)
        {
            var ordered = RingOrder.Of(corners, reading.File.Name, columns.Order);
            if (ordered.Problem is { } wrong)
            {
                return row with { Problem = wrong };
            }

            if (shapes.Count > 1)
            {
                lines.Add($"{shape.Replace('\n', ' ')}:");
            }

            var (next, ring) = Ring(reading, columns, places, row, ordered.Value!, lines);
            row = next;
            if (row.Problem is not null)
            {
                return row;
            }

            if (shapes.Count > 1 && ring.Length < 6)
            {
                return row with { Problem = Problems.GeometryBroken(reading.File.Name, corners[0].Row.Number,
                    $"The polygon has {ring.Length / 2} turning points; it needs three.") };
            }

            row = row with { Repairs = [.. row.Repairs, .. CornerNotes.Of(corners, ordered.Value!, ring, points)] };
            rings.Add(ring);
        }

        row = row with { DrawnText = string.Join('\n', lines) };
        return rings.Count switch
        {
            0 => row,
            1 => TableGroups.Finish(reading, row, rings[0]),
            _ => row with { Geometry = DrawnGeometry.Of([.. rings.Select(r => new[] { r })]) },
        };
    }

    private static (InputRow Row, double[] Ring) Ring(FileReading reading, GeometryColumns columns, TableGeometry places, InputRow row,
        IReadOnlyList<Corner> corners, List<string> lines)
    {
        var (ring, isFirst) = (new List<double>(), row.Geometry.Kind == DrawnKind.None && lines.TrueForAll(l => l.EndsWith(':')));
        foreach (var corner in corners)
        {
            var place = places.Read(corner.Row);
            if (place.Problem is { } problem)
            {
                return (row with { Problem = problem }, []);
            }

            if (place.Geometry.Kind != DrawnKind.Point)
            {
                return (row with { Problem = Problems.RowBroken(reading.File.Name, corner.Row.Number, $"A turning point has no position.") }, []);
            }

            if (!(isFirst && ring.Count == 0) && place.Crs.Name != row.Crs.Name && row.RowCount > 0 && HasPlace(row, ring))
            {
                return (row with { Problem = Problems.RowBroken(reading.File.Name, corner.Row.Number, $"The points of one polygon lie in different zones.",
                    columns.Zone) }, []);
            }

            row = row with
            {
                Crs = place.Crs,
                SquareMetres = place.SquareMetres is { } side && !(side <= row.SquareMetres) ? side : row.SquareMetres,
                Notes = place.Note is { } note && !row.Notes.Contains(note) ? [.. row.Notes, note] : row.Notes,
            };
            ring.AddRange([place.Geometry.X, place.Geometry.Y]);
            lines.Add($"{corner.Label ?? (ring.Count / 2).ToString(System.Globalization.CultureInfo.InvariantCulture)}: {place.Text}");
        }

        return (row, [.. ring]);
    }

    private static bool HasPlace(InputRow row, List<double> ring) => ring.Count > 0 || row.Crs != CoordinateSystem.Wgs84;

    /// <summary>A point beside the polygon, where it has a position.</summary>
    private static (RecordPoint? Point, Problem? Problem) Beside(TableGeometry places, RecordPoints points, TableRow row, PointRole role)
    {
        var place = places.Read(row);
        if (place.Problem is not null || place.Geometry.Kind != DrawnKind.Point)
        {
            return (null, place.Problem);
        }

        var (lon, lat) = place.Crs.ToWgs84(place.Geometry.X, place.Geometry.Y);
        return (new RecordPoint(role, points.LabelOf(row), lon, lat, place.Text ?? ""), null);
    }
}
