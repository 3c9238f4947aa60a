using System.Runtime.InteropServices;

namespace Furrow.Core.Land;

/// <summary>What covers a face, as a number; 0 is nothing. Crossing an edge from right to left changes it by the edge's label.</summary>
internal interface ICover
{
    int Cross(int cover, ReadOnlySpan<(int Claim, int Change)> label, int labelNumber);
}

/// <summary>Covers as sets of claims. A claim's rings enclose a face once or not at all, so its winding is a bit.</summary>
internal sealed class SetCover : ICover
{
    private const int Roomy = 1024;

    private Dictionary<long, int> _crossed = [];

    /// <summary>The newest cover of a hash; <see cref="_older"/> chains those that share it.</summary>
    private Dictionary<ulong, int> _byHash = [];
    private readonly List<int> _older = [];
    private readonly List<ulong> _bits = [];
    private ulong[] _scratch = [];
    private int _words;

    public int Count { get; private set; }

    public void Reset(int claims)
    {
        if (_crossed.Count > Roomy)
        {
            // To clear a table costs its size: after a crowded cell start with small ones again.
            (_crossed, _byHash) = ([], []);
        }

        _words = Math.Max(1, (claims + 63) / 64);
        if (_scratch.Length < _words)
        {
            _scratch = new ulong[_words];
        }

        _crossed.Clear();
        _byHash.Clear();
        _older.Clear();
        _bits.Clear();
        Count = 0;
        Array.Clear(_scratch, 0, _words);
        Intern();
    }

    public int Cross(int cover, ReadOnlySpan<(int Claim, int Change)> label, int labelNumber)
    {
        var key = ((long)cover << 32) | unchecked((uint)labelNumber);
        if (_crossed.TryGetValue(key, out var next))
        {
            return next;
        }

        _bits.CopyTo(cover * _words, _scratch, 0, _words);
        foreach (var (claim, change) in label)
        {
            var bit = 1UL << (claim & 63);
            _scratch[claim >> 6] = change > 0 ? _scratch[claim >> 6] | bit : _scratch[claim >> 6] & ~bit;
        }

        next = Intern();
        _crossed.Add(key, next);
        return next;
    }

    /// <summary>The claims of a cover, ascending. The list is added to.</summary>
    public void Members(int cover, List<int> members)
    {
        for (var w = 0; w < _words; w++)
        {
            for (var bits = _bits[cover * _words + w]; bits != 0; bits &= bits - 1)
            {
                members.Add((w << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits));
            }
        }
    }

    private int Intern()
    {
        var hash = 14695981039346656037UL;
        for (var w = 0; w < _words; w++)
        {
            hash = unchecked((hash ^ _scratch[w]) * 0x9E3779B97F4A7C15UL);
            hash ^= hash >> 29;
        }

        ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_byHash, hash, out var known);
        for (var candidate = known ? newest : -1; candidate >= 0; candidate = _older[candidate])
        {
            if (Same(candidate))
            {
                return candidate;
            }
        }

        for (var w = 0; w < _words; w++)
        {
            _bits.Add(_scratch[w]);
        }

        _older.Add(known ? newest : -1);
        newest = Count;
        return Count++;
    }

    private bool Same(int cover)
    {
        for (var w = 0; w < _words; w++)
        {
            if (_bits[cover * _words + w] != _scratch[w])
            {
                return false;
            }
        }

        return true;
    }
}
