using System.Collections;

namespace Furrow.Core.Programmes;

/// <summary>A list kept in pages whose entries may be replaced. The next version shares every page it did not write, so a commit of a few entries
/// costs a few pages however
/// long the list is, and a reader's view never changes under it.</summary>
public sealed class PagedTable<T> : IReadOnlyList<T>
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;
    private const int Mask = PageSize - 1;

    public static readonly PagedTable<T> Empty = new([], 0);

    private readonly T[][] _pages;

    private PagedTable(T[][] pages, int count) => (_pages, Count) = (pages, count);

    public int Count { get; }

    public T this[int index] => (uint)index < (uint)Count ? _pages[index >> PageBits][index & Mask] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _pages[i >> PageBits][i & Mask];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public Builder ToBuilder() => new(this);

    /// <summary>The next version while it is being made. It copies a page the first time it writes to it.</summary>
    public sealed class Builder
    {
        private readonly List<T[]> _pages;
        private readonly List<bool> _owned;

        internal Builder(PagedTable<T> from)
        {
            _pages = [.. from._pages];
            _owned = [.. Enumerable.Repeat(false, _pages.Count)];
            Count = from.Count;
        }

        public int Count { get; private set; }

        public T this[int index]
        {
            get => (uint)index < (uint)Count ? _pages[index >> PageBits][index & Mask] : throw new ArgumentOutOfRangeException(nameof(index));
            set
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
                Own(index >> PageBits)[index & Mask] = value;
            }
        }

        public void Add(T item)
        {
            if (Count >> PageBits == _pages.Count)
            {
                _pages.Add(new T[PageSize]);
                _owned.Add(true);
            }

            Own(Count >> PageBits)[Count & Mask] = item;
            Count++;
        }

        /// <summary>The finished version. The builder may go on: it copies again what it writes to.</summary>
        public PagedTable<T> ToPagedTable()
        {
            for (var i = 0; i < _owned.Count; i++)
            {
                _owned[i] = false;
            }

            return new PagedTable<T>([.. _pages], Count);
        }

        private T[] Own(int page)
        {
            if (!_owned[page])
            {
                _pages[page] = (T[])_pages[page].Clone();
                _owned[page] = true;
            }

            return _pages[page];
        }
    }
}
