using System.Collections.Concurrent;
using System.Reflection;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>What a fact of this release can change, as its <see cref="FactNameAttribute"/> says.</summary>
public static class FactScopes
{
    private static readonly ConcurrentDictionary<Type, (Scopes Changes, Scopes RestsOn)> Known = new();

    public static Scopes Of(IFact fact) => fact is UnknownFact unknown ? unknown.Scopes : Named(fact).Changes;

    /// <summary>What must be known to its end before the fact may be committed: what it changes, what it speaks of, and, where it needs more than the right to
    /// record, who holds which rights.</summary>
    public static Scopes NeededFor(IFact fact) => fact is UnknownFact unknown ? unknown.Scopes : Named(fact).Changes | Named(fact).RestsOn;

    private static (Scopes Changes, Scopes RestsOn) Named(IFact fact) => Known.GetOrAdd(fact.GetType(), type =>
        type.GetCustomAttribute<FactNameAttribute>() is { } name
            ? (name.Scopes, name.RestsOn | (name.Needs == Right.Record ? Scopes.None : Scopes.Rights)) : (Scopes.None, Scopes.None));
}
