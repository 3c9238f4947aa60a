using System.Text.Json;
using System.Text.Json.Nodes;

namespace Furrow.Core.Intents;

/// <summary>From what came in at a door to a draft, from a draft to the record, and back to JSON.</summary>
public static class IntentReading
{
    /// <summary>So many values of one field are taken.</summary>
    public const int MostValues = 10_000;

    /// <summary>What was typed for each field (the reason among them), by its name. Blank texts are none.</summary>
    public static IntentDraft Read(IntentDescription intent, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> typed) => Read(intent, typed, []);

    /// <param name="problems">What was found wrong before; these fields are not asked for again.</param>
    internal static IntentDraft Read(IntentDescription intent, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> typed, List<Problem> problems)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, texts) in typed)
        {
            if (intent.Find(name) is not { } field)
            {
                problems.Add(Problems.FieldUnknown(name, string.Join(", ", intent.Fields.Append(intent.Reason).Select(f => f.Name))));
                continue;
            }

            var given = texts.Where(t => !Codes.IsBlank(t)).Select(t => FieldReader.Read(field, t)).ToList();
            if (given.Find(g => g.IsRefused).Problem is { } wrong)
            {
                problems.Add(wrong);
            }
            else if (given.Count > (field.IsMany ? MostValues : 1))
            {
                problems.Add(Problems.FieldGivenTwice(field.Name, field.Label, field.IsMany ? MostValues : 1));
            }
            else if (given.Count > 0)
            {
                values[name] = [.. given.Select(g => g.Value!)];
            }
        }

        var complained = problems.Select(p => p.Where?.Field).ToHashSet();
        problems.AddRange(intent.Fields.Where(f => f.IsRequired && !values.ContainsKey(f.Name) && !complained.Contains(f.Name))
            .Select(f => Problems.FieldEmpty(f.Name, f.Label)));
        values.Remove(IntentDescription.ReasonName, out var reason);
        return new IntentDraft(values, reason?[0], problems);
    }

    /// <summary>The record, from a draft in which every thing is named by its id.</summary>
    /// <exception cref="InvalidOperationException">The draft is refused, or its things have no ids yet.</exception>
    public static T Make<T>(IntentDescription intent, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        try
        {
            return (T)ToJson(intent, values).Deserialize(intent.Json)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"A draft of {intent.Name} was taken that its record cannot hold.", wrong);
        }
    }

    /// <summary>As <c>IntentJson.Read</c> takes it.</summary>
    internal static JsonObject ToJson(IntentDescription intent, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var json = new JsonObject();
        foreach (var field in intent.Fields.Where(f => values.ContainsKey(f.Name)))
        {
            var texts = values[field.Name];
            json[field.Name] = field.IsMany ? new JsonArray([.. texts.Select(t => Value(field, t))]) : Value(field, texts[0]);
        }

        return json;
    }

    private static JsonValue Value(FieldDescription field, string text) => field.Kind switch
    {
        FieldKind.Number => JsonValue.Create(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
        FieldKind.YesNo => JsonValue.Create(text == FieldReader.Yes),
        _ => JsonValue.Create(text),
    };
}
