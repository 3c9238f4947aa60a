using System.Globalization;
using Furrow.Core.Drills.Islands;

namespace Furrow.Core.Drills.Exercises;

/// <summary>A whole invented programme: an island, some 150 hazardous areas and six and a half years of reports about them, as steps in the order of
/// time. Wholly decided by the seed.</summary>
/// <param name="Programme">Id of the programme, from the seed.</param>
/// <param name="Today">The day the exercise pretends it is: no step comes later.</param>
/// <param name="Highlights">What is worth looking at, and the code of the report or area that shows it: for guides, pages and tests.</param>
public sealed record ExercisePlan(ulong Seed, string Name, Guid Programme, DateOnly Today, Island Island, IReadOnlyList<ExerciseStep> Steps,
    IReadOnlyDictionary<string, string> Highlights)
{
    public const int Hazards = 150;

    public static readonly DateOnly Opened = new(2020, 1, 2);

    public static readonly DateOnly LastDay = new(2026, 6, 30);

    /// <summary>The plan of a seed. Ids, codes, dates, shapes and order are the same on every machine.</summary>
    public static ExercisePlan Make(ulong seed)
    {
        var island = Island.Make(seed);
        var drill = new ExerciseContext(seed, island);
        var highlights = new Dictionary<string, string>();
        Baseline.Play(drill);
        SpecialScenarios.Play(drill, highlights);
        LineageScenarios.Play(drill, highlights);
        while (drill.Count < Hazards)
        {
            UsualScenarios.Play(drill);
        }

        ForeignSheet.Play(drill, highlights);
        var programme = SeededNumbers.For(seed, "programme").NextGuid();
        return new ExercisePlan(seed, string.Create(CultureInfo.InvariantCulture, $"EXERCISE island {seed}"), programme, LastDay, island, drill.Timeline.Steps(),
            highlights);
    }
}
