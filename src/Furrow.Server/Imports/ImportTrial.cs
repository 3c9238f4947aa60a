using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>Tries the batch on the state at hand, in memory: what the ledger would journal, and under which headings, shows before anybody decides.</summary>
internal static class ImportTrial
{
    public static void Run(ImportWork work)
    {
        var reports = work.Reports.ToList();
        if (reports.Count == 0 || work.State.Refuses(Scopes.Land) is not null)
        {
            return;
        }

        var received = ImportPlan.Received(work, reports);
        var judged = BatchRules.Receive(work.State.Book, received, reports, work.Options.AcceptReason) is var outcome && outcome.IsRefused
            ? outcome.Problem!
            : JudgedBatch.Of(work.State, outcome.Value!);
        if (judged.IsRefused)
        {
            work.Problem = judged.Problem;
            return;
        }

        var number = work.State.Book.LastAcceptance + 1;
        work.Judged = judged.Value!;

        // Reports that will wait are tried as if somebody accepted them.
        var tried = work.Options.AcceptReason is not null ? work.Judged.Next : work.Judged.Next.Apply(
            new Recorded(work.Judged.Next.Position + 1, new ReportsAccepted(number, work.Batch, [], work.Options.By, work.Options.At, "trial")));
        work.Tried = tried;
        work.Headings = HeadingHits.Of(tried.Land, number);
    }
}
