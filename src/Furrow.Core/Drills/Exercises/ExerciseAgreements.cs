using Furrow.Core.Cooperation;

namespace Furrow.Core.Drills.Exercises;

/// <summary>An instrument of the exercise.</summary>
/// <param name="Key">How the others name it: two have one name.</param>
/// <param name="Parties">Organisations by name.</param>
/// <param name="RestsOn">The key of what it rests on; it stands before it in the list.</param>
public sealed record ExerciseAgreement(string Key, string Name, AgreementKind Kind, AgreementLevel Level, DateOnly SignedOn, DateOnly? InForceOn,
    DateOnly? EndedOn, IReadOnlyList<string> Parties, IReadOnlyList<string> Countries, string? RestsOn = null, params IReadOnlyList<ExerciseClause> Clauses);

/// <summary>A clause of it: what a partner may do, or what is promised and came.</summary>
/// <param name="Partners">Organisations by name; none: every party.</param>
public sealed record ExerciseClause(string Number, Activity? Activity, IReadOnlyList<string> Partners, PromisedThing? Promised = null, decimal? Quantity = null,
    params IReadOnlyList<(DeliveryChange Change, DateOnly On, decimal Quantity)> Deliveries);

/// <summary>What the exercise was agreed under: four instruments with like names, of which two share one, a decree by which the island's own bodies act,
/// arrangements with two contingents, one that ended, a memorandum and a licence.</summary>
public static class ExerciseAgreements
{
    private const string Host = "XA", First = "XB", Second = "XC", Third = "XD";

    public static IReadOnlyList<ExerciseAgreement> All { get; } =
    [
        new("ministers", "EXERCISE Harbour Declaration", AgreementKind.Declaration, AgreementLevel.Ministers, new(2017, 11, 30), new(2017, 11, 30), null, [],
            [Host, First, Second]),
        new("highland", "EXERCISE Highland Declaration", AgreementKind.Declaration, AgreementLevel.Ministers, new(2021, 1, 13), new(2021, 1, 13), null, [],
            [Host, First, Second]),
        new("lake", "EXERCISE Lake Declaration", AgreementKind.Declaration, AgreementLevel.HeadsOfState, new(2021, 6, 15), new(2021, 6, 15), null, [],
            [Host, Second], null, Allows("3", Activity.Clear)),
        new("speakers", "EXERCISE Harbour Declaration", AgreementKind.Declaration, AgreementLevel.SpeakersOfParliament, new(2021, 7, 27), new(2021, 7, 27),
            null, [], [Host, First, Second], null, Allows("2", Activity.Clear), Allows("3", Activity.ExchangeData)),
        new("decree", "EXERCISE Decree on Mine Action", AgreementKind.Mandate, AgreementLevel.NationalLaw, new(2019, 9, 16), new(2019, 10, 1), null,
            [ExerciseOrganisations.Authority], [], null, Allows("1.1", Activity.Survey), Allows("1.2", Activity.Clear), Allows("1.3", Activity.Eod),
            Allows("1.4", Activity.CheckQuality), Allows("1.5", Activity.Train)),
        new("first", "EXERCISE Arrangement on Clearance with XB", AgreementKind.TechnicalArrangement, AgreementLevel.Agencies, new(2021, 9, 1), new(2021, 9, 15),
            null, [ExerciseOrganisations.Authority, ExerciseContext.ContingentOne], [], "highland",
            Allows("4.1", Activity.Clear, ExerciseContext.ContingentOne),
            Allows("4.2", Activity.Survey, ExerciseContext.ContingentOne), Allows("4.3", Activity.Eod, ExerciseContext.ContingentOne),
            new("6", null, [ExerciseContext.ContingentOne], PromisedThing.People, 136, (DeliveryChange.Delivered, new(2021, 12, 15), 136)),
            new("7", null, [ExerciseContext.ContingentOne], PromisedThing.TrainingPlaces, 40, (DeliveryChange.Delivered, new(2022, 5, 1), 23))),
        new("second", "EXERCISE Arrangement on Clearance with XC", AgreementKind.TechnicalArrangement, AgreementLevel.Agencies, new(2021, 10, 1),
            new(2021, 10, 10), null, [ExerciseOrganisations.Authority, ExerciseContext.ContingentTwo], [], "lake",
            Allows("3.1", Activity.Clear, ExerciseContext.ContingentTwo),
            new("5", null, [ExerciseContext.ContingentTwo], PromisedThing.Dogs, 100, (DeliveryChange.Delivered, new(2022, 1, 20), 50),
                (DeliveryChange.Delivered, new(2023, 2, 1), 43), (DeliveryChange.Retired, new(2025, 3, 1), 5))),
        new("third", "EXERCISE Protocol on Help with XD", AgreementKind.Protocol, AgreementLevel.Governments, new(2022, 3, 1), new(2022, 3, 1),
            new(2026, 6, 29), [ExerciseOrganisations.Authority, "EXERCISE Contingent Three"], [], null,
            Allows("2", Activity.Clear, "EXERCISE Contingent Three"), Allows("3", Activity.Train, "EXERCISE Contingent Three")),
        new("aid", "EXERCISE Memorandum with Field Aid", AgreementKind.Memorandum, AgreementLevel.Agencies, new(2020, 1, 15), new(2020, 2, 1), null,
            [ExerciseOrganisations.Authority, ExerciseContext.FieldAid], [], null, Allows("2", Activity.Clear, ExerciseContext.FieldAid),
            Allows("3", Activity.Survey, ExerciseContext.FieldAid)),
        new("licence", "EXERCISE Licence of Safe Steps", AgreementKind.Licence, AgreementLevel.NationalLaw, new(2020, 1, 20), new(2020, 2, 1), null,
            [ExerciseContext.SafeSteps], [], "decree", Allows("1", Activity.Clear, ExerciseContext.SafeSteps)),
    ];

    private static ExerciseClause Allows(string number, Activity activity, params IReadOnlyList<string> partners) => new(number, activity, partners);
}
