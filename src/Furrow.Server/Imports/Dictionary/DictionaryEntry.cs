using Furrow.Core;
using Furrow.Exchange;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>One thing an import understood of a file, or did not.</summary>
/// <param name="Of">What it is said of: a column, a sheet, a field; empty for the file.</param>
/// <param name="Value">The word of the file, where it is about one.</param>
/// <param name="Field">The field of a report that the column or word is read as; null where it is none.</param>
/// <param name="Meaning">What it is read as: a field, a unit, an order, a meaning as mapping files name it. Empty when it is not known, or nothing.</param>
/// <param name="Rows">How many rows hold it; 0 where that is not counted.</param>
/// <param name="Why">How that was found; null where the meaning says it.</param>
/// <param name="Say">The option of the command line that says otherwise; null where there is none.</param>
public sealed record DictionaryEntry(ReadingTopic Topic, string Of, string Value, string? Field, string Meaning, int Rows, Standing Standing, Phrase? Why,
    string? Say)
{
    /// <summary>It can change a status, a kind of contamination, a unit, a place or a date: it must be confirmed.</summary>
    public bool Matters { get; init; } = true;

    /// <summary>What it can be, where that is not told by its topic.</summary>
    public IReadOnlyList<ReadingChoice>? Choices { get; init; }

    /// <summary>The file of the same form whose reading it is; null for what this file or the person says.</summary>
    public Phrase? From { get; init; }

    /// <summary>The code of the problem that asks it of the file as a whole; null where no problem does.</summary>
    public string? Code { get; init; }

    /// <summary>Nothing is applied while there is one such.</summary>
    public bool IsOpen => Matters && Standing != Standing.Known;

    /// <summary>As a mapping that nobody has confirmed names it.</summary>
    public string Key => KeyOf(Topic, Of, Value);

    /// <summary>What whoever confirms it confirms: this meaning, and no other that may be found later.</summary>
    public string Claim => ClaimOf(Key, Meaning);

    public static string ClaimOf(string key, string meaning) => $"{key} = {meaning}";

    public static string KeyOf(ReadingTopic topic, string of, string value = "") => value.Length == 0 ? $"{topic} {of}" : $"{topic} {of}: {value}";
}
