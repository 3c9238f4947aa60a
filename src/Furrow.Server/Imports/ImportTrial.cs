using System.Diagnostics;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
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
        if (!work.Rows.Exists(r => r.IsTaken) || work.State.Refuses(Scopes.Land) is not null)
        {
            return;
        }

        var trial = Try(work);
        if (trial.Judged.IsRefused)
        {
            work.Problem = trial.Judged.Problem;
            return;
        }

        (work.Judged, work.Headings, work.Trial) = (work.IsUnsigned ? null : trial.Judged.Value, trial.Headings, trial.Took);
        work.Land = work.KeepsTrial ? trial.Land : null;

        // The checks need no more of it. A preview may ask for the rest; until then it must not fill the memory beside the batch itself.
        var (next, number) = (trial.Judged.Value!, work.State.Book.LastAcceptance + 1);
        work.Tried = work.Options.AcceptReason is not null ? new(() => next.Next) : new(() => Accepted(work.Batch, next, number));
    }

    private static Acting Somebody(ImportWork work) => new("somebody", work.Options.At, Door.Import, work.Options.AcceptReason);

    /// <summary>Ends between two cells of land when nobody wants it any more: it changes nothing.</summary>
    private static (Outcome<JudgedBatch> Judged, IReadOnlyDictionary<Guid, IReadOnlyList<HeadingHit>> Headings, LandLedger? Land, TimeSpan Took) Try(
        ImportWork work)
    {
        var reports = work.Reports;
        var received = ImportPlan.Received(work, work.Taken);
        var judged = JudgedBatch.Of(work.State, work.IsUnsigned ? Somebody(work) : work.Acting,
            (state, act) => ImportPlan.Receive(work, state, act, received, reports), stop: work.Stop);
        if (judged.IsRefused)
        {
            return (judged, work.Headings, null, TimeSpan.Zero);
        }

        var watch = Stopwatch.StartNew();
        var number = work.State.Book.LastAcceptance + 1;
        if (work.Options.AcceptReason is null && !work.KeepsTrial)
        {
            // Nobody keeps its land: what it would journal is enough. What the book was folded into for it is as large as the book, and goes first.
            var acceptance = judged.Value!.Next.AcceptanceOf(Acceptance(work.Batch, judged.Value, number))!;
            ImportPlan.GiveBack(work);
            var journal = AcceptanceJournal.Of(judged.Value.Next.Land, acceptance, HeadingHits.Says, work.Stop);
            return (judged, HeadingHits.Of(journal), null, watch.Elapsed);
        }

        var tried = work.Options.AcceptReason is not null ? judged.Value!.Next : Accepted(work.Batch, judged.Value!, number, work.Stop);
        return (judged, HeadingHits.Of(tried.Land, number), tried.Land, watch.Elapsed);
    }

    /// <summary>Reports that will wait are tried as if somebody accepted them.</summary>
    private static ProgrammeState Accepted(Guid batch, JudgedBatch judged, int number, CancellationToken stop = default) =>
        judged.Next.Apply(Acceptance(batch, judged, number), stop);

    private static Placed Acceptance(Guid batch, JudgedBatch judged, int number) =>
        judged.Entries[^1] with { Position = judged.Next.Position + 1, Fact = new ReportsAccepted(number, batch, []) };
}
