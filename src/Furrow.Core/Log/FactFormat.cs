using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Furrow.Core.Log;

/// <summary>A fact as bytes: stable name, version, scopes, and one part per tier it has something in, in the order of the tiers.</summary>
public sealed record EncodedFact(string Name, int Version, Scopes Scopes, IReadOnlyList<FactPart> Parts);

/// <summary>Facts to canonical UTF-8 JSON and back. The ordinary part is the fact as an object with its properties in declared order; a property
/// marked <see cref="SensitiveAttribute"/> holds there only its index in the array that is the part of its tier. One fact has one encoding:
/// encode(decode(bytes)) = bytes, for facts unknown to this release too.</summary>
public static class FactFormat
{
    /// <summary>A buffer that grew beyond this for one fact is not kept for the next.</summary>
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static readonly JsonWriterOptions Writing = new() { Encoder = FactsJson.Encoder, SkipValidation = true };

    public static EncodedFact Encode(IFact fact)
    {
        if (fact is UnknownFact unknown)
        {
            return new EncodedFact(unknown.Name, unknown.Version, unknown.Scopes, unknown.Parts);
        }

        var kind = FactNames.Of(fact);
        using var apart = new TierWriter();
        var ordinary = Ordinary(fact, kind);
        return new EncodedFact(kind.Name, kind.Version, kind.Scopes, [new FactPart(Tier.Ordinary, ordinary), .. apart.Finish()]);
    }

    private static byte[] Ordinary(IFact fact, FactKind kind)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(bytes, Writing);
        bytes.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, fact, kind.Json);
        writer.Flush();
        var written = bytes.WrittenSpan.ToArray();
        if (bytes.Capacity > MostKept)
        {
            (_bytes, _writer) = (null, null);
        }

        return written;
    }

    /// <summary>The fact of an entry. A text whose part is withheld or erased reads as <see cref="SensitiveText.Withheld"/> or
    /// <see cref="SensitiveText.Erased"/>. A fact unknown to this release, or one whose ordinary part is not here, is an <see cref="UnknownFact"/>.
    /// <see cref="FormatException"/> when the bytes are not what the name and version promise.</summary>
    public static IFact Decode(Entry entry)
    {
        var statement = entry.Statement;
        var ordinary = entry.Parts[0];
        if (ordinary.State != PartState.Present || ordinary.Tier != Tier.Ordinary || FactNames.Find(statement.FactName, statement.FactVersion) is not { } kind)
        {
            return AsUnknown(entry);
        }

        using var apart = TierReader.Over(entry.Parts);
        return Parse(ordinary.Bytes.Span, kind.Json, statement.FactName);
    }

    /// <summary>The same from bare bytes, all parts present.</summary>
    public static IFact Decode(EncodedFact fact)
    {
        if (FactNames.Find(fact.Name, fact.Version) is not { } kind)
        {
            return new UnknownFact(fact.Name, fact.Version, fact.Scopes, fact.Parts);
        }

        using var apart = TierReader.Over([.. fact.Parts.Select(p =>
            new EntryPart(p.Tier, PartState.Present, EntryPart.Join(new byte[EntryPart.SaltBytes], p.Bytes.Span), 0))]);
        return Parse(fact.Parts[0].Bytes.Span, kind.Json, fact.Name);
    }

    private static IFact Parse(ReadOnlySpan<byte> json, JsonTypeInfo type, string name)
    {
        try
        {
            return (IFact?)JsonSerializer.Deserialize(json, type) ?? throw new FormatException($"The fact '{name}' is empty.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The bytes of a fact are not a '{name}': {wrong.Message}", wrong);
        }
    }

    /// <summary>The fact of an entry unread: name, scopes and the parts that are here.</summary>
    public static UnknownFact AsUnknown(Entry entry)
    {
        var parts = entry.Parts.Where(p => p.State == PartState.Present).Select(p => new FactPart(p.Tier, p.Bytes));
        return new UnknownFact(entry.Statement.FactName, entry.Statement.FactVersion, entry.Statement.Scopes, [.. parts]);
    }
}
