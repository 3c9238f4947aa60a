using System.Text.Json;
using System.Text.Json.Serialization;
using Furrow.Core.Keeping;

namespace Furrow.Core.Land;

/// <summary>The bytes of a shape: counts and coordinate differences as variable-length integers (seven bits a byte, zigzag). About 12 bytes
/// a vertex. This is part of the fact format: it never changes; a new form gets a new fact version.</summary>
public static class ShapeCodec
{
    private const int MostKept = 1 << 20;

    /// <summary>Bytes on their way into a shape, kept from one to the next.</summary>
    [ThreadStatic]
    private static List<byte>? _buffer;

    internal static byte[] Encode(GridPoint[][][] polygons)
    {
        var bytes = _buffer ??= new List<byte>(1024);
        bytes.Clear();
        if (bytes.Capacity > MostKept)
        {
            bytes.Capacity = 1024;
        }

        VariableLength.Put(bytes, (ulong)polygons.Length);
        long lon = 0, lat = 0;
        foreach (var polygon in polygons)
        {
            VariableLength.Put(bytes, (ulong)polygon.Length);
            foreach (var ring in polygon)
            {
                VariableLength.Put(bytes, (ulong)ring.Length);
                foreach (var p in ring)
                {
                    VariableLength.Put(bytes, VariableLength.ZigZag(p.Lon - lon));
                    VariableLength.Put(bytes, VariableLength.ZigZag(p.Lat - lat));
                    (lon, lat) = (p.Lon, p.Lat);
                }
            }
        }

        return [.. bytes];
    }

    /// <summary>Throws <see cref="FormatException"/> when the bytes are not a shape.</summary>
    public static Shape Decode(ReadOnlySpan<byte> bytes)
    {
        var polygons = Polygons(bytes);
        return polygons.All(p => p.All(r => r.Length >= 3))
            ? Shape.OfCheckedBytes(bytes.ToArray()) : throw new FormatException("A ring of fewer than three points.");
    }

    /// <summary>Never reads past the end, never allocates more than the bytes can hold.</summary>
    internal static GridPoint[][][] Polygons(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        long lon = 0, lat = 0;
        var polygons = new GridPoint[VariableLength.Count(bytes, ref at)][][];
        for (var i = 0; i < polygons.Length; i++)
        {
            polygons[i] = new GridPoint[VariableLength.Count(bytes, ref at)][];
            for (var j = 0; j < polygons[i].Length; j++)
            {
                var ring = new GridPoint[VariableLength.Count(bytes, ref at)];
                for (var k = 0; k < ring.Length; k++)
                {
                    unchecked
                    {
                        lon += VariableLength.UnZigZag(VariableLength.Take(bytes, ref at));
                        lat += VariableLength.UnZigZag(VariableLength.Take(bytes, ref at));
                    }

                    ring[k] = new GridPoint(lon, lat);
                }

                polygons[i][j] = ring;
            }

            if (polygons[i].Length == 0)
            {
                throw new FormatException("A polygon without rings.");
            }
        }

        return at == bytes.Length ? polygons : throw new FormatException("Bytes after the end of a shape.");
    }
}

/// <summary>A shape in JSON is the base64 of its bytes.</summary>
public sealed class ShapeJsonConverter : JsonConverter<Shape>
{
    public override Shape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ShapeCodec.Decode(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, Shape value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.Bytes.Span);
}
