using System.Security.Cryptography;
using System.Text;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Core.Tests.Drills;

/// <summary>Plays an exercise through the rules every real act goes through: each step becomes an intent that is judged on the state of that moment.</summary>
internal static class ExerciseReplay
{
    /// <summary>The first entry of an exercise: marked EXERCISE for ever.</summary>
    public static ProgrammeOpened Opening(ExercisePlan plan) =>
        new(plan.Programme, plan.Name, true, "default", 1, 1, "EXERCISE information manager",
            new DateTimeOffset(ExercisePlan.Opened.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero));

    /// <summary>What a step asks for: state → facts, or the refusal of the rules.</summary>
    public static Outcome<IReadOnlyList<IFact>> Intent(ExerciseStep step, ProgrammeState state) => step switch
    {
        SubmitReport s => ReportRules.Submit(state.Book, s.Report, s.By, s.At),
        CheckReport s => ReportRules.Check(state.Book, s.Report, s.By, s.At, s.Remark),
        ReturnReport s => ReportRules.Return(state.Book, s.Report, s.By, s.At, s.Reason),
        RejectReport s => ReportRules.Reject(state.Book, s.Report, s.By, s.At, s.Reason),
        AcceptReports s => ReportRules.CheckAndAccept(state.Book, s.Reports, s.By, s.At, s.Reason),
        ReceiveBatch s => BatchRules.Receive(state.Book, Received(s), s.Reports, null),
        AcceptBatch s => BatchRules.CheckAndAccept(state.Book, s.Batch, s.By, s.At, s.Reason),
        _ => throw new InvalidOperationException($"No rule for {step.GetType().Name}."),
    };

    private static BatchReceived Received(ReceiveBatch s)
    {
        // There is no file behind an invented batch; its hash is that of the codes it brings, so that it is the same everywhere.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', s.Reports.Select(r => r.Code)))));
        return new BatchReceived(s.Batch, s.FileName, hash, "{}", s.Reports.Count, s.Reports.Count, 0,
            s.Reports.Count(r => r.Parts.All(p => p.Shape is null)), [], s.By, s.At);
    }
}
