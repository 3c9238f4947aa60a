using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Accreditation;

/// <summary>What the rules answer about procedures, types of machines and dog-handler pairs.</summary>
public sealed class ThingRuleTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it is");

    private static readonly DateOnly Issued = new(2024, 1, 1), Today = new(2024, 6, 1);

    /// <summary>1, 2 organisations; 11 and 12 versions of a procedure of 1, 13 one of 2 that is closed; 21 a detector, 22 one that is closed; 31 a pair, 32 one
    /// that is apart since; 41 a test of 31.</summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Operator", OrganisationKind.NonGovernmental),
        new OrganisationRegistered(Id(2), "Company", OrganisationKind.Company),
        new PersonRegistered(Id(3), "Bea"),
        new ProcedureRegistered(Id(11), Id(1), "SOP-4", "1", "Manual clearance", Issued),
        new ProcedureRegistered(Id(12), Id(1), "SOP-4", "2", "Manual clearance", Today, Id(11)),
        new ProcedureRegistered(Id(13), Id(2), "SOP-4", "1", "Clearance", Issued),
        new ProcedureClosed(Id(13), Today),
        new MachineTypeRegistered(Id(21), MachineKind.Detector, "Works", "D-1"),
        new MachineTypeRegistered(Id(22), MachineKind.Detector, "Works", "D-2"),
        new MachineTypeClosed(Id(22), Today),
        new DogPairFormed(Id(31), "Rex", "900", Id(3), Id(1), Issued),
        new DogPairFormed(Id(32), "Max", "901", Id(3), Id(1), Issued),
        new DogPairDissolved(Id(32), Today),
        new DogTestRecorded(Id(41), Id(31), Issued, DogTestResult.Passed),
    ]));

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "a third version", "procedure-registered", () => Register("SOP-4", "3", Id(12)) },
        { "the version that is there, written otherwise", "name-taken", () => Register(" sop-4", "2") },
        { "the same code at another organisation", "procedure-registered", () => ProcedureRules.Register(Known, Ann, new(Id(2), "SOP-4", "2", "T", Today)) },
        { "a version nobody can read", "procedure-blank", () => Register("SOP-4", "\u200B") },
        { "a code nobody can read", "procedure-blank", () => Register("\u200B", "1") },
        { "it replaces one of another organisation", "procedure-of-another", () => Register("SOP-9", "1", Id(13)) },
        { "issued after it was closed", "procedure-closed-before", () => ProcedureRules.Change(Known, Ann, new(Id(13), "T", Today.AddDays(1))) },
        { "another title", "procedure-changed", () => ProcedureRules.Change(Known, Ann, new(Id(11), "By hand", Issued)) },
        { "closed", "procedure-closed", () => ProcedureRules.Close(Known, WithReason, new(Id(11), Today)) },
        { "closed for no reason", "reason-missing", () => ProcedureRules.Close(Known, Ann, new(Id(11), Today)) },
        { "closed before it was issued", "procedure-closed-before", () => ProcedureRules.Close(Known, WithReason, new(Id(12), Issued)) },
        { "closed twice", "closed-already", () => ProcedureRules.Close(Known, WithReason, new(Id(13), Today)) },
        { "opened again", "procedure-reopened", () => ProcedureRules.Reopen(Known, Ann, new(Id(13))) },
        { "opened though it is open", "thing-not-closed", () => ProcedureRules.Reopen(Known, Ann, new(Id(11))) },
        { "a type of machine", "machine-type-registered", () => MachineTypeRules.Register(Known, Ann, new(MachineKind.Robot, "Works", "R-1")) },
        { "a type that is there", "name-taken", () => MachineTypeRules.Register(Known, Ann, new(MachineKind.Robot, "works", "d-1 ")) },
        { "a type without a model", "machine-type-blank", () => MachineTypeRules.Register(Known, Ann, new(MachineKind.Robot, "Works", "\u200B")) },
        { "changed into another that is there", "name-taken", () => MachineTypeRules.Change(Known, Ann, new(Id(21), MachineKind.Detector, "Works", "D-2")) },
        { "changed in its kind alone", "machine-type-changed", () => MachineTypeRules.Change(Known, Ann, new(Id(21), MachineKind.Other, "Works", "D-1")) },
        { "a type is closed", "machine-type-closed", () => MachineTypeRules.Close(Known, WithReason, new(Id(21), Today)) },
        { "a type is closed twice", "closed-already", () => MachineTypeRules.Close(Known, WithReason, new(Id(22), Today)) },
        { "a type is opened again", "machine-type-reopened", () => MachineTypeRules.Reopen(Known, Ann, new(Id(22))) },
        { "a new dog", "dog-pair-formed", () => Form("Bella", "902", Issued) },
        { "a dog that has another handler", "dog-pair-stands", () => Form("Rex the second", " 900", Today) },
        { "a dog whose handler left it", "dog-pair-formed", () => Form("Max", "901", Today) },
        { "a dog on a day when it had another handler", "dog-pair-stands", () => Form("Max", "901", Today.AddDays(-1)) },
        { "the same pair, without its chip", "dog-pair-stands", () => Form("rex", null, Today) },
        { "a dog without a name", "dog-name-blank", () => Form("\u200B", null, Today) },
        { "the chip of another dog", "dog-pair-stands", () => DogPairRules.Change(Known, Ann, new(Id(32), "Max", "900")) },
        { "apart before they met", "dog-pair-apart", () => DogPairRules.Dissolve(Known, WithReason, new(Id(31), Issued.AddDays(-1))) },
        { "apart", "dog-pair-dissolved", () => DogPairRules.Dissolve(Known, WithReason, new(Id(31), Today)) },
        { "together after all", "dog-pair-dissolution-taken-back", () => DogPairRules.TakeBackDissolution(Known, Ann, new(Id(32))) },
        { "together though they are", "thing-not-closed", () => DogPairRules.TakeBackDissolution(Known, Ann, new(Id(31))) },
        { "a test", "dog-test-recorded", () => DogPairRules.Test(Known, Ann, new(Id(31), Today, DogTestResult.Failed)) },
        { "a test of those who are apart", "dog-pair-apart", () => DogPairRules.Test(Known, Ann, new(Id(32), Today, DogTestResult.Passed)) },
        { "work before they met", "dog-pair-apart", () => DogPairRules.Work(Known, Ann, new(Id(31), Issued.AddDays(-1))) },
        { "work", "dog-pair-worked", () => DogPairRules.Work(Known, Ann, new(Id(31), Today)) },
        { "a test by mistake", "dog-test-withdrawn", () => DogPairRules.WithdrawTest(Known, WithReason, new(Id(41))) },
        { "a test by mistake, for no reason", "reason-missing", () => DogPairRules.WithdrawTest(Known, Ann, new(Id(41))) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    /// <summary>What counts is the day asked about: a test that is to come, or was withdrawn, says nothing.</summary>
    [Fact]
    public void The_last_test_and_the_last_day_of_work_are_those_by_a_day()
    {
        var pairs = Known.ApplyAll(Placed([
            new DogTestRecorded(Id(42), Id(31), Today, DogTestResult.Failed),
            new DogTestRecorded(Id(43), Id(31), Today, DogTestResult.Passed),
            new DogTestRecorded(Id(44), Id(31), Today.AddDays(5), DogTestResult.Failed),
            new DogTestWithdrawn(Id(44)),
            new DogPairWorked(Id(31), Today.AddDays(3)),
            new DogPairWorked(Id(31), Today),
        ], after: 50)).Of<DogPairRegister>();
        Assert.Equal([null, Id(41), Id(41), Id(43), Id(43)], new[] { Issued.AddDays(-1), Issued, Today.AddDays(-1), Today, Today.AddDays(9) }
            .Select(day => pairs.LastTest(Id(31), day)?.Id));
        Assert.Equal([null, Today, Today, Today.AddDays(3)], new[] { Issued, Today, Today.AddDays(2), Today.AddDays(9) }
            .Select(day => pairs.Find(Id(31))!.LastWorked(day)));
    }

    private static Ruling Register(string code, string version, Guid? replaces = null) =>
        ProcedureRules.Register(Known, Ann, new(Id(1), code, version, "Title", Today, replaces));

    private static Ruling Form(string dog, string? chip, DateOnly from) => DogPairRules.Form(Known, Ann, new(dog, Id(3), Id(1), from, chip));
}
