using System.Buffers.Binary;
using static Furrow.Server.Tests.Hostile.HostileFile;

namespace Furrow.Server.Tests.Hostile;

/// <summary>Shapefiles whose records and tables state sizes they do not have.</summary>
internal static class HostileShapefiles
{
    public const string Wgs84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
        + "UNIT[\"Degree\",0.0174532925199433]]";

    public static IEnumerable<HostileFile> Make()
    {
        yield return new("a record of 4 GB", "a.zip", Zip(Shp(Record(int.MaxValue, []))), "file-beyond-limit");
        yield return new("a record of less than nothing", "a.zip", Zip(Shp(Record(-5, []))), "file-broken");
        yield return new("a record of 60 MB that is not there", "a.zip", Zip(Shp(Record(30_000_000, new byte[40]))), "file-ends-early");
        yield return new("a billion parts", "a.zip", Zip(Shp(Record(24, Polygon(1 << 30, 4)))), null);
        yield return new("a billion points", "a.zip", Zip(Shp(Record(24, Polygon(1, 1 << 30)))), null);
        yield return new("two billion rows stated", "a.zip", Zip(Shp(Record(2, new byte[4])), Dbf(int.MaxValue, 11, (10, 1))), "file-broken");
        yield return new("a thousand columns of no width", "a.zip",
            Zip(Shp([.. Enumerable.Range(0, 2_000).SelectMany(_ => Record(2, new byte[4]))]), Dbf(2_000, 1, (0, 1_000))), "file-broken");
        yield return new("a definition nested 20,000 deep", "a.zip", Zip(Shp(Record(2, new byte[4])), null, Many("PROJCS[\"a\",", 8_000)), "crs-unknown");
    }

    private static byte[] Zip(byte[] shp, byte[]? dbf = null, string prj = Wgs84) => HostileZip.Honest(
        [("a.shp", shp), ("a.prj", Text(prj)), .. dbf is null ? [] : ((string, byte[])[])[("a.dbf", dbf)]]);

    private static byte[] Shp(byte[] records)
    {
        var head = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(head, 9994);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(24), (100 + records.Length) / 2);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(32), 5);
        return [.. head, .. records];
    }

    private static byte[] Record(int words, byte[] content)
    {
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, 1);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), words);
        return [.. head, .. content];
    }

    private static byte[] Polygon(int parts, int points)
    {
        var content = new byte[48];
        BinaryPrimitives.WriteInt32LittleEndian(content, 5);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(36), parts);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(40), points);
        return content;
    }

    private static byte[] Dbf(int rows, ushort record, (byte Width, int Count) columns)
    {
        var bytes = new byte[32 + 32 * columns.Count + 1 + Math.Min(rows, 5_000) * record];
        bytes[0] = 3;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), rows);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(33 + 32 * columns.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), record);
        for (var i = 0; i < columns.Count; i++)
        {
            Text($"C{i}").CopyTo(bytes, 32 + 32 * i);
            (bytes[32 + 32 * i + 11], bytes[32 + 32 * i + 16]) = ((byte)'C', columns.Width);
        }

        bytes[32 + 32 * columns.Count] = 0x0D;
        bytes.AsSpan(33 + 32 * columns.Count).Fill((byte)' ');
        return bytes;
    }
}
