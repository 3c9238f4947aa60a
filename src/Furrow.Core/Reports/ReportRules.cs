using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>The review chain: state + intent + who and when → facts, or a refusal. Two different people submit and accept; only a baseline
/// archive may be accepted by the one who imports it, and the reason is recorded.</summary>
public static class ReportRules
{
    /// <summary>Receives a report: a first one, a correction, a withdrawal, or the mended text of one that was sent back.</summary>
    public static Outcome<IReadOnlyList<IFact>> Submit(ReportBook book, Report report, string by, DateTimeOffset at, Guid? batch = null)
    {
        if (MinimumData.Refusal(report) is { } missing)
        {
            return missing;
        }

        if (book.Find(report.Id) is { } known && !(known.Status == ReportStatus.Returned && Codes.AreSame(known.Report.Code, report.Code)))
        {
            return Problems.ReportKnown(report.Id);
        }

        if (CodeProblem(book, report) is { } taken)
        {
            return taken;
        }

        var target = report.Corrects ?? report.Withdraws;
        return target is { } id && HeadProblem(book, id, report.Withdraws is not null) is { } problem ? problem
            : Facts(new ReportSubmitted(report, batch, by, at));
    }

    /// <summary>A new report that replaces the whole content of the head it names, at its original place.</summary>
    public static Outcome<IReadOnlyList<IFact>> Correct(ReportBook book, Guid head, Report replacement, string by, DateTimeOffset at) =>
        Submit(book, replacement with { Corrects = head }, by, at);

    /// <summary>A new report that takes the head away; what it stood on counts again. A withdrawal is itself taken back the same way, while it is the last
    /// act of its chain: what it took away counts again.</summary>
    public static Outcome<IReadOnlyList<IFact>> Withdraw(ReportBook book, Guid head, Guid newId, string reason, string by, DateTimeOffset at)
    {
        if (book.Find(head) is not { } entry)
        {
            return Problems.ReportUnknown(head);
        }

        return Submit(book, new Report
        {
            Id = newId,
            Code = entry.Report.Code,
            Kind = ReportKind.Withdrawal,
            End = entry.Report.End,
            Organisation = entry.Report.Organisation,
            Kinds = entry.Report.Kinds,
            Withdraws = head,
            Remarks = reason,
        }, by, at);
    }

    /// <summary>Somebody else than who sent it looks it over, with its findings. Nothing is accepted without.</summary>
    public static Outcome<IReadOnlyList<IFact>> Check(ReportBook book, Guid report, string by, DateTimeOffset at, string? remark = null) =>
        Waiting(book, report, out var entry) ?? (entry!.Status == ReportStatus.Checked
            ? Problems.ReportNotWaiting(entry.Report.Code, "checked already")
            : CheckProblem([entry], by) is { } own ? own
            : Facts(new ReportChecked(report, by, at, remark)));

    internal static Problem? CheckProblem(IEnumerable<ReportEntry> entries, string by) =>
        entries.Any(e => e.IsWrittenBy(by) && !e.Report.Baseline) ? Problems.ReportOwnCheck(by) : null;

    /// <summary>Checks what nobody has checked and accepts all of it, in one person's name and as the two steps it is: for archives, and for offices
    /// where one person does both.</summary>
    public static Outcome<IReadOnlyList<IFact>> CheckAndAccept(ReportBook book, IReadOnlyList<Guid> reports, string by, DateTimeOffset at, string reason)
    {
        var facts = new List<IFact>();
        foreach (var id in reports.Distinct().Where(id => book.Find(id) is { Status: ReportStatus.Submitted }))
        {
            var check = Check(book, id, by, at);
            if (check.IsRefused)
            {
                return check;
            }

            facts.AddRange(check.Value!);
        }

        var accepted = Accept(facts.Count == 0 ? book : book.After(facts), reports, by, at, reason);
        return accepted.IsRefused ? accepted : new Outcome<IReadOnlyList<IFact>>([.. facts, .. accepted.Value!], null);
    }

    /// <summary>Sends it back to its author to mend.</summary>
    public static Outcome<IReadOnlyList<IFact>> Return(ReportBook book, Guid report, string by, DateTimeOffset at, string reason) =>
        Waiting(book, report, out _) ?? (string.IsNullOrWhiteSpace(reason) ? Problems.ReasonMissing("send a report back")
            : Facts(new ReportReturned(report, by, at, reason)));

    /// <summary>Refuses it for good. It stays in the record.</summary>
    public static Outcome<IReadOnlyList<IFact>> Reject(ReportBook book, Guid report, string by, DateTimeOffset at, string reason) =>
        Waiting(book, report, out _) ?? (string.IsNullOrWhiteSpace(reason) ? Problems.ReasonMissing("reject a report")
            : Facts(new ReportRejected(report, by, at, reason)));

    /// <summary>Accepts the named reports, in this order, as one acceptance.</summary>
    public static Outcome<IReadOnlyList<IFact>> Accept(ReportBook book, IReadOnlyList<Guid> reports, string by, DateTimeOffset at, string reason)
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

        return AcceptanceProblem(book, entries, by, reason) is { } problem
            ? problem
            : Facts(new ReportsAccepted(book.LastAcceptance + 1, null, [.. entries.Select(e => e.Report.Id)], by, at, reason));
    }

    internal static Problem? AcceptanceProblem(ReportBook book, IReadOnlyList<ReportEntry> entries, string by, string reason)
    {
        if (entries.Count == 0)
        {
            return Problems.NothingToAccept();
        }

        if (entries.FirstOrDefault(e => e.IsWrittenBy(by) && !e.Report.Baseline) is not null)
        {
            return Problems.ReportOwnAcceptance(by);
        }

        if (string.IsNullOrWhiteSpace(reason) && entries.Any(e => e.IsWrittenBy(by)))
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

    internal static Outcome<IReadOnlyList<IFact>> Facts(params IFact[] facts) => new(facts, null);
}
