using Furrow.Core.Cooperation;

namespace Furrow.Core.Drills.Exercises;

/// <summary>An organisation of the exercise.</summary>
/// <param name="Country">ISO 3166-1 leaves XA to XZ to its users: no state has them.</param>
/// <param name="Parent">The name of what it is part of; it stands before it in the list.</param>
/// <param name="Aliases">What else it is called: abbreviations, other scripts.</param>
public sealed record ExerciseOrganisation(string Name, OrganisationKind Kind, string? Country, string? Parent = null,
    params IReadOnlyList<string> Aliases);

/// <summary>Who takes part in the exercise: the authority of the island, its operators, contingents of three invented countries, and those around them.
/// </summary>
public static class ExerciseOrganisations
{
    public const string Authority = "EXERCISE Island Mine Action Authority";

    private const string Island = "XA", FirstCountry = "XB", SecondCountry = "XC", ThirdCountry = "XD";

    /// <summary>Those that are part of others stand behind them.</summary>
    public static IReadOnlyList<ExerciseOrganisation> All { get; } =
    [
        new(Authority, OrganisationKind.NationalAuthority, Island, null, "EXERCISE IMAA", "EXERCISE ادارہ"),
        new("EXERCISE Ministry of Water", OrganisationKind.Ministry, Island),
        new(ExerciseContext.SurveyNorth, OrganisationKind.StateOperator, Island, Authority, "EXERCISE Survey N"),
        new(ExerciseContext.SurveySouth, OrganisationKind.StateOperator, Island, Authority, "EXERCISE Survey S"),
        new(ExerciseContext.Clearance, OrganisationKind.StateOperator, Island, Authority, "EXERCISE Milli Təmizləmə"),
        new("EXERCISE Quality Office", OrganisationKind.QualityBody, Island, Authority),
        new(ExerciseContext.ContingentOne, OrganisationKind.MilitaryContingent, FirstCountry, null, "EXERCISE CONT-1", "EXERCISE دستہ ایک"),
        new(ExerciseContext.ContingentTwo, OrganisationKind.MilitaryContingent, SecondCountry, null, "EXERCISE CONT-2", "EXERCISE Контингент два"),
        new("EXERCISE Contingent Three", OrganisationKind.MilitaryContingent, ThirdCountry, null, "EXERCISE CONT-3"),
        new(ExerciseContext.FieldAid, OrganisationKind.NonGovernmental, SecondCountry, null, "EXERCISE FA"),
        new(ExerciseContext.SafeSteps, OrganisationKind.Company, Island),
        new("EXERCISE Embassy of XB", OrganisationKind.Embassy, FirstCountry),
        new("EXERCISE Fund for Fields", OrganisationKind.Donor, ThirdCountry),
        new("EXERCISE Harbour Municipality", OrganisationKind.LocalAuthority, Island),
    ];

    /// <summary>The one that <see cref="RegisteredTwice"/> goes into.</summary>
    public const string KeptOfTwo = ExerciseContext.SafeSteps;

    /// <summary>Somebody registered one a second time under its longer name; it was seen, and the two are one.</summary>
    public static ExerciseOrganisation RegisteredTwice { get; } = new("EXERCISE Safe Steps Limited", OrganisationKind.Company, Island);
}
