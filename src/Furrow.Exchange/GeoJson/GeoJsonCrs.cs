using System.Text.Json;

namespace Furrow.Exchange.GeoJson;

/// <summary>The "crs" member of GeoJSON before RFC 7946: a name, or an EPSG code in still older files. A link cannot be followed; its address is
/// returned as the name so that the refusal can show it.</summary>
internal static class GeoJsonCrs
{
    /// <summary>What a file says when it says its coordinate system is not known.</summary>
    public const string Unstated = "null";

    /// <summary>The reader stands on the value of the member and is left on its last token. Null when there is nothing to read in it.</summary>
    public static string? Name(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return Unstated;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return "?";
        }

        using var document = JsonDocument.ParseValue(ref reader);
        if (!document.RootElement.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return "?";
        }

        return Text(properties, "name") is { } name ? name
            : properties.TryGetProperty("code", out var code) ? "EPSG:" +
                (code.ValueKind == JsonValueKind.Number ? code.GetRawText() : Text(properties, "code"))
            : Text(properties, "href") ?? "?";
    }

    /// <summary>The crs member of an object on whose first token the reader stands, or null.</summary>
    public static string? Member(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("crs"u8))
            {
                reader.Read();
                return Name(ref reader);
            }

            reader.Skip();
        }

        return null;
    }

    private static string? Text(JsonElement of, string name)
    {
        try
        {
            return of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
