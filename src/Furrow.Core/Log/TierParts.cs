using System.Buffers;
using System.Text.Json;

namespace Furrow.Core.Log;

/// <summary>Takes what belongs to other tiers while a fact is being written. The innermost on a thread: JSON converters have no other way to hand
/// something to the side.</summary>
internal sealed class TierWriter : IDisposable
{
    [ThreadStatic]
    private static TierWriter? _current;

    private readonly TierWriter? _before = _current;
    private readonly bool _keeps;
    private readonly bool _takes;
    private readonly Func<SealedValue, SealedValue>? _carried;
    private SortedList<Tier, (ArrayBufferWriter<byte>? Bytes, Utf8JsonWriter? Json, int Count)>? _tiers;

    private TierWriter(bool keeps, bool takes, Func<SealedValue, SealedValue>? carried) => (_keeps, _takes, _carried, _current) = (keeps, takes, carried, this);

    /// <summary>The entry of the values that stand in the log; 0 when there are none.</summary>
    public long Position { get; private set; }

    /// <summary>Takes the content into parts.</summary>
    /// <param name="carried">Opens a value that stands elsewhere in the log and is written once more.</param>
    internal static TierWriter Taking(Func<SealedValue, SealedValue>? carried) => new(keeps: false, takes: true, carried);

    /// <summary>Only numbers values, as they will be when they are taken.</summary>
    internal static TierWriter Numbering() => new(keeps: false, takes: false, null);

    /// <summary>Leaves values that stand in the log their numbers.</summary>
    internal static TierWriter Keeping() => new(keeps: true, takes: false, null);

    /// <summary>Adds a value to the array of a tier and gives its index.</summary>
    internal static int Put(Tier tier, SealedValue value)
    {
        var current = _current ?? throw new InvalidOperationException("Sealed values are written through FactFormat only.");
        if (current._keeps && value.Place is { } place)
        {
            current.Position = place.Position;
            return place.Index;
        }

        var tiers = current._tiers ??= [];
        if (!tiers.TryGetValue(tier, out var part) && current._takes)
        {
            var bytes = new ArrayBufferWriter<byte>(256);
            part = (bytes, new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = FactsJson.Encoder }), 0);
            part.Json.WriteStartArray();
        }

        if (current._takes)
        {
            Write(part.Json!, value, current._carried);
        }

        tiers[tier] = part with { Count = part.Count + 1 };
        return part.Count;
    }

    private static void Write(Utf8JsonWriter to, SealedValue value, Func<SealedValue, SealedValue>? carried)
    {
        switch (value.IsOpen ? value : carried?.Invoke(value))
        {
            case Sealed text:
                to.WriteStringValue(text.Text);
                break;
            case SealedTexts texts:
                SortedTexts.WriteSorted(to, texts.Texts);
                break;
            default:
                throw new InvalidOperationException($"{value} cannot be written: nobody opened it.");
        }
    }

    internal IEnumerable<FactPart> Finish()
    {
        foreach (var (tier, part) in _tiers ?? [])
        {
            part.Json!.WriteEndArray();
            part.Json.Flush();
            yield return new FactPart(tier, part.Bytes!.WrittenMemory);
        }
    }

    public void Dispose()
    {
        _current = _before;
        foreach (var part in _tiers?.Values ?? [])
        {
            part.Json?.Dispose();
        }
    }
}

/// <summary>Gives what belongs to other tiers while a fact is being read: its place, or the content itself.</summary>
internal sealed class TierReader : IDisposable
{
    [ThreadStatic]
    private static TierReader? _current;

    private readonly long _position;
    private readonly IReadOnlyList<Tier>? _tiers;
    private readonly IReadOnlyList<FactPart>? _parts;
    private Dictionary<Tier, IReadOnlyList<object>>? _values;

    private TierReader(long position, IReadOnlyList<Tier>? tiers, IReadOnlyList<FactPart>? parts) =>
        (_position, _tiers, _parts, _current) = (position, tiers, parts, this);

    /// <summary>Of a fact that stands in the log: values are their places.</summary>
    /// <param name="tiers">Tiers the entry has parts of; null: any.</param>
    internal static TierReader At(long position, IReadOnlyList<Tier>? tiers) => new(position, tiers, null);

    /// <summary>Of bare parts: values are their content.</summary>
    internal static TierReader Over(IReadOnlyList<FactPart> parts) => new(0, null, parts);

    /// <summary>A place, a text, or texts by name; null when there is no such value.</summary>
    internal static object? Take(Tier tier, int index)
    {
        var from = _current ?? throw new InvalidOperationException("Sealed values are read through FactFormat only.");
        if (from._parts is null)
        {
            return index >= 0 && from._tiers?.Contains(tier) != false ? new SealPlace(from._position, tier, index) : null;
        }

        var values = from._values ??= [];
        if (!values.TryGetValue(tier, out var ofTier))
        {
            var part = from._parts.FirstOrDefault(p => p.Tier == tier);
            values[tier] = ofTier = part.Tier == tier ? ReadAll(part.Bytes.Span) : [];
        }

        return index >= 0 && index < ofTier.Count ? ofTier[index] : null;
    }

    /// <summary>The values of a part, by index: texts, and texts by name.</summary>
    internal static IReadOnlyList<object> ReadAll(ReadOnlySpan<byte> bytes)
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
