using Furrow.Core.Intents;
using Furrow.Server.Languages;

namespace Furrow.Server.Intents;

/// <summary>What an intent and its fields are called, in any language. <c>intent.NAME</c> is what a button says, <c>intent.NAME.text</c> a sentence about it,
/// <c>intent.NAME.FIELD</c> a label, <c>….hint</c> a sentence about the field, <c>….WORD</c> one of its choices. Several intents of a subject may share
/// <c>intent-field.FIELD</c>, with its hint and choices.</summary>
public sealed class IntentWords(string intent, WordList words)
{
    /// <summary>Words of every intent.</summary>
    private static readonly WordList Shared = WordList.Of(typeof(IntentWords).Assembly);

    public string Title(string language) => Of(language, Key) ?? intent;

    public string Text(string language) => Of(language, Key + ".text") ?? Title(language);

    /// <summary>What verbs that begin with one word have in common, in English.</summary>
    public string Group(string word) => Of(LanguageList.English, "verb." + word) ?? $"What can be done about: {word}.";

    public string Label(string language, string field) => OfField(language, field, "") ?? field;

    public string? Hint(string language, string field) => OfField(language, field, ".hint");

    public string Choice(string language, FieldDescription field, string choice) => field.Kind == FieldKind.YesNo ? Of(language, "intent." + choice) ?? choice
        : OfField(language, field.Name, "." + choice) ?? choice;

    /// <summary>What an intent has to be called by, for those who test that nothing is missing.</summary>
    public IEnumerable<string> Lacks(IntentDescription description) =>
    [
        .. new[] { Key, Key + ".text" }.Where(k => Of(LanguageList.English, k) is null),
        .. description.Fields.Where(f => OfField(LanguageList.English, f.Name, "") is null).Select(f => $"{Key}.{f.Name}"),
        .. description.Fields.SelectMany(f => f.Choices.Where(c => OfField(LanguageList.English, f.Name, "." + c) is null).Select(c => $"{Key}.{f.Name}.{c}")),
    ];

    private string Key => "intent." + intent;

    private string? OfField(string language, string field, string what) =>
        Of(language, $"{Key}.{field}{what}") ?? Of(language, $"intent-field.{field}{what}");

    private string? Of(string language, string key) => words.Find(language, key) ?? Shared.Find(language, key);
}
