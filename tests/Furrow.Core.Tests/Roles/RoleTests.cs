using System.Globalization;
using CsCheck;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Rights;
using Furrow.Core.Roles;
using Furrow.Laws;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Roles;

public class RoleTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);

    /// <summary>1 administers, 2 is suspended, 3 accepts for the survey office, whose work is also reported under another name, 4 around report 1, 5 until
    /// yesterday, 6 from tomorrow, 7 leads a team. The place "One" is around report 1, with room to spare.</summary>
    private static readonly ProgrammeState State = ProgrammeState.Empty.ApplyAll(Placed(
    [
        new ProgrammeOpened(Id(90), "Tern Island", true, "default", 1, 1, "UTC"),
        .. Enumerable.Range(1, 7).Select(n => (IFact)new PersonRegistered(Id(n), $"person {n}")),
        new OrganisationRegistered(Id(80), "Survey office", OrganisationKind.StateOperator),
        new OrganisationRegistered(Id(81), "Office of survey", OrganisationKind.StateOperator),
        new OrganisationsMerged(Id(80), Id(81)),
        new PlacesLoaded(Id(70), "districts", "tests", "1", "", [new LoadedPlace("One", Around(Square(1).Bounds))]),
        new ReportSubmitted(Hazard(11), null), new ReportSubmitted(Hazard(12) with { Organisation = "Other office" }, null),
        new ReportSubmitted(Hazard(13) with { Organisation = "OFFICE of survey" }, null), new ReportSubmitted(Hazard(1), null),
        new RoleGiven(Id(50), Id(1), Role.Administrator),
        new RoleGiven(Id(51), Id(2), Role.InformationManager), new PersonSuspended(Id(2)),
        new RoleGiven(Id(52), Id(3), Role.InformationManager, Id(81)),
        new RoleGiven(Id(53), Id(4), Role.InformationManager, null, Id(70), "One"),
        new RoleGiven(Id(54), Id(5), Role.InformationManager, Until: Today.AddDays(-1)),
        new RoleGiven(Id(55), Id(6), Role.InformationManager, From: Today.AddDays(1)),
        new RoleGiven(Id(56), Id(7), Role.TeamLeader),
    ]));

    [Fact]
    public void Every_role_has_rights_and_every_right_a_role()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(Right.Record, RoleRights.Of(role)));
        Assert.Equal([Right.Unnamed], Enum.GetValues<Right>().Where(right => !Enum.GetValues<Role>().Any(role => RoleRights.Of(role).Contains(right))));
    }

    [Theory]
    [InlineData(1, "accept 11", "right-missing")]
    [InlineData(1, "give", "")]
    [InlineData(2, "accept 11", "right-missing")]
    [InlineData(2, "submit", "")]
    [InlineData(3, "accept 11", "")]
    [InlineData(3, "accept 13", "")]
    [InlineData(3, "accept 12", "right-missing")]
    [InlineData(3, "accept 11 12", "right-missing")]
    [InlineData(4, "accept 1", "")]
    [InlineData(4, "accept 11", "right-missing")]
    [InlineData(5, "accept 11", "right-missing")]
    [InlineData(6, "accept 11", "right-missing")]
    [InlineData(7, "accept 11", "right-missing")]
    [InlineData(7, "submit", "")]
    [InlineData(8, "submit", "")]
    [InlineData(8, "accept 11", "right-missing")]
    public void What_somebody_may_do_with_their_roles(int person, string done, string problem) =>
        Assert.Equal(problem, RightRules.Refuses(State, [Fact(done)], RoleGrants.Of(State, Id(person), Today), null)?.Code ?? "");

    [Theory]
    [InlineData(5, -1, "")]
    [InlineData(6, 1, "")]
    public void A_role_holds_on_its_first_and_its_last_day(int person, int days, string problem) =>
        Assert.Equal(problem, RightRules.Refuses(State, [Fact("accept 11")], RoleGrants.Of(State, Id(person), Today.AddDays(days)), null)?.Code ?? "");

    [Theory]
    [InlineData("give 7 administrator", "role-given")]
    [InlineData("give 1 administrator", "role-to-oneself")]
    [InlineData("give 7 team-leader", "role-held-already")]
    [InlineData("give 7 team-leader in Two", "role-place-unknown")]
    [InlineData("give 7 team-leader in one", "role-given")]
    [InlineData("give 7 team-leader backwards", "role-ends-before-it-begins")]
    [InlineData("take 56", "role-taken")]
    [InlineData("take 50", "role-of-last-administrator")]
    [InlineData("suspend 7", "person-suspended")]
    [InlineData("suspend 2", "person-suspended-already")]
    [InlineData("suspend 1", "role-of-last-administrator")]
    [InlineData("lift 2", "person-suspension-lifted")]
    [InlineData("lift 7", "person-not-suspended")]
    public void What_an_administrator_is_answered(string asked, string answer) => Assert.Equal(answer, Answer(State, asked));

    [Theory]
    [InlineData("give 1 administrator", "role-given")]
    [InlineData("give 7 administrator", "role-given")]
    [InlineData("give 1 team-leader", "role-first-is-administrator")]
    public void The_first_role_is_that_of_an_administrator(string asked, string answer) =>
        Assert.Equal(answer, Answer(ProgrammeState.Empty.ApplyAll(Placed([new ProgrammeOpened(Id(90), "Tern Island", true, "default", 1, 1, "UTC")])), asked));

    /// <summary>Whatever is given, taken, suspended and lifted: rights are those of the roles that stand; what was taken gives none from its fact on.</summary>
    [Fact]
    public void A_right_that_was_taken_never_works_later() => Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[1, 6]).Array[1, 30].Obeys(steps =>
    {
        var (state, held, suspended) = (State, new Dictionary<Guid, (Guid Person, Role Role)>(), new HashSet<Guid>());
        foreach (var (what, who, role) in steps)
        {
            var person = Id(200 + who);
            var last = held.LastOrDefault(h => h.Value.Person == person).Key;
            IFact fact = what switch
            {
                0 => new RoleGiven(Id(100 + (int)state.Position), person, (Role)role),
                1 => new RoleTaken(last),
                2 => new PersonSuspended(person),
                _ => new PersonSuspensionLifted(person),
            };
            _ = what switch
            {
                0 => held.TryAdd(Id(100 + (int)state.Position), (person, (Role)role)),
                1 => held.Remove(last),
                2 => suspended.Add(person),
                _ => suspended.Remove(person),
            };
            state = state.ApplyAll(Placed([fact], after: state.Position));
            foreach (var each in Enumerable.Range(1, 4).Select(n => Id(200 + n)))
            {
                var expected = held.Values.Where(h => h.Person == each && !suspended.Contains(each)).SelectMany(h => RoleRights.Of(h.Role)).ToHashSet();
                Assert.True(expected.SetEquals(RoleGrants.Of(state, each, Today).SelectMany(g => g.Rights)));
            }
        }
    }, seed: "0000KLSJdq42", samples: 200);

    private static string Answer(ProgrammeState state, string asked)
    {
        var words = asked.Split(' ');
        var person = Id(int.Parse(words[1], CultureInfo.InvariantCulture));
        var act = By("Ann", "because") with { Person = Id(1) };
        return words[0] switch
        {
            "give" => RoleRules.Give(state, act, new GiveRole(person, Enum.Parse<Role>(words[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                Place: words is [.., "in", var place] ? place : null, From: words[^1] == "backwards" ? Today : null,
                Until: words[^1] == "backwards" ? Today.AddDays(-1) : null)).Answer(),
            "take" => RoleRules.Take(state, act, new TakeRole(person)).Answer(),
            "suspend" => RoleRules.Suspend(state, act, new SuspendPerson(person)).Answer(),
            _ => RoleRules.Lift(state, act, new LiftSuspension(person)).Answer(),
        };
    }

    private static IFact Fact(string done) => done.Split(' ', 2) switch
    {
        ["give"] => new RoleGiven(Id(60), Id(7), Role.Administrator),
        ["submit"] => new ReportSubmitted(Hazard(14), null),
        [_, var numbers] => new ReportsAccepted(1, null, [.. numbers.Split(' ').Select(n => Id(int.Parse(n, CultureInfo.InvariantCulture)))]),
        _ => throw new ArgumentException(done),
    };

    private static Shape Around(GridBox box)
    {
        const int room = 1000;
        var (west, south, east, north) = (box.MinLon - room, box.MinLat - room, box.MaxLon + room, box.MaxLat + room);
        return new Shape([[[new(west, south), new(east, south), new(east, north), new(west, north)]]]);
    }
}
