using Furrow.Server.Listings;

namespace Furrow.Server.Pages;

/// <summary>Reads what an address asks of a list.</summary>
public static class ListWords
{
    /// <summary>By a column without an index, no more rows are sorted.</summary>
    public const int MostSorted = Listing<object>.MostSorted;

    /// <summary>The words of the list in this address that can be read, with the view this visit sees.</summary>
    public static ListAsk Ask(Visit visit, IListing listing) => new(visit.State, visit.Today)
    {
        AsOf = visit.Query.AsOf,
        KnownAt = visit.Query.KnownAt,
        Places = visit.Places,
        Memory = visit.Http.RequestServices.GetRequiredService<ListMemory>(),
        Reader = visit.Record,
        Words = visit.Http.Request.Query.Where(q => listing.CanRead(q.Key, q.Value.ToString()) ?? q.Key == ListAsk.PageWord)
            .ToDictionary(q => q.Key, q => q.Value.ToString().Trim()),
    };

    /// <summary>What a form of the filter carries along, since no field shows it.</summary>
    public static IEnumerable<(string Name, string Value)> Kept(ListAsk ask, IReadOnlyList<FilterHead> filters) => filters
        .Where(f => f.Type == FilterType.Link).Select(f => f.Key).Concat([ListAsk.SortWord, ListAsk.ColumnsWord])
        .Select(name => (name, ask.Word(name))).Where(w => w.Item2.Length > 0);
}
