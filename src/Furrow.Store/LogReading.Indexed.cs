using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Store;

/// <content>Facts found by their names.</content>
public static partial class LogReading
{
    /// <summary>Whether facts of this name are looked for. Acts and facts of large subjects are not: there are too many of them.</summary>
    internal static bool IsIndexed(string factName) => factName != Act.Name && !Subjects.All.Any(s => s.IsLarge && s.FactNames.Contains(factName));

    /// <summary>The facts with one of these names, in order, each with its act. Parts and statement of each are proved against its placement; that they are
    /// all there are, the caller proves by their number.</summary>
    public static IEnumerable<Placed> ReadIndexed(this ILog log, IReadOnlyCollection<string> factNames, long after = 0, long upTo = long.MaxValue)
    {
        foreach (var positions in log.Find(factNames, after, upTo).Chunk(SmallChunk))
        {
            var entries = log.ReadAt(positions).ToArray();
            var acts = log.ReadAt([.. entries.Where(e => !e.Statement.IsAct).Select(ActOf).Distinct().Order()]).ToArray();
            var facts = DecodeAll(entries);
            var actOf = DecodeAll(acts).ToDictionary(a => a.Entry.Position, a => a.Entry.Statement.IsAct ? a.Fact as Act ?? Act.Unread : null);
            foreach (var (entry, fact) in facts)
            {
                var act = entry.Statement.IsAct ? fact as Act ?? Act.Unread : actOf[ActOf(entry)] ?? throw WithoutAct(entry);
                yield return factNames.Contains(entry.Statement.FactName) ? Place(entry, fact, act)
                    : throw new LogBrokenException(entry.Position, "it stands in the index under another name");
            }
        }
    }
}
