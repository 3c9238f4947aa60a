using System.Text.Json;

namespace Furrow.Exchange.GeoJson;

/// <summary>Looks at the beginning of an object without moving on.</summary>
internal static class GeoJsonRoot
{
    /// <summary>A collection is streamed; a single feature or geometry is taken whole. Decided by the first member that tells.</summary>
    public static bool IsCollection(JsonCursor cursor)
    {
        try
        {
            var reader = new Utf8JsonReader(cursor.Buffered, false, new JsonReaderState(cursor.Options));
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("features"u8))
                {
                    return true;
                }

                if (reader.ValueTextEquals("geometry"u8) || reader.ValueTextEquals("coordinates"u8)
                    || reader.ValueTextEquals("geometries"u8) || reader.ValueTextEquals("properties"u8))
                {
                    return false;
                }

                var isType = reader.ValueTextEquals("type"u8);
                if (!reader.Read())
                {
                    return true;
                }

                if (isType && reader.TokenType == JsonTokenType.String)
                {
                    return reader.ValueTextEquals("FeatureCollection"u8);
                }

                if (!reader.TrySkip())
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return true;
    }

    /// <summary>In which part of a broken feature the fault lies: "geometry", the name of a property, or null.</summary>
    public static string? FieldOfFault(JsonCursor cursor, ReadLimits limits)
    {
        string? member = null, property = null;
        var reader = new Utf8JsonReader(cursor.Buffered, false, new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.JsonDepth }));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    (member, property) = reader.CurrentDepth == 1 ? (JsonText.Of(ref reader), null)
                        : reader.CurrentDepth == 2 ? (member, JsonText.Of(ref reader)) : (member, property);
                }
            }
        }
        catch (JsonException)
        {
            return member == "properties" ? property ?? member : member;
        }

        return member;
    }
}
