using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Server.Intents;

namespace Furrow.Server.Programmes;

/// <summary>Intents handed to the one place that decides commit.</summary>
public static class IntentDecisions
{
    /// <summary>Judges and commits it; the new position, or why not.</summary>
    public static Outcome<long> Decide(this Programme programme, Acting acting, Intent intent, IntentObjects objects, IntentDraft draft) =>
        intent.IsLarge ? programme.DecideLarge(acting, (state, act) => intent.Judge(state, act, draft, objects))
        : programme.Decide(acting, (state, act) => intent.Judge(state, act, draft, objects));
}
