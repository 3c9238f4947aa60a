using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Listings;
using Xunit;

namespace Furrow.Server.Tests.Listings;

/// <summary>Who looks at the list of findings waits for no long judging, and is told how old it is; who decides gets those of now.</summary>
public sealed class FindingCacheTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly ProgrammeState First = ProgrammeState.Empty;
    private static readonly ProgrammeState Second = After(First);

    [Fact]
    public void What_is_judged_quickly_is_never_old()
    {
        var memory = new FindingCache(TimeSpan.MaxValue, (state, _, _) => Judged(state));
        foreach (var state in (ProgrammeState[])[First, Second, First])
        {
            var latest = memory.Latest(state, Today, null);
            Assert.Equal(((long?)null, (int)state.Position), (latest.AsOfEntry, latest.Groups[0].Count));
        }
    }

    [Fact]
    public async Task What_takes_long_is_shown_as_of_the_entry_it_was_judged_at_until_it_is_judged_anew()
    {
        using var held = new ManualResetEventSlim(true);
        var memory = new FindingCache(TimeSpan.Zero, (state, _, _) =>
        {
            held.Wait(TestContext.Current.CancellationToken);
            return Judged(state);
        });
        Assert.Null(memory.Latest(First, Today, null).AsOfEntry);
        held.Reset();
        var old = memory.Latest(Second, Today, null);
        Assert.Equal(((long?)First.Position, 0), (old.AsOfEntry, old.Groups[0].Count));
        var deciding = Task.Run(() => memory.Now(Second, Today, null), TestContext.Current.CancellationToken);
        held.Set();
        Assert.Equal(Second.Position, (await deciding)[0].Count);
        var now = memory.Latest(Second, Today, null);
        Assert.Equal(((long?)null, (int)Second.Position), (now.AsOfEntry, now.Groups[0].Count));
    }

    private static IReadOnlyList<FindingGroup> Judged(ProgrammeState state) =>
        [new("key", null, CheckList.All[0], Severity.Error, "cause", (int)state.Position, 0, [], null)];

    private static ProgrammeState After(ProgrammeState state)
    {
        var act = new Act(Guid.NewGuid(), Guid.NewGuid(), default, Door.Verb, 0, null);
        return state.ApplyAll([new Placed(state.Position + 1, default, act, new PersonRegistered(act.Person, ""))]);
    }
}
