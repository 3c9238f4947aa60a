using Furrow.Core.Drills;
using Xunit;

namespace Furrow.Core.Tests.Drills;

public sealed class SeededNumbersTests
{
    [Fact]
    public void The_first_numbers_of_seed_1_never_change()
    {
        var numbers = new SeededNumbers(1);
        Assert.Equal("12966619160104079557,9600361134598540522,10590380919521690900,7218738570589545383",
            string.Join(",", Enumerable.Range(0, 4).Select(_ => numbers.Next())));
    }

    [Fact]
    public void Whole_numbers_stay_within_their_limits_and_reach_both_ends()
    {
        var numbers = new SeededNumbers(3);
        var drawn = Enumerable.Range(0, 2_000).Select(_ => numbers.Between(-3, 3)).ToList();
        Assert.Equal([-3, -2, -1, 0, 1, 2, 3], drawn.Distinct().Order());
    }

    [Fact]
    public void Subjects_have_streams_of_their_own() =>
        Assert.NotEqual(SeededNumbers.For(1, "coast").Next(), SeededNumbers.For(1, "rivers").Next());

    [Fact]
    public void Ids_have_the_form_of_version_4()
    {
        var id = new SeededNumbers(5).NextGuid().ToString();
        Assert.Equal('4', id[14]);
        Assert.Contains(id[19], "89ab");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(-3.9)]
    public void Directions_agree_with_the_platform_to_fourteen_digits(double turns)
    {
        var (east, north) = PlaneMath.Direction(turns);
        Assert.Equal(Math.Cos(turns * 2 * Math.PI), east, 14);
        Assert.Equal(Math.Sin(turns * 2 * Math.PI), north, 14);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0.3)]
    [InlineData(6)]
    public void The_exponential_agrees_with_the_platform_to_eleven_digits(double x) =>
        Assert.Equal(1, PlaneMath.Exponential(x) / Math.Exp(x), 11);
}
