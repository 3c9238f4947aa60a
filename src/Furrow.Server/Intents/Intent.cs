using System.Text.Json.Serialization;
using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Languages;

namespace Furrow.Server.Intents;

/// <summary>Something a person can do: its description, its words and its rule. Form, verb, JSON and table columns come from it alone.</summary>
public abstract class Intent
{
    private protected Intent(string name, Type record, JsonSerializerContext json, WordList words)
    {
        Words = new IntentWords(name, words);
        Description = new IntentDescription(name, record, json, field => Words.Label(LanguageList.English, field));
    }

    public string Name => Description.Name;

    public IntentDescription Description { get; }

    public IntentWords Words { get; }

    /// <summary>How the verb is called: "undo". Null: it is called as the intent, "time-zone-set" as "time-zone set".</summary>
    public string? Verb { get; init; }

    /// <summary>It may change much: it is judged while others go on committing.</summary>
    public bool IsLarge { get; init; }

    /// <summary>It is decided on the page that shows what it is about, never on a form where that would only be named.</summary>
    public bool HasOwnPage { get; init; }

    /// <summary>The things it would not be refused for, where that differs from what forms offer of their kind: "open it again" is offered for closed ones.
    /// </summary>
    public Func<ProgrammeState, Guid, bool>? Offers { get; init; }

    /// <summary>The intent that takes back what this one made; null: there is none.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>What is recorded once where many were done by a table, from the name of the file and the acts of its rows; null: nothing.</summary>
    public Func<ProgrammeState, Act, string, IReadOnlyList<Guid>, Ruling>? Closes { get; init; }

    /// <summary>The words of the verb.</summary>
    public IReadOnlyList<string> Path => Verb?.Split(' ') ?? (Name.LastIndexOf('-') is > 0 and var end ? [Name[..end], Name[(end + 1)..]] : [Name]);

    /// <summary>Looks things up on this state, and judges. The draft is not refused.</summary>
    public abstract Ruling Judge(ProgrammeState state, Act act, IntentDraft draft, IntentObjects objects);

    /// <summary>What was done, once it is committed; null: its title says it.</summary>
    public abstract Phrase? Said(ProgrammeState state, Guid act, IntentDraft draft);

    /// <summary>The same in English, for verbs and files.</summary>
    public string Done(ProgrammeState state, Guid act, IntentDraft draft) => Said(state, act, draft)?.ToString() ?? Words.Title(LanguageList.English);

    /// <summary>The page that shows what came of it; null: there is none of its own.</summary>
    public abstract string? Onward(Guid act, IntentDraft draft);
}

/// <summary>An intent with its record.</summary>
/// <param name="rule">Judges it; what it makes gets its id from the act's.</param>
public sealed class Intent<T>(string name, JsonSerializerContext json, WordList words, Func<ProgrammeState, Act, T, Ruling> rule)
    : Intent(name, typeof(T), json, words)
{
    /// <summary>What the verb answers; without it the title of the intent.</summary>
    public Func<ProgrammeState, Guid, IntentDraft, Phrase>? Says { get; init; }

    /// <summary>The page to go to afterwards.</summary>
    public Func<Guid, IntentDraft, string?>? LeadsTo { get; init; }

    public override Ruling Judge(ProgrammeState state, Act act, IntentDraft draft, IntentObjects objects)
    {
        var named = objects.Find(state, Description, draft);
        return named.IsRefused ? named.Problem! : rule(state, act, IntentReading.Make<T>(Description, named.Value!));
    }

    public override Phrase? Said(ProgrammeState state, Guid act, IntentDraft draft) => Says?.Invoke(state, act, draft);

    public override string? Onward(Guid act, IntentDraft draft) => LeadsTo?.Invoke(act, draft);
}
