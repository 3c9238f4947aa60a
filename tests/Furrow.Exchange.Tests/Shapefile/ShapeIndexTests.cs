using System.Buffers.Binary;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Shapefile;

/// <summary>The .shx says which records of a .shp count; without it, or where it does not fit, they are read as they lie.</summary>
public sealed class ShapeIndexTests
{
    private const string Folder = "files/";
    private const double Cell = 1e-6;

    /// <summary>Area in cells of each row, as its outline has it.</summary>
    [Theory]
    [InlineData("04-dbf-stars", "1 1 1 1")]
    [InlineData("05-shp-trailing-bytes", "1 1")]
    [InlineData("06-shp-z-m-null", "1 1 0")]
    [InlineData("08-shp-edited-longer", "4 1 1")]
    [InlineData("09-shp-edited-shorter", "1 0.5 1")]
    [InlineData("11-shp-stale-record", "4 1 1")]
    [InlineData("12-shp-gap", "1 0.5 1")]
    [InlineData("13-shp-lazy-delete", "1 1")]
    public void Records_are_those_the_index_names(string folder, string cells)
    {
        var plain = CaseFile.Read($"{Folder}{folder}/a.shp");
        Assert.Empty(plain.Problems);
        Assert.Equal(cells, Cells(plain));
        Assert.Equal(plain.Rows.Select(Reading.Line), Reading.Of("a.zip", Zipped(folder)).Rows.Select(r => Reading.Line(r)));
    }

    [Fact]
    public void Stars_zeros_and_blanks_are_no_value() => Assert.Equal(
        ["S1 ∅ ∅", "S2 ∅ ∅", "S3 8897.0 2014-12-31", "S4 ∅ ∅"],
        CaseFile.Read("files/04-dbf-stars/a.shp").Rows.Select(r => string.Join(' ', r.Fields.Select(f => f.Value ?? "∅"))));

    [Fact]
    public void Rows_marked_as_deleted_do_not_count_and_are_told()
    {
        var read = CaseFile.Read("files/06-shp-z-m-null/a.shp");
        Assert.Equal(["Z1", "Z2", "Z3"], read.Rows.Select(r => r["code"]));
        Assert.Equal(["rows-deleted"], read.Warnings.Select(w => w.Code));
    }

    /// <summary>What is done to the .shx, and what then holds.</summary>
    [Theory]
    [InlineData("cut", "4 1 1", "index-unsound file-broken")]
    [InlineData("away", "1 1 1 4", "file-broken")]
    [InlineData("length", "1 1 1 4", "index-unsound file-broken")]
    [InlineData("beyond", "1 1 1 4", "index-unsound file-broken")]
    [InlineData("beyond later", "1 1 1 4", "index-unsound file-broken")]
    public void An_index_that_is_not_sound_is_not_believed(string damage, string cells, string said)
    {
        var read = Reading.Of("a.zip", Zipped("11-shp-stale-record", damage));
        Assert.Equal(said, string.Join(' ', read.Warnings.Concat(read.Problems).Select(p => p.Code)));
        Assert.Equal(damage == "cut" ? "1 1 1 4" : cells, Cells(read));
    }

    [Fact]
    public void A_sound_file_with_a_broken_index_is_read_in_its_order_and_says_so()
    {
        var read = Reading.Of("a.zip", Zipped("08-shp-edited-longer", "length"));
        Assert.Empty(read.Problems);
        Assert.Equal("4 1 1", Cells(read));
        Assert.Equal(["index-unsound"], read.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void An_index_that_names_one_record_again_and_again_is_not_believed()
    {
        var shx = CaseFile.Bytes("files/08-shp-edited-longer/a.shx")[..108];
        byte[] many = [.. shx[..100], .. Enumerable.Repeat(shx[100..], 100_000).SelectMany(e => e)];
        BinaryPrimitives.WriteInt32BigEndian(many.AsSpan(24), many.Length / 2);
        var read = Reading.Of("a.zip", Samples.Zip(("a.shp", CaseFile.Bytes("files/08-shp-edited-longer/a.shp")), ("a.shx", many)), new() { Crs = "EPSG:4326" });
        Assert.Contains(read.Warnings, w => w.Code == "index-unsound");
        Assert.Equal(3, read.Rows.Count);
    }

    private static byte[] Zipped(string folder, string damage = "")
    {
        var shx = CaseFile.Bytes($"{Folder}{folder}/a.shx");
        switch (damage)
        {
            case "cut":
                shx = shx[..^8];
                break;
            case "length":
                shx[107] ^= 4;
                break;
            case "beyond":
                shx[100] = 0x7F;
                break;
            case "beyond later":
                // Behind a record that lies before another: by then the shapes are in memory.
                shx[116] = 0x7F;
                break;
        }

        return Samples.Zip([.. new[] { ".shp", ".dbf", ".prj", ".cpg" }.Select(e => ("a" + e, CaseFile.Bytes($"{Folder}{folder}/a{e}"))),
            .. damage == "away" ? [] : new[] { ("a.shx", shx) }]);
    }

    private static string Cells(Reading read) => string.Join(' ', read.Rows.Select(r =>
        Math.Round(r.Geometry.Polygons.Sum(p => p.Sum(Area)) / Cell, 3).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static double Area(double[] ring)
    {
        double sum = 0;
        for (var i = 0; i + 3 < ring.Length; i += 2)
        {
            sum += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
        }

        return -sum / 2;
    }
}
