using System.Globalization;
using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;

namespace Furrow.Core.Drills.Exercises;

/// <summary>Who and what takes part: organisations, the script, numbers for chance, codes in sequence, and new hazards on demand.</summary>
internal sealed class ExerciseContext(ulong seed, Island island)
{
    public const string SurveyNorth = "EXERCISE National Survey North";
    public const string SurveySouth = "EXERCISE National Survey South";
    public const string Clearance = "EXERCISE National Clearance";
    public const string ContingentOne = "EXERCISE Contingent One";
    public const string ContingentTwo = "EXERCISE Contingent Two";
    public const string FieldAid = "EXERCISE Field Aid";
    public const string SafeSteps = "EXERCISE Safe Steps";

    private static readonly string[] Clearers = [Clearance, Clearance, ContingentOne, ContingentTwo, FieldAid, SafeSteps];

    private readonly HazardSites _sites = new(island, SeededNumbers.For(seed, "sites"));
    private readonly Dictionary<string, int> _codes = [];

    public ulong Seed { get; } = seed;

    public Island Island { get; } = island;

    public ExerciseTimeline Timeline { get; } = new();

    public SeededNumbers Numbers { get; } = SeededNumbers.For(seed, "stories");

    /// <summary>Hazards so far.</summary>
    public int Count { get; private set; }

    /// <summary>A new hazard; a strike is land hit by cluster munitions.</summary>
    public ExerciseHazard Hazard(bool strike = false)
    {
        var (outline, village) = _sites.Next(strike);
        var kinds = strike ? KindSet.ClusterMunitionRemnants : Numbers.Below(10) switch
        {
            < 5 => KindSet.ApMines | KindSet.AvMines,
            < 8 => KindSet.ApMines,
            8 => KindSet.AvMines,
            _ => KindSet.OtherErw,
        };
        return new ExerciseHazard(++Count, outline, village, kinds, village.At.North >= 0 ? SurveyNorth : SurveySouth, Numbers.Pick(Clearers),
            SeededNumbers.For(Seed, "reports").NextGuid());
    }

    /// <summary>The next code of a series: EXERCISE-CLR-0001.</summary>
    public string Code(string series)
    {
        _codes[series] = _codes.GetValueOrDefault(series) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"EXERCISE-{series}-{_codes[series]:0000}");
    }

    public DateOnly DayBetween(DateOnly from, DateOnly to) => from.AddDays(Numbers.Below(to.DayNumber - from.DayNumber + 1));

    /// <summary>A few days after work ends its report is submitted.</summary>
    public DateOnly Typing(DateOnly end) => end.AddDays(Numbers.Between(2, 12));

    /// <summary>Whether a report that ends on a day still reaches its session before the exercise ends.</summary>
    public static bool IsInTime(DateOnly end) => end.AddDays(12 + 3 + 18) < ExercisePlan.LastDay;
}
