using System.Collections;

namespace Furrow.Core.Keeping;

/// <summary>A list kept in pages whose entries may be replaced. The next version shares every page it did not write, so a commit of a few entries
/// costs a few pages however long the list is, and a reader's view never changes under it. Pages hang in chunks, so that not even the list of pages
/// is copied.</summary>
public sealed class PagedTable<T> : IReadOnlyList<T>
{
    private const int PageBits = 6;
    private const int PageMask = (1 << PageBits) - 1;
    private const int ChunkBits = 8;
    private const int ChunkMask = (1 << ChunkBits) - 1;
    private const int ChunkShift = PageBits + ChunkBits;

    public static readonly PagedTable<T> Empty = new([], 0);

    private readonly T[][][] _chunks;

    private PagedTable(T[][][] chunks, int count) => (_chunks, Count) = (chunks, count);

    public int Count { get; }

    public T this[int index] => (uint)index < (uint)Count
        ? _chunks[index >> ChunkShift][index >> PageBits & ChunkMask][index & PageMask]
        : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public Builder ToBuilder() => new(this);

    /// <summary>Places at which another version of the same list may hold something else, in order: those in pages the two do not share, and those only one
    /// of them has. Costs what was written between the two.</summary>
    public IEnumerable<int> MayDifferFrom(PagedTable<T> other)
    {
        var both = Math.Min(Count, other.Count);
        for (var at = 0; at < both;)
        {
            var (chunk, page) = (at >> ChunkShift, at >> PageBits & ChunkMask);
            if (page == 0 && ReferenceEquals(_chunks[chunk], other._chunks[chunk]))
            {
                at += 1 << ChunkShift;
                continue;
            }

            var end = Math.Min(both, at + (1 << PageBits));
            for (var i = at; i < end && !ReferenceEquals(_chunks[chunk][page], other._chunks[chunk][page]); i++)
            {
                yield return i;
            }

            at = end;
        }

        for (var i = both; i < Math.Max(Count, other.Count); i++)
        {
            yield return i;
        }
    }

    /// <summary>The next version while it is being made. It copies a page, and the chunk it hangs in, the first time it writes to it.</summary>
    public sealed class Builder
    {
        private readonly List<T[][]> _chunks;

        /// <summary>For each chunk this builder may write to, its pages of which the same holds, a bit each.</summary>
        private readonly List<ulong[]?> _owned;

        private PagedTable<T>? _unchanged;

        internal Builder(PagedTable<T> from)
        {
            _chunks = [.. from._chunks];
            _owned = [.. new ulong[]?[_chunks.Count]];
            _unchanged = from;
            Count = from.Count;
        }

        public int Count { get; private set; }

        public T this[int index]
        {
            get => (uint)index < (uint)Count
                ? _chunks[index >> ChunkShift][index >> PageBits & ChunkMask][index & PageMask]
                : throw new ArgumentOutOfRangeException(nameof(index));
            set
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
                Own(index)[index & PageMask] = value;
            }
        }

        public void Add(T item)
        {
            if (Count >> ChunkShift == _chunks.Count)
            {
                _chunks.Add(new T[1 << ChunkBits][]);
                _owned.Add(new ulong[(1 << ChunkBits) / 64]);
            }

            Own(Count)[Count & PageMask] = item;
            Count++;
        }

        /// <summary>The finished version. The builder may go on: it copies again what it writes to.</summary>
        public PagedTable<T> ToPagedTable()
        {
            if (_unchanged is null)
            {
                for (var i = 0; i < _owned.Count; i++)
                {
                    _owned[i] = null;
                }

                _unchanged = new PagedTable<T>([.. _chunks], Count);
            }

            return _unchanged;
        }

        private T[] Own(int index)
        {
            _unchanged = null;
            var (chunk, page) = (index >> ChunkShift, index >> PageBits & ChunkMask);
            if (_owned[chunk] is not { } owned)
            {
                _chunks[chunk] = (T[][])_chunks[chunk].Clone();
                _owned[chunk] = owned = new ulong[(1 << ChunkBits) / 64];
            }

            if ((owned[page >> 6] >> (page & 63) & 1) == 0)
            {
                owned[page >> 6] |= 1UL << (page & 63);
                var pages = _chunks[chunk];
                pages[page] = pages[page] is { } shared ? (T[])shared.Clone() : new T[1 << PageBits];
            }

            return _chunks[chunk][page];
        }
    }
}
