using System.Globalization;
using Furrow.Core;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Programmes;

/// <summary>Plays the plan of an exercise: every step goes through the same rules as a real act, then all of it is written at once.</summary>
public static class ExercisePlay
{
    private const string ProfilePrefix = "exercise-island-";

    /// <summary>The genesis of an invented island. Its profile names the seed, so that the ground can be invented again.</summary>
    public static ProgrammeOpened Genesis(ExercisePlan plan, string timeZone = "UTC") =>
        new(plan.Programme, plan.Name, true, string.Create(CultureInfo.InvariantCulture, $"{ProfilePrefix}{plan.Seed}"),
            Programmes.Genesis.EngineVersion, Programmes.Genesis.MovesVersion, "EXERCISE director",
            new DateTimeOffset(ExercisePlan.Opened.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), timeZone);

    /// <summary>The seed of the island this programme plays on; null when it does not play on one.</summary>
    public static ulong? IslandSeedOf(ProgrammeOpened? opened) =>
        opened is { Exercise: true } && opened.Profile.StartsWith(ProfilePrefix, StringComparison.Ordinal)
        && ulong.TryParse(opened.Profile.AsSpan(ProfilePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    /// <summary>Commits every step of the plan as one batch; a refusal says which step the rules do not allow.</summary>
    public static Outcome<long> Play(Programme programme, ExercisePlan plan, IProgress<(long Done, long Total)>? progress = null) =>
        programme.DecideLarge(state => Facts(state, plan, progress));

    private static Outcome<IReadOnlyList<IFact>> Facts(ProgrammeState state, ExercisePlan plan, IProgress<(long Done, long Total)>? progress)
    {
        var book = state.Book;
        var facts = new List<IFact>();
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var step = plan.Steps[i];
            var judged = Judge(book, step);
            if (judged.IsRefused)
            {
                return judged.Problem! with { Sentence = $"Step {i + 1} of the exercise ({step.GetType().Name}): {judged.Problem!.Sentence}" };
            }

            facts.AddRange(judged.Value!);
            book = book.After(judged.Value!);
            progress?.Report((i + 1, plan.Steps.Count));
        }

        return facts;
    }

    private static Outcome<IReadOnlyList<IFact>> Judge(ReportBook book, ExerciseStep step) => step switch
    {
        SubmitReport s => ReportRules.Submit(book, s.Report, s.By, s.At),
        CheckReport s => ReportRules.Check(book, s.Report, s.By, s.At, s.Remark),
        ReturnReport s => ReportRules.Return(book, s.Report, s.By, s.At, s.Reason),
        RejectReport s => ReportRules.Reject(book, s.Report, s.By, s.At, s.Reason),
        AcceptReports s => ReportRules.CheckAndAccept(book, s.Reports, s.By, s.At, s.Reason),
        ReceiveBatch s => BatchRules.Receive(book, Received(s), s.Reports, null),
        AcceptBatch s => BatchRules.CheckAndAccept(book, s.Batch, s.By, s.At, s.Reason),
        _ => throw new InvalidOperationException($"A step of an unknown kind: {step.GetType().Name}."),
    };

    private static BatchReceived Received(ReceiveBatch step)
    {
        var without = step.Reports.Count(r => r.Parts.All(p => p.Shape is null));
        var repaired = step.Reports.Count(r => r.Parts.Any(p => p.Shape is not null && p.Repairs.Count > 0));
        var sha256 = step.Reports.Select(r => r.Source?.FileSha256).FirstOrDefault(h => h is not null) ?? "";
        return new BatchReceived(step.Batch, step.FileName, sha256, "{}", step.Reports.Count, step.Reports.Count - without - repaired, repaired, without,
            [], step.By, step.At);
    }
}
