using System.Buffers.Binary;
using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>The place the authority's log gives a statement. Placements are chained, so the order of the log is proved without any content.
/// Byte layout: docs/fact-format.md.</summary>
/// <param name="Position">Place in the log, from 1, without gaps.</param>
/// <param name="Epoch">Fencing number of the writer's lease; never falls along the log.</param>
/// <param name="CommittedAt">When the log took it, to the millisecond; never runs back along the log.</param>
/// <param name="Statement">Hash of the statement placed.</param>
/// <param name="Previous">Hash of the placement before; zero for the first.</param>
public readonly record struct Placement(long Position, long Epoch, DateTimeOffset CommittedAt, Digest Statement, Digest Previous)
{
    public const byte Format = 2;
    public const int SizeBytes = 25 + 2 * Digest.SizeBytes;
    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>A moment as the log keeps it: UTC, whole milliseconds.</summary>
    public static DateTimeOffset Kept(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());

    public void Write(Span<byte> to)
    {
        to[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(to[1..], Position);
        BinaryPrimitives.WriteInt64BigEndian(to[9..], Epoch);
        BinaryPrimitives.WriteInt64BigEndian(to[17..], CommittedAt.ToUnixTimeMilliseconds());
        Statement.Write(to[25..]);
        Previous.Write(to[57..]);
    }

    /// <summary>Reads the bytes at the start of the span; <see cref="FormatException"/> when they are not a placement this release can read.</summary>
    public static Placement Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SizeBytes || bytes[0] != Format)
        {
            throw new FormatException("Not the placement of an entry in format 2.");
        }

        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes[17..]);
        if (milliseconds < 0 || milliseconds > LastMillisecond)
        {
            throw new FormatException("The placement of an entry holds a time that no clock shows.");
        }

        return new Placement(
            BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[9..]),
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            Digest.Read(bytes[25..]),
            Digest.Read(bytes[57..]));
    }
}
