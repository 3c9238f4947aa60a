using System.Buffers.Binary;
using System.Text;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Shapefile;

/// <summary>Long texts of a table lie in a file of their own beside it: they are read from there, or the row is refused by the name of the column.</summary>
public sealed class LongTextTests
{
    private const string Text = "Found by the team of Šćepan in 2016";

    [Theory]
    [InlineData("dbt", "III", Text)]
    [InlineData("dbt", "IV", Text)]
    [InlineData("fpt", "fox", Text)]
    [InlineData("fpt", "fox binary", Text)]
    [InlineData("dbt", "none", "row-broken remarks")]
    [InlineData("dbt", "short", "row-broken remarks")]
    [InlineData("dbt", "III empty", "")]
    [InlineData("dbt", "none empty", "")]
    public void A_long_text_is_read_or_its_row_refused(string extension, string kind, string told)
    {
        var row = Assert.Single(Reading.Of("a.zip", Zipped(extension, kind)).Rows);
        Assert.Equal(told, row.Problem is { } problem ? $"{problem.Code} {problem.Where!.Field}" : row["remarks"] ?? "");
    }

    /// <summary>A shapefile of one row with a long text.</summary>
    internal static byte[] Zipped(string extension, string kind)
    {
        var isFox = kind.StartsWith("fox", StringComparison.Ordinal);
        var memo = Memo(kind.Split(' ')[0]);
        var members = new List<(string, byte[])>
        {
            ("a.shp", CaseFile.Bytes("encodings/c/c.shp")), ("a.prj", CaseFile.Bytes("encodings/c/c.prj")),
            ("a.dbf", Table(kind.EndsWith("empty", StringComparison.Ordinal) ? 0 : isFox ? 8 : 1, kind.EndsWith("binary", StringComparison.Ordinal))),
            ("a.cpg", "utf-8"u8.ToArray()),
        };
        if (memo is not null)
        {
            members.Add(("a." + extension, memo));
        }

        return Samples.Zip([.. members]);
    }

    /// <summary>One row of a column "remarks" that points at a block.</summary>
    private static byte[] Table(int block, bool isBinary)
    {
        var width = isBinary ? 4 : 10;
        byte[] head = new byte[32], column = new byte[32], pointer = new byte[width];
        head[0] = 0x83;
        head[4] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), 65);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(10), (ushort)(width + 1));
        "remarks"u8.CopyTo(column);
        (column[11], column[16]) = ((byte)'M', (byte)width);
        if (isBinary)
        {
            BinaryPrimitives.WriteInt32LittleEndian(pointer, block);
        }
        else
        {
            Encoding.ASCII.GetBytes((block == 0 ? "" : $"{block}").PadLeft(width)).CopyTo(pointer, 0);
        }

        return [.. head, .. column, 0x0D, (byte)' ', .. pointer, 0x1A];
    }

    private static byte[]? Memo(string kind)
    {
        var text = Encoding.UTF8.GetBytes(Text);
        var blocks = new byte[2 * 512];
        if (kind == "fox")
        {
            BinaryPrimitives.WriteUInt16BigEndian(blocks.AsSpan(6), 64);
            BinaryPrimitives.WriteInt32BigEndian(blocks.AsSpan(512), 1);
            BinaryPrimitives.WriteInt32BigEndian(blocks.AsSpan(516), text.Length);
            text.CopyTo(blocks, 520);
            return blocks;
        }

        if (kind == "IV")
        {
            BinaryPrimitives.WriteUInt16LittleEndian(blocks.AsSpan(20), 512);
            BinaryPrimitives.WriteUInt32BigEndian(blocks.AsSpan(512), 0xFFFF0800);
            BinaryPrimitives.WriteInt32LittleEndian(blocks.AsSpan(516), text.Length + 8);
            text.CopyTo(blocks, 520);
            return blocks;
        }

        text.CopyTo(blocks, 512);
        blocks[512 + text.Length] = 0x1A;
        return kind switch { "III" => blocks, "short" => blocks[..530], _ => null };
    }
}
