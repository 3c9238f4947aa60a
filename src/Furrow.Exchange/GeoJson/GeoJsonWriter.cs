using System.Text.Json;
using Furrow.Core.Land;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.GeoJson;

/// <summary>Writes RFC 7946, one feature after another. Nine decimals bring back the very grid points.</summary>
public sealed class GeoJsonWriter : IFormatWriter
{
    private const int FlushAt = 1 << 16;

    public string Format => "GeoJSON";

    public string Extension => ".geojson";

    public string ContentType => "application/geo+json";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        var held = new ExportableText("JSON", _ => true);
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", held.Of(table.MarkedTitle));
        foreach (var (name, value) in table.About)
        {
            json.WriteString(held.Of(name), held.Of(value));
        }

        json.WriteStartArray("features");
        foreach (var row in table.Rows)
        {
            Feature(json, table.Columns, row, held);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return held.Losses;
    }

    private static void Feature(Utf8JsonWriter json, IReadOnlyList<ExportColumn> columns, ExportRow row, ExportableText held)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        for (var i = 0; i < columns.Count; i++)
        {
            json.WritePropertyName(held.Of(columns[i].Name));
            Value(json, row.Values[i], held);
        }

        json.WriteEndObject();
        json.WritePropertyName("geometry");
        Geometry(json, row);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value, ExportableText held)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number when !double.IsFinite(number):
                json.WriteNullValue();
                break;
            case int or long or double or decimal:
                json.WriteRawValue(ExportText.Of(value)!);
                break;
            default:
                json.WriteStringValue(held.Of(ExportText.Of(value)!));
                break;
        }
    }

    private static void Geometry(Utf8JsonWriter json, ExportRow row)
    {
        if (row.Shape is { IsEmpty: false } shape)
        {
            json.WriteStartObject();
            json.WriteString("type", shape.Polygons.Count == 1 ? "Polygon" : "MultiPolygon");
            json.WriteStartArray("coordinates");
            foreach (var polygon in shape.Polygons)
            {
                Polygon(json, polygon, nested: shape.Polygons.Count > 1);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
        else if (row.Point is { } point)
        {
            json.WriteStartObject();
            json.WriteString("type", "Point");
            json.WritePropertyName("coordinates");
            Position(json, point);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void Polygon(Utf8JsonWriter json, GridPoint[][] polygon, bool nested)
    {
        if (nested)
        {
            json.WriteStartArray();
        }

        foreach (var ring in polygon)
        {
            json.WriteStartArray();
            foreach (var point in ring)
            {
                Position(json, point);
            }

            Position(json, ring[0]);
            json.WriteEndArray();
        }

        if (nested)
        {
            json.WriteEndArray();
        }
    }

    private static void Position(Utf8JsonWriter json, GridPoint point)
    {
        json.WriteStartArray();
        json.WriteRawValue(ExportText.Degrees(point.Lon), skipInputValidation: true);
        json.WriteRawValue(ExportText.Degrees(point.Lat), skipInputValidation: true);
        json.WriteEndArray();
    }
}
