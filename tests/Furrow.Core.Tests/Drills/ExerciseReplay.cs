using System.Security.Cryptography;
using System.Text;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Drills;

/// <summary>Plays an exercise through the rules every real act goes through: each step becomes an intent that is judged on the state of that moment.</summary>
internal static class ExerciseReplay
{
    /// <summary>How an exercise begins: marked EXERCISE for ever.</summary>
    public static ProgrammeOpened Opening(ExercisePlan plan) => new(plan.Programme, plan.Name, true, "default", 1, 1, "UTC");

    /// <summary>The act of a step.</summary>
    public static Act ActOf(ExerciseStep step) => By(step.By, step.Why(), step.At);

    /// <summary>What a step asks for: state → facts, or the refusal of the rules.</summary>
    public static Ruling Intent(ExerciseStep step, ProgrammeState state) => step switch
    {
        SubmitReport s => ReportRules.Submit(state.Book, ActOf(s), s.Report),
        CheckReport s => ReportRules.Check(state.Book, ActOf(s), s.Report),
        ReturnReport s => ReportRules.Return(state.Book, ActOf(s), s.Report),
        RejectReport s => ReportRules.Reject(state.Book, ActOf(s), s.Report),
        AcceptReports s => ReportRules.CheckAndAccept(state.Book, ActOf(s), s.Reports),
        ReceiveBatch s => BatchRules.Receive(state.Book, ActOf(s), Received(s), s.Reports),
        AcceptBatch s => BatchRules.CheckAndAccept(state.Book, ActOf(s), s.Batch),
        _ => throw new InvalidOperationException($"No rule for {step.GetType().Name}."),
    };

    private static BatchReceived Received(ReceiveBatch s)
    {
        // There is no file behind an invented batch; its hash is that of the codes it brings, so that it is the same everywhere.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', s.Reports.Select(r => r.Code)))));
        return new BatchReceived(s.Batch, s.FileName, hash, "{}", s.Reports.Count, s.Reports.Count, 0, s.Reports.Count(r => r.Parts.All(p => p.Shape is null)), []);
    }
}
