using System.Buffers.Binary;
using System.Text;
using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>The folded state of one subject as bytes. Version is that of its fold: another version means the section is rebuilt.</summary>
public sealed record SnapshotSection(string Subject, int FoldVersion, ReadOnlyMemory<byte> Payload);

/// <summary>Snapshots beside the log: derived, may be thrown away at any time. One file holds all sections of one position and is replaced as a whole;
/// each section has its own hash, so that a broken or outdated one is rebuilt alone. Layout: docs/fact-format.md.</summary>
public static class Snapshots
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("furrow-snapshot 1\n");

    public static string PathFor(string log) => log + "-snapshot";

    /// <summary>Replaces the snapshot beside the log. The old one stands until the new one is whole and on the disk.</summary>
    public static void Save(string log, LogHead head, IReadOnlyList<SnapshotSection> sections)
    {
        var index = Index(head, sections);
        var temporary = PathFor(log) + "-new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            file.Write(Mark);
            file.Write(Number(index.Length));
            file.Write(index);
            Span<byte> hash = stackalloc byte[Digest.SizeBytes];
            Digest.Of(index).Write(hash);
            file.Write(hash);
            foreach (var section in sections)
            {
                file.Write(section.Payload.Span);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathFor(log), overwrite: true);
    }

    /// <summary>The sections that can be used with this log: whole, of the position named, and the log still holds that very entry. Empty when there
    /// are none. A section missing from the answer is rebuilt by whoever asked.</summary>
    public static (LogHead Head, IReadOnlyList<SnapshotSection> Sections) Load(string log, ILog with)
    {
        using var file = TryOpen(log);
        if (file is null || ReadIndex(file) is not { } index || with.Head.Position < index.Head.Position
            || with.Find(index.Head.Position)?.Hash != index.Head.Hash)
        {
            return (LogHead.Empty, []);
        }

        var sections = new List<SnapshotSection>();
        foreach (var line in index.Lines)
        {
            var payload = new byte[line.Bytes];
            file.Position = line.Offset;
            if (file.ReadAtLeast(payload, payload.Length, throwOnEndOfStream: false) == payload.Length && Digest.Of(payload) == line.Hash)
            {
                sections.Add(new SnapshotSection(line.Subject, line.FoldVersion, payload));
            }
        }

        return (index.Head, sections);
    }

    /// <summary>Throws the snapshot away: after an erasure it must not keep what the log has given up.</summary>
    public static void Forget(string log)
    {
        File.Delete(PathFor(log));
        File.Delete(PathFor(log) + "-new");
    }

    /// <summary>The position a snapshot was taken at: the log has been there. Empty when there is no usable snapshot.</summary>
    internal static LogHead HeadOf(string log)
    {
        using var file = TryOpen(log);
        return file is null ? LogHead.Empty : ReadIndex(file)?.Head ?? LogHead.Empty;
    }

    private sealed record Line(string Subject, int FoldVersion, long Bytes, Digest Hash, long Offset);

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>First line position and hash of the head; then one line a section: subject, fold version, bytes, hash.</summary>
    private static byte[] Index(LogHead head, IReadOnlyList<SnapshotSection> sections)
    {
        var text = new StringBuilder().Append(Invariant($"{head.Position} {head.Hash}\n"));
        foreach (var section in sections)
        {
            text.Append(Invariant($"{section.Subject} {section.FoldVersion} {section.Payload.Length} {Digest.Of(section.Payload.Span)}\n"));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static FileStream? TryOpen(string log) =>
        File.Exists(PathFor(log)) ? new FileStream(PathFor(log), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;

    private static (LogHead Head, List<Line> Lines)? ReadIndex(FileStream file)
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        var mark = reader.ReadBytes(Mark.Length);
        var length = reader.ReadBytes(4);
        if (!mark.AsSpan().SequenceEqual(Mark) || length.Length < 4
            || BinaryPrimitives.ReadInt32BigEndian(length) is var size && (size < 0 || size > file.Length))
        {
            return null;
        }

        var index = reader.ReadBytes(size);
        var hash = reader.ReadBytes(Digest.SizeBytes);
        return hash.Length == Digest.SizeBytes && Digest.Of(index) == Digest.Read(hash) ? Parse(Encoding.UTF8.GetString(index), file) : null;
    }

    /// <summary>The index has proved its hash: it is as it was written.</summary>
    private static (LogHead Head, List<Line> Lines) Parse(string index, FileStream file)
    {
        var lines = index.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToArray();
        var sections = new List<Line>();
        var offset = file.Position;
        foreach (var word in lines.Skip(1))
        {
            var line = new Line(word[0], (int)Whole(word[1]), Whole(word[2]), Digest.Parse(word[3])!.Value, offset);
            sections.Add(line);
            offset += line.Bytes;
        }

        return (new LogHead(Whole(lines[0][0]), Digest.Parse(lines[0][1])!.Value), sections);
    }

    private static long Whole(string digits) => long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
