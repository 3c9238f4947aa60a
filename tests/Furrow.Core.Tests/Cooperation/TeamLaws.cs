using CsCheck;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Laws;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>What holds of teams and their members after anything the rules allow.</summary>
public sealed class TeamLaws
{
    private const int Teams = 4, People = 4, Days = 24;

    private static readonly DateOnly First = new(2024, 1, 1);

    private static readonly Gen<(int What, int Team, int Person, int Day)[]> Tries =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, Teams - 1], Gen.Int[0, People - 1], Gen.Int[0, Days - 1]).Array[1, 60];

    [Fact]
    public void Nobody_is_in_two_teams_on_one_day_unless_it_was_said() => Tries.Obeys(tries =>
    {
        var register = After(tries).Of<TeamRegister>();
        foreach (var day in Enumerable.Range(0, Days).Select(First.AddDays))
        {
            foreach (var of in register.All.SelectMany(t => register.Members(t.Id, day)).GroupBy(m => m.Person))
            {
                Assert.True(of.Count(m => !m.Also) <= 1);
                Assert.Equal(of.Count(), register.MembershipsWith(of.Key, day).Count());
            }
        }
    }, "0000Kk3QvUF1", 300);

    [Fact]
    public void Nobody_is_in_a_team_that_is_not_there() => Tries.Obeys(tries =>
    {
        var register = After(tries).Of<TeamRegister>();
        Assert.All(register.AllMemberships, m => Assert.True(register.DaysOf(m) is { From: var from, Until: var until }
            && register.Find(m.Team)!.Days.Holds(from) && !(until < from)));
    }, "0000Kk3QvUF2", 300);

    private static ProgrammeState After((int What, int Team, int Person, int Day)[] tries)
    {
        var state = ProgrammeState.Empty.ApplyAll(Placed([new OrganisationRegistered(Id(1), "Office", OrganisationKind.Company),
            .. Enumerable.Range(0, Teams).Select(n => new TeamFormed(Id(10 + n), $"T-{n}", $"T-{n}", Id(1), TeamWork.Eod, First))]));
        foreach (var (what, team, person, day) in tries)
        {
            var (known, act) = (state.Of<TeamRegister>(), new Act(Id((int)state.Position + 1_000), Id(1), Noon, Door.Page, 0, "because"));
            var times = known.AllMemberships.Where(m => m.Person == Id(50 + person)).ToList();
            var ruling = what switch
            {
                0 or 1 => MemberRules.Join(state, act, new(Id(10 + team), Id(50 + person), PersonFunction.Deminer, First.AddDays(day),
                    what == 1 && day % 3 == 0)),
                2 => TeamRules.Disband(state, act, new(Id(10 + team), First.AddDays(day))),
                3 => TeamRules.TakeBackDisbanding(state, act, new(Id(10 + team))),
                _ when times.Count == 0 => Problems.TeamNameBlank(),
                4 => MemberRules.Leave(state, act, new(times[day % times.Count].Id, First.AddDays(day))),
                5 => MemberRules.TakeBackLeaving(state, act, new(times[day % times.Count].Id)),
                _ => MemberRules.WithdrawJoining(state, act, new(times[day % times.Count].Id)),
            };
            state = ruling.IsRefused ? state
                : state.ApplyAll(ruling.Facts.Select((fact, i) => new Placed(state.Position + 1 + i, Noon, act, fact)));
        }

        return state;
    }
}
