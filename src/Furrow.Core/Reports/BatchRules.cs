using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>A file comes in as one batch, is accepted as one, and can be taken back as one.</summary>
public static class BatchRules
{
    /// <summary>Receives a file: the account of its rows and a report for each row taken. The caller has judged the rows; a report that is refused
    /// here refuses the batch, since nothing may be half received.</summary>
    /// <param name="acceptReason">Not null: accept the batch at once in the name of the person importing.</param>
    public static Outcome<IReadOnlyList<IFact>> Receive(ReportBook book, BatchReceived received, IReadOnlyList<Report> reports, string? acceptReason)
    {
        if (book.FindBatch(received.Batch) is not null)
        {
            return Problems.BatchKnown(received.Batch);
        }

        var facts = new List<IFact>(reports.Count + 2) { received };
        var codes = new HashSet<string>(Codes.Comparer);
        var ids = new HashSet<Guid>();
        foreach (var report in reports)
        {
            var outcome = ReportRules.Submit(book, report, received.By, received.At, received.Batch);
            var problem = outcome.Problem ?? (ids.Add(report.Id) ? null : Problems.ReportKnown(report.Id))
                ?? (codes.Add(report.Code) ? null : Problems.ReportCodeTaken(report.Code, report.Id));
            if (problem is not null)
            {
                return problem with { Where = new ProblemPlace(received.File, report.Source?.Row, problem.Where?.Field) };
            }

            facts.AddRange(outcome.Value!);
        }

        if (acceptReason is null || reports.Count == 0)
        {
            return facts;
        }

        var accepted = CheckAndAccept(book.After(facts), received.Batch, received.By, received.At, acceptReason);
        if (accepted.IsRefused)
        {
            return accepted.Problem!;
        }

        facts.AddRange(accepted.Value!);
        return facts;
    }

    /// <summary>Somebody looks over every report of the batch that waits, as one step.</summary>
    public static Outcome<IReadOnlyList<IFact>> Check(ReportBook book, Guid batch, string by, DateTimeOffset at, string? remark = null)
    {
        if (Standing(book, batch) is { } problem)
        {
            return problem;
        }

        var submitted = book.InBatch(batch).Where(e => e.Status == ReportStatus.Submitted).ToList();
        return submitted.Count == 0 ? Problems.NothingToCheck()
            : ReportRules.CheckProblem(submitted, by) is { } own ? own
            : ReportRules.Facts(new BatchChecked(batch, by, at, remark));
    }

    /// <summary>Checks what nobody has checked and accepts the batch, in one person's name and as the two steps it is.</summary>
    public static Outcome<IReadOnlyList<IFact>> CheckAndAccept(ReportBook book, Guid batch, string by, DateTimeOffset at, string reason)
    {
        var check = book.InBatch(batch).Any(e => e.Status == ReportStatus.Submitted) ? Check(book, batch, by, at) : ReportRules.Facts();
        if (check.IsRefused)
        {
            // Who may not accept either is told that: it is what was asked for.
            return Accept(book, batch, by, at, reason) is { IsRefused: true } refused ? refused : check;
        }

        var accepted = Accept(check.Value!.Count == 0 ? book : book.After(check.Value!), batch, by, at, reason);
        return accepted.IsRefused ? accepted : new Outcome<IReadOnlyList<IFact>>([.. check.Value!, .. accepted.Value!], null);
    }

    /// <summary>Accepts every report of the batch that waits.</summary>
    public static Outcome<IReadOnlyList<IFact>> Accept(ReportBook book, Guid batch, string by, DateTimeOffset at, string reason)
    {
        if (Standing(book, batch) is { } problem)
        {
            return problem;
        }

        var waiting = book.InBatch(batch).Where(e => e.IsWaiting).ToList();
        return ReportRules.AcceptanceProblem(book, waiting, by, reason) is { } refused
            ? refused
            : ReportRules.Facts(new ReportsAccepted(book.LastAcceptance + 1, batch, [], by, at, reason));
    }

    /// <summary>Takes a whole batch back by one new acceptance, unless something that stands rests on it.</summary>
    public static Outcome<IReadOnlyList<IFact>> Undo(ReportBook book, Guid batch, string by, DateTimeOffset at, string reason) =>
        Standing(book, batch)
        ?? (string.IsNullOrWhiteSpace(reason) ? Problems.ReasonMissing("take a batch back") : null)
        ?? RestsOnReports(book, batch)
        ?? RestsOnAreas(book, batch)
        ?? RestsOnCodes(book, batch)
        ?? ReportRules.Facts(new BatchUndone(book.LastAcceptance + 1, batch, by, at, reason));

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
        var mine = new HashSet<string>(Codes.Comparer);
        var others = new HashSet<string>(Codes.Comparer);
        foreach (var (slot, report) in book.Slots.Where(s => s.FirstClaim >= 0).Select(s => (s, s.Report)).Where(s => ReportKinds.IsHazard(s.Report)))
        {
            var area = ReportClaims.HazardousArea(report, AreaCode.OwnOf(book.Slots[slot.Root].Report))!;
            (slot.Entry.Batch == batch ? mine : others).Add(area);
        }

        mine.ExceptWith(others);
        foreach (var report in book.Slots.Where(s => s.FirstClaim >= 0 && s.Entry.Batch != batch).Select(s => s.Report))
        {
            foreach (var area in report.Predecessors.Append(report.HazardousArea ?? ""))
            {
                if (mine.Contains(area))
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
