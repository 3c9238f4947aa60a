using System.Buffers.Binary;
using Furrow.Core.Land;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.GeoPackage;

/// <summary>Writes the binary geometry of a GeoPackage; <see cref="GeoPackageGeometry"/> reads it.</summary>
internal static class GeoPackageBlob
{
    /// <summary>A multipolygon or a point; null when the row has neither.</summary>
    public static byte[]? Write(ExportRow row)
    {
        if (row.Shape is not { IsEmpty: false } shape)
        {
            return row.Point is { } point ? Point(point) : null;
        }

        var rings = shape.Polygons.Sum(p => p.Length);
        var bytes = new byte[8 + 32 + 9 + 9 * shape.Polygons.Count + 4 * rings + 16 * (shape.PointCount + rings)];
        var at = Header(bytes, 0x03);
        var box = shape.Bounds;
        foreach (var side in new[] { box.MinLon, box.MaxLon, box.MinLat, box.MaxLat })
        {
            at = Put(bytes, at, (double)side / GridPoint.PerDegree);
        }

        at = Put(bytes, at, 6, shape.Polygons.Count);
        foreach (var polygon in shape.Polygons)
        {
            at = Put(bytes, at, 3, polygon.Length);
            foreach (var ring in polygon)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), ring.Length + 1);
                at += 4;
                foreach (var p in ring.Append(ring[0]))
                {
                    at = Put(bytes, Put(bytes, at, p.LonDegrees), p.LatDegrees);
                }
            }
        }

        return bytes;
    }

    private static byte[] Point(GridPoint point)
    {
        var bytes = new byte[8 + 21];
        var at = Header(bytes, 0x01);
        bytes[at] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 1), 1);
        Put(bytes, Put(bytes, at + 5, point.LonDegrees), point.LatDegrees);
        return bytes;
    }

    private static int Header(byte[] bytes, byte flags)
    {
        (bytes[0], bytes[1], bytes[3]) = ((byte)'G', (byte)'P', flags);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 4326);
        return 8;
    }

    /// <summary>Byte order, type and count of a geometry.</summary>
    private static int Put(byte[] bytes, int at, int type, int count)
    {
        bytes[at] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 1), type);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 5), count);
        return at + 9;
    }

    private static int Put(byte[] bytes, int at, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), value);
        return at + 8;
    }
}
