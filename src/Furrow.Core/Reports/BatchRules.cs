using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>A file comes in as one batch, is accepted as one, and can be taken back as one.</summary>
public static class BatchRules
{
    /// <summary>Receives a file: the account of its rows and a report for each row taken. The caller has judged the rows; a report that is refused
    /// here refuses the batch, since nothing may be half received.</summary>
    /// <param name="reports">They may be read anew each time: no more than one of them is held.</param>
    /// <param name="acceptsAtOnce">Accept the batch at once in the name of the person importing, for the reason of the act.</param>
    public static Ruling Receive(ReportBook book, Act act, BatchReceived received, IReadOnlyList<Report> reports, bool acceptsAtOnce = false)
    {
        if (book.FindBatch(received.Batch) is not null)
        {
            return Problems.BatchKnown(received.Batch);
        }

        var codes = new HashSet<string>(Codes.Comparer);
        var ids = new HashSet<Guid>();
        var others = new Dictionary<Guid, IFact>();
        foreach (var report in reports)
        {
            var outcome = ReportRules.Submit(book, act, report, received.Batch);
            var problem = outcome.Problem ?? (ids.Add(report.Id) ? null : Problems.ReportKnown(report.Id))
                ?? (codes.Add(report.Code) ? null : Problems.ReportCodeTaken(report.Code, report.Id));
            if (problem is not null)
            {
                return problem with { Where = new ProblemPlace(received.File, report.Source?.Row, problem.Where?.Field) };
            }

            if (outcome.Facts is not [ReportSubmitted])
            {
                others.Add(report.Id, outcome.Facts[0]);
            }
        }

        var facts = new MadeList<Report, IFact>(reports,
            (report, _) => others.GetValueOrDefault(report.Id) ?? new ReportSubmitted(report, received.Batch));
        var ruling = Ruling.Of(new JoinedList<IFact>([received], facts), reports.Count == 0 ? [received] : [received, facts[0], .. others.Values]);
        if (!acceptsAtOnce || reports.Count == 0)
        {
            return ruling;
        }

        var accepted = CheckAndAccept(book.After(act, ruling), act, received.Batch);
        return accepted.IsRefused ? accepted : ruling.With(accepted.Facts);
    }

    /// <summary>Somebody looks over every report of the batch that waits, as one step.</summary>
    public static Ruling Check(ReportBook book, Act act, Guid batch)
    {
        if (Standing(book, batch) is { } problem)
        {
            return problem;
        }

        var submitted = book.InBatch(batch).Where(e => e.Status == ReportStatus.Submitted).ToList();
        return submitted.Count == 0 ? Problems.NothingToCheck()
            : ReportRules.CheckProblem(submitted, act.Person) is { } own ? own
            : [new BatchChecked(batch)];
    }

    /// <summary>Checks what nobody has checked and accepts the batch, in one person's name and as the two steps it is.</summary>
    public static Ruling CheckAndAccept(ReportBook book, Act act, Guid batch)
    {
        Ruling check = book.InBatch(batch).Any(e => e.Status == ReportStatus.Submitted) ? Check(book, act, batch) : [];
        if (check.IsRefused)
        {
            // Who may not accept either is told that: it is what was asked for.
            return Accept(book, act, batch) is { IsRefused: true } refused ? refused : check;
        }

        var accepted = Accept(check.Facts.Count == 0 ? book : book.After(act, check), act, batch);
        return accepted.IsRefused ? accepted : [.. check, .. accepted];
    }

    /// <summary>Accepts every report of the batch that waits.</summary>
    public static Ruling Accept(ReportBook book, Act act, Guid batch)
    {
        if (Standing(book, batch) is { } problem)
        {
            return problem;
        }

        var waiting = book.InBatch(batch).Where(e => e.IsWaiting).ToList();
        return ReportRules.AcceptanceProblem(book, act, waiting) is { } refused
            ? refused
            : [new ReportsAccepted(book.LastAcceptance + 1, batch, [])];
    }

    /// <summary>Takes a whole batch back by one new acceptance, unless something that stands rests on it.</summary>
    public static Ruling Undo(ReportBook book, Act act, Guid batch) =>
        (Standing(book, batch)
        ?? (act.IsWithoutReason ? Problems.ReasonMissing("take a batch back") : null)
        ?? RestsOnReports(book, batch)
        ?? RestsOnAreas(book, batch)
        ?? RestsOnCodes(book, batch)) is { } refused ? refused
        : [new BatchUndone(book.LastAcceptance + 1, batch)];

    private static Problem? Standing(ReportBook book, Guid batch) => book.FindBatch(batch) switch
    {
        null => Problems.BatchUnknown(batch.ToString()),
        { UndoneAt: { } undone } => Problems.BatchUndoneBefore(batch, undone),
        _ => null,
    };

    /// <summary>A later correction or withdrawal of another origin stands on a report of the batch.</summary>
    private static Problem? RestsOnReports(ReportBook book, Guid batch)
    {
        foreach (var index in book.IndicesInBatch(batch))
        {
            var slot = book.Slots[index];
            if (slot.Root < 0 || (slot.Root == index && slot.LastAct == index))
            {
                continue;
            }

            var acts = book.ActsOf(slot.Root);
            var later = acts.SkipWhile(a => a != index).Skip(1).Where(a => book.Slots[a].Entry.Batch != batch).ToList();
            if (acts.Contains(index) && later.Count > 0)
            {
                var by = book.Slots[later[0]].Report;
                return Problems.BatchRestedOn($"report {slot.Report.Code}", $"report {by.Code}", by.Id);
            }
        }

        return null;
    }

    /// <summary>A report that counts names, as its area or as a predecessor, an area only this batch brought in.</summary>
    private static Problem? RestsOnAreas(ReportBook book, Guid batch)
    {
        var own = new HashSet<string>(Codes.Comparer);
        var others = new HashSet<string>(Codes.Comparer);
        foreach (var (slot, report) in book.Slots.Where(s => s.FirstClaim >= 0).Select(s => (s, s.Report)).Where(s => ReportKinds.IsHazard(s.Report)))
        {
            var area = ReportClaims.HazardousArea(report, ReportClaims.OwnArea(book.Slots[slot.Root].Report))!;
            (slot.Entry.Batch == batch ? own : others).Add(area);
        }

        own.ExceptWith(others);
        foreach (var report in book.Slots.Where(s => s.FirstClaim >= 0 && s.Entry.Batch != batch).Select(s => s.Report))
        {
            foreach (var area in report.Predecessors.Append(report.HazardousArea ?? ""))
            {
                if (own.Contains(area))
                {
                    return Problems.BatchRestedOn($"hazardous area {area}", $"report {report.Code}", report.Id);
                }
            }
        }

        return null;
    }

    /// <summary>Taking back a withdrawal brings a report back: its code must still be free.</summary>
    private static Problem? RestsOnCodes(ReportBook book, Guid batch)
    {
        foreach (var withdrawal in book.InBatch(batch).Where(e => e is { Status: ReportStatus.Approved, Report.Withdraws: not null }))
        {
            var restored = book.Find(withdrawal.Report.Withdraws!.Value)!.Report;
            if (book.FindByCode(restored.Code) is { } holder && holder.Report.Id != restored.Id
                && book.ChainOf(restored.Id).All(e => e.Report.Id != holder.Report.Id))
            {
                return Problems.BatchRestedOn($"withdrawal of {restored.Code}", $"report {holder.Report.Code}", holder.Report.Id);
            }
        }

        return null;
    }
}
