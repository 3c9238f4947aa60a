using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>The log: append, and read in order. Two adapters stand behind it (SQLite in a file, PostgreSQL on a server), and one contract test before it.
/// It never edits, reorders or cuts; the only thing it ever takes away is the bytes of a part that a new entry erases.</summary>
public interface ILog : IDisposable
{
    /// <summary>The office this log writes for; part of every entry it makes.</summary>
    Guid Origin { get; }

    /// <summary>The last durable entry. A reader beside a writer sees it move.</summary>
    LogHead Head { get; }

    /// <summary>What this log is known to lack, or null. While something is missing nothing can be appended.</summary>
    LogLoss? Loss { get; }

    /// <summary>Whether this is the one writer, to whom what lies beside the ledger belongs. One that only reads may become it when its
    /// medium recovers.</summary>
    bool MayWrite { get; }

    /// <summary>Why the last attempt to write failed, as long as none has succeeded since; else null.</summary>
    Problem? Fault { get; }

    /// <summary>Tries whether entries could be appended now, by a durable write that changes nothing: null when they could, else why not.</summary>
    Task<Problem?> TryWriting();

    /// <summary>Appends a batch: all of it or nothing, durable before the task ends. Batches of several callers may share one write to the disk.
    /// Refused when the log is not at <paramref name="expectedPosition"/> (null: anywhere), when the lease is lost, when it is open for reading, and when
    /// the medium fails (the five storage problems). After a fault that passes the log goes on from the position it had, as soon as it can; only when the
    /// process ends before that may the batch be there, whole, at the next opening. After a broken disk nothing more is appended until the log is opened,
    /// and read, anew.</summary>
    Task<Outcome<LogHead>> Append(IReadOnlyList<EntryDraft> batch, long? expectedPosition = null);

    /// <summary>Entries in order, streamed, not checked against their hashes (see <see cref="LogReading"/>). <see cref="LogBrokenException"/> at the first
    /// entry that cannot be read at all.</summary>
    /// <param name="after">The position before the first wanted entry; 0 for all.</param>
    /// <param name="upTo">The last wanted position.</param>
    IEnumerable<Entry> Read(long after = 0, long upTo = long.MaxValue);

    /// <summary>Entries at these positions, in the order given, not checked against their hashes. <see cref="LogBrokenException"/> at the first that is not
    /// there or cannot be read.</summary>
    IEnumerable<Entry> ReadAt(IReadOnlyList<long> positions);

    /// <summary>Hashes of the placements at these positions, in the order given; parts are not read.</summary>
    IEnumerable<Digest> HashesAt(IReadOnlyList<long> positions);

    /// <summary>Positions of the entries whose fact has one of these names, in order. By an index: it costs what is found, not what the log holds.</summary>
    IReadOnlyList<long> Find(IReadOnlyCollection<string> factNames, long after = 0, long upTo = long.MaxValue);

    /// <summary>One entry, or null past the end.</summary>
    Entry? Find(long position);

    /// <summary>Something was erased: gives up what is kept in memory of entries that were read.</summary>
    void ForgetRead();
}

/// <summary>Something proves that the log held more than it holds now.</summary>
/// <param name="HeadPosition">Where the log ends.</param>
/// <param name="KnownPosition">An entry it is known to have held.</param>
/// <param name="KnownFrom">Who knows that: the checkpoint beside the log, a snapshot, another office.</param>
public sealed record LogLoss(long HeadPosition, long KnownPosition, Phrase KnownFrom)
{
    public Phrase Phrase => KnownPosition > HeadPosition
        ? $"Entries {HeadPosition + 1} to {KnownPosition} are missing: the {KnownFrom} knows of entry {KnownPosition}, the ledger ends at {HeadPosition}."
        : (Phrase)$"The ledger is not the one the {KnownFrom} knows: entry {KnownPosition} differs or cannot be read.";

    public override string ToString() => Phrase.ToString();
}

/// <summary>A position the log is known to have reached, and the hash of its header.</summary>
public sealed record Witness(LogHead Head, Phrase KnownFrom);

/// <summary>The bytes on the disk are not the log that was written: a broken disk, or a file changed by somebody; never a refusal.</summary>
public sealed class LogBrokenException(long position, string why, Exception? inner = null)
    : IOException($"The log is broken at entry {position}: {why}.", inner)
{
    public long Position { get; } = position;

    public string Why { get; } = why;
}
