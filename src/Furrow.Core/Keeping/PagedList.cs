namespace Furrow.Core.Keeping;

/// <summary>An append-only list of pages. Longer lists share the pages of shorter ones, so a view keeps what it saw while the next one grows;
/// two lists grown from the same one do not disturb each other.</summary>
public sealed class PagedList<T>
{
    private const int Bits = 10;
    private const int PageSize = 1 << Bits;

    public static readonly PagedList<T> Empty = new([], 0);

    private readonly Page[] _pages;

    private sealed class Page
    {
        public readonly T[] Items = new T[PageSize];
        public int Used;
    }

    private PagedList(Page[] pages, int count) => (_pages, Count) = (pages, count);

    public int Count { get; }

    public ref readonly T this[int index] => ref _pages[index >> Bits].Items[index & (PageSize - 1)];

    public PagedList<T> With(IReadOnlyList<T> items) => With([items]);

    /// <summary>With the items of all parts, one part after another.</summary>
    public PagedList<T> With(IReadOnlyList<IReadOnlyList<T>> parts)
    {
        var more = 0;
        foreach (var part in parts)
        {
            more += part.Count;
        }

        if (more == 0)
        {
            return this;
        }

        var total = Count + more;
        var pages = new Page[(total + PageSize - 1) >> Bits];
        Array.Copy(_pages, pages, _pages.Length);
        var at = Count;
        foreach (var part in parts)
        {
            Append(pages, part, ref at);
        }

        return new PagedList<T>(pages, total);
    }

    private static void Append(Page[] pages, IReadOnlyList<T> items, ref int at)
    {
        var source = 0;
        while (source < items.Count)
        {
            var number = at >> Bits;
            var offset = at & (PageSize - 1);
            var page = pages[number] ?? new Page();
            if (page.Used != offset)
            {
                // Another list has grown over this page: leave its part to it.
                var copy = new Page { Used = offset };
                Array.Copy(page.Items, copy.Items, offset);
                page = copy;
            }

            pages[number] = page;
            var room = Math.Min(PageSize - offset, items.Count - source);
            for (var i = 0; i < room; i++)
            {
                page.Items[offset + i] = items[source++];
            }

            page.Used = offset + room;
            at += room;
        }
    }

    public IEnumerable<T> Range(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            yield return this[i];
        }
    }
}
