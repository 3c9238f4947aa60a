using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>What is answered when somebody says something of an organisation.</summary>
public sealed class OrganisationRuleTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "seen twice");

    /// <summary>1 is the authority; 2 is a part of it, called otherwise too; 3 stands alone; 4 was merged into 3; 5 is closed.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Authority", OrganisationKind.NationalAuthority, "XA"),
        new OrganisationRegistered(Id(2), "Survey North", OrganisationKind.StateOperator, "XA", Id(1)),
        new OrganisationAliasAdded(Id(2), "SN"),
        new OrganisationRegistered(Id(3), "Safe Steps", OrganisationKind.Company),
        new OrganisationRegistered(Id(4), "Safe Steps Limited", OrganisationKind.Company),
        new OrganisationsMerged(Id(3), Id(4)),
        new OrganisationRegistered(Id(5), "Old Office", OrganisationKind.Ministry),
        new OrganisationClosed(Id(5), new DateOnly(2020, 1, 1)),
    ]));

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "a new one", "organisation-registered", () => Register("Field Aid", "xb") },
        { "part of another", "organisation-registered", () => Register("Survey South", parent: Id(1)) },
        { "by a name that is taken", "name-taken", () => Register("survey  north") },
        { "by another name of one", "name-taken", () => Register("sn") },
        { "by the name of one that was merged", "name-taken", () => Register("Safe Steps Limited") },
        { "by a name in letters of another script", "name-looks-like", () => Register("Ѕаfе Ѕtерѕ") },
        { "by such a name, meant so", "organisation-registered", () => Register("Ѕаfе Ѕtерѕ", another: true) },
        { "by a word of two scripts", "name-of-two-scripts", () => Register("Wаter Office") },
        { "by a name nobody can read", "organisation-name-blank", () => Register("\u200B") },
        { "of a country in full", "country-code-wrong", () => Register("Field Aid", "Xa1") },
        { "part of one that was merged", "organisation-merged", () => Register("Field Aid", parent: Id(4)) },
        { "a new name", "organisation-renamed", () => OrganisationRules.Rename(Known, Ann, new(Id(3), "Safer Steps")) },
        { "its other name becomes the name", "organisation-renamed", () => OrganisationRules.Rename(Known, Ann, new(Id(2), "SN")) },
        { "the name it has, in other letters", "organisation-renamed", () => OrganisationRules.Rename(Known, Ann, new(Id(3), "SAFE STEPS")) },
        { "the name it has", "name-taken", () => OrganisationRules.Rename(Known, Ann, new(Id(3), "Safe Steps")) },
        { "the name of another", "name-taken", () => OrganisationRules.Rename(Known, Ann, new(Id(3), "Authority")) },
        { "rename what was merged", "organisation-merged", () => OrganisationRules.Rename(Known, Ann, new(Id(4), "Other")) },
        { "another country", "organisation-changed", () => Change(Id(3), country: "XC") },
        { "nothing else than is known", "organisation-unchanged", () => Change(Id(3)) },
        { "part of itself", "organisation-part-of-itself", () => Change(Id(1), parent: Id(1)) },
        { "part of its own part", "organisation-part-of-itself", () => Change(Id(1), parent: Id(2)) },
        { "another name", "organisation-alias-added", () => OrganisationRules.AddAlias(Known, Ann, new(Id(3), "Надёжные шаги")) },
        { "another name that somebody has", "name-taken", () => OrganisationRules.AddAlias(Known, Ann, new(Id(3), "SN")) },
        { "not called so", "organisation-alias-removed", () => OrganisationRules.RemoveAlias(Known, Ann, new(Id(2), "sn")) },
        { "never called so", "organisation-alias-unknown", () => OrganisationRules.RemoveAlias(Known, Ann, new(Id(2), "Survey North")) },
        { "reached so", "organisation-contact-changed", () => OrganisationRules.ChangeContact(Known, Ann, new(Id(2), "channel 4")) },
        { "two are one", "organisations-merged", () => OrganisationRules.Merge(Known, WithReason, new(Id(2), Id(3))) },
        { "two are one, for no reason", "reason-missing", () => OrganisationRules.Merge(Known, Ann, new(Id(2), Id(3))) },
        { "one with itself", "organisation-into-itself", () => OrganisationRules.Merge(Known, WithReason, new(Id(2), Id(2))) },
        { "into one that was merged", "organisation-merged", () => OrganisationRules.Merge(Known, WithReason, new(Id(4), Id(2))) },
        { "one that was merged already", "organisation-merged", () => OrganisationRules.Merge(Known, WithReason, new(Id(2), Id(4))) },
        { "what it is part of goes into it", "organisation-part-of-itself", () => OrganisationRules.Merge(Known, WithReason, new(Id(2), Id(1))) },
        { "a part goes into the whole", "organisations-merged", () => OrganisationRules.Merge(Known, WithReason, new(Id(1), Id(2))) },
        { "two again", "organisation-merge-taken-back", () => OrganisationRules.TakeBackMerge(Known, WithReason, new(Id(4))) },
        { "two again, though they are", "organisation-not-merged", () => OrganisationRules.TakeBackMerge(Known, WithReason, new(Id(2))) },
        { "closed", "organisation-closed", () => OrganisationRules.Close(Known, WithReason, new(Id(2), new DateOnly(2024, 1, 1))) },
        { "closed twice", "closed-already", () => OrganisationRules.Close(Known, WithReason, new(Id(5), new DateOnly(2024, 1, 1))) },
        { "opened again", "organisation-reopened", () => OrganisationRules.Reopen(Known, Ann, new(Id(5))) },
        { "opened though it is", "organisation-not-closed", () => OrganisationRules.Reopen(Known, Ann, new(Id(2))) },
        { "names of reports", "organisation-registered organisation-registered", () => Reported("Field Aid", "SN", "Ministry of Roads", " ") },
        { "names of reports, all known", "organisation-names-all-known", () => Reported("sn", "safe steps limited") },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    [Theory]
    [InlineData("Survey North", "Survey North")]
    [InlineData("sn", "Survey North")]
    [InlineData("SAFE STEPS LIMITED", "Safe Steps")]
    [InlineData("Nobody known", "Nobody known")]
    public void A_name_in_a_report_counts_for_the_organisation_it_speaks_of(string reported, string counted) =>
        Assert.Equal(counted, Known.OrganisationOf()(reported));

    [Fact]
    public void A_renamed_organisation_keeps_the_name_reports_carry()
    {
        var later = Known.ApplyAll(Placed([new OrganisationRenamed(Id(3), "Safer Steps")], after: 20));
        Assert.Equal(["Safer Steps", "Safer Steps", "Safer Steps"],
            new[] { "Safe Steps", "Safer Steps", "Safe Steps Limited" }.Select(later.OrganisationOf()));
    }

    private static Ruling Register(string name, string? country = null, Guid? parent = null, bool? another = null) =>
        OrganisationRules.Register(Known, Ann, new(name, OrganisationKind.Company, country, parent, another));

    private static Ruling Change(Guid id, string? country = null, Guid? parent = null) =>
        OrganisationRules.Change(Known, Ann, new(id, OrganisationKind.Company, country, parent));

    private static Ruling Reported(params string[] names) =>
        OrganisationRules.RegisterReported(Known, Ann, new(OrganisationKind.Company), names);
}
