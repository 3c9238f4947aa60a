using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>The review chain: state + act + intent → facts, or a refusal. Two different people submit and accept; only a baseline
/// archive may be accepted by the one who imports it, and the reason is recorded.</summary>
public static class ReportRules
{
    /// <summary>Receives a report: a first one, a correction, a withdrawal, or the mended text of one that was sent back.</summary>
    public static Ruling Submit(ReportBook book, Act act, Report report, Guid? batch = null)
    {
        if (MinimumData.Refusal(report) is { } missing)
        {
            return missing;
        }

        var known = book.Find(report.Id);
        if (known is not null && !(known.Status == ReportStatus.Returned && Codes.AreSame(known.Packed.Code, report.Code)))
        {
            return Problems.ReportKnown(report.Id);
        }

        if (CodeProblem(book, report) is { } taken)
        {
            return taken;
        }

        var target = report.Corrects ?? report.Withdraws;
        return target is { } id && HeadProblem(book, id, report.Withdraws is not null) is { } problem ? problem
            : known is not null && IsSame(known, report) ? [new ReportSentAgain(report.Id)]
            : [new ReportSubmitted(report, batch)];
    }

    /// <summary>Word for word: a text that was typed anew is another one, since the book does not hold what it would be compared with. Whoever sends in again
    /// what stands in the log gives its place.</summary>
    private static bool IsSame(ReportEntry known, Report report) =>
        ReportSeals.Of(report).All(s => s.Place is not null) && known.Packed == PackedReport.Of(report);

    /// <summary>A new report that replaces the whole content of the head it names, at its original place.</summary>
    public static Ruling Correct(ReportBook book, Act act, Guid head, Report replacement) =>
        Submit(book, act, replacement with { Corrects = head });

    /// <summary>A new report that takes the head away; what it stood on counts again. A withdrawal is itself taken back the same way, while it is the last
    /// act of its chain: what it took away counts again.</summary>
    public static Ruling Withdraw(ReportBook book, Act act, Guid head, Guid newId)
    {
        if (book.Find(head) is not { } entry)
        {
            return Problems.ReportUnknown(head);
        }

        return Submit(book, act, new Report
        {
            Id = newId,
            Code = entry.Report.Code,
            Kind = ReportKind.Withdrawal,
            End = entry.Report.End,
            Organisation = entry.Report.Organisation,
            Kinds = entry.Report.Kinds,
            Withdraws = head,
            Remarks = act.Reason,
        });
    }

    /// <summary>Somebody else than who sent it looks it over, with its findings. Nothing is accepted without.</summary>
    public static Ruling Check(ReportBook book, Act act, Guid report) =>
        Waiting(book, report, out var entry) is { } refused ? refused
            : entry!.Status == ReportStatus.Checked ? Problems.ReportNotWaiting(entry.Report.Code, "checked already")
            : CheckProblem([entry], act.Person) is { } own ? own
            : [new ReportChecked(report)];

    internal static Problem? CheckProblem(IEnumerable<ReportEntry> entries, Guid person) =>
        entries.Any(e => e.IsWrittenBy(person) && !e.Report.Baseline) ? Problems.ReportOwnCheck() : null;

    /// <summary>Checks what nobody has checked and accepts all of it, in one person's name and as the two steps it is: for archives, and for offices
    /// where one person does both.</summary>
    public static Ruling CheckAndAccept(ReportBook book, Act act, IReadOnlyList<Guid> reports)
    {
        var facts = new List<IFact>();
        foreach (var id in reports.Distinct().Where(id => book.Find(id) is { Status: ReportStatus.Submitted }))
        {
            var check = Check(book, act, id);
            if (check.IsRefused)
            {
                return check;
            }

            facts.AddRange(check.Facts);
        }

        var accepted = Accept(facts.Count == 0 ? book : book.After(act, facts), act, reports);
        return accepted.IsRefused ? accepted : [.. facts, .. accepted];
    }

    /// <summary>Sends it back to its author to mend.</summary>
    public static Ruling Return(ReportBook book, Act act, Guid report) =>
        Waiting(book, report, out _) is { } refused ? refused
            : act.IsWithoutReason ? Problems.ReasonMissing("send a report back")
            : [new ReportReturned(report)];

    /// <summary>Refuses it for good. It stays in the record.</summary>
    public static Ruling Reject(ReportBook book, Act act, Guid report) =>
        Waiting(book, report, out _) is { } refused ? refused
            : act.IsWithoutReason ? Problems.ReasonMissing("reject a report")
            : [new ReportRejected(report)];

    /// <summary>Accepts the named reports, in this order, as one acceptance.</summary>
    public static Ruling Accept(ReportBook book, Act act, IReadOnlyList<Guid> reports)
    {
        var entries = new List<ReportEntry>();
        foreach (var id in reports.Distinct())
        {
            if (Waiting(book, id, out var entry) is { } refused)
            {
                return refused;
            }

            entries.Add(entry!);
        }

        return AcceptanceProblem(book, act, entries) is { } problem
            ? problem
            : [new ReportsAccepted(book.LastAcceptance + 1, null, [.. entries.Select(e => e.Report.Id)])];
    }

    internal static Problem? AcceptanceProblem(ReportBook book, Act act, IReadOnlyList<ReportEntry> entries)
    {
        if (entries.Count == 0)
        {
            return Problems.NothingToAccept();
        }

        if (entries.FirstOrDefault(e => e.IsWrittenBy(act.Person) && !e.Report.Baseline) is not null)
        {
            return Problems.ReportOwnAcceptance();
        }

        if (act.IsWithoutReason && entries.Any(e => e.IsWrittenBy(act.Person)))
        {
            return Problems.ReasonMissing("accept an archive in your own name");
        }

        return entries.FirstOrDefault(e => e.Status != ReportStatus.Checked) is { } unchecked_ ? Problems.ReportNotChecked(unchecked_.Report.Code)
            : HeadsProblem(book, entries);
    }

    /// <summary>Within one acceptance, each act must find its target as the head, the acts before it counted.</summary>
    private static Problem? HeadsProblem(ReportBook book, IReadOnlyList<ReportEntry> entries)
    {
        var replaced = new Dictionary<Guid, Guid?>();
        foreach (var report in entries.Select(e => e.Report))
        {
            if ((report.Corrects ?? report.Withdraws) is not { } target)
            {
                continue;
            }

            if (HeadProblem(book, target, report.Withdraws is not null) is { } problem)
            {
                return problem;
            }

            if (!replaced.TryAdd(target, report.Corrects is null ? null : report.Id))
            {
                var code = book.Find(target)!.Report.Code;
                return replaced[target] is { } head ? Problems.ReportNotHead(code, head, book.Find(head)!.Report.Code) : Problems.ReportHasNoHead(code);
            }
        }

        return null;
    }

    private static Problem? HeadProblem(ReportBook book, Guid target, bool isWithdrawn)
    {
        if (book.Find(target) is not { } entry)
        {
            return Problems.ReportUnknown(target);
        }

        if (entry.Report.Withdraws is not null)
        {
            return isWithdrawn ? LastActProblem(book, entry) : Problems.ReportWithdrawalFinal(entry.Report.Code);
        }

        var head = book.HeadOf(target);
        return head is null ? Problems.ReportHasNoHead(entry.Report.Code)
            : head.Report.Id == target ? null
            : Problems.ReportNotHead(entry.Report.Code, head.Report.Id, head.Report.Code);
    }

    /// <summary>A withdrawal is withdrawn as long as nothing has happened to its chain since and nobody took the code it freed.</summary>
    private static Problem? LastActProblem(ReportBook book, ReportEntry withdrawal)
    {
        var chain = book.ChainOf(withdrawal.Report.Id);
        return withdrawal.Status != ReportStatus.Approved || chain.Count == 0 ? Problems.ReportHasNoHead(withdrawal.Report.Code)
            : chain[^1].Report.Id != withdrawal.Report.Id
                ? Problems.ReportNotHead(withdrawal.Report.Code, chain[^1].Report.Id, chain[^1].Report.Code)
            : chain.Select(e => (e.Report.Code, Holder: book.FindByCode(e.Report.Code))).FirstOrDefault(c => c.Holder is { } holder
                && chain.All(e => e.Report.Id != holder.Report.Id) && holder.Report.Withdraws is null) is { Holder: { } other } taken
                ? Problems.ReportCodeTaken(taken.Code, other.Report.Id)
            : null;
    }

    /// <summary>A correction or withdrawal may carry the code of its own chain: the code names the chain.</summary>
    private static Problem? CodeProblem(ReportBook book, Report report)
    {
        if (book.FindByCode(report.Code) is not { } holder || holder.Report.Id == report.Id)
        {
            return null;
        }

        var target = report.Corrects ?? report.Withdraws;
        var isOwnChain = target is { } id && (id == holder.Report.Id || book.ChainOf(id).Any(e => e.Report.Id == holder.Report.Id));
        return isOwnChain ? null : Problems.ReportCodeTaken(report.Code, holder.Report.Id);
    }

    private static Problem? Waiting(ReportBook book, Guid id, out ReportEntry? entry)
    {
        entry = book.Find(id);
        return entry is null ? Problems.ReportUnknown(id)
            : entry.IsWaiting ? null
            : Problems.ReportNotWaiting(entry.Report.Code, entry.Status.ToString().ToLowerInvariant());
    }

}
