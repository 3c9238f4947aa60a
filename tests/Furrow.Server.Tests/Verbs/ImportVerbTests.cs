using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>What the verb prints of a file with many rows.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private int Import(string file, params string[] more) =>
        _shell.Run(["import", file, "--as", "suspected", "--on", "2015-12-31", "--organisation", "Mine action centre", .. more]);

    [Fact]
    public void A_dry_run_prints_first_what_concerns_the_file_then_some_rows_a_person_should_look_at()
    {
        _shell.Write("a.geojson", Collection([.. Enumerable.Range(0, 15).Select(i => Bowtie(100 * i, 0)), Square(0, 500), Nowhere()]));
        Assert.Equal(0, Import("a.geojson"));
        var lines = _shell.Out.Split('\n', StringSplitOptions.TrimEntries);
        int First(string start) => Array.FindIndex(lines, l => l.StartsWith(start, StringComparison.Ordinal));
        Assert.InRange(First("17 rows read = 1 accepted + 15 repaired"), 0, First("row 1: repaired"));
        Assert.Equal(10, lines.Count(l => l.Contains(": repaired", StringComparison.Ordinal)));
        Assert.True(First("… 5 more repaired; --rows all prints every row, --verdicts FILE") > 0);
        Assert.True(First("row 17: accepted without polygon") > 0);
        Assert.Equal(-1, First("row 16: accepted"));

        Assert.Equal(0, Import("a.geojson", "--rows", "all"));
        lines = _shell.Out.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(17, lines.Count(l => l.StartsWith("row ", StringComparison.Ordinal)));
        Assert.Equal(0, Import("a.geojson", "--rows", "none"));
        Assert.DoesNotContain("row 1", _shell.Out, StringComparison.Ordinal);
        Assert.NotEqual(0, Import("a.geojson", "--rows", "some"));
    }

    [Fact]
    public void The_verdict_of_every_row_can_be_written_to_a_table()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0), Bowtie(100, 0), Nowhere(),
            Feature("""{"type":"Polygon","coordinates":[[[10,95],[11,95],[11,96]]]}""", "{}")));
        Assert.Equal(1, Import("a.geojson", "--verdicts", "verdicts.csv"));
        var lines = File.ReadAllLines(Path.Combine(_shell.Folder, "verdicts.csv"));
        Assert.Equal("row,rows,verdict,code,problem,field,why,repairs,notes,area_change_square_metres,area_square_metres", lines[0]);
        Assert.Equal(["1,1,accepted", "2,1,repaired", "3,1,accepted without polygon", "4,1,refused"], lines.Skip(1).Select(l => string.Join(',', l.Split(',')[..3])));
        Assert.Contains(",coordinate-off-earth,", lines[4], StringComparison.Ordinal);
    }
}
