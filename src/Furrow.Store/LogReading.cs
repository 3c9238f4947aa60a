using System.Collections.Concurrent;
using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>Facts in and out of a log: sealed on the way in, checked on the way out.</summary>
public static partial class LogReading
{
    /// <summary>Entries decoded at once, over all processors. Order is kept.</summary>
    private const int ChunkEntries = 4096;

    /// <summary>Entries found by name that are read before they are decoded.</summary>
    private const int SmallChunk = 1024;

    /// <summary>Fewer than this many are not worth spreading over processors.</summary>
    private const int SmallBatch = 64;

    /// <summary>Entries as drafts with fresh random salts. Large batches are sealed on all processors.</summary>
    /// <param name="entries">In order, each act before its facts, no time of commit before the one before it.</param>
    /// <param name="log">Where they go. A sealed value that stands in it already is written once more. Null where none can.</param>
    public static EntryDraft[] Seal(IReadOnlyList<Placed> entries, ILog? log = null) => Seal(entries, new CarriedSeals(log, entries));

    /// <summary>The same, a large batch only while it is written.</summary>
    public static IReadOnlyList<EntryDraft> SealedOnTheWay(IReadOnlyList<Placed> entries, ILog? log = null)
    {
        var carried = new CarriedSeals(log, entries);
        return entries.Count <= ChunkEntries ? Seal(entries, carried) : new SealedOnTheWay(entries, portion => Seal(portion, carried));
    }

    private static EntryDraft[] Seal(IReadOnlyList<Placed> entries, CarriedSeals carried)
    {
        var drafts = new EntryDraft[entries.Count];
        if (entries.Count < SmallBatch)
        {
            Seal(entries, carried, drafts, 0, drafts.Length);
        }
        else
        {
            Parallel.ForEach(Partitioner.Create(0, drafts.Length, SmallBatch), range => Seal(entries, carried, drafts, range.Item1, range.Item2));
        }

        return drafts;
    }

    /// <summary>Salts are drawn for some entries at once: a call for each would cost more than the hashing. Each byte is used once.</summary>
    private static void Seal(IReadOnlyList<Placed> entries, CarriedSeals carried, EntryDraft[] drafts, int from, int end)
    {
        byte[] salts = [];
        var used = 0;
        for (var i = from; i < end; i++)
        {
            var encoded = FactFormat.Encode(entries[i].Fact, carried.Open);
            var needed = encoded.Parts.Count * EntryPart.SaltBytes;
            if (used + needed > salts.Length)
            {
                salts = RandomNumberGenerator.GetBytes(Math.Max(needed, Math.Min(end - i, SmallBatch) * EntryPart.SaltBytes));
                used = 0;
            }

            drafts[i] = EntryDraft.Seal(encoded, salts.AsMemory(used, needed), entries[i].CommittedAt);
            used += needed;
        }
    }

    /// <summary>Entries in order, each proved: it follows the one before, and its parts are the ones its header names.
    /// <see cref="LogBrokenException"/> names the first that is not.</summary>
    public static IEnumerable<Entry> ReadChecked(this ILog log, long after = 0, long upTo = long.MaxValue)
    {
        var chain = after == 0 ? EntryChain.FromStart()
            : EntryChain.Behind(log.Find(after) ?? throw new ArgumentOutOfRangeException(nameof(after), $"The log does not reach entry {after}."));
        foreach (var entry in log.Read(after, upTo))
        {
            if (chain.WhyNot(entry) is { } why)
            {
                throw new LogBrokenException(chain.Head.Position + 1, why);
            }

            chain.Add(entry);
            yield return entry;
        }
    }

    /// <summary>The facts of the log in order, ready to fold; parts checked and decoded on all processors, a few thousand entries ahead of the
    /// caller.</summary>
    public static IEnumerable<Placed> ReadFacts(this ILog log, long after = 0, long upTo = long.MaxValue)
    {
        using var chunks = log.ReadChecked(after, upTo).Chunk(ChunkEntries).GetEnumerator();
        var ahead = Task.Run(() => DecodeNext(chunks));
        Act? act = null;
        try
        {
            while (ahead.GetAwaiter().GetResult() is { } facts)
            {
                ahead = Task.Run(() => DecodeNext(chunks));
                foreach (var (entry, fact) in facts)
                {
                    act = entry.Statement.IsAct ? fact as Act ?? Act.Unread : act ?? FindAct(log, entry);
                    yield return Place(entry, fact, act);
                }
            }
        }
        finally
        {
            // A caller that stops early must not leave a thread reading behind it.
            ((IAsyncResult)ahead).AsyncWaitHandle.WaitOne();
        }
    }

    /// <summary>One fact by its position, with its act; null past the end.</summary>
    public static Placed? FindFact(this ILog log, long position) => log.Find(position) is not { } entry ? null
        : Decode(entry).Fact is var fact && fact is Act act ? Place(entry, fact, act) : Place(entry, fact, FindAct(log, entry));

    /// <summary>What an act of a later release did is read by a later release: this one does not know whose it is.</summary>
    private static Placed Place(Entry entry, IFact fact, Act act) =>
        new(entry.Position, entry.Placement.CommittedAt, act, ReferenceEquals(act, Act.Unread) ? FactFormat.AsUnknown(entry) : fact);

    private static Act FindAct(ILog log, Entry entry) => log.Find(ActOf(entry)) is { Statement.IsAct: true } found
        ? Decode(found).Fact as Act ?? Act.Unread : throw WithoutAct(entry);

    /// <summary>The position of the act of a fact: its facts stand right behind it, so it is as many entries back as statements.</summary>
    private static long ActOf(Entry entry) => entry.Position - (entry.Statement.Sequence - entry.Statement.Act) is var position and > 0 ? position
        : throw WithoutAct(entry);

    private static LogBrokenException WithoutAct(Entry entry) => new(entry.Position, "it does not follow the act it belongs to");

    private static (Entry Entry, IFact Fact)[]? DecodeNext(IEnumerator<Entry[]> chunks)
    {
        return chunks.MoveNext() ? DecodeAll(chunks.Current) : null;
    }

    private static (Entry Entry, IFact Fact)[] DecodeAll(Entry[] chunk)
    {
        var facts = new (Entry, IFact)[chunk.Length];
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

    private static (Entry Entry, IFact Fact) Decode(Entry entry)
    {
        if (entry.Placement.Statement != entry.StatementHash)
        {
            throw new LogBrokenException(entry.Position, "the statement is not the one its placement names");
        }

        if (entry.FindBrokenPart() is { } tier)
        {
            throw new LogBrokenException(entry.Position, $"its {tier} part is not the one its statement names");
        }

        try
        {
            return (entry, FactFormat.Decode(entry));
        }
        catch (FormatException wrong)
        {
            throw new LogBrokenException(entry.Position, wrong.Message, wrong);
        }
    }
}
