using System.CommandLine;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Server.Verbs;

/// <summary>Proves the log entry by entry, then that the books it gives close.</summary>
internal sealed class VerifyVerb : Verb
{
    public override string Name => "verify";

    public override string Summary => "Prove every entry of the ledger, and that the books close: present, withheld, erased, or broken and where.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run)
    {
        var opened = SqliteLog.Open(run.ProgrammePath, LogAccess.Read);
        if (opened.IsRefused)
        {
            return run.Refuse(opened.Problem!);
        }

        using var log = opened.Value!;
        LogVerification proof;
        using (var progress = new ProgressLine(run.Host, "proving entries"))
        {
            var total = log.Head.Position;
            proof = LogVerification.Of(log, new Counting(position => progress.Report((position, total))));
        }

        var waiting = proof.IsWhole ? ErasureList.Waiting(SqliteLog.PlaceOf(run.ProgrammePath), log) : [];
        var listed = ErasureList.Read(SqliteLog.PlaceOf(run.ProgrammePath)).Select(l => (l.Position, l.Tier)).ToHashSet();
        var unlisted = proof.Parts.Count(p => p.State == PartState.Erased && !listed.Contains((p.Position, p.Tier)));
        var trial = proof.IsWhole && waiting.Count == 0 ? TrialBalance(run) : null;
        Tell(run, proof, waiting.Count, unlisted, trial);
        return proof.IsWhole && trial == 0 ? Done : Refused;
    }

    /// <summary>Sum over the overall projection, every kind and custody; null when the programme cannot be read.</summary>
    private static long? TrialBalance(VerbRun run)
    {
        long? sum = null;
        _ = run.AskQuietly(state =>
        {
            sum = LandQuestions.Balances(state.Land, new BalanceQuestion(DateOnly.MaxValue), Kinds.Accounted).Sum(b => b.TrialBalanceMicro);
            return Done;
        });
        return sum;
    }

    private static void Tell(VerbRun run, LogVerification proof, int waiting, int unlisted, long? trial)
    {
        if (run.IsJson)
        {
            run.SayJson(new
            {
                entries = proof.Entries,
                head = new { position = proof.Head.Position, hash = proof.Head.Hash.ToString() },
                partsPresent = proof.PartsPresent,
                parts = proof.Parts.Select(p => p.ToString()),
                erasuresWaiting = waiting,
                erasuresUnlisted = unlisted,
                brokenAt = proof.BrokenAt,
                why = proof.Why,
                missing = proof.Loss?.ToString(),
                trialBalanceSquareMetres = trial is { } micro ? Names.Area(micro) : (decimal?)null,
                whole = proof.IsWhole,
            });
            return;
        }

        foreach (var part in proof.Parts)
        {
            run.Say(part.ToString());
        }

        TellErasures(run, waiting, unlisted);
        if (proof.BrokenAt is { } broken)
        {
            run.Say($"BROKEN at entry {broken}: {proof.Why}.");
        }

        if (proof.Loss is { } loss)
        {
            run.Say(loss.ToString());
        }

        run.Say($"{Names.Count(proof.Entries)} entries proved up to {proof.Head.Hash.ToString()[..16]}…, {Names.Count(proof.PartsPresent)} parts present.");
        if (trial is { } sum)
        {
            run.Say(sum == 0 ? "The books close for every kind." : $"THE BOOKS DO NOT CLOSE: {AreaText.SquareMetres(sum)} m².");
        }
    }

    private static void TellErasures(VerbRun run, int waiting, int unlisted)
    {
        if (waiting > 0)
        {
            run.Say($"RESTORED: {Names.Count(waiting)} parts that were erased before are here again. The next opening for writing erases them by the list.");
        }

        if (unlisted > 0)
        {
            run.Say($"The list of erasures beside the ledger lacks {Names.Count(unlisted)} of them; the next opening for writing completes it.");
        }
    }

    private sealed class Counting(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
