using System.Reflection;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Every list of the program: each has a page, a place in <c>furrow list</c>, JSON and downloads, all from its one description. A public static field
/// that holds one, in whatever folder, is found by itself.</summary>
public static class AllLists
{
    /// <summary>By name.</summary>
    public static readonly IReadOnlyList<IListing> All = [.. In(typeof(AllLists).Assembly.GetTypes())];

    public static IListing? Find(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>The list that stands on a page; null where none does.</summary>
    public static IListing? On(string path) => All.FirstOrDefault(l => l.Address == path || "/lists/" + l.Name == path);

    internal static IEnumerable<IListing> In(IEnumerable<Type> types) => types.Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(f => f.FieldType.IsAssignableTo(typeof(IListing)))
        .Select(f => (IListing)f.GetValue(null)!).OrderBy(l => l.Name, StringComparer.Ordinal);
}
