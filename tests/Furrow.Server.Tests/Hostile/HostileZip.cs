using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Furrow.Server.Tests.Hostile;

/// <summary>A member and the lies told about it.</summary>
internal sealed record Lie(string Name, byte[] Content)
{
    public bool Deflate { get; init; }

    public uint CrcChange { get; init; }

    public long StatedMore { get; init; }

    public long LocalMore { get; init; }

    public string? LocalName { get; init; }

    public int Flags { get; init; }

    public int LocalFlags { get; init; }

    public int Method { get; init; } = -1;

    /// <summary>Place of its local header, where that is not its own.</summary>
    public int? HeaderAt { get; init; }

    /// <summary>Bytes that belong to nothing, behind it.</summary>
    public int Gap { get; init; }
}

/// <summary>Writes zip files by hand, with any lie in them.</summary>
internal static class HostileZip
{
    public static byte[] Of(params Lie[] members) => Of(members, 0, 0, 0, 0);

    /// <param name="tail">Bytes behind the end.</param>
    /// <param name="directoryMore">Added to where the directory is said to be.</param>
    /// <param name="countMore">Added to how many members are stated.</param>
    /// <param name="disk">Number of the part of an archive in several.</param>
    public static byte[] Of(Lie[] members, int tail, uint directoryMore, int countMore, int disk)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var m in members)
        {
            var packed = m.Deflate ? Deflated(m.Content) : m.Content;
            var crc = Crc(m.Content) ^ m.CrcChange;
            var at = m.HeaderAt ?? (int)zip.Length;
            byte[] name = Encoding.UTF8.GetBytes(m.Name), local = Encoding.UTF8.GetBytes(m.LocalName ?? m.Name);
            var method = m.Method >= 0 ? m.Method : m.Deflate ? 8 : 0;
            var size = (uint)(m.Content.Length + m.StatedMore);
            var packedSize = m.Deflate || m.StatedMore == 0 ? (uint)packed.Length : size;
            zip.Write(Bytes(0x04034B50u, (ushort)20, (ushort)(m.Flags | m.LocalFlags), (ushort)method, 0u, crc, packedSize, (uint)(size + m.LocalMore),
                (ushort)local.Length, (ushort)0));
            zip.Write(local);
            zip.Write(packed);
            zip.Write(new byte[m.Gap]);
            directory.Write(Bytes(0x02014B50u, (ushort)20, (ushort)20, (ushort)m.Flags, (ushort)method, 0u, crc, packedSize, size, (ushort)name.Length,
                (ushort)0, (ushort)0, (ushort)0, (ushort)0, 0u, (uint)at));
            directory.Write(name);
        }

        var start = (uint)zip.Length;
        zip.Write(directory.ToArray());
        var count = (ushort)(members.Length + countMore);
        zip.Write(Bytes(0x06054B50u, (ushort)disk, (ushort)disk, count, count, (uint)directory.Length, start + directoryMore, (ushort)0));
        zip.Write(new byte[tail]);
        return zip.ToArray();
    }

    /// <summary>An honest archive.</summary>
    public static byte[] Honest(params (string Name, byte[] Content)[] members) =>
        Of([.. members.Select(m => new Lie(m.Name, m.Content) { Deflate = true })]);

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Bytes(params ReadOnlySpan<object> values)
    {
        var bytes = new byte[values.Length * 4];
        var at = 0;
        foreach (var value in values)
        {
            if (value is ushort small)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), small);
                at += 2;
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), (uint)value);
                at += 4;
            }
        }

        return bytes[..at];
    }
}
