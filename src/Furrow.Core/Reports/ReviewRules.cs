using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>Review acts on several reports or a batch, as an intent names them: all of it, or none.</summary>
public static class ReviewRules
{
    public static Ruling Check(IKnown known, Act act, CheckReports intent)
    {
        var book = known.Of<ReportBook>();
        return Named(intent.Reports, intent.Batch) ?? (intent.Batch is { } batch ? BatchRules.Check(book, act, batch)
            : Each(intent.Reports!, id => ReportRules.Check(book, act, id)));
    }

    public static Ruling Accept(IKnown known, Act act, AcceptNamedReports intent)
    {
        var book = known.Of<ReportBook>();
        return Named(intent.Reports, intent.Batch) ?? (intent.Batch is { } batch ? BatchRules.Accept(book, act, batch)
            : ReportRules.Accept(book, act, intent.Reports!));
    }

    public static Ruling Return(IKnown known, Act act, ReturnReports intent) =>
        Each(intent.Reports, id => ReportRules.Return(known.Of<ReportBook>(), act, id));

    public static Ruling Reject(IKnown known, Act act, RejectReports intent) =>
        Each(intent.Reports, id => ReportRules.Reject(known.Of<ReportBook>(), act, id));

    /// <summary>The withdrawal is a report whose id is that of the act.</summary>
    public static Ruling Withdraw(IKnown known, Act act, WithdrawReport intent) =>
        ReportRules.Withdraw(known.Of<ReportBook>(), act, intent.Report, act.Id);

    public static Ruling Undo(IKnown known, Act act, UndoBatch intent) => BatchRules.Undo(known.Of<ReportBook>(), act, intent.Batch);

    /// <summary>Why it is not clear what is meant; null when it is: reports, or a batch.</summary>
    private static Ruling? Named(IReadOnlyList<Guid>? reports, Guid? batch)
    {
        var named = reports is { Count: > 0 };
        return named && batch is not null ? Problems.ReportFieldWrong("batch", $"Name reports or a batch, not both.")
            : !named && batch is null ? Problems.ReportFieldMissing("reports", $"Name at least one report.")
            : (Ruling?)null;
    }

    private static Ruling Each(IReadOnlyList<Guid> reports, Func<Guid, Ruling> rule)
    {
        var facts = new List<IFact>();
        foreach (var id in reports.Distinct())
        {
            var ruling = rule(id);
            if (ruling.IsRefused)
            {
                return ruling;
            }

            facts.AddRange(ruling.Facts);
        }

        return Ruling.Of(facts);
    }
}
