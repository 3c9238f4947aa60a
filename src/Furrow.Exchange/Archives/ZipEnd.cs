using System.Buffers.Binary;

namespace Furrow.Exchange.Archives;

/// <summary>Where the directory of a zip file lies: its end record (APPNOTE 4.3.16), and the wide one of archives beyond 4 GB.</summary>
/// <param name="At">Where the directory begins.</param>
internal readonly record struct ZipEnd(long At, long Length, long Count)
{
    private const int Size = 22;

    /// <param name="tail">How far from the end of the file the record can begin: its comment is at most 65,535 bytes.</param>
    public static ZipEnd Find(Stream stream, int tail)
    {
        var length = (int)Math.Min(stream.Length, tail);
        var bytes = new byte[length];
        stream.Seek(-length, SeekOrigin.End);
        stream.ReadExactly(bytes);
        for (var at = length - Size; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == 0x06054B50)
            {
                return at + Size + U16(bytes, at + 20) == length ? Of(stream, bytes, at, stream.Length - length + at)
                    : throw new ArchiveFaultException($"bytes that belong to nothing lie behind its end");
            }
        }

        throw new ArchiveFaultException($"it has no directory: it may have been cut off");
    }

    private static ZipEnd Of(Stream stream, byte[] bytes, int at, long position)
    {
        if (U16(bytes, at + 4) != 0 && U16(bytes, at + 4) != 0xFFFF || U16(bytes, at + 6) != 0 && U16(bytes, at + 6) != 0xFFFF)
        {
            throw new ArchiveFaultException($"it is one part of an archive in several");
        }

        var end = new ZipEnd(U32(bytes, at + 16), U32(bytes, at + 12), U16(bytes, at + 10));
        var isWide = end.At == uint.MaxValue || end.Length == uint.MaxValue || end.Count == 0xFFFF;
        var stop = position;
        if (isWide && WideEnd(stream, position) is var (wide, recordAt))
        {
            (end, stop) = (wide, recordAt);
        }

        // What stands before the first member is looked at with the members; the directory must reach to this record.
        return end.At >= 0 && end.Length >= 0 && end.At + end.Length == stop ? end : throw new ArchiveFaultException($"its directory does not lie where it says");
    }

    private static (ZipEnd End, long RecordAt)? WideEnd(Stream stream, long position)
    {
        if (position < 20 || Read(stream, position - 20, 20) is not { } locator || U32(locator, 0) != 0x07064B50)
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var record = at >= 0 && at + 56 <= position - 20 ? Read(stream, at, 56) : null;
        return record is not null && U32(record, 0) == 0x06064B50 && at + 12 + BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(4)) == position - 20
            ? (new ZipEnd(I64(record, 48), I64(record, 40), I64(record, 32)), at)
            : throw new ArchiveFaultException($"its wide end record is broken");
    }

    /// <summary>Sizes beyond 4 GB stand in an extra field, in this order, and only those the entry has no room for (APPNOTE 4.5.3).</summary>
    public static void Wide(ReadOnlySpan<byte> extra, ref long unpacked, ref long packed, ref long headerAt)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                break;
            }

            var field = extra.Slice(4, size);
            if (id == 1)
            {
                Take(ref field, ref unpacked);
                Take(ref field, ref packed);
                Take(ref field, ref headerAt);
                return;
            }

            extra = extra[(4 + size)..];
        }
    }

    private static void Take(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value == uint.MaxValue && field.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
        }
    }

    private static byte[] Read(Stream stream, long at, int count)
    {
        var bytes = new byte[count];
        stream.Seek(at, SeekOrigin.Begin);
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static long I64(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
