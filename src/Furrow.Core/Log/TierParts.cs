using System.Buffers;
using System.Text.Json;

namespace Furrow.Core.Log;

/// <summary>Collects what belongs to other tiers while a fact is being written. One at a time on a thread: JSON converters have no other way to hand
/// something to the side.</summary>
internal sealed class TierWriter : IDisposable
{
    [ThreadStatic]
    private static TierWriter? _current;

    private SortedList<Tier, (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json, int Count)>? _tiers;

    internal TierWriter() => _current = this;

    /// <summary>Adds a value to the array of a tier and gives its index.</summary>
    internal static int Put(Tier tier, Action<Utf8JsonWriter> write)
    {
        var current = _current ?? throw new InvalidOperationException("Sensitive properties are written through FactFormat only.");
        var tiers = current._tiers ??= [];
        if (!tiers.TryGetValue(tier, out var part))
        {
            var bytes = new ArrayBufferWriter<byte>(256);
            part = (bytes, new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = FactsJson.Encoder }), 0);
            part.Json.WriteStartArray();
        }

        write(part.Json);
        tiers[tier] = part with { Count = part.Count + 1 };
        return part.Count;
    }

    internal IEnumerable<FactPart> Finish()
    {
        foreach (var (tier, part) in _tiers ?? [])
        {
            part.Json.WriteEndArray();
            part.Json.Flush();
            yield return new FactPart(tier, part.Bytes.WrittenMemory);
        }
    }

    public void Dispose()
    {
        _current = null;
        foreach (var part in _tiers?.Values ?? [])
        {
            part.Json.Dispose();
        }
    }
}

/// <summary>Gives back what belongs to other tiers while a fact is being read.</summary>
internal sealed class TierReader : IDisposable
{
    [ThreadStatic]
    private static TierReader? _current;

    private readonly EntryPart[] _parts;
    private readonly List<object>?[] _values;

    private TierReader(EntryPart[] parts) => (_parts, _values) = (parts, new List<object>?[parts.Length]);

    internal static TierReader Over(EntryPart[] parts) => _current = new TierReader(parts);

    /// <summary>A string, a dictionary of strings, the state of a part that is not present, or null when there is no such value.</summary>
    internal static object? Take(Tier tier, int index)
    {
        var from = _current ?? throw new InvalidOperationException("Sensitive properties are read through FactFormat only.");
        var at = Array.FindIndex(from._parts, p => p.Tier == tier);
        if (at < 0)
        {
            return null;
        }

        if (from._parts[at].State != PartState.Present)
        {
            return from._parts[at].State;
        }

        var values = from._values[at] ??= ReadAll(from._parts[at].Bytes.Span);
        return index >= 0 && index < values.Count ? values[index] : null;
    }

    private static List<object> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var values = new List<object>();
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : SortedTexts.ReadTexts(ref reader));
        }

        return values;
    }

    public void Dispose() => _current = null;
}
