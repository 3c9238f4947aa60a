using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Privacy;

namespace Furrow.Store;

/// <summary>One line of the list.</summary>
/// <param name="Hash">Of the placement of the entry, so that an entry of another ledger at that position is let alone.</param>
/// <param name="By">Position of the entry that erased it.</param>
/// <param name="Person">Who erased it.</param>
/// <param name="At">When, as they said.</param>
public sealed record ErasureLine(long Position, Tier Tier, Digest Hash, long By, Guid Person, DateTimeOffset At)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Position} {(byte)Tier} {Hash} {By} {Person:D} {At.ToUnixTimeMilliseconds()}");

    /// <summary>Null when it is not one.</summary>
    internal static ErasureLine? Read(string line)
    {
        var words = line.Split(' ');
        return words.Length == 6 && PlainNumber.Long(words[0]) is { } position
            && byte.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var tier) && Digest.Parse(words[2]) is { } hash
            && PlainNumber.Long(words[3]) is { } by && Guid.TryParseExact(words[4], "D", out var person)
            && PlainNumber.Long(words[5]) is { } at && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new ErasureLine(position, (Tier)tier, hash, by, person, DateTimeOffset.FromUnixTimeMilliseconds(at)) : null;
    }
}

/// <summary>The list of erasures beside a ledger (<c>NAME.furrow-erasures</c>): what was erased, so that a backup from before is not read with it. It holds
/// positions, hashes and opaque ids, and is kept beside backups. A line is only ever added. Layout: docs/fact-format.md.</summary>
public static class ErasureList
{
    private const string Mark = "furrow-erasures 1";

    public static string PathFor(string log) => log + "-erasures";

    /// <summary>Empty where there is none. A line that was cut off is left out. <see cref="IOException"/> and what else reading a file may throw.</summary>
    public static IReadOnlyList<ErasureLine> Read(string log) => !File.Exists(PathFor(log)) ? []
        : [.. File.ReadAllLines(PathFor(log)).Skip(1).Select(ErasureLine.Read).OfType<ErasureLine>()];

    /// <summary>Parts of this log that the list names and that are still in it: it was put back from a backup.</summary>
    public static IReadOnlyList<ErasureLine> Waiting(string path, ILog log)
    {
        var head = log.Head.Position;
        var lines = Read(path).Where(l => l.Position <= head && l.Tier != Tier.Ordinary).DistinctBy(l => (l.Position, l.Tier))
            .OrderBy(l => l.Position).ToList();
        return [.. lines.Zip(log.ReadAt([.. lines.Select(l => l.Position)])).Where(pair => pair.First.Hash == pair.Second.Hash
            && pair.Second.Parts.Any(p => p.Tier == pair.First.Tier && p.State == PartState.Present)).Select(pair => pair.First)];
    }

    /// <summary>Adds what the list lacks: written beside and moved into place, so that it is never half there.</summary>
    public static void Complete(string path, ILog log, Erasures erasures)
    {
        var known = Read(path);
        var listed = known.Select(l => (l.Position, l.Tier)).ToHashSet();
        var lacking = erasures.All.Where(e => !listed.Contains((e.Position, e.Tier))).OrderBy(e => e.Position).ToList();
        if (lacking.Count == 0)
        {
            return;
        }

        var hashes = lacking.Select(e => e.Position).Distinct().ToList() is var positions
            ? positions.Zip(log.HashesAt(positions)).ToDictionary(p => p.First, p => p.Second) : [];
        var lines = known.Concat(lacking.Select(e => new ErasureLine(e.Position, e.Tier, hashes[e.Position], e.By, e.Act.Person, e.Act.At)));
        var temporary = PathFor(path) + "-new";
        try
        {
            using (var file = OwnerFiles.Create(temporary))
            {
                file.Write(Encoding.ASCII.GetBytes(string.Join('\n', lines.Select(l => l.ToString()).Prepend(Mark)) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathFor(path), overwrite: true);
        }
        finally
        {
            OwnerFiles.Forget(temporary);
        }
    }

    /// <summary>The entries that erase again what a backup brought back: an act of whoever erased it, for each time they did. The commit is at the last one of
    /// the log, or at the time of the act when that is later.</summary>
    public static IReadOnlyList<Placed> Again(IReadOnlyList<ErasureLine> waiting, LogHead head, DateTimeOffset committedAt, Func<Guid> newId)
    {
        var entries = new List<Placed>();
        foreach (var lines in waiting.GroupBy(l => (l.Person, l.At)))
        {
            var at = lines.Key.At > committedAt ? lines.Key.At : committedAt;
            committedAt = at;
            var act = new Act(newId(), lines.Key.Person, lines.Key.At, Door.Verb, head.Position, "Erased before; the ledger was put back from a backup.");
            entries.AddRange(lines.Select(l => (IFact)new PartErased(l.Position, l.Tier)).Prepend(act)
                .Select((fact, i) => new Placed(head.Position + entries.Count + 1 + i, at, act, fact)).ToList());
        }

        return entries;
    }
}
