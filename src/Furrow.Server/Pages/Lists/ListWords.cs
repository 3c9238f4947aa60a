using Furrow.Server.Listings;

namespace Furrow.Server.Pages;

/// <summary>Reads what an address asks of a list.</summary>
public static class ListWords
{
    /// <summary>By a column without an index, no more rows are sorted.</summary>
    public const int MostSorted = Listing<object>.MostSorted;

    /// <summary>The words of the list in this address that can be read, with the view this visit sees.</summary>
    /// <param name="given">Words the page itself says, whatever the address does.</param>
    public static ListAsk Ask(Visit visit, IListing listing, ReaderPurpose purpose = ReaderPurpose.Record,
        IReadOnlyList<(string Word, string Value)>? given = null) =>
        new(visit.State, visit.Today)
    {
        Purpose = purpose,
        AsOf = visit.Query.AsOf,
        KnownAt = visit.Query.KnownAt,
        From = visit.Query.From,
        Kind = visit.Query.Kind,
        Places = visit.Places,
        Memory = Memory(visit),
        Reader = purpose == ReaderPurpose.Land ? null : visit.Record,
        Words = visit.Http.Request.Query.Where(q => listing.CanRead(q.Key, q.Value.ToString(), purpose) ?? q.Key == ListAsk.PageWord)
            .Select(q => (Word: q.Key, Value: q.Value.ToString().Trim())).Where(w => given?.All(g => g.Word != w.Word) ?? true).Concat(given ?? [])
            .ToDictionary(w => w.Word, w => w.Value),
    };

    /// <summary>What the page of one thing shows: whoever decides on it must read all of it.</summary>
    public static ListAsk OfRecord(Visit visit) => new(visit.State, visit.Today)
    {
        Purpose = ReaderPurpose.Review, AsOf = visit.Query.AsOf, KnownAt = visit.Query.KnownAt, Memory = Memory(visit), Reader = visit.Review,
    };

    public static ListCache Memory(Visit visit) => visit.Http.RequestServices.GetRequiredService<ListCache>();

    /// <summary>What a form of the filter carries along, since no field shows it.</summary>
    public static IEnumerable<(string Name, string Value)> Kept(ListAsk ask, IReadOnlyList<FilterHead> filters) => filters
        .Where(f => f.Type == FilterType.Link).Select(f => f.Key).Concat([ListAsk.SortWord, ListAsk.ColumnsWord])
        .Select(name => (name, ask.Word(name))).Where(w => w.Item2.Length > 0);
}
