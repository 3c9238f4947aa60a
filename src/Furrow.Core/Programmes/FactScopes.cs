using System.Collections.Concurrent;
using System.Reflection;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>What a fact of this release can change, as its <see cref="FactNameAttribute"/> says.</summary>
public static class FactScopes
{
    private static readonly ConcurrentDictionary<Type, Scopes> Known = new();

    public static Scopes Of(IFact fact) => fact is UnknownFact unknown
        ? unknown.Scopes
        : Known.GetOrAdd(fact.GetType(), type => type.GetCustomAttribute<FactNameAttribute>()?.Scopes ?? Scopes.None);
}
