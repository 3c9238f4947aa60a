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

    /// <param name="carried">Opens sealed values that stand elsewhere in the log and are written once more.</param>
    public static EncodedFact Encode(IFact fact, Func<SealedValue, SealedValue>? carried = null)
    {
        if (fact is UnknownFact unknown)
        {
            return new EncodedFact(unknown.Name, unknown.Version, unknown.Scopes, unknown.Parts);
        }

        var kind = FactNames.Of(fact);
        using var apart = TierWriter.Taking(carried);
        var ordinary = Ordinary(fact, kind);
        return new EncodedFact(kind.Name, kind.Version, kind.Scopes, [new FactPart(Tier.Ordinary, ordinary), .. apart.Finish()]);
    }

    /// <summary>The fact as it will be read back from its place in the log: sealed values are places and hold nothing.</summary>
    public static IFact AsPlaced(IFact fact, long position)
    {
        if (fact is ISealing own)
        {
            return own.PlacedAt(position);
        }

        if (fact is UnknownFact || FactNames.Of(fact) is not { HasSeals: true } kind)
        {
            return fact;
        }

        byte[] ordinary;
        using (TierWriter.Numbering())
        {
            ordinary = Ordinary(fact, kind);
        }

        using var apart = TierReader.At(position, null);
        return Parse(ordinary, kind.Json, kind.Name);
    }

    /// <summary>The ordinary part alone, and the entry its sealed values stand in: for snapshots.</summary>
    internal static (FactKind Kind, byte[] Ordinary, long Position) WithoutSealed(IFact fact)
    {
        var kind = FactNames.Of(fact);
        using var apart = TierWriter.Keeping();
        return (kind, Ordinary(fact, kind), apart.Position);
    }

    /// <summary>The fact again; <see cref="FormatException"/> when the bytes are not what name and version promise.</summary>
    internal static IFact OfOrdinary(string name, int version, ReadOnlySpan<byte> ordinary, long position)
    {
        var kind = FactNames.Find(name, version) ?? throw new FormatException($"There is no fact '{name}' of version {version}.");
        using var apart = TierReader.At(position, null);
        return Parse(ordinary, kind.Json, name);
    }

    private static byte[] Ordinary(IFact fact, FactKind kind)
    {
        var (bytes, writer) = (_bytes ?? new ArrayBufferWriter<byte>(4096), _writer);
        writer ??= new Utf8JsonWriter(bytes, Writing);

        // A value that is carried over may be opened by writing another fact.
        (_bytes, _writer) = (null, null);
        bytes.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, fact, kind.Json);
        writer.Flush();
        var written = bytes.WrittenSpan.ToArray();
        if (bytes.Capacity <= MostKept)
        {
            (_bytes, _writer) = (bytes, writer);
        }

        return written;
    }

    /// <summary>The fact of an entry; its sealed values are places, whatever has become of their part. A fact unknown to this release, or one whose
    /// ordinary part is not here, is an <see cref="UnknownFact"/>. <see cref="FormatException"/> when the bytes are not what the name and version promise.
    /// </summary>
    public static IFact Decode(Entry entry)
    {
        var statement = entry.Statement;
        var ordinary = entry.Parts[0];
        if (ordinary.State != PartState.Present || ordinary.Tier != Tier.Ordinary || FactNames.Find(statement.FactName, statement.FactVersion) is not { } kind)
        {
            return AsUnknown(entry);
        }

        using var apart = TierReader.At(entry.Position, kind.HasSeals ? Array.ConvertAll(entry.Parts, p => p.Tier) : []);
        return Parse(ordinary.Bytes.Span, kind.Json, statement.FactName);
    }

    /// <summary>The same from bare bytes, all parts present; its sealed values are open.</summary>
    public static IFact Decode(EncodedFact fact)
    {
        if (FactNames.Find(fact.Name, fact.Version) is not { } kind)
        {
            return new UnknownFact(fact.Name, fact.Version, fact.Scopes, fact.Parts);
        }

        using var apart = TierReader.Over(fact.Parts);
        return Parse(fact.Parts[0].Bytes.Span, kind.Json, fact.Name);
    }

    /// <summary>The content of the part of a tier, by index: texts, and texts by name. <see cref="FormatException"/> when it is not here, or its bytes are
    /// not such a part.</summary>
    public static IReadOnlyList<object> ContentOf(FactPart part)
    {
        try
        {
            return TierReader.ReadAll(part.Bytes.Span);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The bytes of a {part.Tier} part are not one: {wrong.Message}", wrong);
        }
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
