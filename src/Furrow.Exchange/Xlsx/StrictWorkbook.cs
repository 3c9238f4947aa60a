using System.IO.Compression;
using Furrow.Exchange.Archives;

namespace Furrow.Exchange.Xlsx;

/// <summary>Workbooks in Strict Open XML (ISO/IEC 29500, part 1 without part 4) are the same as all others in other namespaces, which the library that reads
/// workbooks does not know: their parts are copied with the names it knows.</summary>
internal static class StrictWorkbook
{
    private const string Book = "xl/workbook.xml";
    private const int HeadBytes = 1 << 12;

    private static readonly byte[] Main = [.. "http://purl.oclc.org/ooxml/spreadsheetml/main"u8];
    private static readonly byte[] Relations = [.. "http://purl.oclc.org/ooxml/officeDocument/relationships"u8];

    private static readonly (byte[] Strict, byte[] Usual)[] Names =
    [
        (Main, [.. "http://schemas.openxmlformats.org/spreadsheetml/2006/main"u8]),
        (Relations, [.. "http://schemas.openxmlformats.org/officeDocument/2006/relationships"u8]),
    ];

    /// <summary>The workbook as the library can read it: the file itself, where it is not strict. Its bounds were tried before.</summary>
    public static Stream Open(SourceFile file, ReadLimits limits)
    {
        if (!IsStrict(file, limits))
        {
            return file.Open();
        }

        var copy = new MemoryStream();
        using (var to = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var member in Archive.Members(file, limits))
            {
                using var from = Archive.Member(file, member, limits).Open();
                using var part = to.CreateEntry(member, CompressionLevel.Fastest).Open();
                Copy(from, part);
            }
        }

        copy.Position = 0;
        return copy;
    }

    private static bool IsStrict(SourceFile file, ReadLimits limits)
    {
        if (!Archive.Members(file, limits).Contains(Book))
        {
            return false;
        }

        using var book = Archive.Member(file, Book, limits).Open();
        var head = new byte[HeadBytes];
        return head.AsSpan(0, book.ReadAtLeast(head, HeadBytes, false)).IndexOf(Main) >= 0;
    }

    /// <summary>In pieces that overlap by the length of a name, so that none is missed for lying over an edge.</summary>
    private static void Copy(Stream from, Stream to)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        while (true)
        {
            var read = from.ReadAtLeast(buffer.AsSpan(held), buffer.Length - held, false);
            var length = held + read;
            var isEnd = length < buffer.Length;
            var done = Replace(buffer.AsSpan(0, length), isEnd ? length : length - Relations.Length, to);
            held = length - done;
            buffer.AsSpan(done, held).CopyTo(buffer);
            if (isEnd)
            {
                return;
            }
        }
    }

    /// <summary>Writes what begins before the edge; gives how much of the piece that was.</summary>
    private static int Replace(ReadOnlySpan<byte> piece, int edge, Stream to)
    {
        var at = 0;
        while (at < edge)
        {
            var next = piece[at..].IndexOf("http://purl.oclc.org/ooxml/"u8);
            var found = next < 0 || at + next >= edge ? default : Array.Find(Names, Begins(piece[(at + next)..]));
            if (next < 0 || at + next >= edge)
            {
                to.Write(piece[at..edge]);
                return edge;
            }

            to.Write(piece.Slice(at, next));
            at += next;
            if (found.Strict is { } strict)
            {
                to.Write(found.Usual);
                at += strict.Length;
            }
            else
            {
                to.WriteByte(piece[at++]);
            }
        }

        return at;
    }

    private static Predicate<(byte[] Strict, byte[] Usual)> Begins(ReadOnlySpan<byte> text)
    {
        var (isMain, isRelation) = (text.StartsWith(Main), text.StartsWith(Relations));
        return name => ReferenceEquals(name.Strict, Main) ? isMain : isRelation;
    }
}
