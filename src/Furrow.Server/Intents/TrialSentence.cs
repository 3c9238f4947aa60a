using System.Text.RegularExpressions;
using Furrow.Core.Intents;
using Furrow.Core.Programmes;

namespace Furrow.Server.Intents;

/// <summary>What would be done, without the ids that were drawn for the trial: they will never be. Those of what the draft names stay.</summary>
internal static partial class TrialSentence
{
    /// <param name="state">The programme as it is.</param>
    /// <param name="unmade">What stands for such an id.</param>
    public static string Of(string done, Intent intent, IntentObjects objects, ProgrammeState state, IntentDraft draft,
        string unmade = "(new)")
    {
        var named = objects.Find(state, intent.Description, draft).Value?.Values.SelectMany(v => v).Concat(draft.Values.Values.SelectMany(v => v)).ToHashSet();
        return Id().Replace(done, id => named?.Contains(id.Value) == true ? id.Value : unmade);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
