using System.Collections.Concurrent;
using System.Reflection;
using Furrow.Core.Log;

namespace Furrow.Core.Rights;

/// <summary>The right a fact of this release needs at least, as its <see cref="FactNameAttribute"/> says.</summary>
public static class FactNeeds
{
    private static readonly ConcurrentDictionary<Type, Right> Known = new();

    public static Right Of(IFact fact) =>
        Known.GetOrAdd(fact.GetType(), type => type.GetCustomAttribute<FactNameAttribute>()?.Needs ?? Right.Unnamed);
}
