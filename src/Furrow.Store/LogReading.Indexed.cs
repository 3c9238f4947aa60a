using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Store;

/// <content>Facts found by their names.</content>
public static partial class LogReading
{
    /// <summary>The facts with one of these names, in order, each with its act. Parts and statement of each are proved against its placement; that the
    /// placements are all there are, and the right ones, the caller proves by their <see cref="FactTally"/>.</summary>
    public static IEnumerable<IndexedFact> ReadIndexed(this ILog log, IReadOnlyCollection<string> factNames, long upTo = long.MaxValue)
    {
        foreach (var positions in log.Find(factNames, 0, upTo).Chunk(SmallChunk))
        {
            var entries = log.ReadAt(positions).ToArray();
            var acts = log.ReadAt([.. entries.Where(e => !e.Statement.IsAct).Select(ActOf).Distinct().Order()]).ToArray();
            var facts = DecodeAll(entries);
            var actOf = DecodeAll(acts).ToDictionary(a => a.Entry.Position, a => a.Entry.Statement.IsAct ? a.Fact as Act ?? Act.Unread : null);
            foreach (var (entry, fact) in facts)
            {
                var act = entry.Statement.IsAct ? fact as Act ?? Act.Unread : actOf[ActOf(entry)] ?? throw WithoutAct(entry);
                yield return factNames.Contains(entry.Statement.FactName) ? new IndexedFact(Place(entry, fact, act), entry.Hash)
                    : throw new LogBrokenException(entry.Position, "it stands in the index under another name");
            }
        }
    }

    /// <summary>The tally of the facts with one of these names, going on from an earlier one.</summary>
    /// <param name="known">Of those up to <paramref name="after"/>.</param>
    public static FactTally Tally(this ILog log, IReadOnlyCollection<string> factNames, FactTally known, long after, long upTo) =>
        log.HashesAt(log.Find(factNames, after, upTo)).Aggregate(known, static (tally, hash) => tally.Add(hash));
}
