using Furrow.Server.Intents;
using Furrow.Server.Listings;
using Furrow.Server.Lists;

namespace Furrow.Server.Pages.Lists;

/// <summary>What a list offers above its rows: what makes a new one. What is done with one that is there stands on its page, and what makes another thing of
/// the same folder on the list of those.</summary>
public static class ListIntents
{
    public static IReadOnlyList<Intent> Of(IListing list, IntentList intents) => list.Of is not { } kind ? []
        : [.. intents.All.Where(i => !i.HasOwnPage && i.Description.Record.Namespace == list.Row.Namespace
            && !i.Description.Fields.Any(f => f.IsRequired && f.Of == kind) && (KindOf(i, list.Row.Namespace!) ?? kind) == kind)];

    /// <summary>The kind of things an intent is named after, where a list in the same folder has such; the longest name counts.</summary>
    private static string? KindOf(Intent intent, string folder) => AllLists.All.Where(l => l.Of is not null && l.Row.Namespace == folder)
        .Select(l => l.Of!).Where(of => intent.Name.StartsWith(of + "-", StringComparison.Ordinal)).MaxBy(of => of.Length);
}
