using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>What the rules answer about instruments and clauses, and whom a clause lets do what.</summary>
public sealed class AgreementTests
{
    private const string North = "North district";

    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it was agreed");

    private static readonly DateOnly Today = new(2024, 6, 1);

    /// <summary>1 authority (XA), 2 its survey (part of it), 3 contingent of XB, 4 a team of it, 5 a company (XA), 6 a contingent of XC.
    /// 11 declaration of speakers; 12 arrangement with XB that rests on it, ended yesterday in 13; 14 mandate; 15 memorandum nobody put in force.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Authority", OrganisationKind.NationalAuthority, "XA"),
        new OrganisationRegistered(Id(2), "State survey", OrganisationKind.StateOperator, "XA", Id(1)),
        new OrganisationRegistered(Id(3), "Contingent of XB", OrganisationKind.MilitaryContingent, "XB"),
        new OrganisationRegistered(Id(4), "Team 4", OrganisationKind.MilitaryContingent, null, Id(3)),
        new OrganisationRegistered(Id(5), "Company", OrganisationKind.Company, "XA"),
        new OrganisationRegistered(Id(6), "Contingent of XC", OrganisationKind.MilitaryContingent, "XC"),
        new AgreementRecorded(Id(11), "Harbour Declaration", AgreementKind.Declaration, AgreementLevel.SpeakersOfParliament, new(2021, 7, 27), new(2021, 7, 27),
            null, [], ["XA", "XB", "XC"]),
        Clause(21, 11, "1", Activity.Clear),
        new AgreementRecorded(Id(12), "Arrangement", AgreementKind.TechnicalArrangement, AgreementLevel.Ministers, new(2022, 1, 1), new(2022, 2, 1), null,
            [Id(1), Id(3)], []),
        new AgreementLinked(Id(12), Id(11), AgreementLink.RestsOn),
        Clause(22, 12, "4.2", Activity.Clear, partners: [Id(3)]),
        Clause(23, 12, "4.3", Activity.Survey, partners: [Id(3)], places: [North], until: new(2024, 12, 31)),
        new ClauseRecorded(Id(24), Id(12), "5", ClauseKind.Promise, null, [], [], null, null, PromisedThing.Dogs, 100, null),
        new AgreementRecorded(Id(13), "Protocol", AgreementKind.Protocol, AgreementLevel.Agencies, null, new(2023, 1, 1), Today.AddDays(-1),
            [Id(1), Id(6)], []),
        Clause(25, 13, "7", Activity.Clear),
        new AgreementRecorded(Id(14), "Decree 5", AgreementKind.Mandate, AgreementLevel.NationalLaw, new(2020, 1, 1), new(2020, 1, 1), null, [Id(1)], []),
        Clause(26, 14, "1", Activity.Survey),
        new AgreementRecorded(Id(15), "Memorandum", AgreementKind.Memorandum, AgreementLevel.Governments, new(2023, 5, 5), null, null, [Id(5)], []),
        Clause(27, 15, "2", Activity.Train),
        new AgreementRecorded(Id(16), "Harbour Declaration", AgreementKind.JointStatement, AgreementLevel.Ministers, new(2017, 11, 30), null, null, [],
            ["XA", "XB"]),
    ]));

    public static TheoryData<int, Activity, string?, string> Questions => new()
    {
        { 3, Activity.Clear, null, "4.2" },
        { 4, Activity.Clear, null, "4.2" },
        { 3, Activity.Survey, North, "4.3" },
        { 3, Activity.Survey, "South district", "right-elsewhere" },
        { 3, Activity.Survey, null, "right-elsewhere" },
        { 3, Activity.Eod, null, "right-without-clause" },
        { 6, Activity.Clear, null, "right-of-declaration right-ended" },
        { 5, Activity.Clear, null, "right-of-declaration" },
        { 5, Activity.Train, null, "right-not-in-force" },
        { 1, Activity.Survey, null, "1" },
        { 2, Activity.Survey, null, "1" },
        { 2, Activity.Clear, null, "right-of-declaration right-only-by-mandate" },
        { 1, Activity.Visit, null, "right-without-mandate" },
    };

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "an instrument with the name of another", "agreement-recorded", () => Record("Harbour Declaration", countries: ["xa"]) },
        { "one that nobody concluded", "agreement-without-party", () => Record("Paper") },
        { "one that ends before it begins", "agreement-ends-before-it-begins", () => Record("Paper", ["XA"], new(2024, 1, 2), new(2024, 1, 1)) },
        { "of a country in full", "country-code-wrong", () => Record("Paper", ["Azerbaijan"]) },
        { "with a name nobody can read", "agreement-name-blank", () => Record("\u200B", ["XA"]) },
        { "it ends", "agreement-ended", () => AgreementRules.End(Known, WithReason, new(Id(12), Today)) },
        { "it ends for no reason", "reason-missing", () => AgreementRules.End(Known, Ann, new(Id(12), Today)) },
        { "what never was in force ends", "agreement-never-in-force", () => AgreementRules.End(Known, WithReason, new(Id(15), Today)) },
        { "it ends before it began", "agreement-ends-before-it-begins", () => AgreementRules.End(Known, WithReason, new(Id(12), new(2022, 1, 1))) },
        { "the end of what did not end", "agreement-not-ended", () => AgreementRules.TakeBackEnd(Known, WithReason, new(Id(12))) },
        { "it rests on another", "agreement-linked", () => AgreementRules.Link(Known, Ann, new(Id(13), AgreementLink.RestsOn, Id(12))) },
        { "it rests on itself", "agreement-rests-on-itself", () => AgreementRules.Link(Known, Ann, new(Id(13), AgreementLink.Amends, Id(13))) },
        { "it rests on what rests on it", "agreement-rests-on-itself", () => AgreementRules.Link(Known, Ann, new(Id(11), AgreementLink.RestsOn, Id(12))) },
        { "said twice", "agreement-link-known", () => AgreementRules.Link(Known, Ann, new(Id(12), AgreementLink.RestsOn, Id(11))) },
        { "unlinked", "agreement-unlinked", () => AgreementRules.Unlink(Known, Ann, new(Id(12), AgreementLink.RestsOn, Id(11))) },
        { "never linked so", "agreement-link-unknown", () => AgreementRules.Unlink(Known, Ann, new(Id(12), AgreementLink.Amends, Id(11))) },
        { "a clause", "clause-recorded", () => New(12, "9", ClauseKind.Insurance) },
        { "a clause of a number that is there", "name-taken", () => New(12, "4.2", ClauseKind.Insurance) },
        { "an activity without its name", "clause-activity-amiss", () => New(12, "9", ClauseKind.Activity) },
        { "insurance with an activity", "clause-activity-amiss", () => New(12, "9", ClauseKind.Insurance, Activity.Clear) },
        { "a promise of nothing", "clause-promise-amiss", () => New(12, "9", ClauseKind.Promise) },
        { "money without currency", "currency-amiss", () => New(12, "9", ClauseKind.Promise, promised: PromisedThing.Money, quantity: 5) },
        { "dogs with a currency", "currency-amiss", () => New(12, "9", ClauseKind.Promise, null, PromisedThing.Dogs, 5, "EUR") },
        { "for one who is no party", "clause-partner-no-party", () => New(12, "9", ClauseKind.Activity, Activity.Clear, partners: [Id(6)]) },
        { "a clause that ends before it begins", "clause-ends-before-it-begins", () => New(12, "9", ClauseKind.Other, until: new(2020, 1, 1)) },
        { "dogs come", "delivery-recorded", () => Deliver(24, DeliveryChange.Delivered, 93) },
        { "dogs go that never came", "delivery-more-than-there", () => Deliver(24, DeliveryChange.Lost, 1) },
        { "no dogs come", "quantity-missing", () => Deliver(24, DeliveryChange.Delivered, 0) },
        { "dogs come under a clause that promises none", "clause-no-promise", () => Deliver(22, DeliveryChange.Delivered, 1) },
        { "a clause is withdrawn", "clause-withdrawn", () => ClauseRules.Withdraw(Known, WithReason, new(Id(22), Today)) },
        { "a clause that holds is restored", "clause-not-withdrawn", () => ClauseRules.TakeBackWithdrawal(Known, Ann, new(Id(22))) },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_clause_lets_somebody_act_or_every_reason_is_said(int organisation, Activity activity, string? place, string answer) =>
        Assert.Equal(answer, Told(OperationalRight.Ask(Known, new RightAsked(Id(organisation), activity, Today, place))));

    [Theory]
    [InlineData("2022-01-31", "right-not-yet")]
    [InlineData("2022-02-01", "4.2")]
    [InlineData("2024-06-01", "4.2")]
    [InlineData("2024-06-02", "right-withdrawn")]
    public void The_day_is_what_counts(string day, string answer)
    {
        var later = Known.ApplyAll(Placed([new ClauseWithdrawn(Id(22), new(2024, 6, 2))], after: 50));
        Assert.Equal("right-of-declaration " + answer, "right-of-declaration " + Told(OperationalRight.Ask(later,
            new RightAsked(Id(3), Activity.Clear, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))))
            .Replace("right-of-declaration ", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    /// <summary>As it was reported of a real promise: 100 dogs promised, 93 delivered, of which 5 are retired.</summary>
    [Fact]
    public void Promised_delivered_and_in_service()
    {
        var later = Known.ApplyAll(Placed([
            new DeliveryRecorded(Id(31), Id(24), DeliveryChange.Delivered, new(2023, 1, 1), 60),
            new DeliveryRecorded(Id(32), Id(24), DeliveryChange.Delivered, new(2024, 1, 1), 33),
            new DeliveryRecorded(Id(33), Id(24), DeliveryChange.Retired, new(2024, 2, 1), 5),
            new DeliveryRecorded(Id(34), Id(24), DeliveryChange.Lost, new(2024, 3, 1), 7),
            new DeliveryWithdrawn(Id(34)),
        ], after: 50)).Of<AgreementRegister>();
        Assert.Equal(["100 60 60 0 0 40", "100 93 88 0 5 7"], new[] { new DateOnly(2023, 6, 1), Today }.Select(day => PromiseAccount.Of(later, day).Single())
            .Select(p => $"{p.Promised} {p.Delivered} {p.InService} {p.Lost} {p.Retired} {p.Missing}"));
    }

    private static string Told(RightAnswer answer) => answer.By?.Number ?? string.Join(' ', answer.WhyNot.Select(p => p.Code));

    private static ClauseRecorded Clause(int id, int agreement, string number, Activity activity, IReadOnlyList<Guid>? partners = null,
        IReadOnlyList<string>? places = null, DateOnly? until = null) =>
        new(Id(id), Id(agreement), number, ClauseKind.Activity, activity, partners ?? [], places ?? [], null, until, null, null, null);

    private static Ruling Record(string name, IReadOnlyList<string>? countries = null, DateOnly? inForce = null, DateOnly? until = null) =>
        AgreementRules.Record(Known, Ann, new(name, AgreementKind.Memorandum, AgreementLevel.Ministers, null, inForce, until, null, countries));

    private static Ruling New(int agreement, string number, ClauseKind kind, Activity? activity = null, PromisedThing? promised = null,
        decimal? quantity = null, string? currency = null, IReadOnlyList<Guid>? partners = null, DateOnly? until = null) =>
        ClauseRules.Record(Known, Ann, new(Id(agreement), number, kind, activity, partners, null, new(2024, 1, 1), until, promised, quantity, currency));

    private static Ruling Deliver(int clause, DeliveryChange change, decimal quantity) =>
        ClauseRules.Deliver(Known, Ann, new(Id(clause), change, Today, quantity));
}
