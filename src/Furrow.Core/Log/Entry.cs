using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>Where a log ends: position (0 when empty) and hash of the last placement.</summary>
public readonly record struct LogHead(long Position, Digest Hash)
{
    public static readonly LogHead Empty;
}

/// <summary>An entry as read: a statement, its place, and its parts in the statement's order.</summary>
/// <param name="Hash">Of the placement: what the next one names.</param>
/// <param name="StatementHash">Of the statement as it was read; a whole entry's placement names the same.</param>
public sealed record Entry(Placement Placement, Statement Statement, EntryPart[] Parts, Digest Hash, Digest StatementHash)
{
    public long Position => Placement.Position;

    /// <summary>Reads the kept bytes of an entry; <see cref="FormatException"/> when they are not an entry.</summary>
    /// <param name="header">Placement and statement, one after the other.</param>
    public static Entry Read(ReadOnlySpan<byte> header, ReadOnlyMemory<byte> parts)
    {
        var placement = Placement.Read(header);
        var stated = header[Placement.SizeBytes..];
        var statement = Statement.Read(stated);
        return new Entry(placement, statement, PartsCodec.Decode(parts, statement.Parts), Digest.Of(header[..Placement.SizeBytes]), Digest.Of(stated));
    }

    /// <summary>The kept form of placement and statement.</summary>
    public byte[] HeaderBytes()
    {
        var statement = Statement.ToBytes();
        var bytes = new byte[Placement.SizeBytes + statement.Length];
        Placement.Write(bytes);
        statement.CopyTo(bytes, Placement.SizeBytes);
        return bytes;
    }

    /// <summary>The first part whose bytes are not the ones the statement speaks of, or null.</summary>
    public Tier? FindBrokenPart()
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            if (!Parts[i].Matches(Statement.Parts[i]))
            {
                return Parts[i].Tier;
            }
        }

        return null;
    }
}
