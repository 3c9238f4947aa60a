using System.Numerics;
using System.Runtime.CompilerServices;

namespace Furrow.Core.Land;

/// <summary>A set of rings by their numbers, 64 to a word: rings lie around each other by the thousand in some drawings, and one by one they would take
/// their number squared.</summary>
internal sealed class RingSet : IEquatable<RingSet>
{
    public static readonly RingSet Empty = new([], []);

    /// <summary>Which words are not 0, ascending.</summary>
    private readonly int[] _at;
    private readonly ulong[] _bits;
    private readonly int _hash;

    private RingSet(int[] at, ulong[] bits)
    {
        (_at, _bits) = (at, bits);
        var hash = new HashCode();
        for (var i = 0; i < at.Length; i++)
        {
            hash.Add(at[i]);
            hash.Add(bits[i]);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>How many words it takes: what an operation on it costs.</summary>
    public int Words => _at.Length;

    public bool IsEmpty => _at.Length == 0;

    /// <summary>The members, ascending.</summary>
    public IEnumerable<int> Members
    {
        get
        {
            for (var i = 0; i < _at.Length; i++)
            {
                for (var bits = _bits[i]; bits != 0; bits &= bits - 1)
                {
                    yield return (_at[i] << 6) + BitOperations.TrailingZeroCount(bits);
                }
            }
        }
    }

    /// <param name="rings">Ascending.</param>
    public static RingSet Of(List<int> rings)
    {
        var (at, bits) = (new List<int>(), new List<ulong>());
        foreach (var ring in rings)
        {
            if (at.Count == 0 || at[^1] != ring >> 6)
            {
                at.Add(ring >> 6);
                bits.Add(0);
            }

            bits[^1] |= 1UL << ring;
        }

        return at.Count == 0 ? Empty : new RingSet([.. at], [.. bits]);
    }

    public bool Holds(int ring)
    {
        var word = Array.BinarySearch(_at, ring >> 6);
        return word >= 0 && (_bits[word] & 1UL << ring) != 0;
    }

    /// <summary>What both hold: this very set where the other holds all of it.</summary>
    public RingSet And(RingSet other) => HasBeyond(other) ? Masked(other, false) : this;

    public RingSet Without(RingSet other) => Masked(other, true);

    /// <summary>Whether it holds a ring that the other does not.</summary>
    /// <param name="but">A ring that is not asked about.</param>
    /// <remarks>Asked for millions of times in one drawing, before the runtime would notice.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool HasBeyond(RingSet other, int but = -1)
    {
        if (ReferenceEquals(this, other))
        {
            return false;
        }

        for (int i = 0, j = 0; i < _at.Length; i++)
        {
            var left = _bits[i] & ~other.WordAt(_at[i], ref j);
            if (left != 0 && (but >> 6 != _at[i] || (left & ~(1UL << but)) != 0))
            {
                return true;
            }
        }

        return false;
    }

    public bool Meets(RingSet other)
    {
        for (int i = 0, j = 0; i < _at.Length; i++)
        {
            if ((_bits[i] & other.WordAt(_at[i], ref j)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(RingSet? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && _at.AsSpan().SequenceEqual(other._at) && _bits.AsSpan().SequenceEqual(other._bits));

    public override bool Equals(object? obj) => Equals(obj as RingSet);

    public override int GetHashCode() => _hash;

    private RingSet Masked(RingSet other, bool isTurned)
    {
        var (at, bits) = (new List<int>(_at.Length), new List<ulong>(_at.Length));
        for (int i = 0, j = 0; i < _at.Length; i++)
        {
            var mask = other.WordAt(_at[i], ref j);
            if ((_bits[i] & (isTurned ? ~mask : mask)) is var left and not 0)
            {
                at.Add(_at[i]);
                bits.Add(left);
            }
        }

        return at.Count == 0 ? Empty : new RingSet([.. at], [.. bits]);
    }

    /// <param name="from">Where to look on: words are asked for in order.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong WordAt(int at, ref int from)
    {
        while (from < _at.Length && _at[from] < at)
        {
            from++;
        }

        return from < _at.Length && _at[from] == at ? _bits[from] : 0;
    }
}
