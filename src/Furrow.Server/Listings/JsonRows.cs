using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Furrow.Core;
using Furrow.Exchange.Exports;

namespace Furrow.Server.Listings;

/// <summary>A table as JSON: whether the programme is invented, the name of the list, its rows under the names of their columns. Nothing of a place.</summary>
internal sealed class JsonRows : IFormatWriter
{
    /// <summary>Written so far, before it goes out.</summary>
    private const int MostWaiting = 1 << 16;

    public string Format => "JSON";

    public string Extension => ".json";

    public string ContentType => "application/json; charset=utf-8";

    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        using var json = new Utf8JsonWriter(to, options);
        string[] names = [.. table.Columns.Select(c => Camel(c.Name))];
        json.WriteStartObject();
        json.WriteBoolean("exercise", table.Exercise);
        json.WriteString("list", table.Title);
        foreach (var (name, value) in table.About)
        {
            json.WriteString(Camel(name), value);
        }

        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < names.Length; i++)
            {
                json.WritePropertyName(names[i]);
                Value(json, row.Values[i]);
            }

            json.WriteEndObject();
            if (json.BytesPending > MostWaiting)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return [];
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long or decimal:
                json.WriteNumberValue(Convert.ToDecimal(value, null));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case DateOnly day:
                json.WriteStringValue(IsoDay.Text(day));
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private static string Camel(string name) =>
        string.Concat(name.Split('_').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
