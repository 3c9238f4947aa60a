using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;

namespace Furrow.Laws;

/// <summary>A law was broken: by which seed, and what a search for a smaller sample found.</summary>
internal sealed class LawBrokenException(string message, Exception cause) : Exception(message, cause);

/// <summary>One law tried on samples, on all processors; what it answers does not depend on how many there are.</summary>
internal sealed partial class Trial<T>(Gen<T> gen, Action<T> law)
{
    /// <summary>How long CsCheck may look for a smaller sample that breaks the law too.</summary>
    public int SecondsToShrink { get; init; } = 10;

    /// <summary>The seeds that broke it once, then the samples derived from its seed. Of several that break it, the first is named, on every run.</summary>
    public void Run(string seed, int samples, IReadOnlyList<string>? brokeOnce = null)
    {
        brokeOnce ??= [];
        Try(brokeOnce.Count, i => brokeOnce[i], "once broken and mended");
        Try(samples, i => Seeds.Of(seed, i), $"of {samples} derived from {seed}");
    }

    /// <summary>New samples until the time is over; answers how many.</summary>
    public int RunAtRandom(TimeSpan time, Func<string> newSeed)
    {
        const int batch = 32;
        var (watch, tried) = (Stopwatch.StartNew(), 0);
        while (watch.Elapsed < time)
        {
            var seed = newSeed();
            Try(batch, i => Seeds.Of(seed, i), "drawn at random");
            tried += batch;
        }

        return tried;
    }

    /// <summary>Just so many new samples; answers how many.</summary>
    public int RunAtRandom(int samples, Func<string> newSeed)
    {
        const int batch = 1_000;
        for (var tried = 0; tried < samples; tried += batch)
        {
            var seed = newSeed();
            Try(Math.Min(batch, samples - tried), i => Seeds.Of(seed, i), "drawn at random");
        }

        return samples;
    }

    private void Try(int count, Func<int, string> seedOf, string origin)
    {
        var broken = new ConcurrentDictionary<long, Exception>();
        // Break lets every sample before the broken one be tried still: the lowest is the same whoever was faster.
        var loop = Parallel.For(0, count, (i, state) =>
        {
            try
            {
                law(Seeds.Sample(gen, seedOf(i)));
            }
#pragma warning disable CA1031 // Whatever it threw, it broke the law.
            catch (Exception e)
#pragma warning restore CA1031
            {
                broken[i] = e;
                state.Break();
            }
        });
        if (loop.LowestBreakIteration is { } first)
        {
            var (smaller, cause) = Smaller(seedOf((int)first), broken[first]);
            throw new LawBrokenException($"Broken by seed {seedOf((int)first)} (sample {first}, {origin}): {broken[first].Message}\n{smaller}", cause);
        }
    }

    /// <summary>CsCheck starts at the seed and draws smaller samples by chance.</summary>
    private (string Found, Exception Cause) Smaller(string seed, Exception cause)
    {
        try
        {
            gen.Sample(law, seed: seed, time: SecondsToShrink);
        }
        catch (CsCheckException e)
        {
            // Its first words name a variable of CsCheck's own, which means nothing here.
            return (ItsAdvice().Replace(e.Message, "Smaller: seed $1"), e.InnerException ?? e);
        }

        return ("It held when the same seed was tried again: the law, or what it tries, is not the same on every run.", cause);
    }

    [GeneratedRegex("Set seed: \"([^\"]+)\" or .* to reproduce")]
    private static partial Regex ItsAdvice();
}
