using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Furrow.Core.Intents;

/// <summary>An intent as one flat JSON object: <c>{"intent":"time-zone-set","zone":"Asia/Baku","reason":"the office moved"}</c>. What is shown can be read
/// again, and gives the same draft.</summary>
public static class IntentJson
{
    /// <summary>Longer JSON is not read.</summary>
    public const int MostLetters = 1 << 20;

    private const int MostDepth = 3;

    private static readonly JsonSerializerOptions Shown = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Unknown, doubled and wrongly typed fields are refused by name; the name of the intent may be left out.</summary>
    public static IntentDraft Read(IntentDescription intent, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = true });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(intent, document.RootElement)
                : Refused(Problems.IntentUnreadable(intent.Name));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The name of a field that is half a letter ("\ud800") is no name.
            return Refused(Problems.IntentUnreadable(intent.Name));
        }
    }

    public static JsonObject Write(IntentDescription intent, IntentDraft draft)
    {
        var json = new JsonObject { [IntentDescription.IntentName] = intent.Name };
        foreach (var (name, value) in IntentReading.ToJson(intent, draft.Values))
        {
            json[name] = value?.DeepClone();
        }

        if (draft.Reason is { } reason)
        {
            json[IntentDescription.ReasonName] = reason;
        }

        return json;
    }

    public static string Text(IntentDescription intent, IntentDraft draft) => Write(intent, draft).ToJsonString(Shown);

    private static IntentDraft Read(IntentDescription intent, JsonElement root)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>();
        var problems = new List<Problem>();
        var seen = new HashSet<string>();
        foreach (var property in root.EnumerateObject())
        {
            var field = intent.Find(property.Name);
            if (!seen.Add(property.Name))
            {
                problems.Add(Problems.FieldGivenTwice(property.Name, field?.Label ?? property.Name, 1));
            }
            else if (property.Name == IntentDescription.IntentName)
            {
                problems.AddRange(property.Value is { ValueKind: JsonValueKind.String } name && name.ValueEquals(intent.Name) ? []
                    : [Problems.IntentOther(intent.Name)]);
            }
            else if (field is null)
            {
                typed[property.Name] = [];
            }
            else if (Texts(field, property.Value) is { } texts)
            {
                typed[property.Name] = texts;
            }
            else
            {
                problems.Add(Problems.FieldWrongJson(field.Name, field.Label, Expected(field)));
            }
        }

        return IntentReading.Read(intent, typed, problems);
    }

    /// <summary>Null: it is not what the field takes.</summary>
    private static IReadOnlyList<string>? Texts(FieldDescription field, JsonElement value)
    {
        JsonElement[] items = value.ValueKind == JsonValueKind.Null ? [] : value.ValueKind != JsonValueKind.Array ? [value]
            : field.IsMany ? [.. value.EnumerateArray()] : [default];
        var texts = items.Select(i => Text(field, i)).ToList();
        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }

    private static string? Text(FieldDescription field, JsonElement value) => (field.Kind, value.ValueKind) switch
    {
        (FieldKind.Number, JsonValueKind.Number) => value.TryGetDecimal(out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : value.GetRawText(),
        (FieldKind.YesNo, JsonValueKind.True) => FieldReader.Yes,
        (FieldKind.YesNo, JsonValueKind.False) => FieldReader.No,
        (not FieldKind.Number and not FieldKind.YesNo, JsonValueKind.String) => Whole(value),
        _ => null,
    };

    /// <summary>Half a letter ("\ud800") is no text.</summary>
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Word Expected(FieldDescription field) => new(field.Kind switch
    {
        FieldKind.Number => "a number",
        FieldKind.YesNo => "true or false",
        _ => "a text",
    });

    private static IntentDraft Refused(Problem problem) => new(new Dictionary<string, IReadOnlyList<string>>(), null, [problem]);
}
