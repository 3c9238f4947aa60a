using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Exchange.Exports;

/// <summary>Values and coordinates as text that reads back to the same.</summary>
internal static class ExportText
{
    /// <summary>Invariant text; null for nothing.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly date => IsoDay.Text(date),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A grid coordinate in degrees, exact: at most nine decimals, no trailing zeros.</summary>
    public static string Degrees(long grid)
    {
        var whole = Math.Abs(grid) / GridPoint.PerDegree;
        var rest = Math.Abs(grid) % GridPoint.PerDegree;
        var sign = grid < 0 ? "-" : "";
        return rest == 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest:000000000}").TrimEnd('0');
    }

    /// <summary>Well-known text; null when there is no geometry.</summary>
    public static string? Wkt(ExportRow row)
    {
        if (row.Shape is { IsEmpty: false } shape)
        {
            var text = new StringBuilder(shape.PointCount * 24);
            var isMulti = shape.Polygons.Count > 1;
            text.Append(isMulti ? "MULTIPOLYGON (" : "POLYGON ");
            for (var i = 0; i < shape.Polygons.Count; i++)
            {
                text.Append(i > 0 ? ", " : "");
                Polygon(text, shape.Polygons[i]);
            }

            return text.Append(isMulti ? ")" : "").ToString();
        }

        return row.Point is { } p ? $"POINT ({Degrees(p.Lon)} {Degrees(p.Lat)})" : null;
    }

    private static void Polygon(StringBuilder text, GridPoint[][] polygon)
    {
        for (var i = 0; i < polygon.Length; i++)
        {
            text.Append(i > 0 ? ", (" : "((");
            foreach (var p in polygon[i])
            {
                text.Append(Degrees(p.Lon)).Append(' ').Append(Degrees(p.Lat)).Append(", ");
            }

            text.Append(Degrees(polygon[i][0].Lon)).Append(' ').Append(Degrees(polygon[i][0].Lat)).Append(')');
        }

        text.Append(')');
    }
}
