using System.Text;

namespace Furrow.Server.Tests.Tiles;

/// <summary>Reads vector tiles by the specification alone, sharing nothing with the encoder. Strict: what the specification does not allow throws.</summary>
internal static class TileReader
{
    internal sealed record Layer(string Name, int Version, int Extent, IReadOnlyList<Feature> Features);

    internal sealed record Feature(IReadOnlyDictionary<string, object> Properties, IReadOnlyList<(int X, int Y)[]> Rings);

    public static IReadOnlyList<Layer> Read(byte[] tile) => [.. Fields(tile).Select(f => f.Number == 3 ? ReadLayer(f.Bytes) : throw Bad("not a layer"))];

    /// <summary>Twice the area by the surveyor's formula, as the specification defines winding: positive for a shell.</summary>
    public static long DoubleArea((int X, int Y)[] ring) =>
        Enumerable.Range(0, ring.Length).Sum(i => (long)ring[i].X * ring[(i + 1) % ring.Length].Y - (long)ring[(i + 1) % ring.Length].X * ring[i].Y);

    private static Layer ReadLayer(byte[] bytes)
    {
        var fields = Fields(bytes).ToList();
        var keys = fields.Where(f => f.Number == 3).Select(f => Encoding.UTF8.GetString(f.Bytes)).ToArray();
        var values = fields.Where(f => f.Number == 4).Select(f => ReadValue(f.Bytes)).ToArray();
        var features = fields.Where(f => f.Number == 2).Select(f => ReadFeature(f.Bytes, keys, values)).ToList();
        return new Layer(Encoding.UTF8.GetString(fields.Single(f => f.Number == 1).Bytes), (int)fields.Single(f => f.Number == 15).Value,
            (int)fields.Single(f => f.Number == 5).Value, features);
    }

    private static object ReadValue(byte[] bytes)
    {
        var field = Fields(bytes).Single();
        return field.Number switch
        {
            1 => Encoding.UTF8.GetString(field.Bytes),
            6 => (long)(field.Value >> 1) ^ -(long)(field.Value & 1),
            7 => field.Value == 1,
            _ => throw Bad("an unused kind of value"),
        };
    }

    private static Feature ReadFeature(byte[] bytes, string[] keys, object[] values)
    {
        var fields = Fields(bytes).ToList();
        var tags = Numbers(fields.Single(f => f.Number == 2).Bytes).ToArray();
        ulong[] commands = [.. Numbers(fields.Single(f => f.Number == 4).Bytes)];
        return new Feature(tags.Chunk(2).ToDictionary(t => keys[t[0]], t => values[t[1]]), fields.Single(f => f.Number == 3).Value switch
        {
            1 => [ReadPoint(commands)],
            3 => ReadRings(commands),
            _ => throw Bad("neither a point nor a polygon"),
        });
    }

    private static (int X, int Y)[] ReadPoint(ulong[] commands) => commands is [9, var x, var y]
        ? [((int)(x >> 1) ^ -(int)(x & 1), (int)(y >> 1) ^ -(int)(y & 1))] : throw Bad("not one point");

    private static List<(int X, int Y)[]> ReadRings(ulong[] commands)
    {
        var rings = new List<(int X, int Y)[]>();
        var ring = new List<(int X, int Y)>();
        int x = 0, y = 0;
        for (var i = 0; i < commands.Length;)
        {
            var (command, count) = ((int)commands[i] & 7, (int)commands[i] >> 3);
            i++;
            if (command == 7)
            {
                rings.Add(count == 1 && ring.Count >= 3 ? [.. ring] : throw Bad("a ring of fewer than three points"));
                ring.Clear();
                continue;
            }

            if (command == 1 ? count != 1 || ring.Count > 0 : command != 2 || ring.Count == 0 || count < 2)
            {
                throw Bad($"command {command} times {count} after {ring.Count} points");
            }

            for (var n = 0; n < count; n++, i += 2)
            {
                (x, y) = (x + Signed(commands[i]), y + Signed(commands[i + 1]));
                if (ring.Count > 0 && ring[^1] == (x, y))
                {
                    throw Bad("a line of no length");
                }

                ring.Add((x, y));
            }
        }

        return ring.Count == 0 ? rings : throw Bad("a ring that is not closed");
    }

    private static int Signed(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private static IEnumerable<ulong> Numbers(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            yield return Number(bytes, ref at);
        }
    }

    private static IEnumerable<(int Number, ulong Value, byte[] Bytes)> Fields(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Number(bytes, ref at);
            if ((tag & 7) == 0)
            {
                yield return ((int)tag >> 3, Number(bytes, ref at), []);
                continue;
            }

            var length = (tag & 7) == 2 ? (int)Number(bytes, ref at) : throw Bad("a wire type tiles do not use");
            yield return ((int)tag >> 3, 0, bytes[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Number(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    private static FormatException Bad(string what) => new($"Not a tile by the specification: {what}.");
}
