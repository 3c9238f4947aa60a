using CsCheck;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Laws;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>What holds of the register after anything the rules allow.</summary>
public sealed class OrganisationLaws
{
    private const int Many = 8;

    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F", "G", "a", "Б", "H office", "h  OFFICE", "أ"];

    /// <summary>What is tried, on which two, under which name.</summary>
    private static readonly Gen<(int What, int One, int Other, int Name)[]> Tries =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, Many - 1], Gen.Int[0, Many - 1], Gen.Int[0, Names.Length - 1]).Array[1, 60];

    [Fact]
    public void Each_name_has_one_bearer_and_nobody_is_part_of_itself() => Tries.Obeys(tries =>
    {
        foreach (var state in Histories(tries))
        {
            var register = state.Of<OrganisationRegister>();
            Assert.All(register.All, o => Assert.All(o.Names, n => Assert.Equal(o.Id, register.Bearing(n)!.Id)));
            Assert.All(register.Standing, o => Assert.False(register.IsPartOfItself(o)));
            Assert.All(Names, n => Assert.Null(register.Named(n)?.MergedInto));
            Assert.All(register.All, o => Assert.Contains(o.Name, OrganisationNames.Of(register, register.StandingFor(o))));
        }
    }, "0000Kk3QvUE4", 300);

    [Fact]
    public void A_merge_that_is_taken_back_leaves_everything_as_it_was() => Tries.Obeys(tries =>
    {
        var state = Histories(tries).Last();
        foreach (var (one, other) in from one in state.Of<OrganisationRegister>().All from other in state.Of<OrganisationRegister>().All select (one, other))
        {
            var merged = OrganisationRules.Merge(state, By("Ann", "same"), new(one.Id, other.Id));
            if (!merged.IsRefused)
            {
                var after = state.ApplyAll(Placed(merged.Facts, after: state.Position));
                var back = OrganisationRules.TakeBackMerge(after, By("Ann", "not the same"), new(other.Id));
                var again = after.ApplyAll(Placed(back.Get(), after: after.Position)).Of<OrganisationRegister>();
                Assert.Equal(state.Of<OrganisationRegister>().All.Select(Told), again.All.Select(Told));
            }
        }
    }, "0000Kk3QvUE5", 100);

    [Fact]
    public void The_register_before_a_moment_is_what_it_was_then() => Tries.Obeys(tries =>
    {
        var states = Histories(tries).ToList();
        var last = states[^1].Of<OrganisationRegister>();
        Assert.All(states, state => Assert.Equal(state.Of<OrganisationRegister>().All.Select(Told),
            last.Before(state.CommittedAt.AddTicks(1)).All.Select(Told)));
    }, "0000Kk3QvUE6", 100);

    /// <summary>The state after each try that was allowed, each a minute after the other.</summary>
    private static IEnumerable<ProgrammeState> Histories((int What, int One, int Other, int Name)[] tries)
    {
        var state = ProgrammeState.Empty;
        yield return state;
        foreach (var (what, one, other, name) in tries)
        {
            var known = state.Of<OrganisationRegister>().All.ToList();
            var act = new Act(Id((int)state.Position + 1_000), Id(1), Noon, Door.Page, 0, "because");
            if (what > 0 && known.Count == 0)
            {
                continue;
            }

            var (first, second) = known.Count == 0 ? (Guid.Empty, Guid.Empty) : (known[one % known.Count].Id, known[other % known.Count].Id);
            var ruling = Try(state, act, what, first, second, Names[name]);
            if (!ruling.IsRefused)
            {
                var at = Noon.AddMinutes(state.Position + 1);
                state = state.ApplyAll(ruling.Facts.Select((fact, i) => new Placed(state.Position + 1 + i, at, act, fact)));
                yield return state;
            }
        }
    }

    private static Ruling Try(ProgrammeState state, Act act, int what, Guid one, Guid other, string name) => what switch
    {
        1 => OrganisationRules.Rename(state, act, new(one, name)),
        2 => OrganisationRules.AddAlias(state, act, new(one, name)),
        3 => OrganisationRules.RemoveAlias(state, act, new(one, name)),
        4 => OrganisationRules.Merge(state, act, new(one, other)),
        5 => OrganisationRules.TakeBackMerge(state, act, new(one)),
        6 => OrganisationRules.Change(state, act, new(one, OrganisationKind.Company, null, other)),
        7 => OrganisationRules.Change(state, act, new(one, OrganisationKind.Donor)),
        _ => OrganisationRules.Register(state, act, new(name, OrganisationKind.Company, Parent: one == Guid.Empty ? null : one)),
    };

    private static string Told(Organisation o) => $"{o.Id} {string.Join('|', o.Names)} {o.Kind} {o.Parent} {o.MergedInto} {o.ClosedOn}";
}
