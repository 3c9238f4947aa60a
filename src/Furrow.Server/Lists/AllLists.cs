using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Every list of the program. What stands here has a page, a place in <c>furrow list</c>, JSON and downloads, all from its one description.</summary>
public static class AllLists
{
    public static readonly IReadOnlyList<IListing> All =
    [
        AreaLists.Areas,
        ReportLists.Reports,
        FindingLists.Groups,
        BatchLists.Batches,
        BatchLists.Refused,
        BatchLists.Acceptances,
        FigureLists.Figures,
        FigureLists.Places,
        FigureLists.People,
    ];

    public static IListing? Find(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>The list that stands on a page, or in a file at this address; null where none does.</summary>
    public static IListing? On(string path) => All.FirstOrDefault(l => l.Address == path
        || path.StartsWith("/lists/", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(path) == l.Name);
}
