namespace Furrow.Core.Reports;

/// <summary>The whole review of a report as a question: who submitted, checked, returned, accepted it, and what became of it afterwards. The steps before
/// acceptance stand with the report, those from then on in the register of acceptances; this puts them together.</summary>
public static class ReviewHistory
{
    /// <summary>Every step, the oldest first.</summary>
    public static IReadOnlyList<ReviewLine> Of(ReportBook book, ReportEntry entry)
    {
        var lines = new List<ReviewLine> { new(ReviewAct.Submitted, entry.SubmittedIn) };
        lines.AddRange((entry.Trail?.Backwards() ?? []).Reverse().Select(s => new ReviewLine(s.What, s.Act)));
        if (entry.AcceptedAt is { } accepted)
        {
            lines.Add(Registered(book, ReviewAct.Accepted, accepted, null));
            lines.AddRange(Later(book, entry.Id));
        }

        // What was refused for good before the batch was taken back is not taken back with it.
        if (entry.Batch is { } batch && entry.Status != ReportStatus.Rejected && book.FindBatch(batch)?.UndoneAt is { } undone)
        {
            lines.Add(Registered(book, ReviewAct.Undone, undone, null));
        }

        return lines;
    }

    /// <summary>What happened to it in its chain since it was accepted.</summary>
    private static IEnumerable<ReviewLine> Later(ReportBook book, Guid report)
    {
        if (!book.ById.TryGetValue(ReportBook.IdKey(report), out var index))
        {
            yield break;
        }

        var acts = book.ActsOf(book.Slots[index].Root);
        var before = ReportStatus.Submitted;
        for (var count = 1; count <= acts.Count; count++)
        {
            var after = Standing(book, index, [.. acts.Take(count)]);
            if (before != after && What(before, after) is { } act)
            {
                var through = book.Slots[acts[count - 1]].Entry;
                yield return Registered(book, act, through.AcceptedAt!.Value, through.Id);
            }

            before = after;
        }
    }

    /// <summary>Approved, superseded or withdrawn, as these acts leave it; submitted as long as it is none of them.</summary>
    private static ReportStatus Standing(ReportBook book, int index, IReadOnlyList<int> acts)
    {
        var standing = ReportChain.Standing(i => book.Slots[i], acts);
        return !acts.Contains(index) ? ReportStatus.Submitted
            : book.Slots[index].Packed.IsWithdrawal
                ? ReportChain.TakenBack(i => book.Slots[i], acts).Contains(book.Slots[index].Packed.Id) ? ReportStatus.Withdrawn : ReportStatus.Approved
            : standing.Count > 0 && standing[^1] == index ? ReportStatus.Approved
            : standing.Contains(index) ? ReportStatus.Superseded
            : ReportStatus.Withdrawn;
    }

    private static ReviewAct? What(ReportStatus before, ReportStatus after) => (before, after) switch
    {
        (ReportStatus.Submitted, _) => null,
        (_, ReportStatus.Approved) => ReviewAct.Restored,
        (_, ReportStatus.Superseded) => ReviewAct.Corrected,
        _ => ReviewAct.Withdrawn,
    };

    private static ReviewLine Registered(ReportBook book, ReviewAct what, int number, Guid? through) =>
        new(what, book.Acceptances[number - 1].Act, number, through);
}
