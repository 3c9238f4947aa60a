namespace Furrow.Core.Keeping;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first; signed ones by zigzag. <see cref="FormatException"/> for bytes
/// that are none.</summary>
internal static class VariableLength
{
    public static int Count(ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = Take(bytes, ref at);
        return count <= (ulong)(bytes.Length - at) ? (int)count : throw new FormatException("A count larger than the bytes that follow.");
    }

    public static void Put(List<byte> bytes, ulong value)
    {
        while (value >= 0x80)
        {
            bytes.Add((byte)(value & 0x7F | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
    }

    public static ulong Take(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at < bytes.Length && bytes[at] < 0x80)
        {
            return bytes[at++];
        }

        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length)
            {
                break;
            }

            var b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A number that does not end.");
    }

    public static ulong ZigZag(long value) => unchecked((ulong)((value << 1) ^ (value >> 63)));

    public static long UnZigZag(ulong value) => unchecked((long)(value >> 1) ^ -(long)(value & 1));
}
