using System.Globalization;
using Furrow.Core;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Programmes;

/// <summary>Plays the plan of an exercise: every step goes through the same rules as a real act, then all of it is written at once.</summary>
public static class ExerciseRunner
{
    private const string ProfilePrefix = "exercise-island-";

    /// <summary>The genesis of an invented island. Its profile names the seed, so that the ground can be invented again.</summary>
    public static Founding Genesis(ExercisePlan plan, string timeZone = "UTC") => new(
        new ProgrammeOpened(plan.Programme, plan.Name, true, string.Create(CultureInfo.InvariantCulture, $"{ProfilePrefix}{plan.Seed}"),
            Programmes.Genesis.EngineVersion, Programmes.Genesis.MovesVersion, timeZone),
        new Acting("EXERCISE director", new DateTimeOffset(ExercisePlan.Opened.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Door.Verb, id: IdOf(plan, 0)));

    /// <summary>The same exercise is the same log.</summary>
    private static Guid IdOf(ExercisePlan plan, int step) => DerivedId.Of(plan.Programme, string.Create(CultureInfo.InvariantCulture, $"act {step}"));

    /// <summary>The seed of the island this programme plays on; null when it does not play on one.</summary>
    public static ulong? IslandSeedOf(ProgrammeOpened? opened) =>
        opened is { Exercise: true } && opened.Profile.StartsWith(ProfilePrefix, StringComparison.Ordinal)
        && ulong.TryParse(opened.Profile.AsSpan(ProfilePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    /// <summary>Commits every step of the plan as one batch; a refusal says which step the rules do not allow.</summary>
    public static Outcome<long> Play(Programme programme, ExercisePlan plan, IProgress<(long Done, long Total)>? progress = null) =>
        programme.DecideLarge(state => Judge(state, plan, progress)) ?? Problems.LogMovedOn(0, programme.State.Position);

    private static Outcome<JudgedBatch> Judge(ProgrammeState state, ExercisePlan plan, IProgress<(long Done, long Total)>? progress)
    {
        var begun = ExerciseCooperation.WithOrganisations(new JudgedBatch(state, [], state), plan);
        if (begun.IsRefused)
        {
            return begun;
        }

        var judged = begun.Value!;
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var step = plan.Steps[i];
            var next = judged.Then(new Acting(step.By, step.At, Door.Verb, step.Why(), IdOf(plan, i + 1)), (state, act) => Judge(state.Book, act, step));
            if (next.IsRefused)
            {
                return Problems.ExerciseStepRefused(i + 1, step.GetType().Name, next.Problem!);
            }

            judged = next.Value!;
            progress?.Report((i + 1, plan.Steps.Count));
        }

        var placed = WithPlaces(judged, plan);
        var agreed = placed.IsRefused ? placed : ExerciseCooperation.WithAgreements(placed.Value!, plan);
        var peopled = agreed.IsRefused ? agreed : ExerciseCooperation.WithPeople(agreed.Value!, plan);
        var accredited = peopled.IsRefused ? peopled : ExerciseAccreditor.After(peopled.Value!, plan);
        return accredited.IsRefused ? accredited : ExerciseRoles.Give(accredited.Value!, plan);
    }

    /// <summary>The island's municipalities, by which its land is told.</summary>
    private static Outcome<JudgedBatch> WithPlaces(JudgedBatch judged, ExercisePlan plan) => judged.Then(
        new Acting("EXERCISE information manager", judged.Next.CommittedAt, Door.Verb, "EXERCISE boundaries", DerivedId.Of(plan.Programme, "act places")),
        (state, _) => PlaceRules.Load(state, new PlacesLoaded(DerivedId.Of(plan.Programme, "places"), plan.Island.Places.Name, plan.Name, "1", "",
            [.. plan.Island.Places.Places.Select(p => new LoadedPlace(p.Name, p.Shape))])));

    private static Ruling Judge(ReportBook book, Act act, ExerciseStep step) => step switch
    {
        SubmitReport s => ReportRules.Submit(book, act, s.Report),
        CheckReport s => ReportRules.Check(book, act, s.Report),
        ReturnReport s => ReportRules.Return(book, act, s.Report),
        RejectReport s => ReportRules.Reject(book, act, s.Report),
        AcceptReports s => ReportRules.CheckAndAccept(book, act, s.Reports),
        ReceiveBatch s => BatchRules.Receive(book, act, Received(s), s.Reports),
        AcceptBatch s => BatchRules.CheckAndAccept(book, act, s.Batch),
        _ => throw new InvalidOperationException($"A step of an unknown kind: {step.GetType().Name}."),
    };

    private static BatchReceived Received(ReceiveBatch step)
    {
        var without = step.Reports.Count(r => r.Parts.All(p => p.Shape is null));
        var repaired = step.Reports.Count(r => r.Parts.Any(p => p.Shape is not null && p.Repairs.Count > 0));
        var sha256 = step.Reports.Select(r => r.Source?.FileSha256).FirstOrDefault(h => h is not null) ?? "";
        return new BatchReceived(step.Batch, step.FileName, sha256, "{}", step.Reports.Count, step.Reports.Count - without - repaired, repaired, without, []);
    }
}
