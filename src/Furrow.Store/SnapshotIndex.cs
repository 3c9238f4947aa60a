using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Microsoft.Win32.SafeHandles;

namespace Furrow.Store;

/// <summary>A section as the index knows it.</summary>
internal sealed record SnapshotLine(string Subject, int FoldVersion, long Bytes, Digest Hash);

/// <summary>What stands at the end of a snapshot file: the head it was taken at and a line for each section, as text; the length of that text in 4 bytes,
/// and its hash. At the end, because a section's length and hash are known only when it is written.</summary>
internal sealed record SnapshotIndex(LogHead Head, IReadOnlyList<SnapshotLine> Lines)
{
    internal static readonly byte[] Mark = Encoding.ASCII.GetBytes("furrow-snapshot 2\n");
    private const int TailBytes = 4 + Digest.SizeBytes;

    /// <summary>First line position and hash of the head; then one line a section: subject, fold version, bytes, hash.</summary>
    internal byte[] ToBytes()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Head.Position} {Head.Hash}\n");
        foreach (var line in Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Subject} {line.FoldVersion} {line.Bytes} {line.Hash}\n");
        }

        var said = Encoding.UTF8.GetBytes(text.ToString());
        var bytes = new byte[said.Length + TailBytes];
        said.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(said.Length), said.Length);
        Digest.Of(said).Write(bytes.AsSpan(said.Length + 4));
        return bytes;
    }

    /// <summary>Null when the file does not end in an index as it was written.</summary>
    internal static SnapshotIndex? Read(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        if (length < Mark.Length + TailBytes || !At(file, 0, Mark.Length).AsSpan().SequenceEqual(Mark))
        {
            return null;
        }

        var tail = At(file, length - TailBytes, TailBytes);
        var size = BinaryPrimitives.ReadInt32BigEndian(tail);
        if (size <= 0 || size > length - Mark.Length - TailBytes)
        {
            return null;
        }

        var said = At(file, length - TailBytes - size, size);
        return Digest.Of(said) == Digest.Read(tail.AsSpan(4)) ? Parse(Encoding.UTF8.GetString(said)) : null;
    }

    /// <summary>The text has proved its hash: it is as it was written.</summary>
    private static SnapshotIndex Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToArray();
        return new SnapshotIndex(
            new LogHead(Whole(lines[0][0]), Digest.Parse(lines[0][1])!.Value),
            [.. lines.Skip(1).Select(w => new SnapshotLine(w[0], (int)Whole(w[1]), Whole(w[2]), Digest.Parse(w[3])!.Value))]);
    }

    private static long Whole(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static byte[] At(SafeFileHandle file, long offset, int count)
    {
        var bytes = new byte[count];
        var done = 0;
        for (int read; done < count && (read = RandomAccess.Read(file, bytes.AsSpan(done), offset + done)) > 0;)
        {
            done += read;
        }

        return bytes;
    }
}
