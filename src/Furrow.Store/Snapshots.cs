using System.Security.Cryptography;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Microsoft.Win32.SafeHandles;

namespace Furrow.Store;

/// <summary>The folded state of one subject as bytes. Version is that of its fold: another version means the section is rebuilt.</summary>
public sealed record SnapshotSection(string Subject, int FoldVersion, ReadOnlyMemory<byte> Payload);

/// <summary>Snapshots beside the log: derived, may be thrown away at any time. One file holds all sections of one position and is replaced as a whole;
/// each section has its own hash, so that a broken or outdated one is rebuilt alone. Layout: docs/fact-format.md.</summary>
public static class Snapshots
{
    /// <summary>So many bytes at most wait to be brought to the disk: one large sync at the end would hold up those of the log beside it.</summary>
    private const long SyncBytes = 4 << 20;

    public static string PathFor(string log) => log + "-snapshot";

    /// <summary>Replaces the snapshot beside the log. The old one stands until the new one is whole and on the disk. Sections are written as they are
    /// made, so that a large one is never held in memory.</summary>
    /// <param name="replace">Puts the finished file in the place of the old one by calling its argument, or does not, when it came too late.</param>
    public static void Save(string log, LogHead head, IReadOnlyList<StateSection> sections, Action<Action>? replace = null)
    {
        var temporary = PathFor(log) + "-new";
        OwnerFiles.Ensure(temporary);
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                file.Write(SnapshotIndex.Mark);
                var lines = sections.Select(section => Write(file, section)).ToList();
                file.Write(new SnapshotIndex(head, lines).ToBytes());
                file.Flush(flushToDisk: true);
            }

            (replace ?? (move => move()))(() => File.Move(temporary, PathFor(log), overwrite: true));
        }
        finally
        {
            OwnerFiles.Forget(temporary);
        }
    }

    /// <summary>The sections that can be used with this log: whole, of the position named, and the log still holds that very entry. Empty when there
    /// are none. A section missing from the answer is rebuilt by whoever asked.</summary>
    /// <param name="only">The one section to read; null: all.</param>
    public static (LogHead Head, IReadOnlyList<SnapshotSection> Sections) Load(string log, ILog with, string? only = null)
    {
        using var file = TryOpen(log);
        if (file is null || SnapshotIndex.Read(file) is not { } index || with.Head.Position < index.Head.Position
            || with.Find(index.Head.Position)?.Hash != index.Head.Hash)
        {
            return (LogHead.Empty, []);
        }

        var sections = new SnapshotSection?[index.Lines.Count];
        Parallel.For(0, sections.Length, i => sections[i] = only is null || index.Lines[i].Subject == only ? Read(file, index, i) : null);
        return (index.Head, [.. sections.OfType<SnapshotSection>()]);
    }

    /// <summary>Throws the snapshot away.</summary>
    public static void Forget(string log)
    {
        File.Delete(PathFor(log));
        File.Delete(PathFor(log) + "-new");
    }

    /// <summary>The position a snapshot was taken at: the log has been there. Empty when there is no usable snapshot.</summary>
    internal static LogHead HeadOf(string log)
    {
        using var file = TryOpen(log);
        return file is null ? LogHead.Empty : SnapshotIndex.Read(file)?.Head ?? LogHead.Empty;
    }

    /// <summary>Null when there is none that may be read: everything in it can be computed again.</summary>
    private static SafeFileHandle? TryOpen(string log)
    {
        try
        {
            return File.Exists(PathFor(log)) ? File.OpenHandle(PathFor(log), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null)
        {
            return null;
        }
    }

    private static SnapshotLine Write(FileStream file, StateSection section)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        section.Write(piece =>
        {
            file.Write(piece.Span);
            hash.AppendData(piece.Span);
            bytes += piece.Length;
            if (bytes / SyncBytes > (bytes - piece.Length) / SyncBytes)
            {
                file.Flush(flushToDisk: true);
            }
        });
        return new SnapshotLine(section.Subject, section.FoldVersion, bytes, Digest.Read(hash.GetHashAndReset()));
    }

    private static SnapshotSection? Read(SafeFileHandle file, SnapshotIndex index, int number)
    {
        var line = index.Lines[number];
        var offset = SnapshotIndex.Mark.Length + index.Lines.Take(number).Sum(l => l.Bytes);
        if (line.Bytes > Array.MaxLength || offset + line.Bytes > RandomAccess.GetLength(file))
        {
            return null;
        }

        var payload = GC.AllocateUninitializedArray<byte>((int)line.Bytes);
        for (var done = 0; done < payload.Length;)
        {
            var read = RandomAccess.Read(file, payload.AsSpan(done), offset + done);
            if (read == 0)
            {
                return null;
            }

            done += read;
        }

        return Digest.Of(payload) == line.Hash ? new SnapshotSection(line.Subject, line.FoldVersion, payload) : null;
    }
}
