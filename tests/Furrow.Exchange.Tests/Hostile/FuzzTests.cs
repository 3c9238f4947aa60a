using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Hostile;

/// <summary>Sound files with bytes changed, cut, doubled or put elsewhere: never an exception, never a long wait. Seeds are fixed.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 400;

    public static TheoryData<string> Names => [.. Samples.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_gives_rows_and_complaints_but_never_an_exception(string name)
    {
        var sound = Samples.All.First(s => s.Name == name).Bytes;
        Assert.Empty(Read(name, sound).Problems);
        if (name.Contains(Environment.GetEnvironmentVariable("FURROW_FUZZ_NAME") ?? "", StringComparison.Ordinal))
        {
            new FuzzRun(name, sound, bytes => Read(name, bytes)).Go(Rounds);
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
}
