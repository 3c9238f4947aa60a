using System.Globalization;
using Furrow.Core.Cooperation;

namespace Furrow.Core.Drills.Exercises;

/// <summary>Somebody of the exercise's contingent, as its list has them.</summary>
/// <param name="Level">EOD level; null: none.</param>
/// <param name="ExpiresOn">Of the certificate.</param>
/// <param name="InsuredUntil">Null: they are not insured.</param>
public sealed record ExercisePerson(string Name, string ServiceCode, string Team, PersonFunction Function, EodLevel? Level, string? CertificateNumber,
    DateOnly? IssuedOn, DateOnly? ExpiresOn, DateOnly? InsuredUntil, IReadOnlyList<string> Languages);

/// <summary>The contingent of XB: 136 people in 8 teams. Names follow a plain scheme, and are nobody's. On the last day of the exercise seven have an EOD 2
/// that has lapsed, three of them the only ones of teams 2, 5 and 8; one is not insured, the only medic of team 6; and the dogs of two handlers of team 7
/// were not tested.</summary>
public static class ExercisePeople
{
    public const int Teams = 8, InTeam = 17;

    /// <summary>Whom they serve.</summary>
    public const string Organisation = ExerciseContext.ContingentOne;

    /// <summary>The day the contingent came.</summary>
    public static readonly DateOnly Arrived = new(2021, 12, 15);

    private const int UninsuredMedicOf = 6, DogsOf = 7;

    private static readonly DateOnly Issued = new(2021, 6, 1), Expires = new(2027, 6, 30), Lapsed = new(2026, 5, 31), InsuredUntil = new(2027, 12, 31);

    /// <summary>Teams whose only EOD operator has lapsed.</summary>
    private static readonly int[] OnlyLapsed = [2, 5, 8];

    /// <summary>Teams with a second EOD operator, who has lapsed.</summary>
    private static readonly int[] SecondLapsed = [1, 3, 4, 7];

    /// <summary>Team by team.</summary>
    public static IReadOnlyList<ExercisePerson> All { get; } =
        [.. Enumerable.Range(1, Teams).SelectMany(team => Enumerable.Range(1, InTeam).Select(place => Of(team, place)))];

    public static string CodeOf(int team) => string.Create(CultureInfo.InvariantCulture, $"T-{team}");

    public static TeamWork WorkOf(string code) => code == CodeOf(DogsOf) ? TeamWork.Dogs : TeamWork.ManualClearance;

    /// <summary>As the reports of the exercise name it.</summary>
    public static string ReportedAs(int team) => string.Create(CultureInfo.InvariantCulture, $"{ExerciseContext.ContingentOne} team {team}");

    private static ExercisePerson Of(int team, int place)
    {
        var number = (team - 1) * InTeam + place;
        var function = FunctionOf(team, place);
        var hasLevel = function == PersonFunction.EodOperator;
        var hasLapsed = hasLevel && (place == 3 ? OnlyLapsed.Contains(team) : SecondLapsed.Contains(team));
        return new(string.Create(CultureInfo.InvariantCulture, $"EXERCISE Person {number:000}"), string.Create(CultureInfo.InvariantCulture, $"XB-{number:0000}"),
            CodeOf(team), function, hasLevel ? EodLevel.Eod2 : null,
            hasLevel ? string.Create(CultureInfo.InvariantCulture, $"XB-EOD-{number:0000}") : null, hasLevel ? Issued : null,
            hasLapsed ? Lapsed : hasLevel ? Expires : null, function == PersonFunction.Medic && team == UninsuredMedicOf ? null : InsuredUntil,
            function == PersonFunction.Interpreter ? ["tr", "az", "en"] : ["tr"]);
    }

    private static PersonFunction FunctionOf(int team, int place) => place switch
    {
        1 => PersonFunction.TeamLeader,
        2 => PersonFunction.Medic,
        3 => PersonFunction.EodOperator,
        4 when SecondLapsed.Contains(team) => PersonFunction.EodOperator,
        5 or 6 when team == DogsOf => PersonFunction.DogHandler,
        InTeam - 2 => PersonFunction.Interpreter,
        InTeam - 1 => PersonFunction.Driver,
        InTeam => PersonFunction.Liaison,
        _ => PersonFunction.Deminer,
    };
}
