using System.Text.Json.Serialization;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Languages;

namespace Furrow.Server.Intents;

/// <summary>What can be done about one subject: one line an intent. A class of this kind in the folder of the subject is found by itself.</summary>
public abstract class SubjectIntents
{
    public abstract IEnumerable<Intent> All { get; }

    /// <summary>What of this subject an intent can name.</summary>
    public virtual IEnumerable<ObjectKind> Objects => [];

    /// <summary>Things of a small subject that have a name of their own.</summary>
    /// <param name="of">The kind, as fields of intents and the list of them say it.</param>
    /// <param name="all">What is found by name or id: also what is closed, so that the rule can say so.</param>
    /// <param name="offers">What a form offers of it; null: all.</param>
    protected static ObjectKind Kind<T>(string of, Func<ProgrammeState, IEnumerable<T>> all, Func<T, Guid> id, Func<T, string> name,
        Func<T, bool>? offers = null) => new(of,
        (state, text) => all(state).Where(t => Codes.AreSame(name(t), text) || (Guid.TryParse(text, out var given) && given == id(t)))
            .OrderByDescending(offers ?? (_ => true)).Select(t => (Outcome<Guid>?)id(t)).FirstOrDefault(),
        (state, _) => all(state).Where(offers ?? (_ => true)).Select(t => (id(t), name(t))),
        (state, _, given) => all(state).Where(t => id(t) == given).Select(name).FirstOrDefault())
    {
        Every = (state, _) => all(state).Select(t => (id(t), name(t))),
        Offers = (state, given) => offers is null || all(state).Where(t => id(t) == given).All(offers),
    };

    /// <param name="name">Of the intent, for ever.</param>
    /// <param name="json">The context beside its record.</param>
    /// <param name="rule">Judges it.</param>
    /// <param name="verb">Where the verb is not called as the intent.</param>
    /// <param name="says">What the verb answers when it is done.</param>
    /// <param name="leadsTo">The page that shows what came of it, from the id of the act.</param>
    /// <param name="isLarge">It may change much land.</param>
    /// <param name="hasOwnPage">It is decided on the page of what it is about: there is no form that only names it.</param>
    /// <param name="offers">For which things it is offered, where others than those forms offer of their kind.</param>
    /// <param name="undoneBy">The intent that takes back what it made.</param>
    protected Intent<T> Intent<T>(string name, JsonSerializerContext json, Func<ProgrammeState, Act, T, Ruling> rule, string? verb = null,
        Func<ProgrammeState, Guid, Core.Intents.IntentDraft, Phrase>? says = null, Func<Guid, Core.Intents.IntentDraft, string?>? leadsTo = null,
        bool isLarge = false, bool hasOwnPage = false, Func<ProgrammeState, Guid, bool>? offers = null, string? undoneBy = null) =>
        new(name, json, WordList.Of(GetType().Assembly), rule)
        {
            Verb = verb, Says = says, LeadsTo = leadsTo, IsLarge = isLarge, HasOwnPage = hasOwnPage, Offers = offers, UndoneBy = undoneBy,
        };
}
