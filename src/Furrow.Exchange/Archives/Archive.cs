using Furrow.Core;

namespace Furrow.Exchange.Archives;

/// <summary>A zip file whose members cannot fill memory or disk and are what the archive says: the number of members, the bytes and the ratio are bounded
/// and counted while reading, and size and checksum of a member are proven before any of it is used. Paths inside are compared, never written to.</summary>
internal static class Archive
{
    /// <summary>A small member may unpack to this, whatever its ratio.</summary>
    private const int Free = 1 << 20;

    /// <summary>Full of blanks by their nature: tables with columns of fixed width, parts of a workbook.</summary>
    private static readonly string[] Padded = [".dbf", ".xml", ".rels"];

    /// <summary>Packed already: an archive within an archive gains nothing, so that both together stay in bounds.</summary>
    private static readonly string[] Archives = [".xlsx", ".xlsm", ".kmz", ".zip"];
    private const int InnerRatio = 4;
    private const int InnerFree = 1 << 16;

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary>Full names of the members that are files. Folders and what the Macintosh puts beside files are left out.</summary>
    public static IReadOnlyList<string> Members(SourceFile file, ReadLimits limits) => [.. Entries(file, limits).Select(e => e.Name).Where(IsFile)];

    /// <summary>A member as a file of its own; its streams cannot seek. The first opening unpacks it once, to see that it is what the archive says.</summary>
    public static SourceFile Member(SourceFile file, string member, ReadLimits limits)
    {
        var proven = new Lazy<ZipEntry>(() =>
        {
            var entry = Find(file, member, limits);
            using var stream = Open(file, entry, limits);
            Drain(stream);
            return entry;
        });
        return new SourceFile($"{file.Name}/{member}", () => Open(file, proven.Value, limits));
    }

    /// <summary>A member unpacked into memory, for readers that seek.</summary>
    public static SourceFile Unpacked(SourceFile file, string member, ReadLimits limits)
    {
        using var stream = Open(file, Find(file, member, limits), limits with { ArchiveBytes = Math.Min(limits.ArchiveBytes, 1 << 30) });
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return SourceFile.Of($"{file.Name}/{member}", memory.TryGetBuffer(out var bytes) && bytes.Count == bytes.Array!.Length ? bytes.Array : memory.ToArray());
    }

    /// <summary>Unpacks every member once and throws the bytes away, to see that each is what the archive says and all stay inside the limits.</summary>
    /// <param name="look">Sees each member on its way.</param>
    public static void CheckAll(SourceFile file, ReadLimits limits, Action<string, Stream> look)
    {
        var left = limits.ArchiveBytes;
        foreach (var entry in Entries(file, limits))
        {
            using var stream = Open(file, entry, limits with { ArchiveBytes = left });
            look(entry.Name, stream);
            Drain(stream);
            left -= entry.Unpacked;
        }
    }

    /// <summary>To its end, where size and checksum are looked at.</summary>
    private static void Drain(Stream stream)
    {
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer, 0, buffer.Length) > 0)
        {
        }
    }

    private static IReadOnlyList<ZipEntry> Entries(SourceFile file, ReadLimits limits)
    {
        using var stream = file.Open();
        return ZipEntries.Read(stream, limits.ArchiveEntries);
    }

    private static ZipEntry Find(SourceFile file, string member, ReadLimits limits) =>
        Entries(file, limits).FirstOrDefault(e => e.Name == member) ?? throw new InvalidDataException($"there is no member {member}");

    private static CheckedStream Open(SourceFile file, ZipEntry entry, ReadLimits limits)
    {
        var extension = Path.GetExtension(entry.Name).ToLowerInvariant();
        var isArchive = Archives.Contains(extension);
        var ratio = isArchive ? InnerRatio : Padded.Contains(extension) ? limits.ArchivePaddedRatio : limits.ArchiveRatio;
        var byRatio = entry.Packed * ratio + (isArchive ? InnerFree : Free);
        var most = Math.Min(limits.ArchiveBytes, byRatio);
        var limit = byRatio < limits.ArchiveBytes ? $"more than {ratio} bytes unpacked from each packed one" : (Phrase)$"{limits.ArchiveBytes >> 20} MB unpacked";
        // What it states is no proof that it is small, but reason enough to refuse it when it is large.
        return entry.Unpacked <= most ? new CheckedStream(file.Open(), entry, most, limit) : throw new ArchiveLimitException(limit);
    }

    private static bool IsFile(string name) => !name.EndsWith('/') && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && !name[(name.LastIndexOfAny(['/', '\\']) + 1)..].StartsWith("._", StringComparison.Ordinal);
}
