using System.Globalization;
using System.Security.Cryptography;
using CsCheck;

namespace Furrow.Laws;

/// <summary>The one way a law is tried on random samples: <c>gen.Obeys(law, seed, samples)</c>. The samples are the same on every run and every machine.
/// Only <c>scripts/laws.sh</c> names a time or a number of samples in the environment: then they are new ones, until that time or just so many.</summary>
internal static class Law
{
    /// <summary>A law that throws where it is broken. <paramref name="brokeOnce"/> are seeds that broke it before something was mended: they are
    /// tried first. Answers how many samples held.</summary>
    public static int Obeys<T>(this Gen<T> gen, Action<T> law, string seed, int samples, IReadOnlyList<string>? brokeOnce = null)
    {
        var trial = new Trial<T>(gen, law);
        if (Number("FURROW_LAWS_SAMPLES") is { } asked)
        {
            return Told(trial.RunAtRandom((int)asked, NewSeed));
        }

        if (Number("FURROW_LAWS_UNTIL") is not { } until)
        {
            trial.Run(seed, samples, brokeOnce);
            return samples;
        }

        var left = DateTimeOffset.FromUnixTimeSeconds(until) - DateTimeOffset.UtcNow;
        var share = TimeSpan.FromSeconds(Number("FURROW_LAWS_SHARE") ?? 2);
        return Told(trial.RunAtRandom(left < share ? left : share, NewSeed));
    }

    /// <summary>A law that says whether it holds.</summary>
    public static int Obeys<T>(this Gen<T> gen, Func<T, bool> law, string seed, int samples, IReadOnlyList<string>? brokeOnce = null) =>
        gen.Obeys(sample => Assert.True(law(sample), "the law does not hold"), seed, samples, brokeOnce);

    public static void Obeys<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> law, string seed, int samples, IReadOnlyList<string>? brokeOnce = null) =>
        gen.Obeys(s => law(s.Item1, s.Item2), seed, samples, brokeOnce);

    public static void Obeys<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> law, string seed, int samples, IReadOnlyList<string>? brokeOnce = null) =>
        gen.Obeys(s => law(s.Item1, s.Item2), seed, samples, brokeOnce);

    public static void Obeys<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> law, string seed, int samples,
        IReadOnlyList<string>? brokeOnce = null) => gen.Obeys(s => law(s.Item1, s.Item2, s.Item3), seed, samples, brokeOnce);

    public static void Obeys<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> law, string seed, int samples,
        IReadOnlyList<string>? brokeOnce = null) => gen.Obeys(s => law(s.Item1, s.Item2, s.Item3, s.Item4), seed, samples, brokeOnce);

    private static string NewSeed() =>
        new PCG(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8))).ToString();

    private static int Told(int tried)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{TestContext.Current.TestMethod?.MethodName}: {tried} samples held.");
        return tried;
    }

    private static long? Number(string variable) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
