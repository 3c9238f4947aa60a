namespace Furrow.Core.Keeping;

/// <summary>An append-only list of pages. Longer lists share the pages of shorter ones, so a view keeps what it saw while the next one grows;
/// two lists grown from the same one do not disturb each other, nor while both grow: a trial of an import does while others commit.</summary>
public sealed class PagedList<T>
{
    private const int Bits = 10;
    private const int PageSize = 1 << Bits;

    public static readonly PagedList<T> Empty = new([], 0);

    private readonly Page[] _pages;

    private sealed class Page
    {
        public readonly T[] Items = new T[PageSize];
        private readonly Lock _gate = new();
        private int _used;

        /// <summary>Room for more, behind so many items: only the first who asks for it has it, before anything is written to it.</summary>
        public bool Takes(int room, int behind)
        {
            lock (_gate)
            {
                var isFree = _used == behind;
                _used = isFree ? behind + room : _used;
                return isFree;
            }
        }

        /// <summary>Its beginning, with room behind it that is taken.</summary>
        public Page Copied(int count, int room)
        {
            var copy = new Page { _used = count + room };
            Array.Copy(Items, copy.Items, count);
            return copy;
        }
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
            var room = Math.Min(PageSize - offset, items.Count - source);
            var page = pages[number] ?? new Page();
            // Another list has grown over this page, or does right now: leave its part to it.
            pages[number] = page = page.Takes(room, offset) ? page : page.Copied(offset, room);
            for (var i = 0; i < room; i++)
            {
                page.Items[offset + i] = items[source++];
            }

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
