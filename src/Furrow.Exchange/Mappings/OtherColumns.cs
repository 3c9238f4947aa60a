using System.Text.Json;

namespace Furrow.Exchange.Mappings;

/// <summary>The columns that no field took when a report came in, in one text: a JSON object of texts, sorted by name. As columns of their own they could
/// meet names of ours, or look like a status, when the file comes in again.</summary>
public static class OtherColumns
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when there are none.</summary>
    public static string? Text(IReadOnlyDictionary<string, string> columns) => columns.Count == 0 ? null
        : JsonSerializer.Serialize(new SortedDictionary<string, string>(columns.ToDictionary(), StringComparer.Ordinal), Letters);

    /// <summary>Those of the text, and of the row itself what has another name.</summary>
    public static IReadOnlyDictionary<string, string> Join(IReadOnlyDictionary<string, string> text, IReadOnlyDictionary<string, string>? row) =>
        text.Concat((row ?? new Dictionary<string, string>()).Where(c => !text.ContainsKey(c.Key))).ToDictionary();

    /// <summary>Null for a text that is none of ours.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text) is { } columns && columns.Values.All(v => v is not null) ? columns : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
