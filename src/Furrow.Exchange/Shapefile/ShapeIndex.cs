using System.Buffers.Binary;

namespace Furrow.Exchange.Shapefile;

/// <summary>The index of a shapefile (.shx): where each record lies. A program that edits a shape writes it behind the others when it has grown, leaves the
/// old one where it was, and leaves bytes over where one has shrunk; a deleted shape may stay in the .shp. Only the index knows which records count, and in
/// which order.</summary>
internal sealed class ShapeIndex(SourceFile shx)
{
    private const int Head = 100;
    private const int EntryBytes = 8;

    /// <summary>Every record lies in the file, has there the length that the index says, and all together are no more than the file.</summary>
    public bool IsSound(ShapeStream shapes)
    {
        using var stream = shx.Open();
        var head = new byte[Head];
        if (stream.ReadAtLeast(head, Head, false) < Head || BinaryPrimitives.ReadInt32BigEndian(head) != 9994)
        {
            return false;
        }

        Span<byte> record = stackalloc byte[8];
        long total = 0;
        foreach (var (at, bytes) in Records())
        {
            if ((at, bytes) == default)
            {
                continue;
            }

            total += 8 + bytes;
            if (at < Head || bytes < 4 || !shapes.MoveTo(at) || shapes.Read(record) < 8
                || BinaryPrimitives.ReadInt32BigEndian(record[4..]) * 2L != bytes || shapes.Length is { } length && (at + 8 + bytes > length || total > length))
            {
                return false;
            }
        }

        return EndsWhereItSays(head);
    }

    /// <summary>In the order of the rows: where the record begins, and the bytes of its content. Both are 0 for a row without a shape.</summary>
    public IEnumerable<(long At, long Bytes)> Records()
    {
        using var stream = shx.Open();
        var buffer = new byte[Head];
        stream.ReadExactly(buffer, 0, Head);
        while (stream.ReadAtLeast(buffer.AsSpan(0, EntryBytes), EntryBytes, false) == EntryBytes)
        {
            yield return (BinaryPrimitives.ReadUInt32BigEndian(buffer) * 2L, BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(4)) * 2L);
        }
    }

    /// <summary>An index that was cut, or has a part of another behind it, knows only some of the records.</summary>
    private bool EndsWhereItSays(byte[] head)
    {
        using var stream = shx.Open();
        long length = 0;
        var buffer = new byte[1 << 12];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            length += read;
        }

        return BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(24)) * 2L == length;
    }
}
