using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Furrow.Exchange.Tests.Hostile;

/// <summary>A sound file of one reader, damaged again and again. A run of the tests tries the same seeds each time; where FURROW_FUZZ_SECONDS says how long,
/// new ones are drawn until that time is over, and what was seen is told (scripts/fuzz.sh); FURROW_FUZZ_SEED reads the file of one seed again.</summary>
internal sealed class FuzzRun(string name, byte[] sound, Action<byte[]> read)
{
    private const int SlowestMilliseconds = 2_000;

    /// <summary>While other work fills the machine, one file may take longer without being at fault.</summary>
    private const int HangingSeconds = 60;
    private const long MostGrowth = 64L << 20;

    private readonly Stopwatch _whole = Stopwatch.StartNew();
    private int _tried;
    private long _slowest;
    private int _slowestSeed;

    public void Go(int rounds)
    {
        if (Number("FURROW_FUZZ_SEED") is { } one)
        {
            Try(one, isLong: true);
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{name}: 1 damaged files in {_whole.Elapsed.TotalSeconds:0.000} s, none crashed."));
            return;
        }

        var seconds = Number("FURROW_FUZZ_SECONDS") ?? 0;
        read(sound);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var random = new Random();
        for (var i = 0; seconds > 0 ? _whole.Elapsed.TotalSeconds < seconds : i < rounds; i++)
        {
            Try(seconds > 0 ? random.Next() : i, seconds > 0);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        // Other tests of the same program fill memory meanwhile, unless it runs alone.
        Assert.True(seconds == 0 || growth < MostGrowth, $"{name}: {growth >> 20} MiB more are held after {_tried} files");
        if (seconds > 0)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
                $"{name}: {_tried} damaged files in {_whole.Elapsed.TotalSeconds:0} s, slowest {_slowest} ms (seed {_slowestSeed}), held after it {growth / 1024} KiB more, none crashed."));
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Try(int seed, bool isLong)
    {
        var random = new Random(seed);
        var damaged = seed % 2 == 1 && sound.AsSpan().StartsWith("PK\u0003\u0004"u8) ? InMember(random) : Damage(sound, random);
        var watch = Stopwatch.StartNew();
        using var hangs = isLong ? new Timer(_ => Environment.FailFast($"{name}, seed {seed}: not read after {HangingSeconds} s"), null,
            TimeSpan.FromSeconds(HangingSeconds), Timeout.InfiniteTimeSpan) : null;
        try
        {
            read(damaged);
        }
        catch (Exception e)
        {
            Assert.Fail($"{name}, seed {seed}: {e}");
        }

        _tried++;
        (_slowest, _slowestSeed) = watch.ElapsedMilliseconds > _slowest ? (watch.ElapsedMilliseconds, seed) : (_slowest, _slowestSeed);
        Assert.True(isLong || watch.ElapsedMilliseconds < SlowestMilliseconds, $"{name}, seed {seed}: {watch.ElapsedMilliseconds} ms");
    }

    /// <summary>One member of the archive is damaged before it is packed, so that the damage is not found by its checksum.</summary>
    private byte[] InMember(Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(sound));
        var chosen = random.Next(zip.Entries.Count);
        return Samples.Zip([.. zip.Entries.Select((e, i) =>
        {
            using var stream = e.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (e.FullName, i == chosen ? Damage(copy.ToArray(), random) : copy.ToArray());
        })]);
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, random.Next(1, 1 << random.Next(1, 9)));
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.InsertRange(random.Next(bytes.Count), [.. "{}[]\"<>,;0-1e9NaN"u8.ToArray().OrderBy(_ => random.Next()).Take(length)]);
                    break;
                default:
                    for (var j = 0; j < Math.Min(4, length); j++)
                    {
                        bytes[at + j] = 0xFF;
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
