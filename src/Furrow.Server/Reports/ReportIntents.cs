using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Reports;

/// <summary>The review chain. Reports themselves come in by forms and files of their own.</summary>
internal sealed class ReportIntents : SubjectIntents
{
    private static readonly ReportIntentsJson Json = ReportIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<CheckReports>("report-check", Json, ReviewRules.Check, "review check",
            (_, _, draft) => draft["batch"] is null ? (Phrase)$"{Count(draft)} reports: check" : $"The batch: check", (_, _) => "/reports", hasOwnPage: true),
        Intent<AcceptNamedReports>("report-accept", Json, ReviewRules.Accept, "review accept",
            (state, _, _) => $"Accepted as acceptance {state.Book.LastAcceptance}", (_, _) => "/reports", isLarge: true, hasOwnPage: true),
        Intent<ReturnReports>("report-return", Json, ReviewRules.Return, "review return",
            (_, _, draft) => $"{Count(draft)} reports: return", (_, _) => "/reports", hasOwnPage: true),
        Intent<RejectReports>("report-reject", Json, ReviewRules.Reject, "review reject",
            (_, _, draft) => $"{Count(draft)} reports: reject", (_, _) => "/reports", hasOwnPage: true),
        Intent<WithdrawReport>("report-withdraw", Json, ReviewRules.Withdraw, "withdraw",
            (_, act, draft) => $"The withdrawal of {draft["report"]} waits for review as {act}", (act, _) => $"/reports/{act:D}", hasOwnPage: true),
        Intent<UndoBatch>("batch-undo", Json, ReviewRules.Undo, "undo",
            (state, _, _) => $"Batch {state.Book.Acceptances[^1].Batch?.ToString()} is taken back by acceptance {state.Book.LastAcceptance}",
            (_, _) => "/import", isLarge: true, hasOwnPage: true),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new("report", (state, text) => NamedReports.Find(state.Book, text), (state, _) => Codes(state, e => e.IsWaiting), CodeOf),
        new("head", (state, text) => NamedReports.HeadNamed(state.Book, text), (state, _) => Codes(state, e => e.Status == ReportStatus.Approved), CodeOf),
        new("batch", (state, text) => NamedReports.Batch(state, text),
            (state, _) => state.Batches.Where(b => b.UndoneAt is null).Reverse().Select(b => (b.Received.Batch, b.Received.Batch.ToString("D"))),
            (_, _, _) => null),
    ];

    private static string Count(IntentDraft draft) => Names.Count(draft.Values["reports"].Count);

    private static IEnumerable<(Guid Id, string Name)> Codes(ProgrammeState state, Func<ReportEntry, bool> which) =>
        state.Reports.Where(which).Select(e => (e.Packed.Id, e.Packed.Code));

    private static string? CodeOf(ProgrammeState state, Reader reader, Guid id) => state.FindReport(id)?.Packed.Code;
}
