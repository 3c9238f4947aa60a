using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Furrow.Core.Log;

/// <summary>Where a restricted or personal value stands: its entry, the part of its tier, its index in the array that is the part.</summary>
public readonly record struct SealPlace(long Position, Tier Tier, int Index);

/// <summary>A restricted or personal value of a fact. In a fact just judged it holds the content that is to be written; in one that stands in the log it
/// holds its place and nothing else, so that nothing folded of facts holds a restricted or personal text. A reader opens it: the content is then here
/// again, for whoever asked. A fact just judged may hold a place too: the content there is written once more.</summary>
public abstract class SealedValue : IEquatable<SealedValue>
{
    private protected SealedValue(SealPlace? place) => Place = place;

    /// <summary>Null in a fact that is not written yet.</summary>
    public SealPlace? Place { get; }

    /// <summary>The content is here: not written yet, or opened.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Two are the same that stand at the same place; or, not written yet, hold the same. What is written is never compared with what is not:
    /// the content of the one is not here.</summary>
    public bool Equals(SealedValue? other) => other is not null && GetType() == other.GetType()
        && (Place is { } place ? place == other.Place : other.Place is null && HoldsSame(other));

    public override bool Equals(object? obj) => Equals(obj as SealedValue);

    public override int GetHashCode() => Place.GetHashCode();

    /// <summary>Never the content: facts are printed where no restricted text may stand.</summary>
    public override string ToString() => Place is { } at ? $"[sealed: entry {at.Position}, {at.Tier}, {at.Index}]" : "[sealed]";

    private protected abstract bool HoldsSame(SealedValue other);

    private protected InvalidOperationException Closed() => new($"{this} is opened through a reader only.");
}

/// <summary>A restricted or personal text.</summary>
[JsonConverter(typeof(NeverInJson<Sealed>))]
public sealed class Sealed : SealedValue
{
    /// <summary>What a text reads as when this copy of the log, or this reader, may not show it.</summary>
    public const string Withheld = "[withheld]";

    /// <summary>What a text reads as after it was erased.</summary>
    public const string Erased = "[erased]";

    private readonly string? _text;

    private Sealed(string? text, SealPlace? place)
        : base(place) => _text = text;

    public override bool IsOpen => _text is not null;

    /// <summary>The text; asking one that nobody opened for it is a bug.</summary>
    public string Text => _text ?? throw Closed();

    public static Sealed At(SealPlace place) => new(null, place);

    /// <summary>The same with its text, for whoever asked.</summary>
    public Sealed Opened(string text) => new(text, Place);

    /// <summary>There is nothing to read. What stands in the log was not blank when it was judged.</summary>
    public static bool IsBlank(Sealed? value) => value is null || (value.IsOpen && string.IsNullOrWhiteSpace(value.Text));

    /// <summary>A text to be written.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Sealed?(string? text) => text is null ? null : new Sealed(text, null);

    private protected override bool HoldsSame(SealedValue other) => _text == ((Sealed)other)._text;
}

/// <summary>Restricted or personal texts by name, as the columns of a source that no field takes.</summary>
[JsonConverter(typeof(NeverInJson<SealedTexts>))]
public sealed class SealedTexts : SealedValue
{
    public static readonly SealedTexts None = new(ReadOnlyDictionary<string, string>.Empty, null);

    private readonly IReadOnlyDictionary<string, string>? _texts;

    private SealedTexts(IReadOnlyDictionary<string, string>? texts, SealPlace? place)
        : base(place) => _texts = texts;

    public override bool IsOpen => _texts is not null;

    /// <summary>There is nothing to hide.</summary>
    public bool IsNone => Place is null && _texts!.Count == 0;

    /// <summary>The texts; asking one that nobody opened for them is a bug.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts ?? throw Closed();

    public static SealedTexts At(SealPlace place) => new(null, place);

    public static SealedTexts Of(IReadOnlyDictionary<string, string> texts) => texts.Count == 0 ? None : new(texts, null);

    /// <summary>The same with its texts, for whoever asked.</summary>
    public SealedTexts Opened(IReadOnlyDictionary<string, string> texts) => new(texts, Place);

    public static implicit operator SealedTexts(Dictionary<string, string> texts) => Of(texts);

    private protected override bool HoldsSame(SealedValue other) => ((SealedTexts)other)._texts is { } texts && _texts!.Count == texts.Count
        && _texts.All(pair => texts.TryGetValue(pair.Key, out var text) && text == pair.Value);
}
