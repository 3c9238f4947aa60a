using System.Reflection;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Every list of the program: each has a page, a place in <c>furrow list</c>, JSON and downloads, all from its one description. A static field or
/// property that holds one, in whatever folder, is found by itself.</summary>
public static class AllLists
{
    /// <summary>By name.</summary>
    public static readonly IReadOnlyList<IListing> All = [.. In(typeof(AllLists).Assembly.GetTypes())];

    public static IListing? Find(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>The page of a thing, as fields of intents call its kind; null where it has none.</summary>
    public static string? PageOf(string of, Guid id) => All.FirstOrDefault(l => l.Of == of) is { } list ? $"/records/{list.Name}/{id:D}" : null;

    /// <summary>The list that stands on a page, or in a file at this address; null where none does.</summary>
    public static IListing? On(string path) => All.FirstOrDefault(l => l.Address == path
        || path.StartsWith("/lists/", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(path) == l.Name);

    internal static IEnumerable<IListing> In(IEnumerable<Type> types) => types.Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(f => f.FieldType.IsAssignableTo(typeof(IListing)))
        .Select(f => f.GetValue(null)).OfType<IListing>().Distinct().OrderBy(l => l.Name, StringComparer.Ordinal);
}
