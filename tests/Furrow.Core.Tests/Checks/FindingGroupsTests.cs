using Furrow.Core.Checks;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

public sealed class FindingGroupsTests
{
    private static readonly Guid Batch = Id(500);

    private static readonly Fix Ask = new("ask", $"Ask.");

    [Fact]
    public void Findings_with_one_check_and_one_cause_are_one_group_with_count_land_and_examples()
    {
        var groups = FindingGroups.Of([Found("overlap", "A / B", 5), Found("overlap", "A / A", 7), Found("overlap", "A / B", 9),
            Found("future-date", "end", 0)], Batch, examples: 1);
        Assert.Equal(["future-date: end 1 0", "overlap: A / B 2 14", "overlap: A / A 1 7"], groups.Select(g => $"{g.Key} {g.Count} {g.AreaMicro}"));
        Assert.Equal(9, Assert.Single(groups[1].Examples).AreaMicro);
    }

    [Fact]
    public void One_decision_settles_a_group_of_its_batch_until_it_is_taken_back()
    {
        var findings = new[] { Found("overlap", "A / B", 5) };
        var decided = FindingDecisions.None.Apply(Decided("overlap: A / B", Batch, FindingDecision.AcceptAsIs));
        Assert.False(FindingGroups.Of(findings, Batch, decided).Single().Waits);
        Assert.True(FindingGroups.Of(findings, Id(501), decided).Single().Waits);
        Assert.True(FindingGroups.Of(findings, null, decided).Single().Waits);
        Assert.True(FindingGroups.Of(findings, Batch, decided.Apply(Decided("overlap: A / B", Batch, FindingDecision.Reconsider))).Single().Waits);
        Assert.True(FindingGroups.Of(findings, Batch, FindingDecisions.None).Single().Waits);
    }

    [Fact]
    public void Sums_of_absurd_areas_stop_at_the_largest_number_instead_of_throwing() =>
        Assert.Equal(long.MaxValue, FindingGroups.Of([Found("overlap", "x", long.MaxValue), Found("overlap", "x", long.MaxValue)], null).Single().AreaMicro);

    [Fact]
    public void A_finding_of_a_check_this_release_does_not_know_still_has_a_group() =>
        Assert.Equal("retired-check: x", FindingGroups.Of([Found("retired-check", "x", 1)], null).Single().Key);

    private static Finding Found(string code, string cause, long micro) =>
        new(code, CheckList.Find(code)?.Severity ?? Severity.Notice, $"Sentence.", Ask, Id((ulong)micro % 1_000 + 1), "EXERCISE-1", cause, 0, micro);

    private static DecidedGroup Decided(string group, Guid? batch, string decision) => new(group, batch, decision, Reports.Made.By("Bea", "seen"));
}
