using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Store.Tests;

/// <summary>Acts and facts for logs whose content does not matter.</summary>
internal static class TestActs
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The smallest whole thing a log can hold: an act, with a restricted part.</summary>
    public static Act Act(int number) =>
        new(new Guid(number, 0, 0, new byte[8]), new Guid(7, 0, 0, new byte[8]), Noon.AddMinutes(number), Door.Verb, 0, $"remark {number}");

    /// <summary>Facts as drafts, all committed at one time. The first of a log must be an act.</summary>
    public static EntryDraft[] Seal(params IReadOnlyList<IFact> facts) =>
        LogReading.Seal([.. facts.Select((fact, i) => new Placed(i + 1, Noon, Core.Log.Act.Unread, fact))]);

    public static Outcome<LogHead> Append(this ILog log, IReadOnlyList<IFact> facts, long? expectedPosition = null) =>
        log.Append(Seal(facts), expectedPosition).GetAwaiter().GetResult();

    /// <summary>What a sealed text reads as in a log.</summary>
    public static string? TextOf(this ILog log, Sealed? text) => text is null ? null : ((Sealed)log.Find(text.Place!.Value.Position)!.Open(text)).Text;

    /// <summary>A fact of a log with the reason of an act open, as it was before it was written.</summary>
    public static IFact Whole(this ILog log, IFact fact) => fact is Act act ? act with { Reason = log.TextOf(act.Reason) } : fact;

    /// <summary>One more fact of the last act, committed with it.</summary>
    public static void AppendLast(this ILog log, IFact fact) => log.Append(LogReading.Seal([new Placed(log.Head.Position + 1,
        log.Find(log.Head.Position)!.Placement.CommittedAt, Core.Log.Act.Unread, fact)])).GetAwaiter().GetResult().Get();

    public static Task<Outcome<LogHead>> AppendAsync(this ILog log, IReadOnlyList<IFact> facts, long? expectedPosition = null) =>
        log.Append(Seal(facts), expectedPosition);
}
