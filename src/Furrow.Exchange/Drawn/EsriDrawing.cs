using System.Text.Json;
using Furrow.Core.Land;

namespace Furrow.Exchange.Drawn;

/// <summary>A geometry of Esri JSON (ArcGIS REST API, geometry objects). Rings are read by their direction, as in a shapefile; curves are refused.</summary>
internal static class EsriDrawing
{
    public static void Read(JsonElement value, DrawnBuilder into)
    {
        if (value.TryGetProperty("curveRings", out _) || value.TryGetProperty("curvePaths", out _))
        {
            into.Refuse($"The outline has curves, which are not read: have it written with straight edges.");
        }
        else if (value.TryGetProperty("rings", out var rings) && rings.ValueKind == JsonValueKind.Array)
        {
            into.Roles = RingRoles.ByDirection;
            var all = rings.EnumerateArray().Select(r => JsonDrawing.Positions(r, into)).OfType<double[]>().Where(r => r.Length > 0).ToList();
            foreach (var polygon in into.Fault is null ? RingNesting.Nest(all) : [])
            {
                into.Polygon(polygon);
            }
        }
        else if (value.TryGetProperty("paths", out var paths) && paths.ValueKind == JsonValueKind.Array)
        {
            foreach (var path in paths.EnumerateArray())
            {
                into.Line("line");
                JsonDrawing.Positions(path, into);
            }
        }
        else if (value.TryGetProperty("points", out var points))
        {
            var at = JsonDrawing.Positions(points, into) ?? [];
            for (var i = 0; i + 1 < at.Length; i += 2)
            {
                into.Point(at[i], at[i + 1]);
            }
        }
        else
        {
            Point(value, into);
        }
    }

    /// <summary>"EPSG:" with the newest number of the system, or its definition; null where the value names none.</summary>
    public static string? System(JsonElement of) => of.TryGetProperty("spatialReference", out var system) ? SystemOf(system) : null;

    /// <summary>The same of the spatial reference itself.</summary>
    public static string? SystemOf(JsonElement system) => system.ValueKind != JsonValueKind.Object ? null
        : (Number(system, "latestWkid") ?? Number(system, "wkid")) is { } number ? $"EPSG:{number}"
        : JsonDrawing.Text(system, "wkt") ?? JsonDrawing.Text(system, "wkt2");

    /// <summary>An x that is null or "NaN" is how an empty point is written.</summary>
    private static void Point(JsonElement value, DrawnBuilder into)
    {
        if (!value.TryGetProperty("x", out var x) || !value.TryGetProperty("y", out var y))
        {
            if (value.EnumerateObject().Any(m => m.Name != "spatialReference"))
            {
                into.Refuse($"The geometry has no type or no coordinates.");
            }
        }
        else if (x.ValueKind == JsonValueKind.Number && y.ValueKind == JsonValueKind.Number && into.Accept(x.GetDouble(), y.GetDouble()))
        {
            into.Point(x.GetDouble(), y.GetDouble());
        }
        else if (x.ValueKind is not (JsonValueKind.Null or JsonValueKind.Number) && !(x.ValueKind == JsonValueKind.String && x.ValueEquals("NaN")))
        {
            into.Accept(double.NaN, double.NaN);
        }
    }

    private static int? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
