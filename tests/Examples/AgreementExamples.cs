using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class AgreementExamples : SubjectExamples
{
    private static readonly DateOnly Signed = new(2023, 4, 1), InForce = new(2023, 5, 1), Last = new(2030, 4, 30);

    public override IEnumerable<IFact> Facts =>
    [
        new AgreementRecorded(Id(91), "EXERCISE arrangement", AgreementKind.TechnicalArrangement, AgreementLevel.Ministers, Signed, InForce, Last, [Id(82)],
            ["XA", "XB"]),
        new AgreementRecorded(Id(92), "EXERCISE declaration", AgreementKind.Declaration, AgreementLevel.HeadsOfState, Signed, null, null, [], ["XA", "XB"]),
        new AgreementChanged(Id(91), "EXERCISE technical arrangement", AgreementKind.TechnicalArrangement, AgreementLevel.Ministers, Signed, InForce, Last,
            [Id(82)], ["XA", "XB"]),
        new AgreementLinked(Id(91), Id(92), AgreementLink.Amends),
        new AgreementUnlinked(Id(91), Id(92), AgreementLink.Amends),
        new AgreementLinked(Id(91), Id(92), AgreementLink.RestsOn),
        new AgreementEnded(Id(91), new DateOnly(2024, 5, 1)),
        new AgreementEndTakenBack(Id(91)),
        new ClauseRecorded(Id(93), Id(91), "4.2", ClauseKind.Activity, Activity.Clear, [Id(82)], ["EXERCISE north"], InForce, Last, PromisedThing.Money, 10,
            "EUR", "EXERCISE what the clause says"),
        new ClauseChanged(Id(93), Id(91), "4.3", ClauseKind.Activity, Activity.Survey, [Id(82)], ["EXERCISE south"], InForce, Last, PromisedThing.Money, 20,
            "EUR", "EXERCISE what it says now"),
        new ClauseWithdrawn(Id(93), new DateOnly(2024, 5, 1)),
        new ClauseWithdrawalTakenBack(Id(93)),
        new ClauseRecorded(Id(94), Id(91), "5", ClauseKind.Promise, null, [], [], null, null, PromisedThing.Dogs, 100, null),
        new DeliveryRecorded(Id(95), Id(94), DeliveryChange.Delivered, new DateOnly(2023, 6, 1), 93),
        new DeliveryRecorded(Id(96), Id(94), DeliveryChange.Retired, new DateOnly(2023, 7, 1), 5),
        new DeliveryWithdrawn(Id(96)),
        new AgreementRecorded(Id(97), "EXERCISE protocol", AgreementKind.Protocol, AgreementLevel.Agencies, Signed, InForce, null, [Id(82)], []),
        new AgreementEnded(Id(97), new DateOnly(2024, 5, 1)),
        new ClauseRecorded(Id(98), Id(97), "1", ClauseKind.Insurance, null, [], [], null, null, null, null, null),
        new ClauseWithdrawn(Id(98), new DateOnly(2024, 5, 1)),
    ];
}
