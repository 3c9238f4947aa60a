using System.CommandLine;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
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

        var trial = proof.IsWhole ? TrialBalance(run) : null;
        Tell(run, proof, trial);
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

    private static void Tell(VerbRun run, LogVerification proof, long? trial)
    {
        if (run.IsJson)
        {
            run.SayJson(new
            {
                entries = proof.Entries,
                head = new { position = proof.Head.Position, hash = proof.Head.Hash.ToString() },
                partsPresent = proof.PartsPresent,
                parts = proof.Parts.Select(p => p.ToString()),
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

    private sealed class Counting(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
