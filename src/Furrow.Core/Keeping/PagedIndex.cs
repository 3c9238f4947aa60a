using System.Buffers.Binary;
using System.Text;
using Furrow.Core.Log;

namespace Furrow.Core.Keeping;

/// <summary>A key of a <see cref="PagedIndex"/>: an identifier; a short text of capitals, digits and signs packed as it is, as most codes are; or half the
/// SHA-256 of any other text. No two texts share a key: the last byte is the length of a packed text, and above all lengths for another.</summary>
internal readonly record struct IndexKey(ulong High, ulong Low)
{
    private const int MostPacked = 20;
    private const int PackedBits = 6;
    private const int RoomyBytes = 256;
    private const ulong HashMark = 0x80;

    public static IndexKey Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new IndexKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    public static IndexKey Of(string text)
    {
        if (Packed(text) is { } packed)
        {
            return packed;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= RoomyBytes ? stackalloc byte[RoomyBytes] : new byte[most];
        var digest = Digest.Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        return new IndexKey(digest.A, digest.B | HashMark);
    }

    /// <summary>Characters from the blank to the underscore, capitals among them, six bits each.</summary>
    private static IndexKey? Packed(string text)
    {
        if (text.Length > MostPacked)
        {
            return null;
        }

        var packed = UInt128.Zero;
        foreach (var c in text)
        {
            if (c is < ' ' or > '_')
            {
                return null;
            }

            packed = packed << PackedBits | (uint)(c - ' ');
        }

        packed = packed << 8 | (uint)text.Length;
        return new IndexKey((ulong)(packed >> 64), unchecked((ulong)packed));
    }

    /// <summary>Spreads keys over a power of two of buckets.</summary>
    public int Bucket(int buckets) => (int)(unchecked((Low ^ High * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93) >> 33) & (buckets - 1);
}

/// <summary>Numbers by key: an immutable map in pages of plain numbers, which a collector need not walk through and a snapshot reads as they are. Keys
/// are never taken out. The order of keys is that in which they came, so equal folds give equal bytes.</summary>
internal sealed class PagedIndex
{
    private const int FewestBuckets = 64;

    public static readonly PagedIndex Empty = new(PagedTable<Line>.Empty, PagedTable<int>.Empty);

    private readonly PagedTable<Line> _lines;

    /// <summary>For each bucket the number of its newest line, from 1; 0 for none.</summary>
    private readonly PagedTable<int> _buckets;

    private PagedIndex(PagedTable<Line> lines, PagedTable<int> buckets) => (_lines, _buckets) = (lines, buckets);

    /// <summary>A key, its number, and the next line of the same bucket, from 1.</summary>
    private readonly record struct Line(IndexKey Key, int Value, int Next);

    public int Count => _lines.Count;

    /// <summary>Keys and numbers in the order the keys came.</summary>
    public IEnumerable<(IndexKey Key, int Value)> Pairs => _lines.Select(l => (l.Key, l.Value));

    public bool TryGetValue(IndexKey key, out int value)
    {
        for (var at = _buckets.Count == 0 ? 0 : _buckets[key.Bucket(_buckets.Count)]; at > 0; at = _lines[at - 1].Next)
        {
            if (_lines[at - 1].Key == key)
            {
                value = _lines[at - 1].Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    public Builder ToBuilder() => new(this);

    /// <summary>The next version while it is being made.</summary>
    public sealed class Builder(PagedIndex from)
    {
        private readonly PagedTable<Line>.Builder _lines = from._lines.ToBuilder();
        private PagedTable<int>.Builder _buckets = from._buckets.ToBuilder();
        private PagedIndex _last = from;

        public bool TryGetValue(IndexKey key, out int value)
        {
            var at = Find(key);
            value = at < 0 ? 0 : _lines[at].Value;
            return at >= 0;
        }

        /// <summary>Gives a key its number, whether it is known or new.</summary>
        public void Set(IndexKey key, int value)
        {
            var at = Find(key);
            if (at >= 0)
            {
                _lines[at] = _lines[at] with { Value = value };
                return;
            }

            if (_lines.Count >= _buckets.Count)
            {
                Grow(Math.Max(FewestBuckets, _buckets.Count * 2));
            }

            var bucket = key.Bucket(_buckets.Count);
            _lines.Add(new Line(key, value, _buckets[bucket]));
            _buckets[bucket] = _lines.Count;
        }

        public PagedIndex ToIndex()
        {
            var (lines, buckets) = (_lines.ToPagedTable(), _buckets.ToPagedTable());
            return _last = lines == _last._lines && buckets == _last._buckets ? _last : new PagedIndex(lines, buckets);
        }

        /// <summary>Makes room beforehand for so many keys.</summary>
        public void Reserve(int keys)
        {
            var buckets = Math.Max(FewestBuckets, _buckets.Count);
            while (buckets < keys)
            {
                buckets *= 2;
            }

            if (buckets > _buckets.Count)
            {
                Grow(buckets);
            }
        }

        private int Find(IndexKey key)
        {
            for (var at = _buckets.Count == 0 ? 0 : _buckets[key.Bucket(_buckets.Count)]; at > 0; at = _lines[at - 1].Next)
            {
                if (_lines[at - 1].Key == key)
                {
                    return at - 1;
                }
            }

            return -1;
        }

        private void Grow(int buckets)
        {
            var heads = new int[buckets];
            for (var i = 0; i < _lines.Count; i++)
            {
                var line = _lines[i];
                var bucket = line.Key.Bucket(buckets);
                if (line.Next != heads[bucket])
                {
                    _lines[i] = line with { Next = heads[bucket] };
                }

                heads[bucket] = i + 1;
            }

            _buckets = PagedTable<int>.Empty.ToBuilder();
            foreach (var head in heads)
            {
                _buckets.Add(head);
            }
        }
    }
}
