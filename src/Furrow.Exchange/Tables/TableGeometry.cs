using Furrow.Core;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>A place in a table row as its columns give it: source coordinates and what they mean; or why not.</summary>
internal readonly record struct TablePlace(DrawnGeometry Geometry, CoordinateSystem Crs, string? Text, Problem? Problem);

/// <summary>Reads the place of single table rows.</summary>
internal sealed class TableGeometry(FileReading reading, TableSource table, GeometryColumns columns, CoordinateSystem? told)
{
    private readonly string _file = reading.File.Name;
    private readonly Dictionary<int, Outcome<CoordinateSystem>> _srids = [];
    private readonly int _text = table.IndexOf(columns.Text);
    private readonly int _x = table.IndexOf(columns.X);
    private readonly int _y = table.IndexOf(columns.Y);
    private readonly int _zone = table.IndexOf(columns.Zone);
    private readonly int _hemisphere = table.IndexOf(columns.Hemisphere);

    public TablePlace Read(TableRow row) => columns.Form switch
    {
        GeometryForm.Wkt => Wkt(row),
        GeometryForm.Mgrs => Reference(row),
        GeometryForm.Coordinates or GeometryForm.Legs => _text >= 0 && columns.Form == GeometryForm.Legs ? Reference(row) : Coordinates(row),
        _ => Nowhere,
    };

    private TablePlace Nowhere => new(DrawnGeometry.None, told ?? CoordinateSystem.Wgs84, null, null);

    private TablePlace Wkt(TableRow row)
    {
        var text = Value(row, _text);
        if (text is null)
        {
            return Nowhere;
        }

        var builder = new DrawnBuilder(_file, row.Number, reading.Options.Limits.PointsPerRow);
        var wkt = new WktReader(text, builder);
        wkt.Read();
        var crs = told ?? CoordinateSystem.Wgs84;
        Problem? unknown = null;
        if (told is null && wkt.Srid is { } srid and not 4326)
        {
            if (!_srids.TryGetValue(srid, out var found))
            {
                _srids[srid] = found = CoordinateSystems.Resolve($"EPSG:{srid}", _file);
            }

            crs = found.Value ?? crs;
            unknown = found.Problem is { } p ? p with { Where = new(_file, row.Number, columns.Text) } : null;
        }

        var geometry = builder.Build();
        return new(geometry, crs, text, unknown ?? Named(builder.Fault, columns.Text));
    }

    private TablePlace Reference(TableRow row)
    {
        var text = Value(row, _text);
        return text is null ? Nowhere
            : Mgrs.Parse(text) is { } at ? new(DrawnGeometry.Point(at.Lon, at.Lat), CoordinateSystem.Wgs84, text, null)
            : Refused(row, columns.Text!, text, "an MGRS reference");
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
            return new(DrawnGeometry.None, CoordinateSystem.Wgs84, null, Problems.FieldMissing(_file, row.Number, x is null ? columns.X! : columns.Y!));
        }

        var crs = told;
        var text = $"{x} {y}";
        if (_zone >= 0 && Value(row, _zone) is { } zone)
        {
            var hemisphere = Value(row, _hemisphere);
            if (CoordinateText.Zone(zone, hemisphere) is not { } utm)
            {
                return Refused(row, columns.Zone!, zone, "a UTM zone with a clear hemisphere (S alone may mean band S or south: write 'north' or 'south')");
            }

            crs = CoordinateSystems.Utm(utm.Zone, utm.South);
            text = $"{zone} {text}";
        }

        var asAngles = crs is null || crs.IsGeographic;
        return Number(row, columns.X!, x, asAngles, wantsLatitude: false) is { Problem: { } badX } ? new(DrawnGeometry.None, CoordinateSystem.Wgs84, text, badX)
            : Number(row, columns.Y!, y, asAngles, wantsLatitude: true) is { Problem: { } badY } ? new(DrawnGeometry.None, CoordinateSystem.Wgs84, text, badY)
            : new(DrawnGeometry.Point(Number(row, columns.X!, x, asAngles, false).Value, Number(row, columns.Y!, y, asAngles, true).Value),
                crs ?? CoordinateSystem.Wgs84, text, null);
    }

    private Outcome<double> Number(TableRow row, string column, string text, bool asAngle, bool wantsLatitude)
    {
        if (asAngle && AngleText.Parse(text, out var isLatitude) is { } angle)
        {
            return isLatitude is null || isLatitude == wantsLatitude ? angle
                : Problems.FieldUnreadable(_file, row.Number, column, text, wantsLatitude ? "a latitude" : "a longitude");
        }

        if (NumberText.Parse(text, null) is { } number)
        {
            return asAngle && Math.Abs(number) > 360
                ? Problems.CrsMissing(_file, $"'{text}' in column {column} looks like an easting or northing.") with { Where = new(_file, row.Number, column) }
                : number;
        }

        return Problems.FieldUnreadable(_file, row.Number, column, text, asAngle ? "an angle or a number" : "a number that can be read in one way");
    }

    private TablePlace Refused(TableRow row, string column, string value, string expected) =>
        new(DrawnGeometry.None, CoordinateSystem.Wgs84, value, Problems.FieldUnreadable(_file, row.Number, column, value, expected));

    private static Problem? Named(Problem? problem, string? column) => problem is null ? null : problem with { Where = problem.Where! with { Field = column } };

    private static string? Value(TableRow row, int at) => at >= 0 && !string.IsNullOrWhiteSpace(row.Values[at]) ? row.Values[at]!.Trim() : null;
}
