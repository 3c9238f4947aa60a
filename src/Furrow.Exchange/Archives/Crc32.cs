using System.Buffers.Binary;

namespace Furrow.Exchange.Archives;

/// <summary>The checksum of zip members (ISO 3309, polynomial EDB88320), eight bytes at a step.</summary>
internal static class Crc32
{
    public const uint Start = uint.MaxValue;
    private static readonly uint[][] Tables = Make();

    public static uint End(uint crc) => ~crc;

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var t = Tables;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7][low & 0xFF] ^ t[6][low >> 8 & 0xFF] ^ t[5][low >> 16 & 0xFF] ^ t[4][low >> 24]
                ^ t[3][high & 0xFF] ^ t[2][high >> 8 & 0xFF] ^ t[1][high >> 16 & 0xFF] ^ t[0][high >> 24];
        }

        foreach (var b in bytes)
        {
            crc = t[0][(crc ^ b) & 0xFF] ^ crc >> 8;
        }

        return crc;
    }

    private static uint[][] Make()
    {
        var tables = new uint[8][];
        for (var table = 0; table < 8; table++)
        {
            tables[table] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var crc = table == 0 ? i : tables[table - 1][i];
                for (var bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
                }

                tables[table][i] = crc;
            }
        }

        return tables;
    }
}
