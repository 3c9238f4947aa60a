using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>The order in which the fold reads claims: few are put in one by one, many are sorted, and the order is the same.</summary>
public sealed class FoldClaimTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(300)]
    public void Claims_are_read_by_day_then_place_then_row_then_part_then_number(int count)
    {
        var numbers = new Random(count);
        var claims = new FoldClaim[count];
        for (var i = 0; i < count; i++)
        {
            claims[i] = new FoldClaim(i, numbers.Next(3), numbers.Next(3), numbers.Next(3), numbers.Next(3), 1, LandEffect.Suspect, KindSet.All,
                false, false, false, -1, []);
        }

        numbers.Shuffle(claims);
        var expected = claims.OrderBy(c => c.Day).ThenBy(c => c.PlacedAt).ThenBy(c => c.Row).ThenBy(c => c.Part).ThenBy(c => c.Id).Select(c => c.Id).ToArray();
        FoldClaim.Sort(claims);
        Assert.Equal(expected, claims.Select(c => c.Id));
    }
}
