using System.IO.Compression;

namespace Furrow.Exchange.Archives;

/// <summary>An archive holds more than its limits allow. Becomes a complaint about the file.</summary>
internal sealed class ArchiveLimitException(string limit) : IOException(limit);

/// <summary>A zip file whose members cannot fill memory or disk: the number of members, the bytes and the ratio are bounded, and counted while
/// reading, whatever the directory of the archive claims. Paths inside are only compared, never written to.</summary>
internal static class Archive
{
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary>Full names of the members that are files.</summary>
    public static IReadOnlyList<string> Members(SourceFile file, ReadLimits limits)
    {
        using var stream = file.Open();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.Entries.Count > limits.ArchiveEntries)
        {
            throw new ArchiveLimitException($"{limits.ArchiveEntries} members in the archive");
        }

        return [.. zip.Entries.Select(e => e.FullName).Where(n => !n.EndsWith('/') && !n.StartsWith("__MACOSX/", StringComparison.Ordinal))];
    }

    /// <summary>A member as a file of its own; its streams cannot seek.</summary>
    public static SourceFile Member(SourceFile file, string member, ReadLimits limits) => new($"{file.Name}/{member}", () => Open(file, member, limits));

    /// <summary>A member unpacked into memory, for readers that seek.</summary>
    public static SourceFile Unpacked(SourceFile file, string member, ReadLimits limits)
    {
        using var stream = Open(file, member, limits with { ArchiveBytes = Math.Min(limits.ArchiveBytes, 1 << 30) });
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return SourceFile.Of($"{file.Name}/{member}", memory.ToArray());
    }

    /// <summary>Unpacks every member once and throws the bytes away, to see that all together stay inside the limits.</summary>
    public static void CheckAll(SourceFile file, ReadLimits limits)
    {
        var left = limits.ArchiveBytes;
        var buffer = new byte[1 << 16];
        foreach (var member in Members(file, limits))
        {
            using var stream = Open(file, member, limits with { ArchiveBytes = left });
            for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                left -= read;
            }
        }
    }

    private static BoundedStream Open(SourceFile file, string member, ReadLimits limits)
    {
        var stream = file.Open();
        var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var entry = zip.GetEntry(member) ?? throw new InvalidDataException($"there is no member {member}");
        var most = Math.Min(limits.ArchiveBytes, entry.CompressedLength * (long)limits.ArchiveRatio + (1 << 20));
        return new BoundedStream(entry.Open(), zip, most, entry.CompressedLength * limits.ArchiveRatio < limits.ArchiveBytes
            ? $"more than {limits.ArchiveRatio} bytes unpacked from each packed one"
            : $"{limits.ArchiveBytes >> 20} MB unpacked");
    }
}

/// <summary>A stream that ends with a complaint when it gives more bytes than allowed.</summary>
internal sealed class BoundedStream(Stream inner, IDisposable owner, long most, string limit) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        return _read > most ? throw new ArchiveLimitException(limit) : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner.Dispose();
        }

        base.Dispose(disposing);
    }
}
