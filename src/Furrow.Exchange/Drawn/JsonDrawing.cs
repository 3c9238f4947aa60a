using System.Text.Json;

namespace Furrow.Exchange.Drawn;

/// <summary>A geometry in JSON, as a value of a column or of an Esri feature: GeoJSON (RFC 7946; also a feature, of which the geometry is taken) and Esri JSON
/// (rings, points, paths, x and y).</summary>
internal static class JsonDrawing
{
    private const int Depth = 64;

    public static bool LooksLike(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith('{') && (text.Contains("\"coordinates\"", StringComparison.Ordinal) || text.Contains("\"geometries\"", StringComparison.Ordinal)
            || text.Contains("\"rings\"", StringComparison.Ordinal) || text.Contains("\"paths\"", StringComparison.Ordinal)
            || text.Contains("\"x\"", StringComparison.Ordinal) && text.Contains("\"y\"", StringComparison.Ordinal));
    }

    /// <summary>The system that the value names, or null.</summary>
    public static string? Read(string text, DrawnBuilder into)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth });
            return Read(document.RootElement, into);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            into.Refuse($"The geometry is not sound JSON.");
            return null;
        }
    }

    public static string? Read(JsonElement value, DrawnBuilder into)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            into.Refuse($"The geometry is not an object.");
            return null;
        }

        if (value.TryGetProperty("geometry", out var inner) && Text(value, "type") == "Feature")
        {
            return inner.ValueKind == JsonValueKind.Null ? null : Read(inner, into) ?? GeoJsonSystem(value);
        }

        if (Text(value, "type") is { } type)
        {
            Geometry(value, type, into, 0);
            return GeoJsonSystem(value);
        }

        EsriDrawing.Read(value, into);
        return EsriDrawing.System(value);
    }

    /// <summary>The rings of a list, each a list of positions; null with a complaint when they are not.</summary>
    public static double[]? Positions(JsonElement list, DrawnBuilder into)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            into.Refuse($"The coordinates are not a list.");
            return null;
        }

        var ring = new List<double>(2 * list.GetArrayLength());
        foreach (var position in list.EnumerateArray())
        {
            if (!Position(position, into, out var x, out var y))
            {
                return null;
            }

            ring.Add(x);
            ring.Add(y);
        }

        return [.. ring];
    }

    public static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Geometry(JsonElement value, string type, DrawnBuilder into, int depth)
    {
        if (type == "GeometryCollection" && depth < 16 && value.TryGetProperty("geometries", out var parts) && parts.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in parts.EnumerateArray())
            {
                Geometry(part, part.ValueKind == JsonValueKind.Object ? Text(part, "type") ?? "" : "", into, depth + 1);
            }

            return;
        }

        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("coordinates", out var at) || at.ValueKind != JsonValueKind.Array)
        {
            into.Refuse($"The geometry has no type or no coordinates.");
            return;
        }

        Action<JsonElement, DrawnBuilder>? each = type switch
        {
            "Point" or "MultiPoint" => Point,
            "LineString" or "MultiLineString" => Line,
            "Polygon" or "MultiPolygon" => Polygon,
            _ => null,
        };
        if (each is null)
        {
            into.Refuse($"The geometry type '{(type.Length > 60 ? type[..57] + "..." : type)}' is not known.");
        }
        else if (type.StartsWith("Multi", StringComparison.Ordinal))
        {
            foreach (var part in at.EnumerateArray())
            {
                each(part, into);
            }
        }
        else
        {
            each(at, into);
        }
    }

    private static void Point(JsonElement at, DrawnBuilder into)
    {
        if (!(at.ValueKind == JsonValueKind.Array && at.GetArrayLength() == 0) && Position(at, into, out var x, out var y))
        {
            into.Point(x, y);
        }
    }

    private static void Line(JsonElement at, DrawnBuilder into)
    {
        into.Line("line");
        Positions(at, into);
    }

    private static void Polygon(JsonElement at, DrawnBuilder into)
    {
        if (at.ValueKind != JsonValueKind.Array)
        {
            into.Refuse($"The coordinates are not a list.");
            return;
        }

        var rings = at.EnumerateArray().Select(r => Positions(r, into)).ToList();
        if (rings.TrueForAll(r => r is not null))
        {
            into.Polygon([.. rings.OfType<double[]>()]);
        }
    }

    private static bool Position(JsonElement at, DrawnBuilder into, out double x, out double y)
    {
        (x, y) = (double.NaN, double.NaN);
        if (at.ValueKind != JsonValueKind.Array || at.GetArrayLength() < 2)
        {
            into.Refuse($"A position needs two numbers.");
            return false;
        }

        return Number(at[0], out x) & Number(at[1], out y) ? into.Accept(x, y) : into.Accept(double.NaN, double.NaN);
    }

    private static bool Number(JsonElement at, out double number)
    {
        number = double.NaN;
        return at.ValueKind == JsonValueKind.Number && at.TryGetDouble(out number);
    }

    /// <summary>The crs member of before RFC 7946, which PostGIS still writes when it is asked to.</summary>
    private static string? GeoJsonSystem(JsonElement value) => value.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? Text(properties, "name") : null;
}
