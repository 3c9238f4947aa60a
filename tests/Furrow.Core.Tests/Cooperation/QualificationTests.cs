using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>What somebody is qualified for on a day, by which certificate and which equivalence, or every reason why not.</summary>
public sealed class QualificationTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it was");

    private static readonly DateOnly Issued = new(2023, 1, 1), Expires = new(2024, 5, 31), Today = new(2024, 5, 4);

    /// <summary>11 has EOD 3+ until 31 May and manual clearance without end; 12 IEDD; 13 a sapper course that counts for EOD 2 from March 2024 until June;
    /// 14 a course nobody decided on; 15 EOD 2, lapsed, renewed in June, and one withdrawn.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Authority", OrganisationKind.NationalAuthority, "XA"),
        Certificate(21, 11, Competency.Eod3Plus, Expires), Certificate(22, 11, Competency.ManualClearance, null),
        Certificate(23, 12, Competency.Iedd, Expires),
        new CourseRecorded(Id(31), "Sapper course", "XB"), new CourseRecorded(Id(32), "Other course", "XB"),
        new EquivalenceDecided(Id(41), Id(31), Competency.Eod2, Id(1), new(2024, 3, 1), "syllabus"),
        new EquivalenceTakenBack(Id(41), Id(31), new(2024, 6, 15)),
        Certificate(24, 13, null, null, 31), Certificate(25, 14, null, null, 32),
        Certificate(26, 15, Competency.Eod2, new(2024, 1, 31)),
        new CertificateRecorded(Id(27), Id(15), Competency.Eod2, null, "School", null, new(2024, 6, 1), null, false),
        Certificate(28, 15, Competency.Eod3, null), new CertificateWithdrawn(Id(28), Id(15)),
    ]));

    public static TheoryData<int, string, string> Held => new()
    {
        { 11, "2024-05-31", "Eod1 by Eod3Plus, Eod2 by Eod3Plus, Eod3 by Eod3Plus, Eod3Plus, ManualClearance" },
        { 11, "2024-06-01", "ManualClearance" },
        { 11, "2022-12-31", "" },
        { 12, "2024-05-04", "Iedd" },
        { 13, "2024-02-29", "" },
        { 13, "2024-03-01", "Eod1 by Eod2 as 31, Eod2 as 31" },
        { 13, "2024-06-14", "Eod1 by Eod2 as 31, Eod2 as 31" },
        { 13, "2024-06-15", "" },
        { 14, "2024-05-04", "" },
        { 15, "2024-05-04", "" },
        { 15, "2024-06-01", "Eod1 by Eod2, Eod2" },
        { 16, "2024-05-04", "" },
    };

    public static TheoryData<int, EodLevel, string, string> Reasons => new()
    {
        { 11, EodLevel.Eod2, "2024-05-04", "" },
        { 11, EodLevel.Eod2, "2024-06-01", "qualification-lapsed" },
        { 11, EodLevel.Iedd, "2024-05-04", "qualification-lacking" },
        { 12, EodLevel.Eod1, "2024-05-04", "qualification-lacking" },
        { 13, EodLevel.Eod2, "2024-02-29", "equivalence-not-yet" },
        { 13, EodLevel.Eod2, "2024-06-15", "equivalence-ended" },
        { 13, EodLevel.Eod3, "2024-05-04", "qualification-lacking" },
        { 14, EodLevel.Eod2, "2024-05-04", "qualification-unrecognised" },
        { 15, EodLevel.Eod2, "2024-05-04", "qualification-lapsed qualification-not-yet" },
        { 15, EodLevel.Eod3, "2024-05-04", "qualification-lacking" },
    };

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "a course", "course-recorded", () => QualificationRules.Record(Known, Ann, new RecordCourse("New course", "xb")) },
        { "a course that is there", "name-taken", () => QualificationRules.Record(Known, Ann, new RecordCourse("sapper COURSE", "XB")) },
        { "of another country", "course-recorded", () => QualificationRules.Record(Known, Ann, new RecordCourse("Sapper course", "XC")) },
        { "of a country in full", "country-code-wrong", () => QualificationRules.Record(Known, Ann, new RecordCourse("New", "Somewhere")) },
        { "recognised", "equivalence-decided", () => Decide(32, Competency.Eod2) },
        { "recognised for nothing", "evidence-missing", () => Decide(32, Competency.Eod2, " ") },
        { "recognised twice", "equivalence-known", () => Decide(31, Competency.Eod2) },
        { "recognised again after it was taken back", "equivalence-decided", () => Decide(31, Competency.Eod2, from: new(2024, 6, 15)) },
        { "taken back twice", "equivalence-taken-back-already", () => QualificationRules.TakeBack(Known, WithReason, new(Id(41), Today)) },
        { "a certificate", "certificate-recorded", () => Record(16, Competency.Eod2) },
        { "of nothing", "certificate-of-what", () => Record(16, null) },
        { "of two things", "certificate-of-what", () => Record(16, Competency.Eod2, course: 31) },
        { "that expires before it is issued", "certificate-expires-before-issue", () => Record(16, Competency.Eod2, expires: Issued.AddDays(-1)) },
        { "that overlaps one of the same", "certificate-overlaps-until", () => Record(11, Competency.Eod3Plus) },
        { "that overlaps one without end", "certificate-overlaps", () => Record(11, Competency.ManualClearance) },
        { "that overlaps and is meant so", "certificate-recorded", () => Record(11, Competency.ManualClearance, also: true) },
        { "that overlaps one of another", "certificate-recorded", () => Record(11, Competency.Eod2) },
        { "that follows one of the same", "certificate-recorded", () => Record(11, Competency.Eod3Plus, issued: Expires.AddDays(1)) },
        { "withdrawn", "certificate-withdrawn", () => QualificationRules.Withdraw(Known, WithReason, new(Id(21))) },
        { "withdrawn twice", "certificate-is-withdrawn", () => QualificationRules.Withdraw(Known, WithReason, new(Id(28))) },
    };

    [Theory]
    [MemberData(nameof(Held))]
    public void On_a_day_somebody_has(int person, string day, string held) => Assert.Equal(held, string.Join(", ", Qualification.Of(Known, Id(person), On(day))
        .Select(h => $"{h.Competency}{(h.By == h.Competency ? "" : $" by {h.By}")}{(h.Equivalence is null ? "" : " as 31")}")));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Or_every_reason_why_not(int person, EodLevel level, string day, string whyNot) =>
        Assert.Equal(whyNot, string.Join(' ', Qualification.Ask(Known, Id(person), level, On(day)).WhyNot.Select(p => p.Code)));

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    /// <summary>The numbers are those of the competency: a level is one.</summary>
    [Fact]
    public void A_level_is_a_competency() => Assert.All(Enum.GetValues<EodLevel>(), level => Assert.Equal(level.ToString(), ((Competency)level).ToString()));

    private static DateOnly On(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static CertificateRecorded Certificate(int id, int person, Competency? competency, DateOnly? expires, int? course = null) =>
        new(Id(id), Id(person), competency, course is { } c ? Id(c) : null, "School", null, Issued, expires, false);

    private static Ruling Decide(int course, Competency competency, string evidence = "syllabus", DateOnly? from = null) =>
        QualificationRules.Decide(Known, Ann, new(Id(course), competency, Id(1), from ?? Today, evidence));

    private static Ruling Record(int person, Competency? competency, int? course = null, DateOnly? issued = null, DateOnly? expires = null,
        bool? also = null) =>
        QualificationRules.Record(Known, Ann,
            new RecordCertificate(Id(person), "School", issued ?? Issued, competency, course is { } c ? Id(c) : null, expires, "17", also));
}
