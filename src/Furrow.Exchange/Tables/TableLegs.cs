using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>Polygons as a start point and legs. The first row of a polygon holds the start; each later row the bearing and distance from the point before.
/// Where the last row bears the label of the first, its leg leads back to the start, and the misclosure is known.</summary>
internal static class TableLegs
{
    /// <summary>How the declination is called where it is asked for.</summary>
    public const string Declination = "declination";

    /// <summary>What north means must be said, never assumed; and in what legs are measured. Asks for it where nobody says.</summary>
    public static bool AreClear(FileReading reading, GeometryColumns columns)
    {
        if (columns.Form != GeometryForm.Legs)
        {
            return true;
        }

        var file = reading.File.Name;
        if (LegHeadings.Wrong(file, columns) is { } wrong)
        {
            reading.Refuse(wrong);
            return false;
        }

        if (columns.North == NorthReference.Unstated)
        {
            reading.Ask(ReadingTopic.North, Problems.NorthUnstated(file, $"Say which north the bearings are measured from: true, magnetic or grid."),
                new ReadingChoice("true"), new ReadingChoice("magnetic"), new ReadingChoice("grid"));
            return false;
        }

        if (columns is { North: NorthReference.Magnetic, DeclinationDegrees: null })
        {
            reading.Ask(ReadingTopic.North, [Declination],
                Problems.NorthUnstated(file, $"Magnetic bearings need the declination at the place and date of the survey."), []);
            return false;
        }

        return true;
    }

    public static InputRow Polygon(FileReading reading, TableSource table, GeometryColumns columns, TableGeometry places, RecordPoints points,
        List<TableRow> group)
    {
        var row = TableGroups.First(reading, table, group);
        var chained = LegChain.Of(reading.File.Name, table, columns, places, points, group);
        if (chained.Problem is { } broken)
        {
            return row with { Problem = broken };
        }

        var chain = chained.Value!;
        int bearingAt = table.IndexOf(columns.Bearing), distanceAt = table.IndexOf(columns.Distance);
        var start = places.Read(chain.Start);
        var metres = LegHeadings.Metres(columns)!.Value;
        var (legs, lines) = (new List<Leg>(), new List<string> { $"start: {start.Text}" });
        foreach (var (next, name) in chain.Legs)
        {
            var (bearing, distance) = (AngleText.Parse(next.Values[bearingAt] ?? "", out _), NumberText.Parse(next.Values[distanceAt] ?? "", null) * metres);
            if (bearing is not (>= 0 and <= 360) || distance is not (> 0 and <= Traverse.LongestLegMetres))
            {
                var isBearing = bearing is not (>= 0 and <= 360);
                return row with
                {
                    Problem = Problems.FieldUnreadable(reading.File.Name, next.Number, isBearing ? columns.Bearing! : columns.Distance!,
                        next.Values[isBearing ? bearingAt : distanceAt] ?? "", isBearing
                            ? (Phrase)$"a bearing from 0 to 360 degrees" : $"a distance of up to {Traverse.LongestLegMetres} m"),
                };
            }

            legs.Add(new Leg(bearing.Value, distance.Value));
            lines.Add($"{next.Values[bearingAt]!.Trim()} / {next.Values[distanceAt]!.Trim()} {LegHeadings.Unit(columns)}{(columns.From is null ? "" : $" to {name}")}");
        }

        return Walk(reading, columns, row, start, legs, lines, chain);
    }

    private static InputRow Walk(FileReading reading, GeometryColumns columns, InputRow row, TablePlace start, List<Leg> legs, List<string> lines,
        LegChain chain)
    {
        var at = start.Crs.ToWgs84(start.Geometry.X, start.Geometry.Y);
        if (!double.IsFinite(at.Lon) || !(Math.Abs(at.Lat) < 89))
        {
            return row with { Problem = Problems.CoordinateOutsideCrs(reading.File.Name, row.Row, start.Text ?? "", start.Crs.Name) };
        }

        // Legs from a reference point or benchmark lead to the first corner.
        var toTrue = ToTrue(columns, start.Crs, at);
        var lead = Traverse.Walk(at, legs[..chain.Lead], toTrue, false, TraverseAdjustment.None).Points;
        var walked = Traverse.Walk((lead[^2], lead[^1]), legs[chain.Lead..], toTrue, chain.Closes, columns.Adjustment);
        Phrase north = columns.North switch
        {
            NorthReference.Magnetic => $"magnetic north, declination {columns.DeclinationDegrees!.Value} degrees east",
            NorthReference.Grid => $"grid north of {GridOf(start.Crs, at).Name}",
            _ => $"true north",
        };
        var adjusted = new Word(columns.Adjustment == TraverseAdjustment.CompassRule
            ? "spread over the legs by their length (compass rule)" : "left in the last edge");
        Phrase[] notes = walked.MisclosureMetres is { } missed
            ? [$"Bearings from {north}.", $"The last leg missed the start by {missed:0.00} m in {walked.LengthMetres:0.0} m; {adjusted}."]
            : [$"Bearings from {north}."];
        if (chain.Lead > 0)
        {
            row = row with { Points = [new RecordPoint(chain.StartRole, chain.StartLabel, at.Lon, at.Lat, start.Text ?? "")] };
        }

        return TableGroups.Finish(reading, row with { DrawnText = string.Join('\n', lines), MisclosureMetres = walked.MisclosureMetres, Notes = notes },
            walked.Points);
    }

    private static Func<double, double, double> ToTrue(GeometryColumns columns, CoordinateSystem crs, (double Lon, double Lat) start)
    {
        var grid = GridOf(crs, start);
        return columns.North switch
        {
            NorthReference.Magnetic => (_, _) => columns.DeclinationDegrees!.Value,
            NorthReference.Grid => (lon, lat) => Convergence(grid, lon, lat),
            _ => (_, _) => 0,
        };
    }

    /// <summary>The grid the coordinates are in; for degrees, the UTM zone of the start, since a map grid must be meant.</summary>
    private static CoordinateSystem GridOf(CoordinateSystem crs, (double Lon, double Lat) at) =>
        crs.IsGeographic ? CoordinateSystems.Utm(Mgrs.ZoneOf(at.Lon, at.Lat), at.Lat < 0) : crs;

    /// <summary>Degrees that grid north lies east of true north.</summary>
    private static double Convergence(CoordinateSystem grid, double lon, double lat)
    {
        const double Step = 1e-4;
        var (x1, y1) = grid.FromWgs84(lon, lat - Step);
        var (x2, y2) = grid.FromWgs84(lon, lat + Step);
        return -Math.Atan2(x2 - x1, y2 - y1) * 180 / Math.PI;
    }
}
