using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;

namespace Furrow.Core.Drills.Exercises;

/// <summary>A procedure of an operator of the exercise.</summary>
public sealed record ExerciseProcedure(string Organisation, string Version, DateOnly IssuedOn);

/// <summary>An accreditation of an operator of the exercise and of its procedure.</summary>
/// <param name="Until">The last day.</param>
public sealed record ExerciseAccreditation(string Organisation, IReadOnlyList<FieldActivity> Activities, DateOnly From, DateOnly Until);

/// <summary>Who and what is accredited on the island: its operators and their procedures, one of which has lapsed; the teams of a contingent, one of which is
/// suspended; two dog-handler pairs that nobody has tested; and a procedure that was withdrawn after land had been released on it.</summary>
public static class ExerciseAccreditations
{
    public const string Code = "EXERCISE SOP-CL", Title = "EXERCISE manual clearance and survey";

    /// <summary>A maker and two of its models.</summary>
    public const string Maker = "EXERCISE Works", Detector = "D-1", Tiller = "Tiller 7";

    /// <summary>The team that is suspended, since when, and why.</summary>
    public const string SuspendedTeam = "T-4", WhySuspended = "EXERCISE lanes found open on two visits";

    public const string WhyWithdrawn = "EXERCISE the depth of search was below what was ordered";

    /// <summary>The operator whose procedure was withdrawn, and how many of its reports were made by it.</summary>
    public const string Recalled = ExerciseContext.ContingentTwo;

    public const int ReportsRecalled = 4;

    /// <summary>Whose dogs they are.</summary>
    public const string OfDogs = ExerciseContext.ContingentOne;

    public static readonly DateOnly SuspendedOn = new(2026, 6, 15), WithdrawnOn = new(2026, 5, 4), TeamsFrom = new(2022, 1, 10), Valid = new(2027, 12, 31);

    private static readonly FieldActivity[] Survey = [FieldActivity.NonTechnicalSurvey, FieldActivity.TechnicalSurvey];

    private static readonly DateOnly Issued = new(2020, 1, 5);

    /// <summary>What clears, and disposes of what it finds.</summary>
    public static IReadOnlyList<FieldActivity> Clearance { get; } =
        [FieldActivity.TechnicalSurvey, FieldActivity.ManualClearance, FieldActivity.DogClearance, FieldActivity.Eod, FieldActivity.Marking];

    /// <summary>The second version of one stands beside the first.</summary>
    public static IReadOnlyList<ExerciseProcedure> Procedures { get; } =
    [
        new(ExerciseContext.SurveyNorth, "1", Issued), new(ExerciseContext.SurveySouth, "1", Issued), new(ExerciseContext.Clearance, "1", Issued),
        new(ExerciseContext.ContingentOne, "1", new(2021, 10, 1)), new(ExerciseContext.ContingentOne, "2", new(2024, 3, 1)),
        new(ExerciseContext.ContingentTwo, "1", new(2021, 11, 1)), new(ExerciseContext.FieldAid, "1", Issued), new(ExerciseContext.SafeSteps, "1", Issued),
    ];

    /// <summary>Of organisations, and of each of their procedures.</summary>
    public static IReadOnlyList<ExerciseAccreditation> All { get; } =
    [
        new(ExerciseContext.SurveyNorth, Survey, new(2020, 2, 1), Valid), new(ExerciseContext.SurveySouth, Survey, new(2020, 2, 1), Valid),
        new(ExerciseContext.Clearance, Clearance, new(2020, 2, 1), Valid), new(ExerciseContext.ContingentOne, Clearance, new(2021, 12, 20), Valid),
        new(ExerciseContext.ContingentTwo, Clearance, new(2021, 12, 1), Valid), new(ExerciseContext.FieldAid, Clearance, new(2020, 2, 10), new(2026, 2, 9)),
        new(ExerciseContext.SafeSteps, Clearance, new(2020, 2, 10), Valid),
    ];

    /// <summary>Dogs of handlers of the contingent, by the order of the handlers.</summary>
    public static IReadOnlyList<(string Dog, string Chip)> Dogs { get; } = [("EXERCISE Rex", "900-0001"), ("EXERCISE Bella", "900-0002")];
}
