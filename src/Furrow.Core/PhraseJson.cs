using System.Text.Json;
using System.Text.Json.Serialization;
using Furrow.Core.Keeping;

namespace Furrow.Core;

/// <summary>A sentence as facts keep it: <c>{"pattern":"Report {0} is {1}.","arguments":["H-1",{"word":"superseded"}]}</c>. A text is a code; the other
/// kinds of arguments stand under their names; without arguments they are left out.</summary>
internal sealed class PhraseJson : JsonConverter<Phrase>
{
    private static readonly string[] Names = ["code", "number", "date", "word", "sentence"];

    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Demand(reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.ValueTextEquals("pattern"u8));
        Demand(reader.Read() && reader.TokenType == JsonTokenType.String);
        var pattern = reader.GetString()!;
        var arguments = new List<PhraseArgument>();
        Demand(reader.Read());
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            Demand(reader.ValueTextEquals("arguments"u8) && reader.Read() && reader.TokenType == JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                arguments.Add(Argument(ref reader, options));
            }

            Demand(reader.Read());
        }

        Demand(reader.TokenType == JsonTokenType.EndObject);
        try
        {
            return Phrase.Kept(pattern, [.. arguments]);
        }
        catch (FormatException broken)
        {
            throw new JsonException(broken.Message, broken);
        }
    }

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("pattern", value.Pattern);
        if (value.Arguments.Count > 0)
        {
            writer.WriteStartArray("arguments");
            foreach (var argument in value.Arguments)
            {
                Write(writer, argument, options);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>The same for a snapshot.</summary>
    internal static void Put(ByteWriter to, Phrase phrase)
    {
        to.Put(phrase.Pattern);
        to.PutAll(phrase.Arguments, static (to, argument) =>
        {
            to.Put((int)argument.Kind);
            if (argument.Sentence is { } sentence)
            {
                Put(to, sentence);
            }
            else
            {
                to.Put(argument.ToString());
            }
        });
    }

    internal static Phrase Read(ByteReader from) => Phrase.Kept(from.RequiredText(), from.All(static from => (ArgumentKind)from.Int() is var kind
        && kind == ArgumentKind.Sentence ? new PhraseArgument(Read(from)) : new PhraseArgument(kind, from.RequiredText())));

    private static void Write(Utf8JsonWriter writer, PhraseArgument argument, JsonSerializerOptions options)
    {
        if (argument.Kind == ArgumentKind.Code)
        {
            writer.WriteStringValue(argument.ToString());
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(Names[(int)argument.Kind]);
        if (argument.Sentence is { } sentence)
        {
            new PhraseJson().Write(writer, sentence, options);
        }
        else
        {
            writer.WriteStringValue(argument.ToString());
        }

        writer.WriteEndObject();
    }

    private static PhraseArgument Argument(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new PhraseArgument(ArgumentKind.Code, reader.GetString()!);
        }

        Demand(reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName);
        var kind = Array.IndexOf(Names, reader.GetString());
        Demand(kind > 0 && reader.Read());
        var isSentence = (ArgumentKind)kind == ArgumentKind.Sentence;
        Demand(isSentence || reader.TokenType == JsonTokenType.String);
        var argument = isSentence ? new PhraseArgument(new PhraseJson().Read(ref reader, typeof(Phrase), options))
            : new PhraseArgument((ArgumentKind)kind, reader.GetString()!);
        Demand(reader.Read() && reader.TokenType == JsonTokenType.EndObject);
        return argument;
    }

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new JsonException("A sentence is not written as facts keep it.");
        }
    }
}
