using System.Buffers.Binary;
using System.Text;
using Furrow.Core;

namespace Furrow.Exchange.Archives;

/// <summary>A member as the directory of the archive states it, held against its local header.</summary>
/// <param name="DataAt">Where its packed bytes begin.</param>
internal sealed record ZipEntry(string Name, bool IsDeflated, uint Crc, long Packed, long Unpacked, long HeaderAt, long DataAt);

/// <summary>Reads the directory of a zip file (PKWARE APPNOTE 6.3) and holds every statement against the others: nothing is unpacked of an archive
/// whose directory and local headers differ, whose members overlap, repeat a name, leave their folder or are encrypted.</summary>
internal sealed class ZipEntries
{
    private const int Tail = 65_557;
    private readonly Stream _stream;
    private readonly List<ZipEntry> _entries = [];

    private ZipEntries(Stream stream) => _stream = stream;

    public static IReadOnlyList<ZipEntry> Read(Stream stream, int mostEntries)
    {
        var read = new ZipEntries(stream);
        ZipOrder.Check(read._entries, read.Directory(mostEntries));
        return read._entries;
    }

    /// <summary>Gives where the directory begins.</summary>
    private long Directory(int mostEntries)
    {
        var end = ZipEnd.Find(_stream, Tail);
        if (end.Count > mostEntries)
        {
            throw new ArchiveLimitException($"{mostEntries} members in the archive");
        }

        if (end.Length > end.Count * 200_000L || end.At + end.Length > _stream.Length)
        {
            throw new ArchiveFaultException($"its directory is larger than it can be");
        }

        var at = end.At;
        for (var i = 0; i < end.Count; i++)
        {
            at = Entry(at, end.At + end.Length);
        }

        if (at != end.At + end.Length)
        {
            throw new ArchiveFaultException($"its directory does not end where it says");
        }

        return end.At;
    }

    /// <summary>Gives where the next entry begins.</summary>
    private long Entry(long at, long end)
    {
        var head = Bytes(at, 46, end);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != 0x02014B50)
        {
            throw new ArchiveFaultException($"an entry of its directory is broken");
        }

        int flags = U16(head, 8), method = U16(head, 10), nameLength = U16(head, 28), extraLength = U16(head, 30), commentLength = U16(head, 32);
        var nameBytes = Bytes(at + 46, nameLength, end);
        var extra = Bytes(at + 46 + nameLength, extraLength, end);
        var name = Name(nameBytes);
        long packed = U32(head, 20), unpacked = U32(head, 24), headerAt = U32(head, 42);
        ZipEnd.Wide(extra, ref unpacked, ref packed, ref headerAt);
        Refuse(name, flags, method, U16(head, 34));
        _entries.Add(Local(new ZipEntry(name, method == 8, U32(head, 16), packed, unpacked, headerAt, 0), nameBytes, flags, method));
        return at + 46 + nameLength + extraLength + commentLength;
    }

    private static void Refuse(string name, int flags, int method, int disk)
    {
        var shown = ZipOrder.Shown(name);
        Phrase? fault = (flags & 0x2041) != 0 ? $"its member '{shown}' is encrypted"
            : method is not (0 or 8) ? $"its member '{shown}' is packed by method {method}, which is not read here"
            : disk != 0 ? $"its member '{shown}' lies in another part of the archive"
            : ZipOrder.IsAstray(name) ? (Phrase)$"its member '{shown}' has a name that leads out of its folder"
            : null;
        if (fault is not null)
        {
            throw new ArchiveFaultException(fault);
        }
    }

    private ZipEntry Local(ZipEntry entry, byte[] nameBytes, int flags, int method)
    {
        var local = Bytes(entry.HeaderAt, 30, _stream.Length);
        int nameLength = U16(local, 26), extraLength = U16(local, 28);
        var isStreamed = (flags & 8) != 0;
        long packed = U32(local, 18), unpacked = U32(local, 22), unused = 0;
        var same = U32(local, 0) == 0x04034B50 && nameLength == nameBytes.Length
            && Bytes(entry.HeaderAt + 30, nameLength, _stream.Length).AsSpan().SequenceEqual(nameBytes) && U16(local, 8) == method
            && (U16(local, 6) & 0x2049) == (flags & 0x2049);
        if (same)
        {
            ZipEnd.Wide(Bytes(entry.HeaderAt + 30 + nameLength, extraLength, _stream.Length), ref unpacked, ref packed, ref unused);
            // A member written as a stream has its sizes behind it; the local header then holds zeros.
            same = (U32(local, 14) == entry.Crc && packed == entry.Packed && unpacked == entry.Unpacked)
                || (isStreamed && U32(local, 14) is 0 && packed is 0 or uint.MaxValue && unpacked is 0 or uint.MaxValue);
        }

        return same ? entry with { DataAt = entry.HeaderAt + 30 + nameLength + extraLength }
            : throw new ArchiveFaultException($"its member '{ZipOrder.Shown(entry.Name)}' says one thing in the directory and another where it lies");
    }

    private byte[] Bytes(long at, int count, long end)
    {
        if (at < 0 || at + count > Math.Min(end, _stream.Length))
        {
            throw new ArchiveFaultException($"it ends before it is complete");
        }

        var bytes = new byte[count];
        _stream.Seek(at, SeekOrigin.Begin);
        _stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>UTF-8 where the bytes are, else the old code page of zip, which gives every byte a letter.</summary>
    private static string Name(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : TextEncodings.Find("437")!.GetString(bytes);

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
