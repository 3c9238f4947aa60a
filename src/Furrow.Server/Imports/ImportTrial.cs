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

        var tried = work.Options.AcceptReason is not null ? work.Judged.Next : Accepted(work.Batch, work.Judged, number, work.Options.By, work.Options.At);
        work.Headings = HeadingHits.Of(tried.Land, number);

        // The checks need no more of it. A preview may ask for the rest; until then it must not fill the memory beside the batch itself.
        var (next, by, at) = (work.Judged, work.Options.By, work.Options.At);
        work.Tried = work.Options.AcceptReason is not null ? new(() => next.Next) : new(() => Accepted(work.Batch, next, number, by, at));
    }

    /// <summary>Reports that will wait are tried as if somebody accepted them.</summary>
    private static ProgrammeState Accepted(Guid batch, JudgedBatch judged, int number, string by, DateTimeOffset at) =>
        judged.Next.Apply(new Recorded(judged.Next.Position + 1, new ReportsAccepted(number, batch, [], by, at, "trial")));
}
