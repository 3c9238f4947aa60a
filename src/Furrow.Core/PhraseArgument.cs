namespace Furrow.Core;

/// <summary>What may stand in the hole of a sentence. Numbers stand in snapshots.</summary>
public enum ArgumentKind : byte
{
    /// <summary>A code, name or value that is said as it stands, in every language.</summary>
    Code = 0,

    Number = 1,

    Date = 2,

    /// <summary>A word of the program's own, which has its counterpart in other languages.</summary>
    Word = 3,

    /// <summary>Another sentence, with arguments of its own.</summary>
    Sentence = 4,
}

/// <summary>A word of the program's own within a sentence: a status, the name of a field. What a person or a file said is never one, though it may
/// read the same.</summary>
public readonly record struct Word(string English);

/// <summary>What stands in one hole of a sentence.</summary>
public sealed record PhraseArgument
{
    private readonly string _text = "";

    internal PhraseArgument(ArgumentKind kind, string text) => (Kind, _text) = (kind, text);

    internal PhraseArgument(Phrase sentence) => (Kind, Sentence) = (ArgumentKind.Sentence, sentence);

    public ArgumentKind Kind { get; }

    /// <summary>The argument's own sentence; null for the other kinds.</summary>
    public Phrase? Sentence { get; }

    /// <summary>As it stands in English.</summary>
    public override string ToString() => Sentence?.ToString() ?? _text;
}
