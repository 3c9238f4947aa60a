namespace Furrow.Bench.Rows;

/// <summary>Reads back what a vector tile holds, whoever made it: how many features, and how much area their rings enclose, in square tile units.</summary>
public static class TileReading
{
    public static (int Features, double Area) Of(ReadOnlySpan<byte> tile)
    {
        var (features, area) = (0, 0.0);
        foreach (var (layer, _) in Fields(tile, 3))
        {
            foreach (var (feature, _) in Fields(tile[layer], 2))
            {
                features++;
                foreach (var (geometry, _) in Fields(tile[layer][feature], 4))
                {
                    area += AreaOf(tile[layer][feature][geometry]);
                }
            }
        }

        return (features, area);
    }

    private static List<(Range Range, int Field)> Fields(ReadOnlySpan<byte> message, int wanted)
    {
        var found = new List<(Range, int)>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = 0;
            switch (key & 7)
            {
                case 0: Varint(message, ref at); break;
                case 1: at += 8; break;
                case 2: length = (int)Varint(message, ref at); break;
                case 5: at += 4; break;
                default: throw new FormatException("Not a vector tile.");
            }

            if ((int)(key >> 3) == wanted && (key & 7) == 2)
            {
                found.Add((at..(at + length), wanted));
            }

            at += length;
        }

        return found;
    }

    /// <summary>Signed sum over rings: shells count, holes take away.</summary>
    private static double AreaOf(ReadOnlySpan<byte> commands)
    {
        long x = 0, y = 0, startX = 0, startY = 0, twice = 0;
        for (var at = 0; at < commands.Length;)
        {
            var command = Varint(commands, ref at);
            if ((command & 7) == 7)
            {
                twice += x * startY - startX * y;
                continue;
            }

            for (var n = command >> 3; n > 0; n--)
            {
                long fromX = x, fromY = y;
                x += Zigzag(Varint(commands, ref at));
                y += Zigzag(Varint(commands, ref at));
                if ((command & 7) == 1)
                {
                    (startX, startY) = (x, y);
                }
                else
                {
                    twice += fromX * y - x * fromY;
                }
            }
        }

        return twice / 2.0;
    }

    private static long Zigzag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
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
}
