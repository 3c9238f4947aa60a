using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>A place in a table row as its columns give it: source coordinates and what they mean; or why not.</summary>
/// <param name="SquareMetres">The side of the square a grid reference names.</param>
/// <param name="Note">What was assumed, in words.</param>
internal readonly record struct TablePlace(DrawnGeometry Geometry, CoordinateSystem Crs, string? Text, Problem? Problem, double? SquareMetres = null,
    Phrase? Note = null);

/// <summary>Reads the place of single table rows.</summary>
internal sealed class TableGeometry(FileReading reading, TableSource table, GeometryColumns columns, StatedSystem stated)
{
    private readonly string _file = reading.File.Name;
    private readonly CoordinateSystem? _told = stated.System.Value;
    private readonly Dictionary<string, Outcome<CoordinateSystem>> _named = [];
    private readonly int _text = table.IndexOf(columns.Text);
    private readonly int _x = table.IndexOf(columns.X);
    private readonly int _y = table.IndexOf(columns.Y);
    private readonly int _zone = table.IndexOf(columns.Zone);
    private readonly int _hemisphere = table.IndexOf(columns.Hemisphere);

    public TablePlace Read(TableRow row) => columns.Form switch
    {
        GeometryForm.Wkt => Wkt(row),
        GeometryForm.Mgrs => Reference(row),
        GeometryForm.Position => Position(row),
        GeometryForm.Coordinates or GeometryForm.Legs => _text >= 0 && columns.Form == GeometryForm.Legs ? Reference(row) : Coordinates(row),
        _ => Nowhere,
    };

    private TablePlace Nowhere => new(DrawnGeometry.None, _told ?? CoordinateSystem.Wgs84, null, null);

    private TablePlace Wkt(TableRow row)
    {
        var text = Value(row, _text);
        if (text is null)
        {
            return Nowhere;
        }

        var builder = new DrawnBuilder(_file, row.Number, reading.Options.Limits.PointsPerRow);
        var said = GeometryText.Read(text, builder);
        var crs = _told ?? CoordinateSystem.Wgs84;
        Problem? unknown = null;
        if (said.System is { } named)
        {
            if (!_named.TryGetValue(named, out var found))
            {
                _named[named] = found = stated.Against(named, default);
            }

            crs = found.Value ?? crs;
            unknown = found.Problem is { } p ? p with { Where = new(_file, row.Number, columns.Text) } : null;
        }

        // What an address of a system stands before is in the order of its definition: latitude first in all that are degrees.
        builder.IsNorthFirst |= said.OrderedBySystem && (crs.IsGeographic || crs.XIsNorth);
        builder.IsNorthFirst ^= crs.IsGeographic && columns.Axes == PlaneAxes.XIsNorth;
        var geometry = builder.Build();
        return new(geometry, crs, text, unknown ?? Named(builder.Fault, columns.Text), null, builder.Left);
    }

    private TablePlace Reference(TableRow row)
    {
        var text = Value(row, _text);
        if (text is null)
        {
            return Nowhere;
        }

        var read = Mgrs.Read(text);
        return read.Value is { } reference ? Square(row, text, reference)
            : Mgrs.IsWholeSquare(text) ? Refused(row, columns.Text!, text, $"a point: it names a square of 100 km")
            : Refused(row, columns.Text!, text, $"an MGRS reference");
    }

    /// <summary>A grid reference is on WGS 84 and names its own zone; what was stated can only agree.</summary>
    private TablePlace Square(TableRow row, string text, MgrsReference at)
    {
        var zone = CoordinateSystems.Utm(at.Zone, at.Lat < 0);
        return _told is { IsWgs84Degrees: false } && stated.Contradiction(zone, $"MGRS, zone {at.Zone} on WGS 84") is { } contradicted
            ? new(DrawnGeometry.None, CoordinateSystem.Wgs84, text, contradicted with { Where = new(_file, row.Number, columns.Text) })
            : new(DrawnGeometry.Point(at.Lon, at.Lat), CoordinateSystem.Wgs84, text, null, at.SquareMetres, at.SquareMetres > 1
                ? (Phrase)$"The grid reference names a square of {at.SquareMetres:0} m; its south-west corner was taken." : null);
    }

    private TablePlace Position(TableRow row)
    {
        var text = Value(row, _text);
        if (text is null)
        {
            return Nowhere;
        }

        if (Mgrs.Read(text).Value is { } reference)
        {
            return Square(row, text, reference);
        }

        var read = PositionText.Read(text, columns.Text!, _file, row.Number);
        return read.Problem is { } problem ? new(DrawnGeometry.None, CoordinateSystem.Wgs84, text, problem)
            : _told is not null && stated.Contradiction(read.Value.Crs, read.Value.Crs.Name) is { } contradicted
                && !(read.Value.Crs.UtmZone is { } zone && _told.UtmZone == zone)
                ? new(DrawnGeometry.None, CoordinateSystem.Wgs84, text, contradicted with { Where = new(_file, row.Number, columns.Text) })
            : new(read.Value.Crs.IsGeographic && columns.Axes == PlaneAxes.XIsNorth && !PositionText.IsLettered(text)
                ? DrawnGeometry.Point(read.Value.Y, read.Value.X) : DrawnGeometry.Point(read.Value.X, read.Value.Y), _told ?? read.Value.Crs, text, null);
    }

    private TablePlace Coordinates(TableRow row)
    {
        string? x = Value(row, _x), y = Value(row, _y);
        if (x is null && y is null)
        {
            return Nowhere;
        }

        if (x is null || y is null)
        {
            var (lacking, other) = x is null ? (columns.X!, columns.Y!) : (columns.Y!, columns.X!);
            return Wrong(null, Problems.FieldMissing(_file, row.Number, lacking, other));
        }

        var zone = Value(row, _zone);
        var text = zone is null ? $"{x} {y}" : $"{zone} {x} {y}";
        var crs = zone is null ? new Outcome<CoordinateSystem>(_told ?? CoordinateSystem.Wgs84, null) : Zone(row, zone);
        if (crs.Problem is { } unclear)
        {
            return Wrong(text, unclear);
        }

        var (asAngles, xIsNorth) = (crs.Value!.IsGeographic, columns.Axes == PlaneAxes.XIsNorth);
        var first = Number(row, columns.X!, x, asAngles, wantsLatitude: xIsNorth);
        var second = Number(row, columns.Y!, y, asAngles, wantsLatitude: !xIsNorth);
        return (Both(row, first.Problem, second.Problem) ?? first.Problem ?? second.Problem) is { } bad ? Wrong(text, bad)
            : zone is not null && OutOfBand(row, zone, crs.Value, xIsNorth ? (second.Value, first.Value) : (first.Value, second.Value)) is { } wrong
                ? Wrong(text, wrong)
            : new(xIsNorth ? DrawnGeometry.Point(second.Value, first.Value) : DrawnGeometry.Point(first.Value, second.Value), crs.Value, text, null);
    }

    /// <summary>The system of a row by its zone column: on the datum that was stated, or on WGS 84. Another zone than the stated one contradicts it.</summary>
    private Outcome<CoordinateSystem> Zone(TableRow row, string zone)
    {
        if (CoordinateText.Zone(zone, Value(row, _hemisphere)) is not { } utm)
        {
            // "38S" says its number clearly; a stated system of that zone says the rest.
            return _told?.UtmZone is { } stating && CoordinateText.ZoneNumber(zone) == stating.Zone ? _told
                : Problems.FieldUnreadable(_file, row.Number, columns.Zone!, zone,
                    $"a UTM zone with a clear hemisphere (S alone may mean band S or south: write 'north' or 'south')");
        }

        var said = CoordinateSystems.Utm(utm.Zone, utm.South);
        var place = new ProblemPlace(_file, row.Number, columns.Zone);
        if (_told is not null && _told.UtmZone != (utm.Zone, utm.South))
        {
            return stated.Contradiction(said, $"UTM zone {utm.Zone}{(utm.South ? "S" : "N")}") is { } contradicted ? contradicted with { Where = place } : _told;
        }

        return _told ?? said;
    }

    /// <summary>The letter behind a zone is a band of latitude: it must be that of the northing.</summary>
    private Problem? OutOfBand(TableRow row, string zone, CoordinateSystem crs, (double X, double Y) at)
    {
        var (_, lat) = crs.ToWgs84(at.X, at.Y);
        return !crs.Holds(at.X, at.Y) || CoordinateText.IsInBand(zone, lat) ? null
            : Problems.FieldUnreadable(_file, row.Number, columns.Zone!, zone,
                $"the zone of this position: band {zone.Trim()[^1..].ToUpperInvariant()} does not lie at {lat:0.0} degrees north");
    }

    /// <summary>Where neither of the two can be read, both are named: whoever mends one and sends the file again is not sent back for the other.</summary>
    private Problem? Both(TableRow row, Problem? first, Problem? second) =>
        first is not { Code: Problems.FieldUnreadableCode } || second is not { Code: Problems.FieldUnreadableCode } ? null
            : Problems.FieldUnreadable(_file, row.Number, $"{columns.X}, {columns.Y}", $"{Value(row, _x)} {Value(row, _y)}",
                AngleWanted(Value(row, _x)!) is var wanted && wanted.Equals(AngleWanted(Value(row, _y)!)) ? wanted : AngleWanted(""));

    private static TablePlace Wrong(string? text, Problem problem) => new(DrawnGeometry.None, CoordinateSystem.Wgs84, text, problem);

    private Outcome<double> Number(TableRow row, string column, string text, bool asAngle, bool wantsLatitude)
    {
        if (asAngle && AngleText.Parse(text, out var isLatitude) is { } angle)
        {
            return isLatitude is null || isLatitude == wantsLatitude ? angle
                : Problems.AxisLetter(_file, row.Number, column, text, isLatitude.Value);
        }

        if (NumberText.Parse(text, null) is { } number)
        {
            return asAngle && Math.Abs(number) > 360
                ? Problems.CrsMissing(_file, $"'{text}' in column {column} looks like an easting or northing.") with { Where = new(_file, row.Number, column) }
                : number;
        }

        return Problems.FieldUnreadable(_file, row.Number, column, text, asAngle ? AngleWanted(text) : $"a number that can be read in one way");
    }

    private static Phrase AngleWanted(string text) => AngleText.Read(text, out _) switch
    {
        AngleFault.SixtyOrMore => $"an angle: minutes and seconds go up to 59",
        AngleFault.DecimalsBeforeLast when text.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')) => $"an angle: only the last of degrees, minutes and seconds may have decimals",
        AngleFault.TooLarge => $"an angle: it has more than 360 degrees",
        _ => $"an angle or a number: write degrees as 44.22, or degrees, minutes and seconds as 44 13 12 or 44°13'12\"",
    };

    private TablePlace Refused(TableRow row, string column, string value, Phrase expected) =>
        new(DrawnGeometry.None, CoordinateSystem.Wgs84, value, Problems.FieldUnreadable(_file, row.Number, column, value, expected));

    private static Problem? Named(Problem? problem, string? column) => problem is null ? null : problem with { Where = problem.Where! with { Field = column } };

    private static string? Value(TableRow row, int at) => at >= 0 && !string.IsNullOrWhiteSpace(row.Values[at]) ? row.Values[at]!.Trim() : null;
}
