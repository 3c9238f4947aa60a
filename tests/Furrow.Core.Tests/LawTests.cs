using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Furrow.Core.Keeping;
using Furrow.Core.Tests.Land;

namespace Furrow.Core.Tests;

/// <summary>Laws are tried on the same samples on every run, and say by which seed they are broken.</summary>
public sealed class LawTests
{
    private const string Seed = "0000KoOw1fm1";

    private static readonly Gen<string> AnyText = Gen.Select(Gen.Frequency((3, Gen.Int), (1, Gen.Int[0, 9])), Gen.Double[-1, 1],
        Gen.Char["abc"].Array[0, 5].Where(c => c.Length != 1), Gen.OneOfConst(true, false), (n, d, letters, yes) => $"{n} {d:R} {new string(letters)} {yes}");

    /// <summary>Frozen: the same digest in every process, on every machine, is what "the same samples on every run" means.</summary>
    [Fact]
    public void The_samples_of_a_seed_are_the_same_in_every_run() =>
        Assert.Equal("48C874DB49B0944526DF526364B9410A", Digest(Drawn(AnyText, s => s, 500)));

    [Fact]
    public void Random_programmes_are_drawn_the_same_twice() =>
        Assert.Equal(Drawn(RandomLand.Programme, Said, 200), Drawn(RandomLand.Programme, Said, 200));

    [Fact]
    public void Another_seed_draws_other_samples_and_no_sample_comes_twice()
    {
        string[] seeds = [.. Enumerable.Range(0, 10_000).Select(i => Seeds.Of(Seed, i)), .. Enumerable.Range(0, 10_000).Select(i => Seeds.Of("0000KoOw1fm2", i))];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.Equal(Seed, seeds[0]);
    }

    [Fact]
    public void Of_several_samples_that_break_a_law_the_first_is_named_on_every_run()
    {
        var first = Enumerable.Range(0, 1_000).First(i => Seeds.Sample(Gen.Int[0, 99], Seeds.Of(Seed, i)) > 90);
        var broken = Assert.Throws<LawBrokenException>(() => AtMost90().Run(Seed, 1_000));
        Assert.StartsWith($"Broken by seed {Seeds.Of(Seed, first)} (sample {first}, of 1000 derived from {Seed}): ", broken.Message);
        Assert.Contains("\nSmaller: seed ", broken.Message);
        Assert.True(Seeds.Sample(Gen.Int[0, 99], Seeds.Of(Seed, first)) > 90);
    }

    [Fact]
    public void A_seed_that_broke_a_law_once_is_tried_first()
    {
        var culprit = Enumerable.Range(0, 1_000).Select(i => Seeds.Of(Seed, i)).First(s => Seeds.Sample(Gen.Int[0, 99], s) == 95);
        AtMost90().Run(Seed, 0, []);
        var broken = Assert.Throws<LawBrokenException>(() => AtMost90().Run(Seed, 0, ["0000KoOw1fm3", culprit]));
        Assert.StartsWith($"Broken by seed {culprit} (sample 1, once broken and mended): ", broken.Message);
    }

    [Fact]
    public void A_long_run_draws_until_its_time_is_over_and_names_the_seed_that_breaks_a_law()
    {
        var (drawn, next) = (new ConcurrentBag<int>(), 0);
        var tried = new Trial<int>(Gen.Int[0, 99], drawn.Add).RunAtRandom(TimeSpan.FromMilliseconds(20), () => Seeds.Of(Seed, next++));
        Assert.Equal(tried, drawn.Count);
        Assert.Equal(0, new Trial<int>(Gen.Int[0, 99], drawn.Add).RunAtRandom(TimeSpan.Zero, () => Seed));
        Assert.Equal(2_345, new Trial<int>(Gen.Int[0, 99], drawn.Add).RunAtRandom(2_345, () => Seeds.Of(Seed, next++)));
        Assert.Equal(tried + 2_345, drawn.Count);
        var broken = Assert.Throws<LawBrokenException>(() => AtMost90().RunAtRandom(TimeSpan.FromMinutes(1), () => Seeds.Of(Seed, next++)));
        Assert.StartsWith("Broken by seed ", broken.Message);
        Assert.True(Seeds.Sample(Gen.Int[0, 99], broken.Message.Split(' ')[3]) > 90);
    }

    [Fact]
    public void A_law_that_holds_at_the_second_try_is_called_unsteady()
    {
        var tries = 0;
        var law = new Trial<int>(Gen.Const(1), _ => Assert.NotEqual(1, Interlocked.Increment(ref tries))) { SecondsToShrink = 0 };
        Assert.Contains("is not the same on every run", Assert.Throws<LawBrokenException>(() => law.Run(Seed, 1)).Message);
    }

    private static Trial<int> AtMost90() => new(Gen.Int[0, 99], n => Assert.True(n <= 90)) { SecondsToShrink = 0 };

    private static string Said(RandomLand.Step[] steps) => string.Join('\n', steps.Select(s => s.ToString()));

    private static List<string> Drawn<T>(Gen<T> gen, Func<T, string> said, int samples)
    {
        var drawn = new ConcurrentBag<string>();
        new Trial<T>(gen, sample => drawn.Add(said(sample))).Run(Seed, samples);
        Assert.Equal(samples, drawn.Count);
        return [.. drawn.Order(StringComparer.Ordinal)];
    }

    private static string Digest(List<string> texts) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..32];
}
