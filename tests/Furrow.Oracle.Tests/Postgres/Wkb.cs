using System.Buffers.Binary;
using Furrow.Core.Land;

namespace Furrow.Postgres;

/// <summary>Shapes as extended well-known binary (little endian, SRID 4326), and points of the grid as degrees.</summary>
public static class Wkb
{
    private const uint MultiPolygonWithSrid = 0x2000_0006;
    private const uint Polygon = 3;

    public static byte[] MultiPolygon(Shape shape)
    {
        var size = 13 + shape.Polygons.Sum(p => 9 + p.Sum(r => 4 + 16 * (r.Length + 1)));
        var bytes = new byte[size];
        var at = 0;
        Header(bytes, ref at, MultiPolygonWithSrid);
        UInt(bytes, ref at, 4326);
        UInt(bytes, ref at, (uint)shape.Polygons.Count);
        foreach (var polygon in shape.Polygons)
        {
            Header(bytes, ref at, Polygon);
            UInt(bytes, ref at, (uint)polygon.Length);
            foreach (var ring in polygon)
            {
                UInt(bytes, ref at, (uint)ring.Length + 1);
                foreach (var point in ring)
                {
                    Point(bytes, ref at, point);
                }

                Point(bytes, ref at, ring[0]);
            }
        }

        return bytes;
    }

    private static void Header(byte[] bytes, ref int at, uint type)
    {
        bytes[at++] = 1;
        UInt(bytes, ref at, type);
    }

    private static void UInt(byte[] bytes, ref int at, uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
        at += 4;
    }

    private static void Point(byte[] bytes, ref int at, GridPoint point)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), point.LonDegrees);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at + 8), point.LatDegrees);
        at += 16;
    }
}
