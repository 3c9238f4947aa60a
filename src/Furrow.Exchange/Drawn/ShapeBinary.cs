using System.Buffers.Binary;
using Furrow.Core.Land;

namespace Furrow.Exchange.Drawn;

/// <summary>A shape as ESRI writes it in binary: the content of a record of a .shp, and of columns in its databases. Heights and measures are passed over.
/// Counts are held against the bytes that are there.</summary>
internal static class ShapeBinary
{
    /// <summary>The bytes may be one: a known type, and the length that its counts ask for.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes) => bytes.Length >= 20 && BinaryPrimitives.ReadInt32LittleEndian(bytes) switch
    {
        1 => bytes.Length == 20,
        11 or 21 => bytes.Length is 28 or 36,
        3 or 5 or 13 or 15 or 23 or 25 => bytes.Length >= 44 && BinaryPrimitives.ReadInt32LittleEndian(bytes[36..]) is > 0 and var parts
            && BinaryPrimitives.ReadInt32LittleEndian(bytes[40..]) is > 0 and var points && 44 + 4L * parts + 16L * points <= bytes.Length,
        8 or 18 or 28 => bytes.Length >= 40 && BinaryPrimitives.ReadInt32LittleEndian(bytes[36..]) is > 0 and var count && 40 + 16L * count <= bytes.Length,
        _ => false,
    };

    public static void Read(ReadOnlySpan<byte> content, DrawnBuilder builder)
    {
        builder.Roles = RingRoles.ByDirection;
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        switch (type)
        {
            case 0:
                break;
            case 1 or 11 or 21 when content.Length >= 20:
                Point(content[4..], builder);
                break;
            case 8 or 18 or 28 when content.Length >= 40:
                var count = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
                for (var i = 0; i < count && content.Length >= 40 + 16 * (i + 1) && builder.Fault is null; i++)
                {
                    Point(content[(40 + 16 * i)..], builder);
                }

                break;
            case 3 or 13 or 23:
                builder.Line("line");
                break;
            case 5 or 15 or 25 when content.Length >= 44:
                Polygon(content, builder);
                break;
            default:
                builder.Refuse($"The shape type {type} is not known here or its record is too short.");
                break;
        }
    }

    private static void Point(ReadOnlySpan<byte> at, DrawnBuilder builder)
    {
        double x = BinaryPrimitives.ReadDoubleLittleEndian(at), y = BinaryPrimitives.ReadDoubleLittleEndian(at[8..]);
        if (builder.Accept(x, y))
        {
            builder.Point(x, y);
        }
    }

    private static void Polygon(ReadOnlySpan<byte> content, DrawnBuilder builder)
    {
        var parts = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        var points = BinaryPrimitives.ReadInt32LittleEndian(content[40..]);
        if (parts < 0 || points < 0 || 44 + 4L * parts + 16L * points > content.Length)
        {
            builder.Refuse($"The shape says it has more points than its record holds.");
            return;
        }

        var rings = new List<double[]>(parts);
        for (var i = 0; i < parts; i++)
        {
            var from = BinaryPrimitives.ReadInt32LittleEndian(content[(44 + 4 * i)..]);
            var to = i + 1 < parts ? BinaryPrimitives.ReadInt32LittleEndian(content[(48 + 4 * i)..]) : points;
            if (from < 0 || to < from || to > points)
            {
                builder.Refuse($"The parts of the shape do not follow one another.");
                return;
            }

            var ring = new double[2 * (to - from)];
            for (var j = 0; j < ring.Length; j++)
            {
                ring[j] = BinaryPrimitives.ReadDoubleLittleEndian(content[(44 + 4 * parts + 16 * from + 8 * j)..]);
                if (j % 2 == 1 && !builder.Accept(ring[j - 1], ring[j]))
                {
                    return;
                }
            }

            if (ring.Length > 0)
            {
                rings.Add(ring);
            }
        }

        foreach (var polygon in RingNesting.Nest(rings))
        {
            builder.Polygon(polygon);
        }
    }
}
