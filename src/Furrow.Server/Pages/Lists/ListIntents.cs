using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Listings;
using Furrow.Server.Lists;

namespace Furrow.Server.Pages.Lists;

/// <summary>What a list offers above its rows: what makes a new one. What is done with one that is there stands on its page, and what makes another thing of
/// the same folder on the list of those.</summary>
public static class ListIntents
{
    public static IReadOnlyList<Intent> Of(IListing list, IntentList intents)
    {
        if (list.Of is not { } kind)
        {
            return [];
        }

        var folder = list.Row.Namespace!;
        List<string> kinds = [.. AllLists.All.Where(l => l.Of is not null && l.Row.Namespace == folder).Select(l => l.Of!)];
        return [.. intents.All.Where(i => !i.HasOwnPage && i.Description.Record.Namespace == folder
            && !i.Description.Fields.Any(f => f.IsRequired && f.Of == kind)
            && (kinds.FindAll(k => IsNamedAfter(i.Name, k)) is { Count: > 0 } own ? own.MaxBy(k => k.Length) == kind
                : !i.Description.Fields.Any(f => f.IsRequired && kinds.Contains(f.Of))))];
    }

    /// <summary>"agreement-record" makes an agreement, "machine-register" a type of machine, "role-give" a role that somebody holds.</summary>
    private static bool IsNamedAfter(string intent, string of)
    {
        var kind = Names.Of(of);
        return intent.StartsWith(kind + "-", StringComparison.Ordinal)
            || intent.LastIndexOf('-') is > 0 and var end && intent[..end] is var thing
                && (kind.StartsWith(thing + "-", StringComparison.Ordinal) || kind.EndsWith("-" + thing, StringComparison.Ordinal));
    }
}
