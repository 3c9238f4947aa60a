using System.Text.Json;
using System.Text.Json.Serialization;

namespace Furrow.Core.Log;

/// <summary>Keeps a text out of the ordinary part: there stands only its index in the part of its tier.</summary>
internal sealed class SealedJson(Tier tier) : JsonConverter<Sealed>
{
    public override Sealed? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TierReader.Take(tier, reader.GetInt32()) switch
        {
            SealPlace place => Sealed.At(place),
            string text => text,
            _ => throw new JsonException("A sealed text is missing from its part."),
        };

    public override void Write(Utf8JsonWriter writer, Sealed value, JsonSerializerOptions options) => writer.WriteNumberValue(TierWriter.Put(tier, value));
}

/// <summary>The same for a dictionary of texts. An empty one has nothing to hide and is written as {}.</summary>
internal sealed class SealedTextsJson(Tier tier) : JsonConverter<SealedTexts>
{
    public override SealedTexts? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return reader.Read() && reader.TokenType == JsonTokenType.EndObject
                ? SealedTexts.None
                : throw new JsonException("A sealed text stands in the ordinary part.");
        }

        return TierReader.Take(tier, reader.GetInt32()) switch
        {
            SealPlace place => SealedTexts.At(place),
            IReadOnlyDictionary<string, string> texts => SealedTexts.None.Opened(texts),
            _ => throw new JsonException("Sealed texts are missing from their part."),
        };
    }

    public override void Write(Utf8JsonWriter writer, SealedTexts value, JsonSerializerOptions options)
    {
        if (ReferenceEquals(value, SealedTexts.None))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        writer.WriteNumberValue(TierWriter.Put(tier, value));
    }
}

/// <summary>No answer in JSON holds a sealed value, open or not: what somebody may read is asked of a reader.</summary>
internal sealed class NeverInJson<T> : JsonConverter<T>
    where T : SealedValue
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Never();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw Never();

    private static InvalidOperationException Never() => new($"{typeof(T).Name} is written in facts alone; open it through a reader.");
}

/// <summary>A dictionary has no order of its own; in a fact it is written in the ordinal order of its keys, so that equal facts have equal bytes.</summary>
public sealed class SortedTexts : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public override IReadOnlyDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadTexts(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options) =>
        WriteSorted(writer, value);

    internal static Dictionary<string, string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            texts[key] = reader.GetString() ?? throw new JsonException("A text is null.");
        }

        return texts;
    }

    internal static void WriteSorted(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }
}
