using System.Text;
using System.Text.Json;

namespace Furrow.Exchange.GeoJson;

/// <summary>JSON values as the text that stood in the file.</summary>
internal static class JsonText
{
    /// <summary>A string's content; null when its bytes are not UTF-8 or an escape has no character.</summary>
    public static string? Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The token as it stood, shortened for a sentence.</summary>
    public static string Raw(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => "[",
        JsonTokenType.StartObject => "{",
        _ => Shorten(Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 100)])),
    };

    public static string Shorten(string text, int length = 60) => text.Length <= length ? text : text[..(length - 3)] + "...";
}
