namespace Furrow.Core.Drills;

/// <summary>Numbers that look random and are wholly decided by a seed: xoshiro256** started by SplitMix64 (public domain algorithms by Blackman and Vigna).
/// The same seed gives the same numbers on every machine and release; exercises and benchmarks rest on it, so it never changes.</summary>
public sealed class SeededNumbers
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public SeededNumbers(ulong seed)
    {
        _a = Split(ref seed);
        _b = Split(ref seed);
        _c = Split(ref seed);
        _d = Split(ref seed);
    }

    /// <summary>A stream of its own for one subject: drawing more numbers for one subject leaves the others as they were.</summary>
    public static SeededNumbers For(ulong seed, string subject)
    {
        var hash = 14_695_981_039_346_656_037UL ^ seed;
        unchecked
        {
            foreach (var c in subject)
            {
                hash = (hash ^ c) * 1_099_511_628_211UL;
            }
        }

        return new SeededNumbers(hash);
    }

    public ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_b * 5, 7) * 9;
            var t = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= t;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>0 ≤ n &lt; limit.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (ulong)limit) >> 64);

    /// <summary>from ≤ n ≤ to.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>0 ≤ x &lt; 1, in steps of 2⁻⁵³.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double from, double to) => from + (to - from) * Unit();

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Puts items in a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>About normal, mean 0, deviation 1: the sum of twelve even numbers, which needs no platform functions.</summary>
    public double Gaussian()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum;
    }

    /// <summary>Log-normal with the given median; sigma is the deviation of the natural logarithm.</summary>
    public double LogNormal(double median, double sigma) => median * PlaneMath.Exponential(sigma * Gaussian());

    /// <summary>A UUID in the form of version 4.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }
}
