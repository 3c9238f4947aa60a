using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>Whom people serve, how they are insured, and what the rules answer about it.</summary>
public sealed class PersonnelTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it was");

    private static readonly DateOnly First = new(2024, 1, 1), Today = new(2024, 6, 1);

    /// <summary>1 and 2 organisations, 3 went into 1; 11 serves 1 since the first day, 12 served it until May, 13 was withdrawn from it.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Contingent", OrganisationKind.MilitaryContingent, "XB"),
        new OrganisationRegistered(Id(2), "Company", OrganisationKind.Company, "XA"),
        new OrganisationRegistered(Id(3), "Old contingent", OrganisationKind.MilitaryContingent, "XB"),
        new OrganisationsMerged(Id(1), Id(3)),
        new PersonRegistered(Id(11), "Eleven"), new PersonRegistered(Id(12), "Twelve"), new PersonRegistered(Id(13), "Thirteen"),
        new PersonCodeGiven(Id(11), "XB-11", false),
        new ServiceBegun(Id(21), Id(11), Id(3), First, null, false),
        new ServiceBegun(Id(22), Id(12), Id(1), First, PersonFunction.Liaison, false),
        new ServiceEnded(Id(22), Id(12), new(2024, 5, 31)),
        new ServiceBegun(Id(23), Id(13), Id(1), First, null, false),
        new ServiceWithdrawn(Id(23), Id(13)),
        new PersonLanguagesSaid(Id(11), ["az"]),
        new InsuranceRecorded(Id(31), Id(11), First, new(2024, 3, 31), "Mutual", null),
        new InsuranceRecorded(Id(32), Id(11), new(2024, 3, 1), new(2024, 5, 31), "Mutual", null),
        new InsuranceRecorded(Id(33), Id(12), First, null, "Mutual", null),
        new InsuranceWithdrawn(Id(33), Id(12)),
        new FieldWorkRecorded(Id(11), new(2024, 2, 1), new(2024, 2, 10)),
        new FieldWorkRecorded(Id(11), new(2024, 4, 1), new(2024, 4, 20)),
    ]));

    private static readonly PersonnelRegister Register = Known.Of<PersonnelRegister>();

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "serves another", "serves-another", () => Serve(11, 2) },
        { "serves another and it is meant", "service-begun", () => Serve(11, 2, also: true) },
        { "serves the same, by what it was merged into", "serves-already", () => Serve(11, 1, also: true) },
        { "serves another after the last day", "service-begun", () => Serve(12, 2) },
        { "serves another on the last day", "serves-another-until", () => Serve(12, 2, new(2024, 5, 31)) },
        { "who was withdrawn serves another", "service-begun", () => Serve(13, 2) },
        { "serves what was merged", "organisation-merged", () => Serve(13, 3) },
        { "ends", "service-ended", () => ServiceRules.End(Known, Ann, new(Id(21), Today)) },
        { "ends before it begins", "service-ends-before-it-begins", () => ServiceRules.End(Known, Ann, new(Id(21), First.AddDays(-1))) },
        { "ends twice", "service-ended-already", () => ServiceRules.End(Known, Ann, new(Id(22), Today)) },
        { "its end taken back", "service-end-taken-back", () => ServiceRules.TakeBackEnd(Known, Ann, new(Id(22))) },
        { "its end taken back, though elsewhere since", "serves-another", () => ServiceRules.TakeBackEnd(
            Known.ApplyAll(Placed([new ServiceBegun(Id(40), Id(12), Id(2), Today, null, false)], after: 60)), Ann, new(Id(22))) },
        { "the end of what did not end", "service-not-ended", () => ServiceRules.TakeBackEnd(Known, Ann, new(Id(21))) },
        { "withdrawn for no reason", "reason-missing", () => ServiceRules.Withdraw(Known, Ann, new WithdrawService(Id(21))) },
        { "withdrawn twice", "service-is-withdrawn", () => ServiceRules.Withdraw(Known, WithReason, new WithdrawService(Id(23))) },
        { "languages", "person-languages-said", () => ServiceRules.Say(Known, Ann, new SayLanguages(Id(11), ["RU", "ru "])) },
        { "languages as known", "person-unchanged", () => ServiceRules.Say(Known, Ann, new SayLanguages(Id(11), ["AZ"])) },
        { "a language in full", "language-wrong", () => ServiceRules.Say(Known, Ann, new SayLanguages(Id(11), ["Russian"])) },
        { "no caveats where none were", "person-unchanged", () => ServiceRules.Say(Known, Ann, new SayCaveats(Id(11))) },
        { "caveats", "person-caveats-said", () => ServiceRules.Say(Known, Ann, new SayCaveats(Id(11), "Not at night")) },
        { "insured", "insurance-recorded", () => ServiceRules.Insure(Known, Ann, new(Id(11), Today)) },
        { "insured to a day before", "insurance-ends-before-it-begins", () => ServiceRules.Insure(Known, Ann, new(Id(11), Today, First)) },
        { "an insurance withdrawn twice", "insurance-is-withdrawn", () => ServiceRules.Withdraw(Known, WithReason, new WithdrawInsurance(Id(33))) },
        { "work", "field-work-recorded", () => ServiceRules.Work(Known, Ann, new(Id(11), Today)) },
        { "work to a day before", "work-ends-before-it-begins", () => ServiceRules.Work(Known, Ann, new(Id(11), Today, First)) },
        { "a code", "person-code-given", () => PersonRules.Give(Known, Ann, new(Id(12), "XB-12")) },
        { "the code of another", "service-code-taken", () => PersonRules.Give(Known, Ann, new(Id(12), "xb-11")) },
        { "the name of another for a code", "service-code-taken", () => PersonRules.Give(Known, Ann, new(Id(12), "Eleven")) },
        { "a code nobody can read", "service-code-blank", () => PersonRules.Give(Known, Ann, new(Id(12), "\u200B")) },
        { "a contact", "person-detail-recorded", () => PersonRules.Record(Known, Ann, new(Id(12), PersonalDetail.Contact, "Channel 4")) },
        { "no contact where none was", "person-unchanged", () => PersonRules.Record(Known, Ann, new(Id(12), PersonalDetail.Contact)) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    [Theory]
    [InlineData("2023-12-31", "", null, null)]
    [InlineData("2024-02-05", "3", "2024-03-31", "2024-02-05")]
    [InlineData("2024-03-15", "3", "2024-05-31", "2024-02-10")]
    [InlineData("2024-06-01", "3", null, "2024-04-20")]
    public void On_a_day(string day, string serves, string? insuredUntil, string? lastWorked)
    {
        var on = Day(day)!.Value;
        var served = string.Join(' ', Register.ServicesOf(Id(11), on).Select(s => s.Organisation == Id(3) ? 3 : 1));
        Assert.Equal((serves, Day(insuredUntil), Day(lastWorked)), (served, Register.InsuranceOf(Id(11), on)?.Until, Register.LastWorked(Id(11), on)));
        Assert.Null(Register.InsuranceOf(Id(12), on));
    }

    [Fact]
    public void A_person_is_found_by_name_and_by_code_until_withdrawn()
    {
        Assert.Equal((Id(11), Id(11)), (Known.PersonNamed("eleven"), Known.PersonNamed("XB-11")));
        Assert.Null(Known.ApplyAll(Placed([new PersonWithdrawn(Id(11))], after: 60)).PersonNamed("Eleven"));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Ruling Serve(int person, int organisation, DateOnly? from = null, bool? also = null) =>
        ServiceRules.Begin(Known, Ann, new(Id(person), Id(organisation), from ?? Today, null, also));
}
