using CsCheck;

namespace Furrow.Laws;

/// <summary>The seed of every sample of a law, derived from the one seed that is written at it. CsCheck itself would take that seed for its first sample
/// alone and draw all others from the clock, so that the same code is green on one day and red on the next.</summary>
internal static class Seeds
{
    /// <summary>An odd number near 2^64 divided by the golden ratio: its multiples are spread evenly.</summary>
    private const ulong Stride = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Sample 0 has the seed as it is written, every other one a seed of its own; any of them can be handed to CsCheck.</summary>
    public static string Of(string seed, int sample)
    {
        var first = PCG.Parse(seed);
        return sample == 0 ? seed : new PCG(first.Stream, Mixed(unchecked(first.State + (ulong)sample * Stride))).ToString();
    }

    /// <summary>The sample a seed stands for.</summary>
    public static T Sample<T>(Gen<T> gen, string seed) => gen.Generate(PCG.Parse(seed), null, out _);

    /// <summary>Every bit of the answer depends on every bit of the number: neighbours have nothing in common.</summary>
    private static ulong Mixed(ulong number)
    {
        unchecked
        {
            number = (number ^ (number >> 30)) * 0xBF58_476D_1CE4_E5B9;
            number = (number ^ (number >> 27)) * 0x94D0_49BB_1331_11EB;
            return number ^ (number >> 31);
        }
    }
}
