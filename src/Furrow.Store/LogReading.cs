using System.Collections.Concurrent;
using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>Facts in and out of a log: sealed on the way in, checked on the way out.</summary>
public static class LogReading
{
    /// <summary>Entries decoded at once, over all processors. Order is kept.</summary>
    private const int ChunkEntries = 4096;

    /// <summary>Fewer than this many are not worth spreading over processors.</summary>
    private const int SmallBatch = 64;

    /// <summary>Salts, hashes and appends facts as one batch; returns when they are durable.</summary>
    public static Outcome<LogHead> Append(this ILog log, IReadOnlyList<IFact> facts, long? expectedPosition = null) =>
        log.Append(Seal(facts), expectedPosition).GetAwaiter().GetResult();

    /// <summary>The same without blocking: callers that append together share one write to the disk.</summary>
    public static Task<Outcome<LogHead>> AppendAsync(this ILog log, IReadOnlyList<IFact> facts, long? expectedPosition = null) =>
        log.Append(Seal(facts), expectedPosition);

    /// <summary>Facts as drafts with fresh random salts. Large batches are sealed on all processors.</summary>
    public static EntryDraft[] Seal(IReadOnlyList<IFact> facts)
    {
        var drafts = new EntryDraft[facts.Count];
        if (facts.Count < SmallBatch)
        {
            Seal(facts, drafts, 0, drafts.Length);
        }
        else
        {
            Parallel.ForEach(Partitioner.Create(0, drafts.Length, SmallBatch), range => Seal(facts, drafts, range.Item1, range.Item2));
        }

        return drafts;
    }

    /// <summary>Salts are drawn for some entries at once: a call for each would cost more than the hashing. Each byte is used once.</summary>
    private static void Seal(IReadOnlyList<IFact> facts, EntryDraft[] drafts, int from, int end)
    {
        byte[] salts = [];
        var used = 0;
        for (var i = from; i < end; i++)
        {
            var encoded = FactFormat.Encode(facts[i]);
            var needed = encoded.Parts.Count * EntryPart.SaltBytes;
            if (used + needed > salts.Length)
            {
                salts = RandomNumberGenerator.GetBytes(Math.Max(needed, Math.Min(end - i, SmallBatch) * EntryPart.SaltBytes));
                used = 0;
            }

            drafts[i] = EntryDraft.Seal(encoded, salts.AsMemory(used, needed));
            used += needed;
        }
    }

    /// <summary>Entries in order, each proved: it follows the one before, and its parts are the ones its header names.
    /// <see cref="LogBrokenException"/> names the first that is not.</summary>
    public static IEnumerable<Entry> ReadChecked(this ILog log, long after = 0, long upTo = long.MaxValue)
    {
        var (before, epoch) = (LogHead.Empty, 0L);
        if (after > 0)
        {
            var last = log.Find(after) ?? throw new ArgumentOutOfRangeException(nameof(after), $"The log does not reach entry {after}.");
            (before, epoch) = (new LogHead(after, last.Hash), last.Header.Epoch);
        }

        foreach (var entry in log.Read(after, upTo))
        {
            if (entry.WhyNotAfter(before, epoch) is { } why)
            {
                throw new LogBrokenException(before.Position + 1, why);
            }

            (before, epoch) = (new LogHead(entry.Position, entry.Hash), entry.Header.Epoch);
            yield return entry;
        }
    }

    /// <summary>The facts of the log in order, ready to fold; parts checked and decoded on all processors, a few thousand entries ahead of the
    /// caller.</summary>
    public static IEnumerable<Recorded> ReadFacts(this ILog log, long after = 0, long upTo = long.MaxValue)
    {
        using var chunks = log.ReadChecked(after, upTo).Chunk(ChunkEntries).GetEnumerator();
        var ahead = Task.Run(() => DecodeNext(chunks));
        try
        {
            while (ahead.GetAwaiter().GetResult() is { } facts)
            {
                ahead = Task.Run(() => DecodeNext(chunks));
                foreach (var fact in facts)
                {
                    yield return fact;
                }
            }
        }
        finally
        {
            // A caller that stops early must not leave a thread reading behind it.
            ((IAsyncResult)ahead).AsyncWaitHandle.WaitOne();
        }
    }

    private static Recorded[]? DecodeNext(IEnumerator<Entry[]> chunks)
    {
        if (!chunks.MoveNext())
        {
            return null;
        }

        var chunk = chunks.Current;
        var facts = new Recorded[chunk.Length];
        if (chunk.Length < SmallBatch)
        {
            for (var i = 0; i < chunk.Length; i++)
            {
                facts[i] = Decode(chunk[i]);
            }

            return facts;
        }

        try
        {
            Parallel.For(0, chunk.Length, i => facts[i] = Decode(chunk[i]));
        }
        catch (AggregateException several)
        {
            throw several.InnerExceptions.OfType<LogBrokenException>().MinBy(e => e.Position) ?? several.InnerExceptions[0];
        }

        return facts;
    }

    /// <summary>One fact by its position, or null past the end.</summary>
    public static IFact? FindFact(this ILog log, long position) => log.Find(position) is { } entry ? Decode(entry).Fact : null;

    private static Recorded Decode(Entry entry)
    {
        if (entry.FindBrokenPart() is { } tier)
        {
            throw new LogBrokenException(entry.Position, $"its {tier} part is not the one its header names");
        }

        try
        {
            return new Recorded(entry.Position, FactFormat.Decode(entry));
        }
        catch (FormatException wrong)
        {
            throw new LogBrokenException(entry.Position, wrong.Message, wrong);
        }
    }
}
