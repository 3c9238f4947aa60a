using System.Text.Json;
using System.Text.Json.Serialization;

namespace Furrow.Core.Log;

/// <summary>Keeps a text out of the ordinary part: there stands only its index in the part of its tier.</summary>
public sealed class SensitiveText(Tier tier) : JsonConverter<string>
{
    /// <summary>What a text reads as when this copy of the log may not hold it.</summary>
    public const string Withheld = "[withheld]";

    /// <summary>What a text reads as after it was erased.</summary>
    public const string Erased = "[erased]";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TierReader.Take(tier, reader.GetInt32()) switch
        {
            string text => text,
            PartState.Erased => Erased,
            PartState.Withheld => Withheld,
            _ => throw new JsonException("A sensitive text is missing from its part."),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(TierWriter.Put(tier, apart => apart.WriteStringValue(value)));
}

/// <summary>The same for a dictionary of texts. An empty one has nothing to hide and is written as {}.</summary>
public sealed class SensitiveTexts(Tier tier) : JsonConverter<IReadOnlyDictionary<string, string>>
{
    private static readonly Dictionary<string, string> None = [];

    public override IReadOnlyDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return reader.Read() && reader.TokenType == JsonTokenType.EndObject
                ? None
                : throw new JsonException("A sensitive text stands in the ordinary part.");
        }

        return TierReader.Take(tier, reader.GetInt32()) switch
        {
            IReadOnlyDictionary<string, string> texts => texts,
            PartState => None,
            _ => throw new JsonException("Sensitive texts are missing from their part."),
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        if (value.Count == 0)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        writer.WriteNumberValue(TierWriter.Put(tier, apart => SortedTexts.WriteSorted(apart, value)));
    }
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
