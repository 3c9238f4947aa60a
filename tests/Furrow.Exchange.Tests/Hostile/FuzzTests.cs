using System.Diagnostics;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Hostile;

/// <summary>Sound files with bytes changed, cut, doubled or put elsewhere: never an exception, never a long wait. Seeds are fixed.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 600;

    public static TheoryData<string> Names => [.. Samples.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_gives_rows_and_complaints_but_never_an_exception(string name)
    {
        var sound = Samples.All.First(s => s.Name == name).Bytes;
        Assert.Empty(Read(name, sound).Problems);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var damaged = Damage(sound, new Random(seed));
            var watch = Stopwatch.StartNew();
            try
            {
                Read(name, damaged);
            }
            catch (Exception e)
            {
                Assert.Fail($"{name}, seed {seed}: {e}");
            }

            Assert.True(watch.ElapsedMilliseconds < 2_000, $"{name}, seed {seed}: {watch.ElapsedMilliseconds} ms");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_cut_anywhere_never_gives_more_than_the_whole(string name)
    {
        var sound = Samples.All.First(s => s.Name == name).Bytes;
        var rows = Read(name, sound).Rows.Count;
        for (var i = 0; i < 100; i++)
        {
            var read = Read(name, sound[..(int)((long)sound.Length * i / 100)]);
            Assert.True(read.Rows.Count <= rows);
            Assert.All(read.Rows, r => Assert.Equal(64, r.RowSha256.Length));
        }
    }

    private static Reading Read(string name, byte[] bytes)
    {
        var read = Reading.Of(name, bytes, name.EndsWith(".shp", StringComparison.Ordinal) ? new ReadOptions { Crs = "EPSG:4326" } : null);
        var mapping = MappingProposal.For(read.Rows).Mapping;
        foreach (var row in read.Rows)
        {
            GridConversion.ToGrid(row, cutAtAntimeridian: true);
            mapping.Apply(row);
        }

        return read;
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
