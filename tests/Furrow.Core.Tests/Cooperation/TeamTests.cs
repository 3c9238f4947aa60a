using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>Who was in which team on which day, and what the rules answer about it.</summary>
public sealed class TeamTests
{
    private static readonly Act Ann = By("Ann"), WithReason = By("Ann", "so it was");

    private static readonly DateOnly Formed = new(2024, 1, 1), Fourth = new(2024, 5, 4);

    /// <summary>1 and 2 organisations, 3 went into 1. 11 team T-3 of 1, 12 team T-4 of 1 (until 30 June), 13 team T-3 of 2, 14 withdrawn. 21–24 people.
    /// </summary>
    private static readonly ProgrammeState Known = ProgrammeState.Empty.ApplyAll(Placed([
        new OrganisationRegistered(Id(1), "Contingent", OrganisationKind.MilitaryContingent, "XB"),
        new OrganisationRegistered(Id(2), "Company", OrganisationKind.Company, "XA"),
        new OrganisationRegistered(Id(3), "Contingent of XB", OrganisationKind.MilitaryContingent, "XB"),
        new OrganisationsMerged(Id(1), Id(3)),
        new TeamFormed(Id(11), "T-3", "North", Id(1), TeamWork.ManualClearance, Formed),
        new TeamFormed(Id(12), "T-4", "South", Id(3), TeamWork.Eod, Formed),
        new TeamFormed(Id(13), "T-3", "Third", Id(2), TeamWork.Dogs, Formed),
        new TeamFormed(Id(14), "T-9", "T-9", Id(1), TeamWork.Survey, Formed),
        new TeamWithdrawn(Id(14)),
        new TeamJoined(Id(31), Id(11), Id(21), PersonFunction.TeamLeader, Formed, false),
        new TeamJoined(Id(32), Id(11), Id(22), PersonFunction.Medic, Formed, false),
        new TeamLeft(Id(32), Id(11), Id(22), new(2024, 5, 3)),
        new TeamJoined(Id(33), Id(11), Id(23), PersonFunction.Medic, Fourth, false),
        new TeamJoined(Id(34), Id(11), Id(23), PersonFunction.Deminer, Fourth, true),
        new TeamJoined(Id(35), Id(12), Id(24), PersonFunction.EodOperator, Formed, false),
        new TeamJoined(Id(36), Id(11), Id(24), PersonFunction.Driver, Formed, false),
        new TeamJoiningWithdrawn(Id(36), Id(11), Id(24)),
        new TeamDisbanded(Id(12), new(2024, 6, 30)),
    ]));

    private static readonly TeamRegister Register = Known.Of<TeamRegister>();

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "a team", "team-formed", () => Form("T-5") },
        { "with a code another of its organisation has", "name-taken", () => Form("t-3") },
        { "with a code another organisation's team has", "team-formed", () => Form("Third") },
        { "with a code a team of what was merged has", "name-taken", () => Form("T-4") },
        { "with a name of two scripts", "name-of-two-scripts", () => Form("Nоrth 2") },
        { "that looks like another", "name-looks-like", () => Form("Т-3") },
        { "that looks like another and is meant so", "team-formed", () => Form("Т-3", another: true) },
        { "with a code nobody can read", "team-name-blank", () => Form("\u200B") },
        { "of an organisation that was merged", "organisation-merged", () => Form("T-5", 3) },
        { "a code that was withdrawn", "team-formed", () => Form("T-9") },
        { "renamed", "team-renamed", () => TeamRules.Rename(Known, Ann, new(Id(11), "T-3A", "North")) },
        { "renamed as it is", "team-unchanged", () => TeamRules.Rename(Known, Ann, new(Id(11), "T-3", "North")) },
        { "renamed as another", "name-taken", () => TeamRules.Rename(Known, Ann, new(Id(11), "South")) },
        { "formed after members came", "team-has-members-before",
            () => TeamRules.Change(Known, Ann, new(Id(11), Id(1), TeamWork.ManualClearance, new(2024, 2, 1))) },
        { "of another organisation that has its name", "name-taken", () => TeamRules.Change(Known, Ann, new(Id(11), Id(2), TeamWork.Eod, Formed)) },
        { "disbanded", "team-disbanded", () => TeamRules.Disband(Known, WithReason, new(Id(11), Fourth)) },
        { "disbanded before somebody came", "team-has-members-after", () => TeamRules.Disband(Known, WithReason, new(Id(11), new(2024, 5, 2))) },
        { "disbanded twice", "closed-already", () => TeamRules.Disband(Known, WithReason, new(Id(12), Fourth)) },
        { "disbanded for no reason", "reason-missing", () => TeamRules.Disband(Known, Ann, new(Id(11), Fourth)) },
        { "its disbanding taken back", "team-disbanding-taken-back", () => TeamRules.TakeBackDisbanding(Known, Ann, new(Id(12))) },
        { "what was not disbanded", "team-not-disbanded", () => TeamRules.TakeBackDisbanding(Known, Ann, new(Id(11))) },
        { "withdrawn with members", "team-has-members-before", () => TeamRules.Withdraw(Known, WithReason, new(Id(11))) },
        { "withdrawn", "team-withdrawn", () => TeamRules.Withdraw(Known, WithReason, new(Id(13))) },
        { "renamed when withdrawn", "team-is-withdrawn", () => TeamRules.Rename(Known, Ann, new(Id(14), "T-10")) },
        { "somebody joins", "team-joined", () => Join(13, 25, Fourth) },
        { "somebody of another team", "member-elsewhere", () => Join(13, 21, Fourth) },
        { "somebody of another team, meant so", "team-joined", () => Join(13, 21, Fourth, also: true) },
        { "who was in another team until the day before", "team-joined", () => Join(13, 22, Fourth) },
        { "who was in another team on that day", "member-elsewhere-until", () => Join(13, 22, new(2024, 5, 3)) },
        { "whose team is disbanded later", "member-elsewhere-until", () => Join(13, 24, Fourth) },
        { "whose team was disbanded before", "team-joined", () => Join(13, 24, new(2024, 7, 1)) },
        { "with the function they have there", "member-already", () => Join(11, 21, Fourth, PersonFunction.TeamLeader, also: true) },
        { "with another function there", "member-has-function", () => Join(11, 21, Fourth) },
        { "before the team is there", "team-not-yet-there", () => Join(13, 25, new(2023, 12, 31)) },
        { "after it was disbanded", "team-disbanded-then", () => Join(12, 25, new(2024, 7, 1)) },
        { "into what was withdrawn", "team-is-withdrawn", () => Join(14, 25, Fourth) },
        { "somebody leaves", "team-left", () => MemberRules.Leave(Known, Ann, new(Id(31), Fourth)) },
        { "before they came", "member-leaves-before-joining", () => MemberRules.Leave(Known, Ann, new(Id(33), new(2024, 5, 3))) },
        { "twice", "member-left-already", () => MemberRules.Leave(Known, Ann, new(Id(32), Fourth)) },
        { "after the team", "team-disbanded-then", () => MemberRules.Leave(Known, Ann, new(Id(35), new(2024, 7, 1))) },
        { "a leaving taken back", "team-leaving-taken-back", () => MemberRules.TakeBackLeaving(Known, Ann, new(Id(32))) },
        { "who did not leave", "member-not-left", () => MemberRules.TakeBackLeaving(Known, Ann, new(Id(31))) },
        { "a leaving taken back of somebody who is elsewhere now", "member-elsewhere", () => MemberRules.TakeBackLeaving(
            Known.ApplyAll(Placed([new TeamJoined(Id(40), Id(13), Id(22), PersonFunction.Medic, Fourth, false)], after: 50)), Ann, new(Id(32))) },
        { "a disbanding taken back of a team whose member is elsewhere now", "member-elsewhere", () => TeamRules.TakeBackDisbanding(
            Known.ApplyAll(Placed([new TeamJoined(Id(40), Id(13), Id(24), PersonFunction.Medic, new(2024, 7, 1), false)], after: 50)), Ann, new(Id(12))) },
        { "a time withdrawn", "team-joining-withdrawn", () => MemberRules.WithdrawJoining(Known, WithReason, new(Id(31))) },
        { "withdrawn twice", "membership-is-withdrawn", () => MemberRules.WithdrawJoining(Known, WithReason, new(Id(36))) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_rules_answer(string what, string answer, Func<Ruling> rule) => Assert.Equal((what, answer), (what, rule().Answer()));

    /// <summary>A medic was relieved on 4 May.</summary>
    [Theory]
    [InlineData(11, "2023-12-31", "")]
    [InlineData(11, "2024-05-03", "21 TeamLeader, 22 Medic")]
    [InlineData(11, "2024-05-04", "21 TeamLeader, 23 Deminer, 23 Medic")]
    [InlineData(12, "2024-06-30", "24 EodOperator")]
    [InlineData(12, "2024-07-01", "")]
    [InlineData(14, "2024-05-04", "")]
    public void Who_was_in_a_team_on_a_day(int team, string day, string members) => Assert.Equal(members, string.Join(", ", Register
        .Members(Id(team), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Select(m => $"{NumberOf(m.Person)} {m.Function}")));

    [Theory]
    [InlineData("Contingent", "T-3", 11)]
    [InlineData("contingent of XB", "north", 11)]
    [InlineData("Company", "t-3", 13)]
    [InlineData("Company", "T-4", null)]
    [InlineData("Nobody", "T-3", null)]
    [InlineData("Nobody", "T-4", 12)]
    [InlineData("Contingent", "T-9", null)]
    [InlineData("Contingent", null, null)]
    public void A_report_speaks_of_a_team_of_its_organisation(string organisation, string? team, int? named) =>
        Assert.Equal(named is { } n ? Id(n) : null, TeamNames.Reported(Known, organisation, team)?.Id);

    [Fact]
    public void A_former_code_stays_a_name()
    {
        var after = Known.ApplyAll(Placed([new TeamRenamed(Id(11), "T-7", "North")], after: 50));
        Assert.Equal((Id(11), Id(11)), (TeamNames.Reported(after, "Contingent", "T-3")!.Id, TeamNames.Reported(after, "Contingent", "T-7")!.Id));
        Assert.Equal(["T-7", "North", "T-3"], after.Of<TeamRegister>().Find(Id(11))!.Names);
    }

    private static int NumberOf(Guid id) => Enumerable.Range(1, 60).Single(n => Id(n) == id);

    private static Ruling Form(string code, int organisation = 1, bool? another = null) =>
        TeamRules.Form(Known, Ann, new(code, Id(organisation), TeamWork.Eod, Formed, null, another));

    private static Ruling Join(int team, int person, DateOnly on, PersonFunction function = PersonFunction.Deminer, bool? also = null) =>
        MemberRules.Join(Known, Ann, new(Id(team), Id(person), function, on, also));
}
