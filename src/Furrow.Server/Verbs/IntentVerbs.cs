using Furrow.Server.Intents;

namespace Furrow.Server.Verbs;

/// <summary>The verbs of all intents, each in the group its name says.</summary>
internal static class IntentVerbs
{
    /// <summary>Groups there are get the intents that belong to them at their end; what belongs to none comes at the end of the list.</summary>
    public static IReadOnlyList<Verb> Into(IReadOnlyList<Verb> own, IntentList intents)
    {
        var groups = intents.All.GroupBy(i => i.Path[0]).ToDictionary(g => g.Key, g => g.ToList());
        return
        [
            .. own.Select(verb => groups.Remove(verb.Name, out var more)
                ? new VerbGroup(verb.Name, verb.Summary, [.. verb.Parts, .. more.Select(i => new IntentVerb(i, intents.Objects))]) : verb),
            .. groups.Values.Select(group => group is [{ Path.Count: 1 } only] ? (Verb)new IntentVerb(only, intents.Objects)
                : new VerbGroup(group[0].Path[0], group[0].Words.Group(group[0].Path[0]), [.. group.Select(i => new IntentVerb(i, intents.Objects))])),
        ];
    }
}
